import type { IndicatorId, ReferenceId, Text, Unit } from '../base/index.js';
import type { Located, Mark } from './types.js';

/** One entry of an indicator list of the city check-up. */
export interface CheckupItem {
  readonly id: string;
  /** Null: that of the indicator. */
  readonly label: Text | null;
  /** The indicator that serves it, observed or computed. */
  readonly indicator: IndicatorId;
  /** `same`: what the list asks for; `stand_in`: the nearest that can be had, as `note` says. */
  readonly fit: 'same' | 'stand_in';
  readonly note: Text | null;
  /** In which the figure is filled and shown; null: the usual one of the indicator. */
  readonly unit: Unit | null;
  /** Who keeps the figure and how it is gathered. */
  readonly source: Text;
  /** Layout through which it is filled. */
  readonly form: string;
  readonly mark: Mark;
}

export interface CheckupDimension {
  readonly id: string;
  readonly label: Text;
  readonly items: readonly CheckupItem[];
}

/** An indicator list of the city check-up: of a programme year, of resource-based cities, or our own supplement. */
export interface CheckupList extends Located {
  readonly id: string;
  readonly label: Text;
  readonly class: 'basic' | 'feature' | 'supplementary';
  /** Programme year; null where it belongs to none. */
  readonly year: number | null;
  /** How many indicators the official list has; null where unknown or not official. */
  readonly officialCount: number | null;
  readonly note: Text | null;
  readonly dimensions: readonly CheckupDimension[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** A question of the residents' survey and the indicators it speaks of. */
export interface SurveyItem extends Located {
  readonly id: string;
  readonly label: Text;
  /** Other words for it in tables. */
  readonly aliases: readonly string[];
  readonly indicators: readonly IndicatorId[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}
