import { ledgerFields } from './read-event.js';
import type { LedgerEvent } from './types.js';

/**
 * Columns of the ledger as a table: who and when, then the fields of all kinds, each once. A field that two kinds share
 * has one column; a row fills those of its own kind.
 */
export const ledgerColumns: readonly string[] = [
  ...new Set([
    'id',
    'finding',
    'previous',
    'kind',
    'at',
    'by',
    'document',
    ...Object.values(ledgerFields).flatMap((fields) => Object.keys(fields)),
  ]),
];

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
