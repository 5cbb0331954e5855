import { type Actor, areaOfUnit, may, placesOf } from '../../access/index.js';
import {
  dueDay,
  findingId,
  isOverdue,
  type LedgerEntry,
  type Opened,
  statusSteps,
} from '../../assess/index.js';
import { type CityId, id, type Text } from '../../base/index.js';
import type { City } from '../../register/index.js';
import type { LedgerRow } from '../answers-checkup.js';
import type { Workspace } from '../workspace.js';
import type { Judged } from './judge.js';

/** A finding of the ledger as the doors show it to somebody. */
export function ledgerRow(ws: Workspace, entry: LedgerEntry, actor: Actor | null): LedgerRow {
  const { opened, status, measure, recheck, openedAt, changedAt, events } = entry;
  const { assignment, comments, files } = entry;
  const due = dueDay(entry);
  return {
    ...sharedPart(ws, opened),
    id: entry.id,
    status,
    level: opened.level,
    place: opened.place,
    lon: opened.lon,
    lat: opened.lat,
    problemType: opened.problemType,
    note: opened.note,
    measure,
    assignment,
    comments,
    files,
    due,
    overdue: isOverdue(due, ws.options.on),
    can: canDo(ws, opened.city, actor),
    recheck,
    openedAt,
    changedAt,
    next: statusSteps[status].filter((one) => one !== 'closed' || recheck?.result === 'improved'),
    history: events,
  };
}

/**
 * A finding as everybody may read it on the page of a city: what was found, what is done and what came of it, without the names, words and
 * pictures of those who work on it.
 */
export function publicRow(ws: Workspace, entry: LedgerEntry): LedgerRow {
  const row = ledgerRow(ws, entry, null);
  return {
    ...row,
    assignment: null,
    comments: [],
    files: [],
    history: [],
    due: '',
    overdue: isLate(ws, entry),
  };
}

/** Of the measure alone: whom a finding was given to until when is nobody else's business. */
function isLate(ws: Workspace, entry: LedgerEntry): boolean {
  return isOverdue(dueDay({ ...entry, assignment: null }), ws.options.on);
}

/** What somebody may do about findings of a city. */
function canDo(ws: Workspace, city: CityId, actor: Actor | null): LedgerRow['can'] {
  const places = placesOf(ws.register);
  const area = areaOfUnit(city, places);
  return {
    record: may(actor, 'finding.record', area, places),
    assign: may(actor, 'finding.assign', area, places),
  };
}

/** What a check-up found and nobody has opened, in the same form. */
export function foundRow(
  ws: Workspace,
  city: City,
  found: Pick<Opened, 'period' | 'subject' | 'about'> & Judged,
  actor: Actor | null = null,
): LedgerRow {
  const opened: Opened = {
    ...found,
    city: city.id,
    level: 'urban_area',
    place: '',
    lon: null,
    lat: null,
    problemType: '',
    note: '',
  };
  return {
    ...sharedPart(ws, opened),
    id: findingId(opened),
    status: 'found',
    level: opened.level,
    place: '',
    lon: null,
    lat: null,
    problemType: '',
    note: '',
    measure: null,
    assignment: null,
    comments: [],
    files: [],
    due: '',
    overdue: false,
    can: canDo(ws, city.id, actor),
    recheck: null,
    openedAt: null,
    changedAt: null,
    next: [],
    history: [],
  };
}

function sharedPart(ws: Workspace, opened: Opened) {
  const { city, period, subject, about, light, mismatch, value, evidence } = opened;
  const { label, unit } = wordsOf(ws, opened);
  const name = ws.register.byId.get(city)?.name ?? { en: city, zh: city };
  return { city, name, period, subject, about, label, light, mismatch, value, unit, evidence };
}

/** What is found on the ground, where no indicator or problem of the catalog names it. */
const groundWords: Readonly<Record<string, { readonly label: Text; readonly unit: string }>> = {
  subsidence: { label: { en: 'Sinking ground', zh: '地面沉陷' }, unit: 'm_per_year' },
  disorder: { label: { en: 'Disorderly street', zh: '街道失序' }, unit: 'share' },
  inefficient_land: { label: { en: 'Inefficient land', zh: '低效用地' }, unit: 'ratio' },
  vacant_land: { label: { en: 'Vacant land', zh: '空地' }, unit: 'm2' },
  vacancy: { label: { en: 'Vacant housing', zh: '住房空置' }, unit: 'share' },
  double_high: { label: { en: 'Double-high zone', zh: '“双高”区' }, unit: 'count' },
};

/** Label and unit; the id itself where the catalog no longer has it. */
function wordsOf(ws: Workspace, { subject, about }: Opened): { readonly label: Text; readonly unit: string } {
  const unknown = { label: { en: about, zh: about }, unit: '' };
  if (subject === 'indicator') {
    const found = ws.catalog.indicators.get(id<'indicator'>(about));
    return found ? { label: found.label, unit: found.unit } : unknown;
  }
  if (subject === 'ground') return groundWords[about] ?? unknown;
  const found = ws.catalog.problems.get(about);
  if (!found) return unknown;
  return { label: found.label, unit: ws.catalog.indicators.get(found.magnitude)?.unit ?? '' };
}
