import { basename, resolve } from 'node:path';
import { eventRow, type LedgerEvent, ledgerColumns, mergeEvents, readEvent } from '../../assess/index.js';
import { AfterlodeError, readPlainCell, sheetLine } from '../../base/index.js';
import { openRows, readTextFile, writeAtomically } from '../../files/index.js';
import type { LedgerImportAnswer } from '../answers-checkup.js';
import type { FormFile } from '../checkup/annual.js';
import { rowPlace } from '../tables/places.js';
import type { Workspace } from '../workspace.js';

/** Version of the JSON form. */
const ledgerFormat = 1;

/** The whole ledger, every event of every finding, as CSV or JSON that can be read back without loss. */
export async function exportLedger(ws: Workspace, format: 'csv' | 'json'): Promise<FormFile> {
  const events = (await (await ws.existingStore())?.ledgerEvents()) ?? [];
  const text = format === 'json' ? jsonOf(events) : csvOf(events);
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
export async function exportLedgerTo(ws: Workspace, path: string): Promise<{ path: string; bytes: number }> {
  const target = resolve(path);
  const { bytes } = await exportLedger(ws, formatOf(target));
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
): Promise<LedgerImportAnswer> {
  const file = call.fileName ?? basename(call.path);
  const events = formatOf(file) === 'json' ? await readJson(call.path, file) : await readCsv(call.path, file);
  for (const [at, event] of events.entries()) checkCity(ws, event, file, at + 1);
  if (events.length === 0) return { file, read: 0, added: 0, known: 0 };
  const store = await ws.store();
  const added = await store.addToLedger((present) => mergeEvents(present, events).added);
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

function jsonOf(events: readonly LedgerEvent[]): string {
  return `${JSON.stringify({ afterlode_ledger: ledgerFormat, events }, null, 1)}\n`;
}

function csvOf(events: readonly LedgerEvent[]): string {
  const lines = [ledgerColumns, ...events.map(eventRow)].map(sheetLine);
  return `\ufeff${lines.join('\n')}\n`;
}

async function readJson(path: string, file: string): Promise<readonly LedgerEvent[]> {
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
  const whole = found as { afterlode_ledger?: unknown; events?: unknown } | null;
  if (whole?.afterlode_ledger !== ledgerFormat || !Array.isArray(whole.events)) {
    throw new AfterlodeError('LEDGER_VALUE', file, {
      found: { en: 'something else', zh: '其他内容' },
      expected,
    });
  }
  return whole.events.map((one: unknown, at) =>
    readEvent((one ?? {}) as Readonly<Record<string, unknown>>, {
      en: `${file}, event ${at + 1}`,
      zh: `${file} 第 ${at + 1} 条事件`,
    }),
  );
}

async function readCsv(path: string, file: string): Promise<readonly LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  let heading: readonly string[] | null = null;
  for await (const batch of openRows(path, { encoding: 'utf-8', delimiter: ',' })) {
    for (const { row, cells } of batch) {
      if (heading === null) {
        heading = cells;
        const missing = ledgerColumns.filter((name) => !cells.includes(name));
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
  return events;
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
