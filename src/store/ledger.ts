import type { Kysely, Transaction } from 'kysely';
import type { LedgerEvent } from '../assess/index.js';
import { sortedJson } from '../base/index.js';
import { appendAudit } from './audit.js';
import { insertColumns } from './insert-columns.js';
import { addLedgerFiles } from './ledger-files.js';
import { enqueueEvent } from './outbox.js';
import type { LedgerEventRow, Tables } from './tables.js';
import type { AuditChange } from './types-access.js';
import type { LedgerAddition } from './types-ledger.js';

/** Events, each finding's in their order; see `Store.ledgerEvents`. */
export async function readLedger(db: Kysely<Tables>, finding?: string): Promise<readonly LedgerEvent[]> {
  let query = db.selectFrom('ledger_events').selectAll();
  if (finding !== undefined) query = query.where('finding', '=', finding);
  return (await query.orderBy('number').execute()).map(eventOf);
}

/** Reads, lets the caller make what follows, and writes it; see `Store.addToLedger`. */
export async function addToLedger(
  db: Transaction<Tables>,
  make: (present: readonly LedgerEvent[]) => readonly LedgerEvent[],
  { signed, line, files = [] }: LedgerAddition = {},
): Promise<readonly LedgerEvent[]> {
  const present = await readLedger(db);
  const added = make(present);
  const names = ['id', 'finding', 'previous', 'kind', 'at', 'recorded_by', 'document', 'content'] as const;
  const rows = added.map((event, at): LedgerEventRow => rowOf(event, present.length + at + 1));
  await insertColumns(
    db,
    'ledger_events',
    [{ name: 'number', type: 'integer' }, ...names.map((name) => ({ name, type: 'text' as const }))],
    [rows.map((row) => row.number), ...names.map((name) => rows.map((row) => row[name]))],
  );
  if (added.length === 0) return added;
  await addLedgerFiles(db, files);
  const [last] = added.slice(-1);
  const signature = signed ?? { by: last?.by ?? '', at: last?.at ?? '', why: '' };
  if (line !== undefined) await appendAudit(db, line(added), signature);
  else for (const event of added) await appendAudit(db, changeOf(event), signature);
  for (const { finding, kind, id, at } of added)
    await enqueueEvent(db, { kind: 'finding.changed', at, data: { finding, step: kind, event: id } });
  return added;
}

/** What the audit log says of an event: its id is a checksum of all it holds, so that of its words only the few that decide something stand there. */
function changeOf(event: LedgerEvent): AuditChange {
  const { id, previous, finding, kind } = event;
  return {
    action: `finding.${kind}`,
    target: finding,
    old: previous === '' ? null : { event: previous },
    new: { event: id, recordedBy: event.by, ...decisiveWords(event) },
  };
}

function decisiveWords(event: LedgerEvent): object {
  switch (event.kind) {
    case 'status':
      return { status: event.content.status };
    case 'measure':
      return { body: event.content.body, deadline: event.content.deadline };
    case 'assigned': {
      const { person, office, deadline } = event.content;
      return { person, office, deadline };
    }
    case 'recheck':
      return { period: event.content.period, result: event.content.result };
    case 'file':
      return { sha256: event.content.sha256, bytes: event.content.bytes };
    default:
      return {};
  }
}

function rowOf(event: LedgerEvent, number: number): LedgerEventRow {
  return {
    number,
    id: event.id,
    finding: event.finding,
    previous: event.previous,
    kind: event.kind,
    at: event.at,
    recorded_by: event.by,
    document: event.document,
    content: sortedJson(event.content),
  };
}

function eventOf(row: LedgerEventRow): LedgerEvent {
  return {
    id: row.id,
    finding: row.finding,
    previous: row.previous,
    kind: row.kind,
    at: row.at,
    by: row.recorded_by,
    document: row.document,
    content: JSON.parse(row.content),
  } as LedgerEvent;
}
