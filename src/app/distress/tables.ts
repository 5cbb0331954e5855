import type { MeasuredUnit } from '../../assess/index.js';
import { AfterlodeError, phrases, type TableFault } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';

/** A county of a table; `name` is empty where the table has none. */
export interface County extends MeasuredUnit {
  readonly name: string;
}

/** Counties and the country they are compared with. */
export interface Counties {
  readonly units: readonly County[];
  readonly country: County;
  /** Whether the table has standard errors. */
  readonly measured: boolean;
}

const figures = ['unemployment', 'income', 'poverty'] as const;
type Figure = (typeof figures)[number];
type Column = Figure | `${Figure}_error` | 'place' | 'name';

const fault: TableFault = (where, found, expected) =>
  new AfterlodeError('DISTRESS_TABLE', where, { found, expected });

/**
 * Reads `place,unemployment,income,poverty[,name][,unemployment_error,income_error,poverty_error]`; empty figures are missing. A figure may
 * stand in any unit, the same in all rows, since only ratios to the country count.
 *
 * @param country the row that holds the figures of the country
 * @throws AfterlodeError DISTRESS_TABLE naming the cell; FILE_… of reading
 */
export async function readCounties(source: RowSource, country: string): Promise<Counties> {
  const { name, rows, has } = await readNamedRows<Column>(
    source,
    {
      place: { also: ['地区', '县'], needed: true },
      name: { also: ['名称'], needed: false },
      unemployment: { also: ['失业率'], needed: true },
      income: { also: ['收入'], needed: true },
      poverty: { also: ['贫困率'], needed: true },
      unemployment_error: { also: ['失业率误差'], needed: false },
      income_error: { also: ['收入误差'], needed: false },
      poverty_error: { also: ['贫困率误差'], needed: false },
    },
    fault,
  );
  const read = new Map<string, County>();
  for (const row of rows) {
    const unit = row.word('place', { en: 'the code or name of a place', zh: '地区代码或名称' });
    if (read.has(unit)) throw row.wrong('place', unit, { en: 'each place once', zh: '不重复的地区' });
    read.set(unit, { unit, name: row.text('name'), ...figuresOf(row), errors: errorsOf(row) });
  }
  const whole = read.get(country);
  if (whole === undefined)
    throw fault(name, phrases.absent, {
      en: `a row of the country, called ${country}`,
      zh: `名为 ${country} 的全国数据行`,
    });
  read.delete(country);
  if (read.size === 0) throw fault(name, phrases.noRows, phrases.oneOrMore);
  return {
    units: [...read.values()],
    country: whole,
    measured: figures.some((figure) => has(`${figure}_error`)),
  };
}

function figuresOf(row: NamedRow<Column>): Record<Figure, number> {
  return collect((figure) => fromZero(row, figure));
}

function errorsOf(row: NamedRow<Column>): Record<Figure, number> {
  return collect((figure) => fromZero(row, `${figure}_error`));
}

function collect(of: (figure: Figure) => number): Record<Figure, number> {
  return { unemployment: of('unemployment'), income: of('income'), poverty: of('poverty') };
}

function fromZero(row: NamedRow<Column>, column: Column): number {
  const value = row.number(column);
  if (Number.isNaN(value) || value >= 0) return value;
  throw row.wrong(column, row.text(column), phrases.numberFrom0);
}
