import type { IndicatorId } from '../base/index.js';
import type { Imported, ImportedColumns } from './types.js';

/** Entries of `ImportedColumns` by indicator and by layout of their import, in the order they have there. */
export type ImportedEntries = ReadonlyMap<IndicatorId, ReadonlyMap<string, readonly number[]>>;

const entriesByColumns = new WeakMap<ImportedColumns, ImportedEntries>();

/** Sorts imported values by indicator and layout; kept per set of columns. */
export function importedEntries(imported: Imported): ImportedEntries {
  const { observations } = imported;
  const known = entriesByColumns.get(observations);
  if (known !== undefined) return known;
  const layouts = new Map(imported.imports.map((source) => [source.id, source.layout]));
  const layoutOf = observations.importIds.map((id) => layouts.get(id) ?? id);
  const entries = new Map<IndicatorId, Map<string, number[]>>();
  for (let at = 0; at < observations.value.length; at++) {
    const indicator = observations.indicators[observations.indicator[at] as number] as IndicatorId;
    const layout = layoutOf[observations.importId[at] as number] as string;
    const byLayout = entries.get(indicator) ?? new Map<string, number[]>();
    entries.set(indicator, byLayout);
    const list = byLayout.get(layout);
    if (list === undefined) byLayout.set(layout, [at]);
    else list.push(at);
  }
  entriesByColumns.set(observations, entries);
  return entries;
}

/** Of two entries under one key the later revision is in force; of equal revisions the later entry. */
export function isNewer(observations: ImportedColumns, entry: number, than: number): boolean {
  const own = observations.revision[entry] as number;
  const other = observations.revision[than] as number;
  return own > other || (own === other && entry > than);
}
