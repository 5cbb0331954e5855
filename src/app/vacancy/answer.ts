import { type Issue, toEdge } from '../../base/index.js';
import {
  type FusedEstate,
  isSmall,
  type MeteredEstate,
  type Range,
  type SourceCalibration,
  type SummedVacancy,
  type VacancyRemark,
} from '../../locate/index.js';
import type { OpenedPlaces } from '../ledger/open-places.js';
import type { SavedFile } from '../tables/save-sheets.js';
import type { EstateRow } from './tables.js';

/** What one source says of an estate. */
export interface VacancySource {
  readonly source: string;
  /** Occupied units as given, and corrected for the bias of the source. */
  readonly given: number;
  readonly occupied: number;
  /** Standard error with that of the bias, units; null where nobody knows it. */
  readonly error: number | null;
  /** Share in the result. */
  readonly weight: number;
}

/** An estate. Where it is too small to be told (`suppressed`), there is nothing but its units. */
export interface VacancyRow {
  readonly estate: string;
  readonly units: number;
  readonly cell: string | null;
  /** Vacant by all units, 0 to 1; null where it is not known or not told. */
  readonly rate: Range | null;
  /** Occupied units. */
  readonly occupied: Range | null;
  readonly sources: readonly VacancySource[];
  /** Units lived in for a part of the year; null without meters of a year and a heating season. */
  readonly seasonal: number | null;
  readonly remarks: readonly VacancyRemark[];
  readonly suppressed: boolean;
}

/** Vacancy of estates together; null where it is not known or not told. */
export interface VacancySum {
  readonly rate: Range | null;
  /** Units of estates with a rate, of all estates, and their share. */
  readonly units: number;
  readonly unitsAll: number;
  readonly coverage: number | null;
  readonly estates: number;
  readonly estatesAll: number;
}

/** How a source differs from visits; missing is null. */
export interface VacancyCalibration {
  readonly source: string;
  readonly estates: number;
  readonly bias: number | null;
  readonly biasError: number | null;
  readonly spread: number | null;
  readonly calibrated: boolean;
}

/** Answer of `vacancy`. */
export interface VacancyAnswer {
  readonly rows: readonly VacancyRow[];
  readonly city: VacancySum;
  /** By cell of the table; empty where it has none. */
  readonly cells: readonly (VacancySum & { readonly cell: string; readonly suppressed: boolean })[];
  readonly calibration: readonly VacancyCalibration[];
  /** null without a table of readings. */
  readonly meters: {
    readonly readings: number;
    readonly units: number;
    /** `2025-01`. */
    readonly from: string;
    readonly to: string;
  } | null;
  readonly confidence: number;
  readonly findings: OpenedPlaces | null;
  readonly files: readonly SavedFile[];
  readonly issues: readonly Issue[];
}

/** A row from what is known of an estate. */
export function vacancyRow(
  { id, units, cell }: EstateRow,
  fused: FusedEstate,
  metered: MeteredEstate | null,
  smallest: number,
): VacancyRow {
  const base = { estate: id, units, cell };
  if (isSmall(units, smallest))
    return {
      ...base,
      rate: null,
      occupied: null,
      sources: [],
      seasonal: null,
      remarks: [],
      suppressed: true,
    };
  return {
    ...base,
    rate: fused.rate,
    occupied: fused.occupied,
    sources: fused.used.map(({ source, given, occupied, error, sharedError, weight }) => ({
      source,
      given,
      occupied,
      error: toEdge(Math.hypot(error, sharedError)),
      weight,
    })),
    seasonal: metered?.seasonal ?? null,
    remarks: fused.remarks,
    suppressed: false,
  };
}

/** A sum as the answer tells it. */
export function sumRow(sum: SummedVacancy): VacancySum {
  return { ...sum, coverage: toEdge(sum.coverage) };
}

/** Calibrations as the answer tells them. */
export function calibrationRow(one: SourceCalibration): VacancyCalibration {
  const { bias, biasError, spread, calibrated } = one;
  return {
    ...one,
    bias: toEdge(bias),
    biasError: toEdge(biasError),
    spread: calibrated ? toEdge(spread) : null,
  };
}

/** `2025-03` of months since the year 0. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
