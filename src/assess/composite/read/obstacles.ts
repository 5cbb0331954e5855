import { AfterlodeError } from '../../../base/index.js';
import type { ChainRun, Values } from '../types.js';

/** Obstacle degrees by indicator, by row; in a row they sum to 1, or all are missing where nothing is in the way. */
export type ObstacleDegrees = readonly Values[];

/**
 * Obstacle degree: Oⱼ = Fⱼ Vⱼ ÷ Σ Fⱼ Vⱼ with the deviation Vⱼ = 1 − zⱼ. A missing indicator drops out and the others of the
 * row sum to 1; where all z are 1 the whole row is missing (0 ÷ 0). A score above 1 is no obstacle (D).
 *
 * Source: standard, used in the works on these cities (M).
 *
 * @param scores z from 0 (worst) to 1 (best), one column per indicator
 * @param weights Fⱼ: share of the indicator in the whole index
 * @throws AfterlodeError INDEX_WEIGHTS for weights that do not fit
 */
export function obstacleDegrees(scores: readonly Values[], weights: ArrayLike<number>): Values[] {
  if (weights.length !== scores.length || Array.from(weights).some((weight) => !(weight >= 0))) {
    throw new AfterlodeError(
      'INDEX_WEIGHTS',
      { en: 'the indicators', zh: '各指标' },
      {
        found: Array.from(weights).join(', '),
        expected: { en: `${scores.length} numbers from 0`, zh: `${scores.length} 个不小于 0 的数` },
      },
    );
  }
  const sums = new Float64Array(scores[0]?.length ?? 0);
  const weighted = scores.map((column, at) =>
    column.map((score, row) => {
      const amount = (weights[at] as number) * Math.max(0, 1 - score);
      if (!Number.isNaN(amount)) sums[row] = (sums[row] as number) + amount;
      return amount;
    }),
  );
  return weighted.map((column) =>
    column.map((amount, row) => (sums[row] === 0 ? Number.NaN : amount / (sums[row] as number))),
  );
}

/** Obstacles of one row of a run. */
export interface Obstacles {
  /** Indicators from the largest obstacle to the smallest; those that are none have 0, missing ones are left out. */
  readonly indicators: readonly { readonly code: string; readonly degree: number }[];
  /** At most `top` of them, those of 0 left out. */
  readonly top: readonly { readonly code: string; readonly degree: number }[];
  /** Sums by node of the asked level, in the order of the hierarchy. */
  readonly dimensions: readonly { readonly code: string; readonly degree: number }[];
}

/**
 * Obstacles of every row of a run, from its normalised scores and effective weights.
 *
 * @param given `level` of the dimensions, 2 if absent; `top` 5 if absent
 * @throws AfterlodeError INDEX_OUT_OF_BOUNDS where the normalisation has no two ends (it has with minmax, goalposts,
 *   distance-to-max and percentile)
 */
export function obstaclesOf(
  run: ChainRun,
  given: { readonly level?: number; readonly top?: number } = {},
): Obstacles[] {
  const { nodes, leaves } = run.hierarchy;
  const degrees = obstacleDegrees(unitScores(run), run.effectiveWeights.subarray(0, leaves));
  const level = given.level ?? 2;
  const above = nodes.slice(0, leaves).map((_, leaf) => {
    let at = leaf;
    while (at >= 0 && (nodes[at]?.level ?? level) < level) at = nodes[at]?.parent ?? -1;
    return at;
  });
  const dimensions = nodes.flatMap((node, at) => (node.level === level ? [at] : []));
  return Array.from({ length: run.kept.units.length }, (_, row) => {
    const known = degrees.map((column, leaf) => ({ leaf, degree: column[row] as number }));
    const present = known.filter(({ degree }) => !Number.isNaN(degree));
    const indicators = present
      .toSorted((a, b) => b.degree - a.degree)
      .map(({ leaf, degree }) => ({ code: nodes[leaf]?.code ?? '', degree }));
    return {
      indicators,
      top: indicators.filter(({ degree }) => degree > 0).slice(0, given.top ?? 5),
      dimensions: dimensions.flatMap((at) => {
        const below = present.filter(({ leaf }) => above[leaf] === at);
        const degree = below.reduce((sum, one) => sum + one.degree, 0);
        return below.length === 0 ? [] : [{ code: nodes[at]?.code ?? '', degree }];
      }),
    };
  });
}

/**
 * Normalised scores of a run on a scale from 0 to 1.
 *
 * @throws AfterlodeError INDEX_OUT_OF_BOUNDS where the normalisation has no two ends
 */
export function unitScores(run: ChainRun): Values[] {
  return run.table.indicators.map((indicator, at) => {
    const how = run.chain.normaliseOne.get(indicator.code) ?? run.chain.normalise;
    const [low, high] = endsOf(how, indicator.goalposts?.scale ?? Number.NaN);
    if (Number.isNaN(high)) {
      throw new AfterlodeError('INDEX_OUT_OF_BOUNDS', indicator.code, {
        found: how.method,
        expected: {
          en: 'scores between two ends, as of minmax, goalposts, percentile or distance-to-max',
          zh: '有上下两端的得分，如 minmax、goalposts、percentile 或 distance-to-max',
        },
      });
    }
    return (run.scores[at] as Values).map((score) => (score - low) / (high - low));
  });
}

function endsOf(how: ChainRun['chain']['normalise'], scale: number): readonly [low: number, high: number] {
  switch (how.method) {
    case 'minmax':
      return [how.low, how.high];
    case 'goalposts':
      return [0, scale];
    case 'percentile':
    case 'distance-to-max':
      return [0, 1];
    default:
      return [0, Number.NaN];
  }
}
