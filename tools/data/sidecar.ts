import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { bytesOf, csvText, numberText, packed } from './csv.js';
import type { BuiltTable, Check, Files, MarkRow } from './types.js';

/** SHA-256 of bytes, lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Path of a table's data below `data/`. */
export function tableFile(table: BuiltTable): string {
  return `tables/${table.id}.csv${table.compressed ? '.gz' : ''}`;
}

/** The table as a file: `code,period,<columns>`; missing is empty. */
export function tableBytes(table: BuiltTable): Uint8Array {
  const heading = ['code', 'period', ...table.columns.map((column) => column.name)];
  const lines = table.rows.map((row) => [
    row.code,
    row.period,
    ...table.columns.map((column) => numberText(row.cells.get(column.name))),
  ]);
  const text = csvText(heading, lines);
  if (text.includes('"')) throw new Error(`${table.id}: a table may not need quotes`);
  return table.compressed ? packed(text) : bytesOf(text);
}

/** Adds a table and its sidecar to the pack. */
export function addTable(files: Files, table: BuiltTable, bytes: Uint8Array, checks: readonly Check[]): void {
  const file = tableFile(table);
  files.set(file, bytes);
  const sidecar = {
    title: table.title,
    note: table.note,
    kind: 'panel',
    file,
    sha256: sha256(bytes),
    rows: table.rows.length,
    codes: table.codes,
    boundary: table.boundary,
    source: table.source,
    columns: Object.fromEntries(
      table.columns.map(({ name, unit, note }) => [
        name,
        note === undefined ? { indicator: name, unit } : { indicator: name, unit, note },
      ]),
    ),
    checks,
  };
  files.set(`tables/${table.id}.yaml`, yamlBytes(sidecar));
}

/** YAML bytes with a line that says who wrote them. */
export function yamlBytes(value: unknown): Uint8Array {
  const text = stringify(value, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    collectionStyle: 'any',
  });
  return bytesOf(`# Written by tools/data/build.ts.\n${text}`);
}

/** `marks.csv`: sorted, each mark once. */
export function marksText(marks: readonly MarkRow[]): string {
  const heading = ['table', 'code', 'period', 'column', 'mark', 'original', 'detail_en', 'detail_zh'];
  const lines = marks
    .map((mark) => [
      mark.table,
      mark.code,
      mark.period,
      mark.column,
      mark.mark,
      numberText(mark.original),
      mark.detail.en,
      mark.detail.zh,
    ])
    .sort((a, b) => (a.join('\u0001') < b.join('\u0001') ? -1 : 1));
  const cells = lines.map((line) => line.slice(0, 5).join(' '));
  const twice = cells.find((cell, index) => cells.indexOf(cell) !== index && cells[index - 1] === cell);
  if (twice !== undefined) throw new Error(`a mark comes twice: ${twice}`);
  return csvText(heading, lines);
}
