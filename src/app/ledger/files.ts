import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { may, placesOf } from '../../access/index.js';
import {
  eventRow,
  firstColumns,
  type LedgerEvent,
  ledgerColumns,
  mergeEvents,
  readEvent,
} from '../../assess/index.js';
import { AfterlodeError, readPlainCell, sheetLine } from '../../base/index.js';
import { openRows, readTextFile, sha256File, sniffedType, writeAtomically } from '../../files/index.js';
import type { LedgerFile, Store } from '../../store/index.js';
import {
  type AccessCall,
  areaOfCity,
  demand,
  demandSomewhere,
  everywhere,
  signedBy,
} from '../access/call.js';
import type { LedgerImportAnswer } from '../answers-checkup.js';
import type { FormFile } from '../checkup/annual.js';
import { rowPlace } from '../tables/places.js';
import type { Workspace } from '../workspace.js';
import { ledgerFileLimit } from './attach.js';
import { entriesOf } from './ledger.js';

/** Version of the JSON form. */
const ledgerFormat = 1;

/**
 * Every event of every finding that the caller may read, as CSV or JSON that can be read back without loss; photos and documents stand in
 * the JSON, each once, and a table of events names them.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED
 */
export async function exportLedger(
  ws: Workspace,
  format: 'csv' | 'json',
  access: AccessCall,
): Promise<FormFile> {
  const actor = demandSomewhere(access.actor, 'finding.read');
  const places = placesOf(ws.register);
  const readable = new Set(
    [...(await entriesOf(ws)).values()]
      .filter(({ opened }) => may(actor, 'finding.read', areaOfCity(ws, opened.city), places))
      .map((entry) => entry.id),
  );
  const store = await ws.existingStore();
  const events = ((await store?.ledgerEvents()) ?? []).filter((event) => readable.has(event.finding));
  const text = format === 'json' ? jsonOf(events, await filesOf(store, events)) : csvOf(events);
  return {
    fileName: `findings-${ws.options.on}.${format}`,
    mediaType: format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  };
}

/**
 * Writes the ledger to a file, whole or not at all; the ending says in which form.
 *
 * @throws AfterlodeError CALL_OPTION for another ending
 */
export async function exportLedgerTo(
  ws: Workspace,
  path: string,
  access: AccessCall,
): Promise<{ path: string; bytes: number }> {
  const target = resolve(path);
  const { bytes } = await exportLedger(ws, formatOf(target), access);
  await writeAtomically(target, bytes);
  return { path: target, bytes: bytes.length };
}

/**
 * Reads a ledger back: events that are here already change nothing, new ones follow, and where the histories parted, an
 * event was changed, or a step is none, nothing is added.
 *
 * @throws AfterlodeError LEDGER_VALUE, LEDGER_CHANGED, LEDGER_CHAIN, LEDGER_STEP, the faults of files
 */
export async function importLedger(
  ws: Workspace,
  call: { readonly path: string; readonly fileName?: string },
  access: AccessCall,
): Promise<LedgerImportAnswer> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const file = call.fileName ?? basename(call.path);
  const { events, files } =
    formatOf(file) === 'json' ? await readJson(call.path, file) : await readCsv(call.path, file);
  for (const [at, event] of events.entries()) checkCity(ws, event, file, at + 1);
  if (events.length === 0) return { file, read: 0, added: 0, known: 0 };
  const store = await ws.store();
  const sha256 = await sha256File(call.path);
  const added = await store.addToLedger((present) => mergeEvents(present, events).added, {
    signed: signedBy(actor, access),
    files,
    line: (fresh) => ({
      action: 'ledger.import',
      target: `table/${sha256.slice(0, 12)}`,
      old: null,
      new: { file, sha256, events: fresh.length, findings: new Set(fresh.map((one) => one.finding)).size },
    }),
  });
  ws.changed();
  return { file, read: events.length, added: added.length, known: events.length - added.length };
}

function formatOf(path: string): 'csv' | 'json' {
  const ending = /\.(csv|json)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'json') return ending;
  throw new AfterlodeError('CALL_OPTION', 'file', {
    found: path,
    expected: { en: 'a name that ends in .csv or .json', zh: '以 .csv 或 .json 结尾的文件名' },
  });
}

function jsonOf(events: readonly LedgerEvent[], files: readonly LedgerFile[]): string {
  const contents = Object.fromEntries(
    files.map(({ sha256, content }) => [sha256, Buffer.from(content).toString('base64')]),
  );
  const more = files.length === 0 ? {} : { files: contents };
  return `${JSON.stringify({ afterlode_ledger: ledgerFormat, events, ...more }, null, 1)}\n`;
}

/** Photos and documents that events speak of, each once, as far as they are here. */
async function filesOf(store: Store | null, events: readonly LedgerEvent[]): Promise<readonly LedgerFile[]> {
  const named = new Set(events.flatMap((event) => (event.kind === 'file' ? [event.content.sha256] : [])));
  const found: LedgerFile[] = [];
  for (const sha256 of [...named].toSorted()) {
    const file = await store?.ledgerFile(sha256);
    if (file) found.push(file);
  }
  return found;
}

/** What a file of a ledger holds. */
interface ReadLedger {
  readonly events: readonly LedgerEvent[];
  readonly files: readonly LedgerFile[];
}

function csvOf(events: readonly LedgerEvent[]): string {
  const lines = [ledgerColumns, ...events.map(eventRow)].map(sheetLine);
  return `\ufeff${lines.join('\n')}\n`;
}

async function readJson(path: string, file: string): Promise<ReadLedger> {
  const expected = `{"afterlode_ledger": ${ledgerFormat}, "events": […]}`;
  let found: unknown;
  try {
    found = JSON.parse(await readTextFile(path));
  } catch (error) {
    if (error instanceof AfterlodeError) throw error;
    throw new AfterlodeError(
      'LEDGER_VALUE',
      file,
      { found: { en: 'no JSON', zh: '并非 JSON' }, expected },
      error,
    );
  }
  const whole = found as { afterlode_ledger?: unknown; events?: unknown; files?: unknown } | null;
  if (whole?.afterlode_ledger !== ledgerFormat || !Array.isArray(whole.events)) {
    throw new AfterlodeError('LEDGER_VALUE', file, {
      found: { en: 'something else', zh: '其他内容' },
      expected,
    });
  }
  const events = whole.events.map((one: unknown, at) =>
    readEvent((one ?? {}) as Readonly<Record<string, unknown>>, {
      en: `${file}, event ${at + 1}`,
      zh: `${file} 第 ${at + 1} 条事件`,
    }),
  );
  return { events, files: contentsOf(file, events, whole.files) };
}

/** Photos and documents whose bytes fit the checksum and the kind that an event names; bytes that nothing names are left out. */
function contentsOf(file: string, events: readonly LedgerEvent[], given: unknown): readonly LedgerFile[] {
  const contents = new Map(Object.entries((given ?? {}) as Readonly<Record<string, unknown>>));
  const named = new Map(events.flatMap((one) => (one.kind === 'file' ? [[one.content.sha256, one]] : [])));
  return [...named].flatMap(([sha256, event]) => {
    const text = contents.get(sha256);
    if (typeof text !== 'string') return [];
    const content = Buffer.from(text, 'base64');
    const { mediaType } = event.content;
    const found = createHash('sha256').update(content).digest('hex');
    if (found !== sha256 || sniffedType(content) !== mediaType || content.length > ledgerFileLimit) {
      throw new AfterlodeError('LEDGER_CHANGED', file, { found: event.id });
    }
    return [{ sha256, mediaType, content }];
  });
}

async function readCsv(path: string, file: string): Promise<ReadLedger> {
  const events: LedgerEvent[] = [];
  let heading: readonly string[] | null = null;
  for await (const batch of openRows(path, { encoding: 'utf-8', delimiter: ',' })) {
    for (const { row, cells } of batch) {
      if (heading === null) {
        heading = cells;
        const missing = firstColumns.filter((name) => !cells.includes(name));
        if (missing.length === 0) continue;
        const expected = missing.join(', ');
        throw new AfterlodeError('LEDGER_VALUE', rowPlace(file, 1), {
          found: { en: 'other headings', zh: '其他列名' },
          expected,
        });
      }
      if (cells.every((cell) => cell === '')) continue;
      const record = Object.fromEntries(heading.map((name, at) => [name, readPlainCell(cells[at] ?? '')]));
      events.push(readEvent(record, rowPlace(file, row)));
    }
  }
  return { events, files: [] };
}

/** A finding is of a unit of this register. */
function checkCity(ws: Workspace, event: LedgerEvent, file: string, number: number): void {
  if (event.kind !== 'opened' || ws.register.byId.has(event.content.city)) return;
  const where = { en: `${file}, event ${number}, city`, zh: `${file} 第 ${number} 个事件的 city` };
  throw new AfterlodeError('LEDGER_VALUE', where, {
    found: event.content.city,
    expected: { en: 'the id of a unit of the register', zh: '名录中单位的编号' },
  });
}
