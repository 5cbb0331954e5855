import type { CityId, IndicatorId, Period, Text, Unit } from '../../base/index.js';
import type { CheckupItem, CheckupList, Mark } from '../../catalog/index.js';
import type { Judgement, Light } from '../types.js';

/**
 * Where an entry of a list stands in one city and period. `judged`: it has a light. `measured`: it has a value but nothing
 * to judge it by. `people_only`: nobody measured it, residents were asked. `missing`: neither; never green.
 */
export type ItemState = 'judged' | 'measured' | 'people_only' | 'missing';

/** An entry of a list in one city and period. */
export interface ItemStanding {
  readonly id: string;
  readonly label: Text;
  /** What it means, where a definition was read; null where only the name is known. */
  readonly definition: Text | null;
  readonly indicator: IndicatorId;
  /** Of the value: the indicator's base unit. */
  readonly unit: Unit;
  /** In which the figure is filled and shown, of the same base; null: the usual one. */
  readonly shown: Unit | null;
  readonly fit: CheckupItem['fit'];
  readonly note: Text | null;
  readonly source: Text;
  readonly form: string;
  readonly mark: Mark;
  readonly state: ItemState;
  /** In `unit`; NaN is missing. */
  readonly value: number;
  /** The latest earlier period that has a value; null where the period itself has one or none has. */
  readonly earlier: Period | null;
  /** Address of the light where there is a rule for one, else of the value. */
  readonly address: string;
  /** Null where the indicator has no direction, so that nothing is judged. */
  readonly judgement: Judgement | null;
}

/** Of how many entries something is known. */
export interface ListCoverage {
  readonly items: number;
  readonly judged: number;
  readonly measured: number;
  readonly peopleOnly: number;
  readonly missing: number;
  /** Entries whose name or definition was read in the source. */
  readonly verified: number;
  /** Share of the entries with a value, 0 to 1. */
  readonly share: number;
  readonly lights: Readonly<Record<Light, number>>;
}

export interface DimensionStanding {
  readonly id: string;
  readonly label: Text;
  readonly coverage: ListCoverage;
  readonly items: readonly ItemStanding[];
}

/** A list of the check-up in one city and period. */
export interface ListStanding {
  readonly list: CheckupList;
  readonly coverage: ListCoverage;
  readonly dimensions: readonly DimensionStanding[];
}

/** One city's annual check-up by the lists of the catalog. */
export interface AnnualCheckup {
  readonly city: CityId;
  readonly period: Period;
  readonly lists: readonly ListStanding[];
  /** Each indicator once, whichever list has it; mismatches of figures and people first, then red, yellow, green. */
  readonly order: readonly ItemStanding[];
}
