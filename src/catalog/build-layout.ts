import { id } from '../base/index.js';
import { frozenMap } from './freeze.js';
import type { Definition } from './sources.js';
import type { Layout } from './types.js';

/** A layout; its headings and words of status become look-ups. */
export function buildLayout(definition: Definition<'layouts'>): Layout {
  const { raw, tree } = definition;
  const columns = Object.entries(raw.columns).map(
    ([heading, column]) =>
      [
        heading,
        {
          indicator: id<'indicator'>(column.indicator),
          unit: column.unit === undefined ? null : id<'unit'>(column.unit),
        },
      ] as const,
  );
  return {
    file: tree.file,
    line: tree.line,
    id: definition.id,
    label: raw.label,
    format: raw.format,
    sheet: raw.sheet ?? null,
    headerRows: raw.header_rows,
    encoding: raw.encoding,
    city: raw.city,
    period: raw.period,
    indicator: raw.indicator,
    value: raw.value,
    unit: raw.unit,
    source: raw.source,
    status: raw.status,
    note: raw.note,
    columns: frozenMap(columns),
    statusWords: frozenMap(Object.entries(raw.status_words)),
    missing: raw.missing,
    years: raw.years,
    licence: raw.licence,
    reference: raw.reference === undefined ? null : id<'reference'>(raw.reference),
  };
}
