import type { Workspace } from '../app/index.js';
import { AfterlodeError, type CityId, type Facts, phrases, readPlainCell } from '../base/index.js';
import type { Figure, GivenValue } from '../campaign/index.js';
import { readTableRows, type TableRow } from '../files/index.js';
import { cityOf } from '../register/index.js';

const valueColumns = ['indicator', 'value', 'unit', 'missing', 'source', 'explanation'] as const;

/**
 * Values out of a CSV, and single ones out of `--set`. An empty cell of `value` says that there is none; a column that is not there
 * leaves what it says as it is.
 *
 * @throws AfterlodeError ROUND_FIGURES, CALL_OPTION, and the faults of files
 */
export async function readGiven(
  file: string | undefined,
  set: readonly string[],
): Promise<readonly GivenValue[]> {
  const rows = file === undefined ? [] : await tableOf(file, ['indicator', 'value'], valueColumns);
  return [...rows.map(({ row, cells }) => givenOf(cells, row)), ...set.map(setOf)];
}

function givenOf(cells: ReadonlyMap<string, string>, row: number): GivenValue {
  const unit = cells.get('unit');
  const words = (name: 'missing' | 'source' | 'explanation') => {
    const text = cells.get(name);
    return text === undefined ? {} : { [name]: readPlainCell(text) };
  };
  return {
    indicator: cells.get('indicator') ?? '',
    value: cells.get('value') ?? '',
    ...(unit !== undefined && unit !== '' && { unit }),
    ...words('missing'),
    ...words('source'),
    ...words('explanation'),
    cell: `row ${row}`,
  };
}

function setOf(text: string): GivenValue {
  const at = text.indexOf('=');
  if (at > 0) return { indicator: text.slice(0, at), value: text.slice(at + 1) };
  throw new AfterlodeError('CALL_OPTION', '--set', {
    found: text,
    expected: { en: 'indicator=value', zh: '指标=数值' },
  });
}

/**
 * Figures of a second person out of a CSV with unit, node, score; an empty score is missing.
 *
 * @throws AfterlodeError ROUND_FIGURES, CITY_UNKNOWN, CITY_AMBIGUOUS, and the faults of files
 */
export async function readFigures(ws: Workspace, file: string): Promise<readonly Figure[]> {
  const columns = ['unit', 'node', 'score'] as const;
  const rows = await tableOf(file, columns, columns);
  return rows.map(({ row, cells }) => {
    const text = cells.get('score') ?? '';
    const score = text === '' ? null : Number(text);
    if (score !== null && !Number.isFinite(score)) throw fault(`${file}:${row}`, text, phrases.number);
    const unit: CityId = cityOf(ws.register, cells.get('unit') ?? '').id;
    return { unit, node: cells.get('node') ?? '', score };
  });
}

/** A sample by the options of a call. @throws AfterlodeError CALL_OPTION */
export function sampleOf(
  count: string | undefined,
  seed = '1',
): { readonly sample?: { readonly count: number; readonly seed: number } } {
  if (count === undefined) return {};
  return { sample: { count: whole(count, '--sample', 1), seed: whole(seed, '--seed', 0) } };
}

function whole(text: string, option: string, least: number): number {
  const found = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (found >= least) return found;
  throw new AfterlodeError('CALL_OPTION', option, { found: text, expected: phrases.wholeFrom(least) });
}

/** Rows of a table by heading; headings that nobody asked for are passed over. */
async function tableOf(
  file: string,
  needed: readonly string[],
  known: readonly string[],
): Promise<readonly { readonly row: number; readonly cells: ReadonlyMap<string, string> }[]> {
  const [head, ...rows]: readonly TableRow[] = await readTableRows(file);
  const headings = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const lacking = needed.filter((name) => !headings.includes(name));
  if (lacking.length > 0) throw fault(file, headings.join(', '), needed.join(', '));
  return rows.map(({ row, cells }) => {
    const pairs = headings.map((heading, at) => [heading, (cells[at] ?? '').trim()] as const);
    return { row, cells: new Map(pairs.filter(([heading]) => known.includes(heading))) };
  });
}

function fault(where: string, found: string, expected: Facts[string]): AfterlodeError {
  return new AfterlodeError('ROUND_FIGURES', where, { found, expected });
}
