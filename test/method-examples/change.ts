import {
  compoundGrowth,
  decomposeChange,
  decomposeRankChange,
  mannKendall,
  percentChange,
  senSlope,
  seriesOf,
} from '../../src/assess/composite/change/index.js';
import { type SmallIndex, smallRun } from '../../src/assess/composite/compare/testing/small-run.js';
import { column, type Examples } from './example.js';

const series = ({ values, times }: Readonly<Record<string, unknown>>) =>
  seriesOf(column(values), column(times));
const index = (given: unknown) => smallRun(given as SmallIndex);

/** Examples of the pages in docs/methods/change/. */
export const changeExamples: Examples = {
  'change.decompose': ({ unit, from, to, ...given }) => {
    const asked = { unit: String(unit), from: Number(from), to: Number(to) };
    const { before, after, parts } = decomposeChange(index(given), asked);
    return { before, after, parts: parts.map(({ code, kind, amount }) => [code, kind, amount]) };
  },
  'change.rank-change': ({ unit, from, to, ...given }) => {
    const asked = { unit: String(unit), from: Number(from), to: Number(to) };
    const { before, after, own, others, coverage, overtakenBy } = decomposeRankChange(index(given), asked);
    return { before, after, own, others, coverage, overtakenBy };
  },
  'change.compound-growth': (given) => compoundGrowth(series(given)),
  'change.percent-change': (given) => percentChange(series(given)),
  'change.sen-slope': (given) => senSlope(series(given), Number(given.confidence)),
  'change.mann-kendall': (given) => mannKendall(series(given)),
};
