import { AfterlodeError } from '../../base/index.js';

/** What a group may be made by. */
export const groupKinds = [
  'listed',
  'others',
  'type',
  'resource',
  'level',
  'batch',
  'province',
  'course',
  'like',
  'list',
] as const;
export type GroupKind = (typeof groupKinds)[number];

/** A group as it is asked for: `type:declining`, `others@county`, `like:230400`, `list:mine=230400+230500`. */
export interface GroupChoice {
  readonly key: string;
  readonly kind: GroupKind;
  /** Class, number, name of a province or of a place; of a list, its name. Empty where the kind needs none. */
  readonly value: string;
  /** Units of a list, as they were written. */
  readonly units: readonly string[];
  /** Only units of this level; null: all levels of the kind. */
  readonly level: string | null;
}

const alone: ReadonlySet<string> = new Set(['listed', 'others']);

/**
 * Reads a group: KIND[:VALUE][@LEVEL], of a list `list:NAME=PLACE+PLACE`. A group of units off the list is of one level,
 * prefectures unless another is said: areas of different levels lie inside each other.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function readGroup(key: string): GroupChoice {
  const [, word = '', value = '', level = null] = /^([a-z]+)(?::([^@]*))?(?:@(.+))?$/u.exec(key) ?? [];
  const kind = groupKinds.find((one) => one === word);
  const fault = (): never => {
    throw new AfterlodeError('CALL_OPTION', '--groups', { found: key, expected: groupForms });
  };
  if (kind === undefined || alone.has(kind) !== (value === '')) return fault();
  // The class of a place says its level itself.
  if (kind === 'like' && level !== null) return fault();
  if (kind === 'others') return { key, kind, value, units: [], level: level ?? 'prefecture' };
  if (kind !== 'list') return { key, kind, value, units: [], level };
  const [name = '', members = ''] = value.split('=', 2);
  const units = members
    .split('+')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return name === '' || units.length === 0 ? fault() : { key, kind, value: name, units, level };
}

/** The forms of groups, for messages and for help. */
export const groupForms =
  'listed, others, type:CLASS, resource:CLASS, level:LEVEL, batch:N, province:NAME, course:CLASS, list:NAME=PLACE+PLACE, all with @LEVEL or without, and like:PLACE';
