import type { CityId, Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { City } from '../../register/index.js';
import { classLabel, groupNames } from '../peers.js';
import type { GroupChoice } from './group-choice.js';

/** What groups are found by besides the register. */
export interface GroupFacts {
  readonly catalog: Catalog;
  /** Course of the population of each unit where it is known; read only for `course`. */
  readonly courses: ReadonlyMap<CityId, string>;
  /** The units that the words of a list mean. */
  readonly named: ReadonlySet<CityId>;
}

/** Whether a unit belongs to a group; `like` has classes instead, see `likeClasses`. */
export function belongsTo(city: City, choice: GroupChoice, facts: GroupFacts): boolean {
  if (choice.level !== null && city.level !== choice.level) return false;
  if (choice.kind === 'list') return facts.named.has(city.id);
  if (choice.kind === 'others') return !city.listed;
  return city.listed && hasClass(city, choice, facts);
}

function hasClass(city: City, { kind, value }: GroupChoice, { courses }: GroupFacts): boolean {
  switch (kind) {
    case 'type':
      return city.type === value;
    case 'resource':
      return city.resources.includes(value);
    case 'level':
      return city.level === value;
    case 'batch':
      return String(city.batch?.number ?? '') === value;
    case 'province':
      return sameName(city.province, value);
    case 'course':
      return courses.get(city.id) === value;
    default:
      return kind === 'listed' || kind === 'like';
  }
}

/** A province by its name in either language; the Chinese one also without its last word (山西 for 山西省). */
export function sameName(name: Text, asked: string): boolean {
  const wanted = asked.trim().toLowerCase();
  return (
    name.en.toLowerCase() === wanted ||
    name.zh === wanted ||
    (wanted.length > 1 && name.zh.startsWith(wanted))
  );
}

/** A class that a place is compared with: its words and its units. */
export interface LikeClass {
  readonly label: Text;
  /** Rows of the units. */
  readonly rows: readonly number[];
}

/**
 * The classes of listed units that a place is held against, from the narrowest to the widest, as lights are: type ×
 * resource × level, type × level, level, all.
 */
export function likeClasses(city: City, units: readonly City[], catalog: Catalog): readonly LikeClass[] {
  const rows = new Map<string, number[]>();
  units.forEach((unit, row) => {
    if (!unit.listed) return;
    for (const { key } of groupNames(unit, catalog)) rows.set(key, [...(rows.get(key) ?? []), row]);
  });
  return groupNames(city, catalog).map(({ key, label }) => ({ label, rows: rows.get(key) ?? [] }));
}

const schemes: Readonly<Record<string, string>> = {
  type: 'official_type',
  resource: 'resource',
  level: 'level',
  batch: 'exhausted_batch',
};

const others: Text = { en: 'not on the list', zh: '不在名单上' };
const listed: Text = { en: 'on the list', zh: '名单内' };
const courseLabels: Readonly<Record<string, Text>> = {
  'continuous shrinkage': { en: 'continuous shrinkage of population', zh: '人口持续收缩' },
  turned: { en: 'population turned to shrinkage', zh: '人口由增转减' },
  recovered: { en: 'population recovered', zh: '人口由减转增' },
  'no shrinkage': { en: 'no shrinkage of population', zh: '人口无收缩' },
};

/** Words for a group; `place` is the name of the place of `like`. */
export function labelOfGroup(choice: GroupChoice, catalog: Catalog, place: Text | null): Text {
  const { kind, value, level } = choice;
  const base = (): Text => {
    if (kind === 'listed') return listed;
    if (kind === 'others') return others;
    if (kind === 'course') return courseLabels[value] ?? { en: value, zh: value };
    if (kind === 'like' && place !== null) return { en: `like ${place.en}`, zh: `${place.zh}的同类` };
    const scheme = schemes[kind];
    return scheme === undefined ? { en: value, zh: value } : classLabel(catalog, scheme, value);
  };
  const { en, zh } = base();
  if (level === null) return { en, zh };
  const narrow = classLabel(catalog, 'level', level);
  return { en: `${en}, ${narrow.en}`, zh: `${zh}（${narrow.zh}）` };
}
