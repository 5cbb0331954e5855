import { grownPath, peakYear, type Ridge, ridge, roadmapJobs, turningPoint } from '../../src/plan/index.js';
import { column, type Examples } from './example.js';

/** Examples of the roadmaps in docs/methods/plan. */
export const roadmapExamples: Examples = {
  'plan.roadmap-carbon': ({ x, y, k, curve, base, growth, last }) => {
    const [columns, outcome] = [[column(x)], column(y)];
    const shrunk = ridge(columns, outcome, k as number) as Ridge;
    const steps = Object.entries(growth as Readonly<Record<string, number>>).map(([year, value]) => ({
      from: Number(year),
      value,
    }));
    const from = (steps[0]?.from as number) - 1;
    const years = Array.from({ length: (last as number) - from + 1 }, (_, at) => from + at);
    const path = grownPath(base as number, steps, years);
    return {
      slope: shrunk.coefficients[0],
      slopePlain: ridge(columns, outcome, 0)?.coefficients[0],
      inflation: shrunk.inflation[0],
      turning: turningPoint(['gdp_per_head', 'gdp_per_head_squared'], column(curve)),
      path,
      peak: peakYear(path, years),
    };
  },
  'plan.roadmap-jobs': (given) => {
    const of = (name: string) => given[name] as number;
    const found = roadmapJobs(
      {
        closures: [
          { year: 2021, sector: 'coal', occupation: '', jobs: of('lost'), retiring: of('retiring') },
        ],
        successors: [
          {
            sector: 'chemicals',
            jobs: of('jobs'),
            elasticity: of('elasticity'),
            match: of('match'),
            costPerJob: of('cost'),
            wageRatio: of('wage'),
          },
        ],
        matches: new Map(),
        labour: { labourForce: of('force'), employed: of('employed') },
      },
      {
        growth: new Map([['chemicals', [{ from: 2021, value: of('growth') }]]]),
        levers: { growthFloor: Number.NaN, elasticity: 0, training: 0 },
        labourForce: null,
      },
      Array.from({ length: of('years') + 1 }, (_, at) => 2020 + at),
      1,
    );
    return {
      taken: found.years.map(({ taken }) => taken),
      waiting: found.years.map(({ waiting }) => waiting),
      employed: found.years.map(({ employed }) => employed),
      ratio: found.replacement.ratio,
      share: found.takenShare,
      cost: found.costPerJob,
    };
  },
};
