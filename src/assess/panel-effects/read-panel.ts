import { AfterlodeError } from '../../base/index.js';
import type { EffectPanel } from './types.js';

const required = ['place', 'year', 'outcome', 'treated_from'] as const;

/** What is known of a place while rows are read. */
interface Place {
  readonly name: string;
  readonly line: number;
  readonly treatedFrom: number;
  readonly cluster: string;
  readonly byYear: Map<number, number>;
}

/**
 * Reads a panel from a table `place,year,outcome,treated_from` with an optional `cluster`. An empty outcome is missing, an empty
 * `treated_from` says never treated; it and the cluster are the same in all rows of a place.
 *
 * @param rows the header and the rows, as text
 * @throws AfterlodeError EVALUATE_TABLE for the first fault, with its line
 */
export function readEffectPanel(rows: readonly (readonly string[])[]): EffectPanel {
  const header = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const lacking = required.filter((name) => !header.includes(name));
  if (lacking.length > 0) refuse('effects', header.join(','), lacking.join(', '));
  const places = new Map<string, Place>();
  rows.slice(1).forEach((row, at) => {
    if (row.some((cell) => cell.trim() !== '')) addRow(places, header, row, at + 2);
  });
  const all = [...places.values()];
  const times = [...new Set(all.flatMap((place) => [...place.byYear.keys()]))].sort((a, b) => a - b);
  if (all.length === 0) refuse('effects', 'no rows', 'one row for each place and year');
  return {
    units: all.map(({ name }) => name),
    times,
    outcome: Float64Array.from(
      all.flatMap((place) => times.map((time) => place.byYear.get(time) ?? Number.NaN)),
    ),
    treatedFrom: Float64Array.from(all, ({ treatedFrom }) => treatedFrom),
    clusters: header.includes('cluster') ? all.map(({ cluster }) => cluster) : null,
  };
}

function addRow(
  places: Map<string, Place>,
  header: readonly string[],
  row: readonly string[],
  line: number,
): void {
  const cell = (name: string) => (row[header.indexOf(name)] ?? '').trim();
  const where = `effects, line ${line}`;
  const name = cell('place');
  if (name === '') refuse(where, 'no place', 'the name of a place');
  const treatedFrom = numberIn(cell('treated_from'), where, 'a year, or nothing');
  const cluster = header.includes('cluster') ? cell('cluster') : '';
  if (header.includes('cluster') && cluster === '') refuse(where, 'no cluster', 'the cluster of the place');
  const known = places.get(name) ?? { name, line, treatedFrom, cluster, byYear: new Map<number, number>() };
  places.set(name, known);
  if (!Object.is(known.treatedFrom, treatedFrom) || known.cluster !== cluster) {
    refuse(where, 'another treatment or cluster', `that of line ${known.line}`);
  }
  const year = numberIn(cell('year'), where, 'a year');
  if (!Number.isInteger(year)) refuse(where, cell('year') || 'no year', 'a year');
  if (known.byYear.has(year)) refuse(where, `${name} ${year} a second time`, 'each place and year once');
  known.byYear.set(year, numberIn(cell('outcome'), where, 'a number, or nothing'));
}

/** Empty is missing. */
function numberIn(written: string, where: string, expected: string): number {
  if (written === '') return Number.NaN;
  const value = Number(written);
  return Number.isFinite(value) ? value : refuse(where, written, expected);
}

function refuse(where: string, found: string, expected: string): never {
  throw new AfterlodeError('EVALUATE_TABLE', where, { found, expected });
}
