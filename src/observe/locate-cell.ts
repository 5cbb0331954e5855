import { type IndicatorId, type Period, sameText, type Text, toEdge } from '../base/index.js';
import type { Catalog, Indicator } from '../catalog/index.js';
import type { City } from '../register/index.js';
import { isNewer } from './imported-cells.js';
import { type Source, sourcesOf } from './source-order.js';
import { baseUnitOf, importedFlags, scaleFor, sumOf } from './source-values.js';
import { areasOf, markBits, rowOf } from './table-rows.js';
import {
  type CellSource,
  flag,
  type Imported,
  type ImportedColumns,
  type LocatedCell,
  type Status,
  statuses,
  type Table,
  type TableColumn,
} from './types.js';
import { scaled } from './units.js';

/** What a panel was built from, as far as finding a cell again needs it. */
export interface PanelContext {
  readonly tables: readonly Table[];
  readonly imported: Imported | null;
  readonly catalog: Pick<Catalog, 'indicators' | 'units' | 'sourceOrder'>;
}

/** A cell without value, or what one source says of it. */
type Found = Omit<LocatedCell, 'unit' | 'gaps' | 'from'>;

/**
 * Follows a cell of the panel back to the rows it was read from: same order of sources, same sums, as `buildPanel`.
 *
 * @param indicator an observed indicator; a computed one or an unknown one has no rows and comes back missing
 * @returns the sources of the value, or, where it is missing, why each source that was asked has none
 */
export function locateCell(
  context: PanelContext,
  city: City,
  indicator: IndicatorId,
  period: Period,
): LocatedCell {
  const definition = context.catalog.indicators.get(indicator);
  const gaps: Text[] = [];
  const { imported } = context;
  const unit =
    definition === undefined ? ('' as LocatedCell['unit']) : baseUnitOf(definition, context.catalog);
  if (definition !== undefined) {
    for (const source of sourcesOf(indicator, context.tables, imported, context.catalog)) {
      const found =
        source.kind === 'table'
          ? inTable(source.table, source.column, city, period, definition, context)
          : inImports(source, imported as Imported, city, period, definition, context);
      if ('value' in found) return { ...found, unit, from: source.id, gaps: [] };
      gaps.push(found);
    }
  }
  if (gaps.length === 0) gaps.push({ en: 'no table and no import has it', zh: '没有任何表或导入含有该指标' });
  return {
    value: Number.NaN,
    unit,
    from: null,
    sources: [],
    partsPerArea: [],
    marks: [],
    flags: 0,
    gaps,
    imported: null,
  };
}

function inTable(
  table: Table,
  column: TableColumn,
  city: City,
  period: Period,
  indicator: Indicator,
  context: PanelContext,
): Found | Text {
  const areas = areasOf(city, table.codes);
  if (areas.length === 0) return gap(table.id, 'the unit has no rows of its own', '该单元没有单独的行');
  const rows = areas.map((area) => rowOf(table, area, period));
  const absent = areas.filter((_, at) => (rows[at] as number) < 0);
  if (absent.length > 0) {
    return gap(table.id, `no row ${absent.join(', ')}/${period}`, `没有 ${absent.join('、')}/${period} 行`);
  }
  if (areas.length > 1 && !indicator.additive) {
    return gap(table.id, `${areas.join(' + ')} cannot be summed`, `${areas.join(' + ')} 不能相加`);
  }
  const sum = sumOf(column, rows);
  if (Number.isNaN(sum)) return gap(table.id, `column ${column.name} is empty`, `${column.name} 列为空`);
  const bits = markBits(table, column.name);
  const start = areas.length > 1 ? flag.summed : 0;
  return {
    value: scaled(sum, scaleFor(column.unit, indicator, context.catalog, table.id)),
    sources: areas.map((area) => tableSource(table, column, area, period)),
    partsPerArea: areas.map((area, at) => ({
      area,
      value: toEdge(column.values[rows[at] as number] as number),
      unit: column.unit,
    })),
    marks: table.marks.filter(
      (mark) => mark.column === column.name && mark.period === period && areas.includes(mark.code),
    ),
    flags: rows.reduce((all, row) => all | (bits?.get(row) ?? 0), start as number),
    imported: null,
  };
}

function tableSource(table: Table, column: TableColumn, area: string, period: Period): CellSource {
  return {
    title: table.title,
    file: table.file,
    sha256: table.sha256,
    locator: `row ${area}/${period}, column ${column.name}`,
    repository: `${table.source.repository} ${table.source.path} ${table.source.commit}`.trim(),
    primary: table.source.primary,
    licence: table.source.licence,
  };
}

function inImports(
  source: Extract<Source, { kind: 'layout' }>,
  imported: Imported,
  city: City,
  period: Period,
  indicator: Indicator,
  context: PanelContext,
): Found | Text {
  const at = newestEntry(imported.observations, source.entries, city.id, period);
  if (at < 0) return gap(source.id, 'not imported', '未导入');
  const { observations } = imported;
  const value = observations.value[at] as number;
  const row = observations.row[at] as number;
  if (Number.isNaN(value)) return gap(source.id, `row ${row} says missing`, `第 ${row} 行为缺失`);
  const unit = observations.units[observations.unit[at] as number] as LocatedCell['unit'];
  return {
    value: scaled(value, scaleFor(unit, indicator, context.catalog, source.id)),
    sources: [importSource(imported, at)],
    partsPerArea: [{ area: city.adcode, value, unit }],
    marks: [],
    flags: importedFlags(observations, at),
    imported: {
      status: statuses[observations.status[at] as number] as Status,
      revision: observations.revision[at] as number,
      note: observations.texts[observations.note[at] as number] ?? '',
      row,
    },
  };
}

function newestEntry(
  observations: ImportedColumns,
  entries: readonly number[],
  city: string,
  period: string,
): number {
  const cityAt = observations.cities.findIndex((id) => id === city);
  const periodAt = observations.periods.findIndex((id) => id === period);
  let newest = -1;
  if (cityAt < 0 || periodAt < 0) return newest;
  for (const at of entries) {
    if (observations.city[at] !== cityAt || observations.period[at] !== periodAt) continue;
    if (newest < 0 || isNewer(observations, at, newest)) newest = at;
  }
  return newest;
}

function importSource(imported: Imported, at: number): CellSource {
  const { observations } = imported;
  const importId = observations.importIds[observations.importId[at] as number] as string;
  const source = imported.imports.find((entry) => entry.id === importId);
  const file = source?.file ?? importId;
  return {
    title: sameText(file),
    file,
    sha256: source?.sha256 ?? '',
    locator: `row ${observations.row[at]}, import ${importId}`,
    repository: '',
    primary: sameText(observations.texts[observations.source[at] as number] ?? ''),
    licence: source?.licence ?? '',
  };
}

function gap(source: string, en: string, zh: string): Text {
  return { en: `${source}: ${en}`, zh: `${source}：${zh}` };
}
