import {
  applyEvent,
  findingId,
  isSaid,
  type LedgerEntry,
  type LedgerEvent,
  type LedgerKind,
  type LedgerStep,
  ledgerEntries,
  makeEvent,
  type Opened,
  readContent,
  readEvent,
} from '../../assess/index.js';
import { AfterlodeError } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import type { LedgerFile } from '../../store/index.js';
import {
  type AccessCall,
  areaOfCity,
  demand,
  demandSomewhere,
  recordedBy,
  signedBy,
} from '../access/call.js';
import type { LedgerRow } from '../answers-checkup.js';
import { annualPeriod } from '../checkup/annual.js';
import type { Workspace } from '../workspace.js';
import { judgedSubject } from './judge.js';
import { entriesOf } from './ledger.js';
import { ledgerRow } from './row.js';
import { kindWords } from './words.js';

/** Who records as the call says, and the paper it rests on; by default who calls and none. */
export interface Signed {
  readonly by?: string;
  readonly document?: string;
}

/** A finding to be opened; what the check-up says of it is added by the program. */
export interface OpenCall extends Signed {
  readonly city: string;
  readonly period?: string;
  /** An indicator of the lists or a problem that was found. */
  readonly about: string;
  readonly level?: string;
  readonly place?: string;
  readonly lon?: number | null;
  readonly lat?: number | null;
  readonly problemType?: string;
  readonly evidence?: readonly string[];
  readonly note?: string;
}

/** A step of a finding that is in the ledger. */
export interface RecordCall extends Signed {
  readonly finding: string;
  readonly kind: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Id of the event that the caller saw last. */
  readonly after?: string;
}

/**
 * Opens a finding with the check-up's own judgement of it. The same one again changes nothing.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_NOT_LISTED, PERIOD_UNKNOWN, LEDGER_SUBJECT, LEDGER_VALUE, ACCESS_SESSION,
 *   ACCESS_DENIED
 */
export async function openFinding(ws: Workspace, call: OpenCall, access: AccessCall): Promise<LedgerRow> {
  const city = cityOf(ws.register, call.city);
  const actor = demand(ws, access.actor, 'finding.record', areaOfCity(ws, city.id));
  const { period } = await annualPeriod(ws, city, call.period);
  const judged = await judgedSubject(ws, city, period, call.about);
  const given = {
    ...judged,
    city: city.id,
    period,
    about: call.about,
    level: call.level ?? 'urban_area',
    place: (call.place ?? '').trim(),
    lon: call.lon ?? null,
    lat: call.lat ?? null,
    problemType: (call.problemType ?? '').trim(),
    evidence: [...judged.evidence, ...(call.evidence ?? [])],
    note: call.note ?? '',
  };
  const content = readContent('opened', given, 'opened') as unknown as Opened;
  const name = findingId(content);
  const known = (await entriesOf(ws)).get(name);
  if (known !== undefined) return ledgerRow(ws, known, actor);
  return addStep(ws, name, { kind: 'opened', content }, call, access);
}

/**
 * Records a measure, a change of status, a note, who has to see to the finding, or a comment. Re-checks are computed, not recorded by
 * hand. The same step twice in a row is one.
 *
 * @throws AfterlodeError LEDGER_FINDING, LEDGER_VALUE, LEDGER_STEP, LEDGER_STALE, CALL_OPTION, ACCESS_SESSION, ACCESS_DENIED
 */
export async function recordStep(ws: Workspace, call: RecordCall, access: AccessCall): Promise<LedgerRow> {
  const kinds: readonly LedgerKind[] = ['measure', 'status', 'note', 'assigned', 'comment'];
  const kind = kinds.find((one) => one === call.kind);
  if (kind === undefined) {
    throw new AfterlodeError('LEDGER_VALUE', 'kind', { found: call.kind, expected: kinds.join(', ') });
  }
  const content = readContent(kind, call.content, kind);
  return addStep(ws, call.finding, { kind, content } as unknown as LedgerStep, call, access);
}

/** Rules for one more step, and what comes with it. */
export interface StepCall extends Signed {
  /** Id of the event that the caller saw last; without it nobody is told what others did meanwhile. */
  readonly after?: string;
  readonly files?: readonly LedgerFile[];
}

/**
 * Adds one step after the finding's last; what does not fit there is refused before anything is written. Words and files may be added by many
 * at once; a step that decides something is refused where somebody else has decided since the caller looked.
 *
 * @throws AfterlodeError LEDGER_FINDING, LEDGER_VALUE, LEDGER_STEP, LEDGER_STALE, CALL_OPTION, ACCESS_SESSION, ACCESS_DENIED
 */
export async function addStep(
  ws: Workspace,
  name: string,
  step: LedgerStep,
  { by, document, after, files = [] }: StepCall,
  access: AccessCall,
): Promise<LedgerRow> {
  const actor = await demandStep(ws, name, step, access);
  const audited = signedBy(actor, access);
  const signed = { at: audited.at, by: recordedBy(actor, by), document: document ?? '' };
  const store = await ws.store();
  await store.addToLedger(
    (present) => {
      const entry = ledgerEntries(present.filter((one) => one.finding === name)).get(name) ?? null;
      if (entry === null && step.kind !== 'opened') throw new AfterlodeError('LEDGER_FINDING', name);
      const last = entry?.events.at(-1);
      if (last !== undefined && isSame(last, step, signed.by)) return [];
      if (entry !== null && after !== undefined) refuseStale(entry, step, after);
      const event = readEvent({ ...makeEvent(name, last?.id ?? '', step, signed) }, name);
      applyEvent(entry, event);
      return [event];
    },
    { signed: audited, files },
  );
  ws.changed();
  const now = (await entriesOf(ws)).get(name);
  if (now === undefined) throw new AfterlodeError('LEDGER_FINDING', name);
  return ledgerRow(ws, now, actor);
}

/** Who may take this step in the city of the finding. */
async function demandStep(ws: Workspace, name: string, step: LedgerStep, { actor }: AccessCall) {
  const action = step.kind === 'assigned' ? 'finding.assign' : 'finding.record';
  demandSomewhere(actor, action);
  const city = step.kind === 'opened' ? step.content.city : (await entriesOf(ws)).get(name)?.opened.city;
  if (city === undefined) throw new AfterlodeError('LEDGER_FINDING', name);
  return demand(ws, actor, action, areaOfCity(ws, city));
}

/** @throws AfterlodeError LEDGER_STALE with who did what; LEDGER_VALUE for an event that is none of the finding's */
function refuseStale(entry: LedgerEntry, step: LedgerStep, after: string): void {
  const seen = entry.events.findIndex((event) => event.id === after);
  if (seen === -1) {
    const expected = { en: 'an event of the finding', zh: '该问题的一条记录' };
    throw new AfterlodeError('LEDGER_VALUE', 'after', { found: after, expected });
  }
  if (isSaid(step.kind)) return;
  const meanwhile = entry.events.slice(seen + 1).filter((event) => !isSaid(event.kind));
  const last = meanwhile.at(-1);
  if (last === undefined) return;
  const facts = {
    by: last.by === '' ? { en: 'somebody', zh: '有人' } : last.by,
    at: last.at,
    found: kindWords[last.kind],
  };
  throw new AfterlodeError('LEDGER_STALE', entry.id, facts);
}

/** The same step twice in a row is one; the same words of two persons are two. */
function isSame(last: LedgerEvent, step: LedgerStep, by: string): boolean {
  const same = JSON.stringify(ordered(last.content)) === JSON.stringify(ordered(step.content));
  return last.kind === step.kind && same && (!isSaid(step.kind) || last.by === by);
}

/** Fields of a content in one order. */
export function ordered(content: object | null): readonly unknown[] {
  return Object.entries(content ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
