import { type Actor, contains, placesOf } from '../../access/index.js';
import { AfterlodeError } from '../../base/index.js';
import { areaOf, areaOfCity } from '../access/call.js';
import type { LedgerRow } from '../answers-checkup.js';
import { userName } from '../user-name.js';
import type { Workspace } from '../workspace.js';

/** Which findings a list shows; what is not named does not matter. */
export interface LedgerFilter {
  readonly city?: string;
  readonly period?: string;
  /** City or province by name or code. */
  readonly area?: string;
  /** Who has to see to it: account or name as it was assigned; `me`: who asks. */
  readonly person?: string;
  readonly overdue?: boolean;
  readonly status?: string;
  /** Words that stand somewhere in it, in small or capital letters. */
  readonly text?: string;
}

const statuses: readonly LedgerRow['status'][] = [
  'found',
  'open',
  'planned',
  'under_way',
  'done',
  'closed',
  'dropped',
];

/**
 * Whether a finding is one of those that were asked for.
 *
 * @throws AfterlodeError CALL_OPTION for a status that is none, ACCESS_AREA, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export function isWanted(ws: Workspace, filter: LedgerFilter, actor: Actor): (row: LedgerRow) => boolean {
  const { status, period, overdue } = filter;
  if (status !== undefined && !statuses.some((one) => one === status)) {
    throw new AfterlodeError('CALL_OPTION', 'status', { found: status, expected: statuses.join(', ') });
  }
  const person = filter.person === 'me' ? ownName(actor) : filter.person;
  const area = filter.area === undefined ? null : areaOf(ws, filter.area);
  const words = filter.text?.trim().toLowerCase() ?? '';
  const places = placesOf(ws.register);
  return (row) =>
    (period === undefined || row.period === period) &&
    (status === undefined || row.status === status) &&
    (overdue !== true || row.overdue) &&
    (person === undefined || row.assignment?.person === person) &&
    (area === null || contains(area, areaOfCity(ws, row.city), places)) &&
    (words === '' || textOf(row).includes(words));
}

/** The name by which findings are assigned to somebody; the operator is known by that of the system. */
export function ownName(actor: Actor): string {
  return actor.holds.some(({ role }) => role === 'operator') ? userName() : actor.name;
}

function textOf(row: LedgerRow): string {
  const { name, label, about, place, problemType, note, measure, assignment, comments, files } = row;
  const parts = [
    name.zh,
    name.en,
    label.zh,
    label.en,
    about,
    place,
    problemType,
    note,
    ...Object.values(measure ?? {}),
    ...Object.values(assignment ?? {}),
    ...comments.map((one) => one.text),
    ...files.flatMap((one) => [one.name, one.caption]),
  ];
  return parts.join('\n').toLowerCase();
}
