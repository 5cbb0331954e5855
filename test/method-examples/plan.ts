import {
  chainStates,
  chainVerdicts,
  complexityOf,
  extractionOf,
  grownPath,
  type LedgerLine,
  ladderOf,
  linkagesOf,
  peakYear,
  type Ridge,
  referenceSettings,
  ridge,
  roadmapJobs,
  statementOf,
  turningPoint,
} from '../../src/plan/index.js';
import { column, type Examples } from './example.js';

/** Examples of docs/methods/plan. */
export const planExamples: Examples = {
  'plan.complexity': ({ values, activities, threshold }) => {
    const cells = column(values);
    const named = (count: number) => Array.from({ length: count }, (_, at) => String(at));
    const table = {
      places: named(cells.length / (activities as number)),
      activities: named(activities as number),
      values: cells,
    };
    const found = complexityOf(table, { ...referenceSettings, threshold: threshold as number });
    const { eci, pci, outlook: coi, density, gain: cog } = found;
    return { eigenvalue: found.eigenvalues[0], eci, pci, coi, density, cog };
  },
  'plan.linkages': ({ flows, output, extract }) => {
    const outputs = column(output);
    const table = { sectors: Array.from(outputs, String), flows: column(flows), output: outputs };
    return { ...linkagesOf(table), lost: extractionOf(table, extract as number).lost };
  },
  'plan.chain': ({ nodes, present, edges }) => {
  'plan.restoration': ({ rate, lines }) => {
  'plan.roadmap-carbon': ({ x, y, k, curve, base, growth, last }) => {
  'plan.roadmap-jobs': (given) => {
  ([year, kind, amount, claimed]): LedgerLine => ({
  );
  ...{ party: 'public', scope: 'investment', land: false, ecosystem: false },
  ...{ productivity: Number.NaN, localShare: Number.NaN, scale: null, market: null },
  ...{ project: 'one', item: 'one', year, kind, amount, claimed },
  ...{ unitValue: Number.NaN, carbon: Number.NaN, quotient: Number.NaN, density: Number.NaN },
  1,
  ],
  actions: chainVerdicts(chain, bounds).map(({ action }) => action),
  all_investment: ratio.get('all_investment'),
  Array.from({ length: of('years') + 1 }, (_, at) => 2020 + at),
  claimed: ratio.get('claimed'),
  closures: [
  const [columns, outcome] = [[column(x)], column(y)];
  const bounds = { strongQuotient: 1, weakQuotient: 0.5, users: 2, largest: Number.POSITIVE_INFINITY };
  const chain = {
  const found = roadmapJobs(
  const from = (steps[0]?.from as number) - 1;
  const ledger = (lines as [number, LedgerLine['kind'], number, number][]).map(
  const of = (name: string) => given[name] as number;
  const path = grownPath(base as number, steps, years);
  const ratio = new Map(ladderOf(ledger, rate as number).map((rung) => [rung.step, rung.ratio]));
  const shrunk = ridge(columns, outcome, k as number) as Ridge;
  const steps = Object.entries(growth as Readonly<Record<string, number>>).map(([year, value]) => ({
  const unknown = {
  const years = Array.from({ length: (last as number) - from + 1 }, (_, at) => from + at);
  const { netValue, payBack } = statementOf(ledger, 'social', rate as number);
  cost: found.costPerJob,
  costPerJob: of('cost'),
  density: chainStates(chain).map(({ density }) => density),
  discounted: ratio.get('discounted'),
  edges: (edges as [string, string, number][]).map(([from, to, share]) => ({ from, to, share })),
  elasticity: of('elasticity'),
  employed: found.years.map(({ employed }) => employed),
  firms: (present as string[]).map((node) => {
  from: Number(year),
  growth: new Map([['chemicals', [{ from: 2021, value: of('growth') }]]]),
  inflation: shrunk.inflation[0],
  jobs: of('jobs'),
  labour: { labourForce: of('force'), employed: of('employed') },
  labourForce: null,
  levers: { growthFloor: Number.NaN, elasticity: 0, training: 0 },
  match: of('match'),
  matches: new Map(),
  netValue,
  nodes: (nodes as string[]).map((id) => ({ id, name: id, stage: '', ...unknown })),
  path,
  payBack,
  peak: peakYear(path, years),
  ratio: found.replacement.ratio,
  return {
  return { firm: node, node, output: Number.NaN, jobs: Number.NaN, lead: false };
  sector: 'chemicals',
  share: found.takenShare,
  slope: shrunk.coefficients[0],
  slopePlain: ridge(columns, outcome, 0)?.coefficients[0],
  successors: [
  supported: ratio.get('supported'),
  taken: found.years.map(({ taken }) => taken),
  turning: turningPoint(['gdp_per_head', 'gdp_per_head_squared'], column(curve)),
  value,
  wageRatio: of('wage'),
  waiting: found.years.map(({ waiting }) => waiting),
  {
  { year: 2021, sector: 'coal', occupation: '', jobs: of('lost'), retiring: of('retiring') },
  }));
  }),
  },
  };
    };
  },
};
