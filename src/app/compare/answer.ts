import type { FlagNote } from '../../assess/index.js';
import type { Text } from '../../base/index.js';
import type { Direction } from '../../catalog/index.js';
import type { BoundaryBreak } from '../../register/index.js';

/** A value of a place in one period; null is missing. */
export interface PlacePoint {
  readonly period: string;
  /** In the unit of the measure. */
  readonly value: number | null;
  /** Address of the number for `explain`. */
  readonly id: string;
  readonly flags: readonly FlagNote[];
  /** Changes of the whole area since the value before: the two stand on different boundaries. */
  readonly breaks: readonly BoundaryBreak[];
  /** The value itself compares two areas, as a growth over years of such a change: shown and not ranked. */
  readonly twoAreas: boolean;
  /** 1 is best. Of an index among all ranked, of an indicator among the listed units of the level; else null. */
  readonly rank: number | null;
  readonly ranked: number | null;
  /** 5 % and 95 % of the rank under other weights; null for indicators, which have no weights. */
  readonly rankInterval: readonly [number, number] | null;
}

/** What a group comes to in one period; null is missing. */
export interface GroupCoursePoint {
  readonly period: string;
  readonly count: number;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  /** Of the class of a place, which may differ by period; null for other groups. */
  readonly label: Text | null;
  /** Address of the median where it has one, else null. */
  readonly id: string | null;
}

/** An indicator or an index over the places and groups. */
export interface MeasureComparison {
  readonly id: string;
  readonly kind: 'indicator' | 'index';
  readonly label: Text;
  readonly unit: string;
  /** The unit that readers expect: shown = value / factor. */
  readonly display: { readonly label: Text; readonly factor: number; readonly digits: number };
  readonly better: Direction;
  /** Periods in which a place or a unit of a group has a value, ascending. */
  readonly periods: readonly string[];
  /** One for each place, in their order. */
  readonly places: readonly { readonly place: string; readonly points: readonly PlacePoint[] }[];
  /** One for each group, in their order. */
  readonly groups: readonly { readonly group: string; readonly points: readonly GroupCoursePoint[] }[];
}

/** `GET /api/compare/places`: places and groups side by side over the periods. */
export interface PlacesComparison {
  readonly catalog: string;
  readonly places: readonly {
    readonly id: string;
    readonly adcode: string;
    readonly name: Text;
    readonly province: Text;
    readonly level: string;
    readonly listed: boolean;
  }[];
  readonly groups: readonly {
    /** As it was asked for: `type:declining`. */
    readonly group: string;
    readonly label: Text;
    /** Units; of `like`, those of the widest class. */
    readonly units: number;
  }[];
  readonly measures: readonly MeasureComparison[];
}
