import type { CityId, IndicatorId, IsoDate, Issue, Period, Text, Unit } from '../../base/index.js';
import type { FlagNote } from '../flags/index.js';

/**
 * What became of a target: met or missed in its year; `open`: its year lies after the evaluation; `no-data`: no value in
 * its year; `doubtful`: the value is doubtful; `no-direction`: the indicator does not say which way is better.
 */
export type TargetStatus = 'met' | 'missed' | 'open' | 'no-data' | 'doubtful' | 'no-direction';

export interface TargetResult {
  readonly indicator: IndicatorId;
  readonly label: Text;
  readonly unit: Unit;
  readonly year: Period;
  readonly target: number;
  readonly document: string;
  /** Day of the document; null where its table says none. */
  readonly issued: IsoDate | null;
  /** Versions that were in force before, the first one first. */
  readonly earlier: readonly {
    readonly target: number;
    readonly document: string;
    readonly issued: IsoDate | null;
  }[];
  /** Value at the beginning of the evaluation. */
  readonly base: number | null;
  /** Value in the target's year. */
  readonly actual: number | null;
  /** Actual − target. */
  readonly difference: number | null;
  /** (actual − base) ÷ (target − base): 1 where the way was gone to its end; null where one of them is missing or no way was to go. */
  readonly wayGone: number | null;
  readonly status: TargetStatus;
}

/** What a city is held against. */
export interface RegionReference {
  readonly kind: 'province' | 'class';
  readonly label: Text;
  /** Units it consists of; 1 for a province's own row. */
  readonly units: number;
  /** Its score at the beginning and at the end. */
  readonly from: number;
  readonly to: number;
}

/** Own restructuring × standing in the region. */
export type Quadrant = 'real_transition' | 'left_behind' | 'region_driven' | 'decline';

/** A value at a period. */
export interface PathPoint {
  readonly period: Period;
  readonly value: number;
}

/** An indicator of an aspect in one city. */
export interface AspectValue {
  readonly id: string;
  readonly label: Text;
  readonly indicator: IndicatorId;
  readonly unit: Unit;
  /** `stand_in`: not what is asked for but the nearest that can be had; `note` says how. */
  readonly fit: 'same' | 'stand_in';
  readonly note: Text | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly change: number | null;
  /** Whether it moved the way that is better; null where a value or a direction is missing. */
  readonly moved: 'better' | 'worse' | 'same' | null;
  /** A value at the ends is doubtful. */
  readonly doubtful: boolean;
  /** What must stand beside the value at the end. */
  readonly flags: readonly FlagNote[];
  /** All values from the beginning to the end. */
  readonly path: readonly PathPoint[];
}

/** What an aspect lacks in a city, and how it would be filled. */
export interface AspectGap {
  readonly id: string;
  readonly label: Text;
  readonly indicator: IndicatorId;
  /** Who keeps the figure. */
  readonly source: Text;
  /** Layout of the form and what to write into its columns. */
  readonly form: { readonly layout: string; readonly indicator: string; readonly unit: string };
}

export interface AspectResult {
  readonly aspect: string;
  readonly label: Text;
  readonly values: readonly AspectValue[];
  readonly missing: readonly AspectGap[];
}

/** Three columns that are never added or set equal. Null: nobody imported it. */
export interface FundColumns {
  /** Sums over the years of the evaluation, CNY. */
  readonly approved: number | null;
  readonly disbursed: number | null;
  /** Jobs that a comparison ascribes to the funds: an imported estimate, never a trend. */
  readonly effect: number | null;
  /** Disbursed ÷ approved. */
  readonly disbursedShare: number | null;
}

/** How far the figures behind an evaluation can be trusted. */
export interface DataQuality {
  /** Class of `evaluation_quality`. */
  readonly grade: string;
  /** Figures of the index at both ends that are there and not doubtful, as a share of all. */
  readonly usable: number;
  readonly of: number;
  readonly missing: number;
  readonly doubtful: number;
  readonly estimated: number;
}

/** What a branch right below the index adds to the change of its score, in index points. */
export interface ScoreChangePart {
  readonly node: string;
  readonly points: number;
}

/** One city between two periods. Scores and their differences in index points. */
export interface CityEvaluation {
  readonly city: CityId;
  readonly evaluation: string;
  readonly index: string;
  readonly from: Period;
  readonly to: Period;
  /** Score at the end. */
  readonly level: number | null;
  /** Score at the end less that at the beginning. */
  readonly change: number | null;
  /** The change by branch, in the order of the index; empty without a change, or where the index is no weighted mean. */
  readonly parts: readonly ScoreChangePart[];
  /** Score less that of the region, at both ends. */
  readonly gapFrom: number | null;
  readonly gapTo: number | null;
  /** gapTo − gapFrom: above zero the city gained on its region. */
  readonly gapChange: number | null;
  readonly region: RegionReference | null;
  /** Change of the node that stands for the city's own structure. */
  readonly structureChange: number | null;
  readonly quadrant: Quadrant | null;
  /** w_L · level + w_C · change + w_R · gapChange; null where one of them is missing. */
  readonly score: number | null;
  /** Place of the score inside the class. */
  readonly rank: number | null;
  readonly rankInterval: readonly [number, number] | null;
  readonly ranked: number;
  readonly rankClass: Text | null;
  readonly targets: readonly TargetResult[];
  readonly path: readonly PathPoint[];
  readonly aspects: readonly AspectResult[];
  readonly funds: FundColumns;
  readonly quality: DataQuality;
  /** What must stand beside level, change and quadrant: decline that looks like success, and other cautions at the end. */
  readonly flags: readonly FlagNote[];
  readonly issues: readonly Issue[];
}
