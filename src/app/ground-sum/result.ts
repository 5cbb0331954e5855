import type { GroundSum, Measuring } from '../../locate/index.js';
import type { GroundAnswer, GroundShown } from './answer.js';
import type { GroundBase } from './base.js';
import type { FoundZones } from './zones.js';

/** What was computed, before it is told or written. */
export interface GroundResult {
  readonly answer: GroundAnswer;
  readonly base: GroundBase | null;
  /** null without layers. */
  readonly sum: GroundSum | null;
  /** Position of each row among the places. */
  readonly places: readonly number[];
  readonly zones: FoundZones | null;
  readonly shown: Omit<GroundShown['map'], 'cells' | 'zones'>;
  readonly measuring: Measuring;
}
