import type { CityId, IsoDate, Text } from '../base/index.js';

export type Level = 'country' | 'province' | 'prefecture' | 'county-city' | 'county' | 'district' | 'area';

/** The areas whose figures are the unit's in tables of one code year: none, one, or several to be summed. */
export interface Areas {
  readonly codes: '2010' | '2020' | 'register' | string;
  readonly areas: readonly string[];
}

/** A doubt about one field of a row, as its source lists it. */
export interface Doubt {
  readonly field: string;
  readonly text: Text;
}

/** A unit of the register (`listed`) or a comparison unit. Official labels only; computed ones live elsewhere. */
export interface City {
  readonly id: CityId;
  /** Official area code of the register's date; three listed units carry the code of the unit that contained them. */
  readonly adcode: string;
  readonly name: Text;
  /** Lower-case pinyin without tones, for search: short and whole name, divided by a space; empty where unknown. */
  readonly pinyin: string;
  readonly province: Text;
  readonly level: Level;
  /** On the official list. */
  readonly listed: boolean;
  /** Official type, a class of `classes/official_type`; null off the list. */
  readonly type: string | null;
  /** Batch of exhausted cities; null: not among them. */
  readonly batch: { readonly number: number; readonly year: number; readonly kind: string } | null;
  readonly resources: readonly string[];
  readonly resourceConfidence: 'high' | 'low' | null;
  /** Longitude, latitude, WGS 84; null for comparison units without a point. */
  readonly point: readonly [number, number] | null;
  /** Code of the unit that contains it in the register's hierarchy; null for the country. */
  readonly parent: string | null;
  /** Where its figures stand, by code year of the table. A year that is absent: look up `adcode`. */
  readonly areas: ReadonlyMap<string, readonly string[]>;
  readonly note: string;
  readonly doubts: readonly Doubt[];
  /** The decision that put it on the list, took it off or has it assessed beside it; absent where none was made. */
  readonly change?: RegisterChange;
}

/** A recorded decision about a unit's place in the register, with the document it rests on. */
export interface RegisterChange {
  readonly kind: 'enter-list' | 'leave-list' | 'assess-too';
  readonly reason: string;
  readonly document: string;
  readonly by: string;
  readonly on: IsoDate;
}

/** All units with look-ups. */
export interface Register {
  /** Listed units first, in the order of the register file, then comparison units by code. */
  readonly cities: readonly City[];
  readonly byId: ReadonlyMap<CityId, City>;
  /** Official totals that differ from a count of the rows, shown and not hidden. */
  readonly differences: readonly {
    readonly total: string;
    readonly official: number;
    readonly counted: number;
    readonly text: Text;
  }[];
  readonly breaks: readonly BoundaryBreak[];
}

/** A year in which the area of a unit or of its districts changed. */
export interface BoundaryBreak {
  readonly code: string;
  readonly year: number;
  readonly scope: 'whole' | 'districts' | 'identity';
  readonly text: Text;
}
