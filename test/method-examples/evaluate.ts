import { fundsOf } from '../../src/assess/evaluate/aspects.js';
import {
  eventStudy,
  judgeTarget,
  matchedComparison,
  quadrantOf,
  rankParts,
  targetsInForce,
  twoWayDifference,
} from '../../src/assess/index.js';
import { catalog, indicator, panel } from '../../src/assess/testing/sample.js';
import type { CityId, IndicatorId, IsoDate, Period } from '../../src/base/index.js';
import { column, type Example, type Examples } from './example.js';

const options = { confidence: 0.95, fewClusters: 40, preTrend: 0.05 };
const ranks = { spread: 0, runs: 0, seed: 1, lowQuantile: 0.05, highQuantile: 0.95 };

/** Rows of units over years; `null` is missing, a `from` of `null` is never treated. */
function effectPanel({ years, rows, from }: Readonly<Record<string, unknown>>) {
  const table = rows as (number | null)[][];
  return {
    units: table.map((_, at) => String(at)),
    times: years as number[],
    outcome: column(table.flat()),
    treatedFrom: column(from),
    clusters: null,
  };
}

const target: Example = ({ better, values, year, target: bound }) => {
  const name = 'x' as IndicatorId;
  const given = panel(Object.keys(values as object), {
    x: [Object.values(values as object).map((value) => (value as number | null) ?? Number.NaN)],
  });
  const plan = {
    city: 'x-1' as CityId,
    indicator: name,
    year: String(year) as Period,
    target: Number(bound),
    document: 'plan',
    issued: null,
  };
  const defined = catalog({ indicators: [indicator('x', { better: better as 'more' | 'less' })] });
  const [first, last] = [given.periods[0] as Period, given.periods.at(-1) as Period];
  const { base, actual, wayGone, status } = judgeTarget(
    given,
    defined,
    0,
    { inForce: plan, earlier: [] },
    first,
    last,
  );
  return { base, actual, wayGone, status };
};

const inForce: Example = ({ documents, days }) => {
  const plans = Object.entries(documents as Record<string, number>).map(([issued, bound]) => ({
    city: 'x-1' as CityId,
    indicator: 'x' as IndicatorId,
    year: '2020' as Period,
    target: bound,
    document: issued,
    issued: issued as IsoDate,
  }));
  return (days as IsoDate[]).map((day) => targetsInForce(plans, day)[0]?.inForce.target ?? null);
};

const funds: Example = ({ years, ...columns }) => {
  const named = Object.entries(columns).map(([name, list]) => [name, [[...column(list)]]] as const);
  const given = panel((years as number[]).map(String), Object.fromEntries(named));
  const flags = { flags: () => [], beside: () => [], besideAny: () => [] };
  return fundsOf({
    panel: given,
    flags,
    city: 0,
    from: given.periods[0] as Period,
    to: given.periods.at(-1) as Period,
  });
};

/** Examples of the pages in docs/methods/evaluate/. */
export const evaluateExamples: Examples = {
  'evaluate.score': ({ level, change, gap, weights }) => {
    const parts = { level: column(level), change: column(change), gap: column(gap) };
    const { score, rank } = rankParts(
      parts,
      weights as { level: number; change: number; gap: number },
      ranks,
    );
    return { score, rank };
  },
  'evaluate.quadrant': ({ pairs }) =>
    (pairs as [number, number][]).map(([own, region]) => quadrantOf(own, region)),
  'evaluate.target': target,
  'evaluate.targets-in-force': inForce,
  'evaluate.funds': funds,
  'evaluate.difference': (given) => {
    const { estimate, standardError, t, degrees } = twoWayDifference(effectPanel(given), options);
    return { estimate, standardError, t, degrees };
  },
  'evaluate.event-study': (given) => {
    const window = { leads: Number(given.leads), lags: Number(given.lags) };
    const { steps, preTrend } = eventStudy(effectPanel(given), window, options);
    return { steps: steps.map(({ step, estimate }) => [step, estimate]), tested: preTrend?.numerator ?? 0 };
  },
  'evaluate.matched': ({ treated, outcome, x }) => {
    const found = matchedComparison(
      {
        units: (x as number[]).map((_, at) => String.fromCharCode(65 + at)),
        treated: Uint8Array.from(treated as number[]),
        outcome: column(outcome),
        covariates: [{ name: 'x', values: column(x) }],
      },
      { neighbours: 1, replacement: true, caliper: null, seed: 1, unbalanced: 0.1 },
    );
    return {
      estimate: found.estimate,
      standardError: found.standardError,
      pairs: found.matched.map(({ unit, matches }) => `${unit}${matches[0]?.unit}`),
      unmatched: found.unmatched,
    };
  },
};
