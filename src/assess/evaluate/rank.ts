import { type ChainRun, ranksOf, runChain, usualChain, varyIndex } from '../composite/index.js';
import { quantileOfCounts } from '../rank-index.js';
import type { RankOptions } from '../types.js';

/** The three parts of a score, one value per unit; `NaN` is missing. */
export interface ScoreParts {
  readonly level: Float64Array;
  readonly change: Float64Array;
  readonly gap: Float64Array;
}

/** Relative weights of the parts. */
export interface PartWeights {
  readonly level: number;
  readonly change: number;
  readonly gap: number;
}

export interface PartRanks {
  /** Weighted mean of the parts; `NaN` where one of them is missing. */
  readonly score: Float64Array;
  /** 1 is best, ties share the smallest; `NaN` for who has no score. */
  readonly rank: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const names = ['level', 'change', 'gap'] as const;

/**
 * Score = w_L · level + w_C · change + w_R · change of the gap, weights summing to 1, and its rank among the given units with
 * the interval under other weights: each varies by ± spread, `runs` times, by the index engine. All parts are in index
 * points and are added as they are.
 */
export function rankParts(parts: ScoreParts, weights: PartWeights, options: RankOptions): PartRanks {
  const run = partsRun(parts, weights);
  const rank = Float64Array.from(ranksOf(run));
  const score = run.scores[names.length] as Float64Array;
  const made = { score, rank, low: rank.slice(), high: rank.slice() };
  const some = rank.some((value) => !Number.isNaN(value));
  const choice = names.filter((name) => weights[name] > 0).length > 1;
  if (!some || !choice || options.spread === 0 || options.runs === 0) return made;
  const factor = { name: 'weights', vary: 'weights', noise: options.spread, levels: null } as const;
  const { units, rankCounts } = varyIndex(run, [factor], { runs: options.runs, seed: options.seed });
  const width = units.length + 1;
  units.forEach(({ unit }, at) => {
    const row = Number(unit);
    if (Number.isNaN(rank[row])) return;
    const counts = rankCounts.subarray(at * width, (at + 1) * width);
    made.low[row] = quantileOfCounts(counts, options.lowQuantile);
    made.high[row] = quantileOfCounts(counts, options.highQuantile);
  });
  return made;
}

function partsRun(parts: ScoreParts, weights: PartWeights): ChainRun {
  const leaf = (name: (typeof names)[number]) => ({
    code: name,
    level: 1,
    parent: names.length,
    children: [],
    weight: weights[name],
    rule: null,
    minimumCoverage: null,
  });
  const index = {
    code: 'evaluation',
    level: 2,
    parent: -1,
    children: names.map((_, at) => at),
    weight: 1,
    rule: { rule: 'amean' } as const,
    minimumCoverage: 1,
  };
  const table = {
    units: Array.from(parts.level, (_, at) => String(at)),
    times: null,
    indicators: names.map((code) => ({
      code,
      direction: 1 as const,
      goalposts: null,
      target: null,
      denominator: null,
    })),
    columns: names.map((name) => parts[name]),
    denominators: new Map<string, Float64Array>(),
    groups: new Map<string, readonly string[]>(),
  };
  const hierarchy = { nodes: [...names.map(leaf), index], leaves: names.length };
  return runChain(table, hierarchy, { ...usualChain, normalise: { method: 'none' } });
}
