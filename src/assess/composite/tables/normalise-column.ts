import { mean, present, upperBound } from '../../../base/index.js';
import { wrong } from './grid.js';
import type { TableNode, TableNormalisation } from './types.js';

/**
 * Brings one indicator to a common scale; missing stays missing. Values are multiplied by the direction first, except for
 * goalposts, which are in natural units and turn round instead.
 *
 * `minmax`: between the ends of `range`. `zscore`: mean 0, standard deviation 1 (n − 1). `rank`: 1 for the worst, ties
 * share the smallest. `percentile`: (rank − 1) ÷ (n − 1). An indicator that is equal everywhere is missing everywhere
 * under `minmax` and `zscore`.
 *
 * @throws AfterlodeError INDEX_TABLE where goalposts are wanted and absent
 */
export function normaliseColumn(
  node: TableNode,
  values: Float64Array,
  method: TableNormalisation,
  range: readonly [low: number, high: number],
): Float64Array {
  if (method === 'goalposts') return betweenGoalposts(node, values);
  const directed = values.map((value) => value * node.direction);
  const sorted = present(directed);
  switch (method) {
    case 'minmax': {
      const [low, high] = [sorted[0] as number, sorted.at(-1) as number];
      const width = range[1] - range[0];
      return directed.map((value) =>
        high === low ? Number.NaN : ((value - low) / (high - low)) * width + range[0],
      );
    }
    case 'zscore': {
      const middle = mean(sorted);
      const deviation = Math.sqrt(
        sorted.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (sorted.length - 1),
      );
      return directed.map((value) => (deviation > 0 ? (value - middle) / deviation : Number.NaN));
    }
    case 'rank':
      return directed.map((value) => ascendingRank(sorted, value));
    case 'percentile':
      return directed.map((value) => (ascendingRank(sorted, value) - 1) / (sorted.length - 1));
  }
}

function ascendingRank(sorted: Float64Array, value: number): number {
  if (Number.isNaN(value)) return Number.NaN;
  let below = upperBound(sorted, value);
  while (below > 0 && sorted[below - 1] === value) below -= 1;
  return below + 1;
}

function betweenGoalposts(node: TableNode, values: Float64Array): Float64Array {
  const posts = node.goalposts;
  if (!posts) {
    throw wrong(`meta ${node.code}`, 'no goalposts', 'goalpost_lower and goalpost_upper');
  }
  const { lower, upper, scale, truncated } = posts;
  return values.map((value) => {
    const part = node.direction === 1 ? (value - lower) / (upper - lower) : (upper - value) / (upper - lower);
    return (truncated ? Math.min(1, Math.max(0, part)) : part) * scale;
  });
}
