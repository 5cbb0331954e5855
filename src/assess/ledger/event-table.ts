import { ledgerFields } from './read-event.js';
import { type LedgerEvent, type LedgerKind, ledgerKinds } from './types.js';

/**
 * Columns of the ledger as a table: who and when, then the fields of all kinds, each once. A field that two kinds share
 * has one column; a row fills those of its own kind.
 */
export const ledgerColumns: readonly string[] = columnsOf(ledgerKinds);

/** Columns that every file has, those written before findings were assigned and commented on too. */
export const firstColumns: readonly string[] = columnsOf(['opened', 'measure', 'status', 'recheck', 'note']);

function columnsOf(kinds: readonly LedgerKind[]): readonly string[] {
  const own = kinds.flatMap((kind) => Object.keys(ledgerFields[kind]));
  return [...new Set(['id', 'finding', 'previous', 'kind', 'at', 'by', 'document', ...own])];
}

/** An event as one row of such a table: numbers with all their digits, lists as JSON, nothing where there is nothing. */
export function eventRow(event: LedgerEvent): readonly string[] {
  const fields: Readonly<Record<string, unknown>> = { ...event.content, ...head(event) };
  return ledgerColumns.map((name) => {
    const value = fields[name];
    if (value === null || value === undefined) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function head({ content: _content, ...rest }: LedgerEvent) {
  return rest;
}
