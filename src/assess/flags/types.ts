import type { IndicatorId, Period, Text } from '../../base/index.js';

/** A caveat found in one unit and period, and the numbers beside which it must stand. */
export interface Flag {
  /** The caveat of the catalog. */
  readonly id: string;
  readonly label: Text;
  readonly advice: Text | null;
  /** The numbers look like success and are decline; false: another caution, such as a boundary change. */
  readonly disguise: boolean;
  readonly period: Period;
  /** Indicators whose value in this period must not stand without it. */
  readonly beside: readonly IndicatorId[];
}

/** A flag as it stands beside a number. */
export type FlagNote = Pick<Flag, 'id' | 'label' | 'advice' | 'disguise'>;
