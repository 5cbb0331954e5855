import type { AnalyseCall } from '../analyse/call.js';
import {
  type Addressed,
  type AddressOptions,
  type MaybeAddressed,
  resultPrefix,
  type Years,
} from './prefix.js';

type Kind = 'population' | 'carbon' | 'jobs' | 'structure';

/**
 * Rows of an analysis of the workspace with the beginning of the addresses of their numbers.
 *
 * @param which what tells rows of one place apart
 */
export function addressed<Row extends { readonly place: string }>(
  kind: Kind,
  call: AnalyseCall,
  rows: readonly Row[],
  which: (row: Row) => AddressOptions = () => ({}),
): (Row & Addressed)[] {
  const { years, reference, chained, interval } = call;
  const options = { years, reference, chained, interval };
  return rows.map((row) => ({
    ...row,
    explain: resultPrefix(kind, row.place, yearsOf(call), { ...options, ...which(row) }),
  }));
}

/** The same of a table. One that was sent along is kept nowhere, so that nothing could be opened again: null. */
export function addressedTable<Row extends { readonly place: string }>(
  kind: Kind,
  call: AnalyseCall,
  rows: readonly Row[],
  which: (row: Row) => AddressOptions = () => ({}),
): (Row & MaybeAddressed)[] {
  const { table, sectors } = call;
  if (typeof table !== 'string' || (sectors !== undefined && typeof sectors !== 'string')) {
    return rows.map((row) => ({ ...row, explain: null }));
  }
  return addressed(kind, call, rows, (row) => ({ table, sectors, ...which(row) }));
}

function yearsOf({ from, to }: AnalyseCall): Years {
  return from === undefined && to === undefined ? null : [from ?? '', to ?? ''];
}
