import type { Catalog } from '../catalog/index.js';
import { usualRankOptions } from './rank-index.js';
import type { RankOptions } from './types.js';

/** Parameters of the catalog that say how ranks are tried under other weights. */
export const rankParameters = {
  spread: 'rank_weight_spread',
  runs: 'rank_runs',
  lowQuantile: 'rank_low_quantile',
  highQuantile: 'rank_high_quantile',
} as const satisfies Partial<Record<keyof RankOptions, string>>;

/** How ranks are tried, from the catalog; the usual way for what it does not say. The seed is the program's. */
export function rankOptionsOf(catalog: Catalog): RankOptions {
  const value = (key: keyof typeof rankParameters) =>
    catalog.parameters.get(rankParameters[key])?.value ?? usualRankOptions[key];
  return {
    spread: value('spread'),
    runs: value('runs'),
    lowQuantile: value('lowQuantile'),
    highQuantile: value('highQuantile'),
    seed: usualRankOptions.seed,
  };
}
