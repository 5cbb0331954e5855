import { AfterlodeError, type IndicatorId, id, phrases, type Text, type Unit } from '../base/index.js';
import type { SidecarColumn, TableCheck, TableSidecar, TableSource } from './types.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks the parsed YAML that describes a table.
 *
 * @param value what the YAML file holds
 * @param file its path; the name without extension is the table's id
 * @throws AfterlodeError `TABLE_SIDECAR` naming the field, what it is and what it should be
 */
export function checkSidecar(value: unknown, file: string): TableSidecar {
  const top = fields(value, file);
  const kind = top.kind ?? 'panel';
  if (kind !== 'panel' && kind !== 'matrix')
    throw fault(`${file}: kind`, kind, { en: 'panel or matrix', zh: 'panel 或 matrix' });
  return {
    id: (file.split('/').at(-1) ?? file).replace(/\.ya?ml$/, ''),
    title: text(top.title, `${file}: title`),
    note: top.note === undefined ? { en: '', zh: '' } : text(top.note, `${file}: note`),
    kind,
    file: words(top.file, `${file}: file`),
    sha256: matching(top.sha256, /^[0-9a-f]{64}$/, `${file}: sha256`, {
      en: '64 hexadecimal digits',
      zh: '64 位十六进制数字',
    }),
    rows: count(top.rows, `${file}: rows`),
    codes: kind === 'matrix' && top.codes === undefined ? '' : words(top.codes, `${file}: codes`),
    boundary: top.boundary === undefined ? { en: '', zh: '' } : text(top.boundary, `${file}: boundary`),
    source: source(top.source, `${file}: source`),
    columns: kind === 'matrix' ? new Map() : columns(top.columns, `${file}: columns`),
    checks: list(top.checks ?? [], `${file}: checks`).map((entry, at) =>
      check(entry, `${file}: checks ${at + 1}`),
    ),
  };
}

function source(value: unknown, where: string): TableSource {
  const entry = fields(value, where);
  return {
    repository: words(entry.repository, `${where}.repository`),
    path: words(entry.path, `${where}.path`),
    commit: words(entry.commit, `${where}.commit`),
    primary: text(entry.primary, `${where}.primary`),
    licence: words(entry.licence, `${where}.licence`),
    licenceFile: words(entry.licence_file, `${where}.licence_file`),
  };
}

function columns(value: unknown, where: string): ReadonlyMap<string, SidecarColumn> {
  const entries = Object.entries(fields(value, where));
  if (entries.length === 0)
    throw refusal(where, phrases.empty, { en: 'at least one column', zh: '至少一列' });
  const indicators = new Set<string>();
  return new Map(
    entries.map(([name, inner]) => {
      const entry = fields(inner, `${where}.${name}`);
      const indicator = words(entry.indicator, `${where}.${name}.indicator`);
      if (indicators.has(indicator))
        throw refusal(
          `${where}.${name}`,
          { en: `${indicator} again`, zh: `${indicator} 再次出现` },
          { en: 'an indicator once', zh: '不重复的指标' },
        );
      indicators.add(indicator);
      return [
        name,
        {
          indicator: indicator as IndicatorId,
          unit: id<'unit'>(words(entry.unit, `${where}.${name}.unit`)) as Unit,
          note: entry.note === undefined ? null : text(entry.note, `${where}.${name}.note`),
        },
      ];
    }),
  );
}

function check(value: unknown, where: string): TableCheck {
  const entry = fields(value, where);
  return {
    what: text(entry.what, `${where}.what`),
    found: number(entry.found, `${where}.found`),
    expected: number(entry.expected, `${where}.expected`),
  };
}

function fields(value: unknown, where: string): Fields {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw fault(where, value, { en: 'fields with values', zh: '字段与值' });
  }
  return value as Fields;
}

function list(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw fault(where, value, phrases.list);
  return value;
}

function text(value: unknown, where: string): Text {
  const entry = fields(value, where);
  return { en: words(entry.en, `${where}.en`), zh: words(entry.zh, `${where}.zh`) };
}

/** Text that is not empty; YAML reads an unquoted year or commit as a number. */
function words(value: unknown, where: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.trim() === '') throw fault(where, value, { en: 'text', zh: '文本' });
  return value;
}

function matching(value: unknown, pattern: RegExp, where: string, expected: string | Text): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw fault(where, value, expected);
  return value;
}

function number(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw fault(where, value, phrases.number);
  return value;
}

function count(value: unknown, where: string): number {
  const found = number(value, where);
  if (!Number.isInteger(found) || found < 0)
    throw fault(where, found, { en: 'a whole number, 0 or more', zh: '不小于 0 的整数' });
  return found;
}

function fault(where: string, value: unknown, expected: string | Text): AfterlodeError {
  if (value === undefined) return refusal(where, phrases.absent, expected);
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return refusal(where, shown.slice(0, 80), expected);
}

function refusal(where: string, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('TABLE_SIDECAR', where, { found, expected });
}
