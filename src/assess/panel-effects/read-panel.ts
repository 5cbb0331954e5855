import { AfterlodeError, phrases, type Text } from '../../base/index.js';
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
  if (all.length === 0)
    refuse('effects', phrases.noRows, { en: 'one row for each place and year', zh: '每地每年一行' });
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
  const where = { en: `effects, line ${line}`, zh: `effects 第 ${line} 行` };
  const name = cell('place');
  if (name === '')
    refuse(where, { en: 'no place', zh: '没有地名' }, { en: 'the name of a place', zh: '地名' });
  const treatedFrom = numberIn(cell('treated_from'), where, { en: 'a year, or nothing', zh: '年份或空' });
  const cluster = header.includes('cluster') ? cell('cluster') : '';
  if (header.includes('cluster') && cluster === '')
    refuse(where, { en: 'no cluster', zh: '没有聚类' }, { en: 'the cluster of the place', zh: '该地的聚类' });
  const known = places.get(name) ?? { name, line, treatedFrom, cluster, byYear: new Map<number, number>() };
  places.set(name, known);
  if (!Object.is(known.treatedFrom, treatedFrom) || known.cluster !== cluster) {
    refuse(
      where,
      { en: 'another treatment or cluster', zh: '不同的处理年份或聚类' },
      { en: `that of line ${known.line}`, zh: `与第 ${known.line} 行相同` },
    );
  }
  const year = numberIn(cell('year'), where, { en: 'a year', zh: '年份' });
  if (!Number.isInteger(year))
    refuse(where, cell('year') || { en: 'no year', zh: '没有年份' }, { en: 'a year', zh: '年份' });
  if (known.byYear.has(year))
    refuse(
      where,
      { en: `${name} ${year} a second time`, zh: `再次出现的 ${name} ${year} 年` },
      { en: 'each place and year once', zh: '每地每年一次' },
    );
  known.byYear.set(year, numberIn(cell('outcome'), where, { en: 'a number, or nothing', zh: '数字或空' }));
}

/** Empty is missing. */
function numberIn(written: string, where: string | Text, expected: string | Text): number {
  if (written === '') return Number.NaN;
  const value = Number(written);
  return Number.isFinite(value) ? value : refuse(where, written, expected);
}

function refuse(where: string | Text, found: string | Text, expected: string | Text): never {
  throw new AfterlodeError('EVALUATE_TABLE', where, { found, expected });
}
