import {
  changeIndex,
  compareVersions,
  rankReversals,
  rankScores,
  removeEach,
  turningWeights,
} from '../../src/assess/composite/compare/index.js';
import {
  type SmallIndex,
  smallInput,
  smallRun,
} from '../../src/assess/composite/compare/testing/small-run.js';
import { column, type Examples } from './example.js';

const index = (given: unknown) => smallRun(given as SmallIndex);

/** Examples of the pages in docs/methods/compare/. */
export const compareExamples: Examples = {
  'compare.results': ({ within, ...given }) => {
    const { nodes, order, units } = rankScores(index(given));
    const inside = rankScores(index(given), { within: String(within) });
    return {
      scores: nodes[0]?.scores,
      ranks: nodes[0]?.ranks,
      inside: inside.nodes[0]?.ranks,
      order: Array.from(order, (row) => units[row]),
    };
  },
  'compare.what-if': ({ without, shares, ...given }) => {
    const made = changeIndex(index(given), {
      without: (without ?? []) as string[],
      shares: new Map(Object.entries((shares ?? {}) as Record<string, number>)),
    });
    return { scores: made.scores, ranks: made.ranks, shift: made.shift, meanShift: made.meanShift };
  },
  'compare.remove-each': ({ level, ...given }) =>
    removeEach(index(given), Number(level)).map(({ code, ranks, meanShift }) => [code, ranks, meanShift]),
  'compare.versions': ({ units, versions }) => {
    const given = Object.entries(versions as Record<string, number[]>);
    const made = compareVersions(
      given.map(([name, scores]) => ({ name, units: units as string[], scores: column(scores) })),
    );
    const { ranks, shifts, rankCorrelations, meanShifts } = made;
    return { ranks, shifts: shifts[1], correlation: rankCorrelations[1], meanShift: meanShifts[1] };
  },
  'compare.rank-reversal': (given) => {
    const { table, hierarchy, chain } = smallInput(given as unknown as SmallIndex);
    return rankReversals(table, hierarchy, chain).reversals.map(({ without, pairs }) => [without, pairs]);
  },
  'compare.turning-weight': ({ first, second, ...given }) =>
    turningWeights(index(given), { first: String(first), second: String(second) }).map(
      ({ code, weight, turnsAt, change }) => [code, weight, turnsAt, change],
    ),
};
