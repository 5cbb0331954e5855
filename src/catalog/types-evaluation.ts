import type { IndicatorId, ReferenceId, Text } from '../base/index.js';
import type { Located, Mark } from './types.js';

/** An entry of an aspect: an indicator asked for, or the nearest that can be had. */
export interface AspectItem {
  readonly id: string;
  /** Null: that of the indicator. */
  readonly label: Text | null;
  readonly indicator: IndicatorId;
  /** `same`: what is asked for; `stand_in`: the nearest that can be had, as `note` says. */
  readonly fit: 'same' | 'stand_in';
  readonly note: Text | null;
  /** Who keeps the figure. */
  readonly source: Text;
  /** Layout through which it is filled. */
  readonly form: string;
  readonly mark: Mark;
}

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
