import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { Bounded, LegacyPace, LegacyRecord } from '../../plan/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';
import { from0At, onceAt, yearAt } from './cells.js';

const columns = {
  year: { also: ['年份'], needed: true },
  registered_mu: { also: ['登记面积_亩'], needed: true },
  treated_total_mu: { also: ['累计治理_亩'], needed: true },
  new_mu: { also: ['新增沉陷_亩'], needed: false },
  treated_mu: { also: ['当年治理_亩'], needed: false },
  published_percent: { also: ['公布治理率_百分比'], needed: false },
} as const;
type Row = NamedRow<keyof typeof columns>;

const paceColumns = {
  scenario: { also: ['情景'], needed: true },
  new_mu: { also: ['新增沉陷_亩'], needed: true },
  treated_mu: { also: ['当年治理_亩'], needed: true },
  new_low: { also: ['新增下限'], needed: false },
  new_high: { also: ['新增上限'], needed: false },
  treated_low: { also: ['治理下限'], needed: false },
  treated_high: { also: ['治理上限'], needed: false },
} as const;

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('RESTORATION_LAND', where, { found, expected });

/** A year of the table, areas in mu, with the rate that somebody published and by how much it may be rounded. */
export interface LegacyRow extends LegacyRecord {
  readonly publishedPercent: number;
  readonly rounding: number;
}

/**
 * Reads legacy land by year. The first row has a count of what is registered and treated.
 *
 * @throws AfterlodeError RESTORATION_LAND naming the cell, FILE_… of reading
 */
export async function readLegacy(source: RowSource): Promise<readonly LegacyRow[]> {
  const { rows } = await readNamedRows(source, columns, fault);
  let before = Number.NEGATIVE_INFINITY;
  return rows.map((row, at) => {
    const year = yearAt(row, 'year');
    if (year <= before)
      throw row.wrong('year', String(year), { en: 'a year after the row above', zh: '晚于上一行的年份' });
    before = year;
    const [registered, treatedInAll] = [from0At(row, 'registered_mu'), from0At(row, 'treated_total_mu')];
    if (at === 0) expectCount(row, registered, treatedInAll);
    if (treatedInAll > registered)
      throw row.wrong('treated_total_mu', row.text('treated_total_mu'), phrases.atMost(registered));
    return {
      year,
      registered,
      treatedInAll,
      sunk: from0At(row, 'new_mu'),
      treated: from0At(row, 'treated_mu'),
      publishedPercent: from0At(row, 'published_percent', 100),
      rounding: roundingOf(row.text('published_percent')),
    };
  });
}

function expectCount(row: Row, registered: number, treatedInAll: number): void {
  const expected = { en: 'a count in the first row', zh: '首行须有登记与累计治理面积' };
  if (Number.isNaN(registered)) throw row.wrong('registered_mu', phrases.empty, expected);
  if (Number.isNaN(treatedInAll)) throw row.wrong('treated_total_mu', phrases.empty, expected);
}

/** Half of the last digit that stands there: 56.8 is between 56.75 and 56.85. */
function roundingOf(text: string): number {
  const digits = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return 0.5 / 10 ** digits + 1e-9;
}

/** A pace with its name. */
export interface NamedPace extends LegacyPace {
  readonly scenario: string;
}

/**
 * Reads paces, mu a year. An end that is empty is the middle.
 *
 * @throws AfterlodeError RESTORATION_LAND naming the cell, FILE_… of reading
 */
export async function readPaces(source: RowSource): Promise<readonly NamedPace[]> {
  const { rows } = await readNamedRows(source, paceColumns, fault);
  const seen = new Set<string>();
  return rows.map((row) => {
    const bounded = (name: 'new' | 'treated'): Bounded => {
      const mid = from0At(row, `${name}_mu`);
      if (Number.isNaN(mid)) throw row.wrong(`${name}_mu`, phrases.empty, phrases.numberFrom0);
      const [low, high] = [from0At(row, `${name}_low`), from0At(row, `${name}_high`)];
      if (low > mid) throw row.wrong(`${name}_low`, String(low), phrases.atMost(mid));
      if (high < mid)
        throw row.wrong(`${name}_high`, String(high), { en: `at least ${mid}`, zh: `不小于 ${mid}` });
      return { low: Number.isNaN(low) ? mid : low, mid, high: Number.isNaN(high) ? mid : high };
    };
    const scenario = onceAt(row, 'scenario', seen, { en: 'each scenario once', zh: '不重复的情景' });
    return { scenario, sunk: bounded('new'), treated: bounded('treated') };
  });
}
