import type { ReferenceId, Text } from '../base/index.js';
import type { Located, Mark } from './types.js';
import type { CheckupItem } from './types-checkup.js';

/** An entry of an aspect: an indicator asked for, or the nearest that can be had. */
export type AspectItem = CheckupItem;

/** An aspect of the performance evaluation: replacement industry, livelihood, ecology, legacy problems, fund use. */
export interface Aspect extends Located {
  readonly id: string;
  readonly order: number;
  readonly label: Text;
  readonly note: Text | null;
  readonly items: readonly AspectItem[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** How cities are evaluated between two periods of an index. */
export interface Evaluation extends Located {
  readonly id: string;
  /** The lowest whose index has both periods is used. */
  readonly order: number;
  readonly label: Text;
  readonly note: Text | null;
  readonly index: string;
  /** Node of the index that stands for the city's own structure. */
  readonly structure: string;
  /** What a city is held against: its province, or the listed units of its class. */
  readonly region: 'province' | 'class';
  /** Relative to one another. */
  readonly weights: { readonly level: number; readonly change: number; readonly gap: number };
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}
