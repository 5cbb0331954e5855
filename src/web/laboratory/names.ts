import type { LaboratoryAnswer } from '../../api/contract.js';
import type { FlagNote } from '../../assess/index.js';
import type { Language, Text } from '../../base/index.js';
import type { Sheet } from './messages.js';

/** A unit as list and map show it. */
export interface Place {
  readonly id: string;
  readonly name: Text;
  readonly point: readonly [number, number] | null;
  readonly type: string | null;
  readonly population: number | null;
}

/** How units and nodes are called, whatever was put on the bench. */
export interface Names {
  readonly place: (unit: string) => Place;
  readonly node: (code: string) => Text;
  /** Unit of an indicator's values; null for groups and for the reader's own tables. */
  readonly unit: (code: string) => string | null;
  /** Id of an indicator in the catalog; null for groups and for the reader's own tables. */
  readonly indicator: (code: string) => string | null;
  /** What must stand beside a unit's score of a node in a period; none for the reader's own tables. */
  readonly flags: (unit: string, period: string | null, code: string) => readonly FlagNote[];
}

const noFlags: readonly FlagNote[] = [];

/** Names of an index of the workspace. */
export function namesOfIndex({ cities, nodes, flags, flagNotes }: LaboratoryAnswer): Names {
  const places = new Map(Object.entries(cities).map(([id, city]) => [id, { id, ...city }]));
  return {
    place: (unit) => places.get(unit) ?? placeOf(unit, unit),
    node: (code) => nodes[code]?.label ?? same(code),
    unit: (code) => nodes[code]?.unit ?? null,
    indicator: (code) => nodes[code]?.indicator ?? null,
    flags: (unit, period, code) => {
      const ids = period === null ? undefined : flags[unit]?.[period]?.[code];
      return ids === undefined ? noFlags : flagNotes.filter((one) => ids.includes(one.id));
    },
  };
}

/** Names of the reader's own tables, as these have them. */
export function namesOfTables({ unitNames, nodeNames }: Sheet): Names {
  const places = new Map<string, Place>();
  const place = (unit: string): Place => {
    const made = places.get(unit) ?? placeOf(unit, unitNames.get(unit) ?? unit);
    places.set(unit, made);
    return made;
  };
  return {
    place,
    node: (code) => same(nodeNames.get(code) ?? code),
    unit: () => null,
    indicator: () => null,
    flags: () => noFlags,
  };
}

function placeOf(id: string, name: string): Place {
  return { id, name: same(name), point: null, type: null, population: null };
}

function same(text: string): Text {
  return { en: text, zh: text };
}

/** Ascending by name in a language. */
export function byName(language: Language): (a: Text, b: Text) => number {
  const { compare } = new Intl.Collator(language);
  return (a, b) => compare(a[language], b[language]);
}
