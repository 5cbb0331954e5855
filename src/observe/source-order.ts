import type { IndicatorId } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import { importedEntries } from './imported-cells.js';
import type { Imported, Table, TableColumn } from './types.js';

/** A table or a layout that has values of an indicator. */
export type Source =
  | { readonly kind: 'table'; readonly id: string; readonly table: Table; readonly column: TableColumn }
  | { readonly kind: 'layout'; readonly id: string; readonly entries: readonly number[] };

/**
 * The sources of an indicator from most to least trusted: its own order of the catalog, then the usual order, then what the
 * catalog does not name (tables before layouts, as given).
 */
export function sourcesOf(
  indicator: IndicatorId,
  tables: readonly Table[],
  imported: Imported | null,
  catalog: Pick<Catalog, 'sourceOrder'>,
): readonly Source[] {
  const sources: Source[] = [];
  for (const table of tables) {
    const column = table.columns.get(indicator);
    if (column !== undefined) sources.push({ kind: 'table', id: table.id, table, column });
  }
  const layouts = imported === null ? undefined : importedEntries(imported).get(indicator);
  for (const [id, entries] of layouts ?? []) sources.push({ kind: 'layout', id, entries });
  const { usual, byIndicator } = catalog.sourceOrder;
  const order = [...(byIndicator.get(indicator) ?? []), ...usual];
  const place = (source: Source) => {
    const at = order.indexOf(source.id);
    return at < 0 ? order.length : at;
  };
  return sources.sort((a, b) => place(a) - place(b));
}
