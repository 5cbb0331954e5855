import { AfterlodeError, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import { type SunkenParcel, type Treatment, type TreatmentPrice, treatments } from '../../plan/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';
import { from0At, onceAt, wordAt, yesAt } from './cells.js';

/** m² of a mu. */
export const mu = 2000 / 3;

/** m² or yuan a m² brought back to the figures of a table: 3,200 mu there and back are not quite 3,200. */
export function told(value: number): number {
  return Number(value.toPrecision(12));
}

const columns = {
  id: { also: ['地块'], needed: true },
  area_mu: { also: ['面积_亩'], needed: false },
  depth_m: { also: ['深度_米'], needed: false },
  settlement_mm: { also: ['累计下沉_毫米'], needed: false },
  rate_mm_yr: { also: ['速率_毫米每年'], needed: false },
  rate_error: { also: ['速率误差'], needed: false },
  stable_from: { also: ['稳沉时间'], needed: false },
  high_water: { also: ['高潜水位'], needed: false },
  contaminated: { also: ['污染'], needed: false },
} as const;
type Row = NamedRow<keyof typeof columns>;

const priceColumns = {
  treatment: { also: ['方式'], needed: true },
  low: { also: ['低价'], needed: true },
  high: { also: ['高价'], needed: false },
  scope: { also: ['内容'], needed: false },
} as const;

const aDay: Text = { en: 'a day such as 2025-06-30, or a year', zh: '日期（如 2025-06-30）或年份' };
const aParcel: Text = { en: 'each parcel once', zh: '不重复的地块' };

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('RESTORATION_LAND', where, { found, expected });

/**
 * Reads parcels of sunken land. Sinking is told by what the ground moved in the last months, or by a rate that is taken to go on evenly;
 * its sign does not matter, since ground that rises moves too.
 *
 * @param on day by which a date of rest counts as past, ISO
 * @param months within which sinking is summed
 * @throws AfterlodeError RESTORATION_LAND naming the cell, FILE_… of reading
 */
export async function readParcels(
  source: RowSource,
  { on, months }: { readonly on: string; readonly months: number },
): Promise<readonly SunkenParcel[]> {
  const { rows } = await readNamedRows(source, columns, fault);
  const seen = new Set<string>();
  return rows.map((row) => ({
    id: onceAt(row, 'id', seen, aParcel),
    areaM2: from0At(row, 'area_mu') * mu,
    depthM: from0At(row, 'depth_m'),
    ...settlementOf(row, months),
    atRest: restOf(row, on),
    waterTableHigh: yesAt(row, 'high_water'),
    contaminated: yesAt(row, 'contaminated'),
  }));
}

function settlementOf(row: Row, months: number): Pick<SunkenParcel, 'settlementM' | 'settlementErrorM'> {
  const measured = Math.abs(row.number('settlement_mm')) / 1000;
  if (!Number.isNaN(measured)) return { settlementM: measured, settlementErrorM: Number.NaN };
  return settlementAt(row.number('rate_mm_yr'), from0At(row, 'rate_error'), months);
}

/** Sinking within some months at a steady rate, mm a year. */
export function settlementAt(
  rateMmPerYear: number,
  errorMmPerYear: number,
  months: number,
): Pick<SunkenParcel, 'settlementM' | 'settlementErrorM'> {
  const share = months / 12 / 1000;
  return { settlementM: Math.abs(rateMmPerYear) * share, settlementErrorM: errorMmPerYear * share };
}

/** A year stands for its last day. */
function restOf(row: Row, on: string): boolean | null {
  const text = row.text('stable_from');
  if (text === '') return null;
  const day = /^\d{4}$/.test(text) ? `${text}-12-31` : text;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(day).toJSON()?.startsWith(day) === true;
  if (!isDay) throw row.wrong('stable_from', text, aDay);
  return day <= on;
}

/** What a treatment costs, with what the price includes. */
export interface ReadPrice extends TreatmentPrice {
  readonly scope: string | null;
}

/**
 * Reads prices of treatments, yuan a mu; without a high price it is the low one.
 *
 * @throws AfterlodeError RESTORATION_LAND naming the cell, FILE_… of reading
 */
export async function readPrices(source: RowSource): Promise<ReadonlyMap<Treatment, ReadPrice>> {
  const { rows } = await readNamedRows(source, priceColumns, fault);
  const seen = new Set<string>();
  return new Map(
    rows.flatMap((row) => {
      const treatment = wordAt(row, 'treatment', treatments);
      onceAt(row, 'treatment', seen, { en: 'each treatment once', zh: '不重复的方式' });
      const [low, high] = [from0At(row, 'low'), from0At(row, 'high')];
      if (Number.isNaN(low)) return [];
      if (high < low) throw row.wrong('high', row.text('high'), { en: 'not below low', zh: '不低于低价' });
      const price = { low: low / mu, high: (Number.isNaN(high) ? low : high) / mu };
      return [[treatment, { ...price, scope: row.text('scope') || null }] as const];
    }),
  );
}
