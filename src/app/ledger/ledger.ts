import {
  applyEvent,
  findingId,
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
import { AfterlodeError, type CityId, id } from '../../base/index.js';
import { type City, cityOf } from '../../register/index.js';
import type { LedgerRow } from '../answers-checkup.js';
import { annualPeriod } from '../checkup/annual.js';
import { userName } from '../user-name.js';
import type { Workspace } from '../workspace.js';
import { foundIn, judgedSubject, recheckOf } from './judge.js';
import { foundRow, ledgerRow } from './row.js';

/** Who records, and the paper it rests on; by default the user of the system and none. */
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
}

/** The ledger by finding; read once per state of the workspace. */
export function entriesOf(ws: Workspace): Promise<ReadonlyMap<string, LedgerEntry>> {
  return ws.derived('ledger', async () => {
    const store = await ws.existingStore();
    return ledgerEntries((await store?.ledgerEvents()) ?? []);
  });
}

/**
 * Findings in the ledger, of all cities or of one; of one city also what its check-up found and nobody has opened, in which
 * figures and people that contradict each other come first.
 */
export async function ledger(
  ws: Workspace,
  filter: { readonly city?: string; readonly period?: string },
): Promise<readonly LedgerRow[]> {
  const city = filter.city === undefined ? null : cityOf(ws.register, filter.city);
  const entries = [...(await entriesOf(ws)).values()]
    .filter((one) => city === null || one.opened.city === city.id)
    .filter((one) => filter.period === undefined || one.opened.period === filter.period);
  const rows = entries.map((one) => ledgerRow(ws, one));
  if (city === null) return rows;
  const found = (await foundIn(ws, city, filter.period)).map((one) => foundRow(ws, city, one));
  const open = new Set(entries.map(({ opened }) => `${opened.period} ${opened.subject} ${opened.about}`));
  return [...rows, ...found.filter((one) => !open.has(`${one.period} ${one.subject} ${one.about}`))];
}

/**
 * One finding with its history.
 *
 * @throws AfterlodeError LEDGER_FINDING
 */
export async function finding(ws: Workspace, name: string): Promise<LedgerRow> {
  const entry = (await entriesOf(ws)).get(name);
  if (entry === undefined) throw new AfterlodeError('LEDGER_FINDING', name);
  return ledgerRow(ws, entry);
}

/**
 * Opens a finding with the check-up's own judgement of it. The same one again changes nothing.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_NOT_LISTED, PERIOD_UNKNOWN, LEDGER_SUBJECT, LEDGER_VALUE
 */
export async function openFinding(ws: Workspace, call: OpenCall): Promise<LedgerRow> {
  const city = cityOf(ws.register, call.city);
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
  if (!(await entriesOf(ws)).has(name)) await addStep(ws, name, { kind: 'opened', content }, call);
  return finding(ws, name);
}

/**
 * Records a measure, a change of status or a note. Re-checks are computed, not recorded by hand. The same step twice in a
 * row is one.
 *
 * @throws AfterlodeError LEDGER_FINDING, LEDGER_VALUE, LEDGER_STEP
 */
export async function recordStep(ws: Workspace, call: RecordCall): Promise<LedgerRow> {
  const kinds: readonly LedgerKind[] = ['measure', 'status', 'note'];
  const kind = kinds.find((one) => one === call.kind);
  if (kind === undefined) {
    throw new AfterlodeError('LEDGER_VALUE', 'kind', { found: call.kind, expected: kinds.join(', ') });
  }
  const content = readContent(kind, call.content, kind);
  await addStep(ws, call.finding, { kind, content } as unknown as LedgerStep, call);
  return finding(ws, call.finding);
}

/**
 * Re-checks findings in a later period and records the answers: one finding, those of a city, or all that were not
 * dropped and are older than the period. A finding that the period has re-checked with the same answer is left as it is.
 *
 * @throws AfterlodeError LEDGER_FINDING, CITY_UNKNOWN, LEDGER_STEP
 */
export async function recheckFindings(
  ws: Workspace,
  call: Signed & { readonly period: string; readonly finding?: string; readonly city?: string },
): Promise<readonly LedgerRow[]> {
  const period = id<'period'>(call.period);
  if (!/^\d{4}/.test(call.period)) {
    throw new AfterlodeError('CALL_OPTION', 'period', {
      found: call.period,
      expected: { en: 'a year such as 2025', zh: '年份，如 2025' },
    });
  }
  const city = call.city === undefined ? null : cityOf(ws.register, call.city).id;
  const all = await entriesOf(ws);
  if (call.finding !== undefined && !all.has(call.finding)) {
    throw new AfterlodeError('LEDGER_FINDING', call.finding);
  }
  const chosen = [...all.values()].filter((one) => {
    if (call.finding !== undefined) return one.id === call.finding;
    const due = one.opened.period < period && one.status !== 'dropped';
    return due && (city === null || one.opened.city === city);
  });
  for (const entry of chosen) {
    const content = await recheckOf(ws, unitOf(ws, entry.opened.city), entry, period);
    if (JSON.stringify(ordered(entry.recheck)) === JSON.stringify(ordered(content))) continue;
    await addStep(ws, entry.id, { kind: 'recheck', content }, call);
  }
  const now = await entriesOf(ws);
  return chosen.map((one) => ledgerRow(ws, now.get(one.id) ?? one));
}

function unitOf(ws: Workspace, city: CityId): City {
  return cityOf(ws.register, city);
}

function ordered(content: object | null): readonly unknown[] {
  return Object.entries(content ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Adds one step after the finding's last; what does not fit there is refused before anything is written. */
export async function addStep(
  ws: Workspace,
  name: string,
  step: LedgerStep,
  { by, document }: Signed,
): Promise<void> {
  const signed = { at: new Date().toISOString(), by: by ?? userName(), document: document ?? '' };
  const store = await ws.store();
  await store.addToLedger((present) => {
    const entry = ledgerEntries(present.filter((one) => one.finding === name)).get(name) ?? null;
    if (entry === null && step.kind !== 'opened') throw new AfterlodeError('LEDGER_FINDING', name);
    const last = entry?.events.at(-1);
    if (last !== undefined && sameStep(last, step)) return [];
    const event = readEvent({ ...makeEvent(name, last?.id ?? '', step, signed) }, name);
    applyEvent(entry, event);
    return [event];
  });
  ws.changed();
}

function sameStep(last: LedgerEvent, step: LedgerStep): boolean {
  const same = JSON.stringify(ordered(last.content)) === JSON.stringify(ordered(step.content));
  return last.kind === step.kind && same;
}
