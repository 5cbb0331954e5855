import type { Upgrading, UpgradingChange } from '../../assess/index.js';
import { toEdge } from '../../base/index.js';
import { type Edges, edgesOf } from './edges.js';

type Edge = number | null;

/** Upgrading with missing as null. */
export interface UpgradingAnswer {
  readonly first: Edges<Upgrading>;
  readonly last: Edges<Upgrading>;
  readonly secondaryChange: Edge;
  readonly tertiaryChange: Edge;
  readonly secondaryGrowthPercent: Edge;
  readonly tertiaryGrowthPercent: Edge;
  readonly falseUpgrading: UpgradingChange['falseUpgrading'];
}

/** Upgrading as it is answered. */
export function upgradingAnswer(found: UpgradingChange): UpgradingAnswer {
  return {
    first: edgesOf(found.first),
    last: edgesOf(found.last),
    secondaryChange: toEdge(found.secondaryChange),
    tertiaryChange: toEdge(found.tertiaryChange),
    secondaryGrowthPercent: toEdge(100 * found.secondaryGrowth),
    tertiaryGrowthPercent: toEdge(100 * found.tertiaryGrowth),
    falseUpgrading: found.falseUpgrading,
  };
}
