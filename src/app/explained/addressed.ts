import type { AnalyseCall } from '../analyse-call.js';
import { type Addressed, type AddressOptions, resultPrefix, type Years } from './prefix.js';

type Kind = 'population' | 'carbon' | 'jobs' | 'structure';

/**
 * Rows of an analysis with the beginning of the addresses of their numbers.
 *
 * @param which what tells rows of one place apart
 */
export function addressed<Row extends { readonly place: string }>(
  kind: Kind,
  call: AnalyseCall,
  rows: readonly Row[],
  which: (row: Row) => AddressOptions = () => ({}),
): (Row & Addressed)[] {
  const { table, years, reference, chained, interval, sectors } = call;
  const options = { table, years, reference, chained, interval, sectors };
  return rows.map((row) => ({
    ...row,
    explain: resultPrefix(kind, row.place, yearsOf(call), { ...options, ...which(row) }),
  }));
}

function yearsOf({ from, to }: AnalyseCall): Years {
  return from === undefined && to === undefined ? null : [from ?? '', to ?? ''];
}
