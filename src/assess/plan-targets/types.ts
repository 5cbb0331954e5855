import type { CityId, IndicatorId, IsoDate, Period } from '../../base/index.js';

/** A target of a plan, as it was imported. Nothing makes one up and none is filled from what came about. */
export interface PlanTarget {
  readonly city: CityId;
  readonly indicator: IndicatorId;
  /** Calendar year in which it is to be reached. */
  readonly year: Period;
  /** In the base unit of the indicator. */
  readonly target: number;
  /** Document and page it was read in. */
  readonly document: string;
  /** Day of the document; nobody was bound by the target before. Null: a table that is not kept says no day. */
  readonly issued: IsoDate | null;
}

/** A target of a document with a day, as the store keeps it. */
export interface DatedTarget extends PlanTarget {
  readonly issued: IsoDate;
}

/** What a city is bound by on a day, and what it was bound by before. */
export interface TargetStand {
  readonly inForce: PlanTarget;
  /** Versions that it supersedes, the first one first. */
  readonly earlier: readonly PlanTarget[];
}

/** The target of a city for a year of its own, as it stood at the end of that year; null where there was none. */
export type TargetsOfYear = (city: CityId, year: Period, indicator: IndicatorId) => TargetStand | null;
