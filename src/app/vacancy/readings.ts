import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import { type RowSource, withUnitMonths } from '../../files/index.js';
import {
  type MeterAnswer,
  meterEstates,
  monthsKept,
  type ReadingColumns,
  type ReadingFault,
  type ReadUnitMonths,
} from '../../locate/index.js';
import type { VacancyOptions } from './call.js';

/** Columns and what they may be called. */
const headings: Readonly<Record<keyof ReadingColumns, readonly string[]>> = {
  estate: ['estate', '小区'],
  unit: ['unit', 'meter', '户号', '表号'],
  month: ['month', 'date', '月份', '抄表月'],
  water: ['water', '用水量'],
  power: ['power', '用电量'],
  kind: ['kind', '表类'],
  value: ['value', '读数', '用量'],
};

/** What readings came to. */
export interface Readings
  extends MeterAnswer,
    Pick<ReadUnitMonths, 'rows' | 'units' | 'firstMonth' | 'lastMonth'> {
  readonly issues: readonly Issue[];
}

/**
 * Reads a table of readings of any size, in any order. The identifier of a household is hashed with a key that is drawn for this
 * call and forgotten with it; it stands in no result, message or file. Columns that are not named above are not even looked at.
 *
 * @param progress told the share read
 * @throws AfterlodeError VACANCY_METERS_COLUMNS, VACANCY_METERS_MONTHS, FILE_… of reading
 */
export async function readReadings(
  source: RowSource,
  { limits, rule }: Pick<VacancyOptions, 'limits' | 'rule'>,
  progress?: (share: number) => void,
): Promise<Readings> {
  const name = typeof source === 'string' ? source : source.name;
  const choose = (heading: readonly string[]) => columnsIn(heading, name);
  return withUnitMonths(source, { choose, limits, ...(progress && { progress }) }, async (read) => {
    const { rows, units, firstMonth, lastMonth } = read;
    const span = units === 0 ? 0 : lastMonth - firstMonth + 1;
    if (span > monthsKept)
      throw months(name, { en: `more than ${monthsKept}`, zh: `超过 ${monthsKept}` }, rule.months);
    if (span < rule.months) throw months(name, String(span), rule.months);
    const answer = await meterEstates(read, rule);
    const issues = [
      ...leftOut(read, name),
      ...(read.repeated === 0
        ? []
        : [issue('VACANCY_METERS_REPEATED', 'note', name, { found: read.repeated })]),
      ...heatingIssue(answer, rule, name),
    ];
    return { ...answer, rows, units, firstMonth, lastMonth, issues };
  });
}

function months(where: string, found: string | { en: string; zh: string }, least: number): AfterlodeError {
  const expected = { en: `${least} to ${monthsKept}`, zh: `${least} 至 ${monthsKept} 个` };
  return new AfterlodeError('VACANCY_METERS_MONTHS', where, { found, expected });
}

function columnsIn(heading: readonly string[], where: string): ReadingColumns {
  const lower = heading.map((cell) => cell.replace(/^\uFEFF/, '').toLowerCase());
  const place = (name: keyof ReadingColumns) => lower.findIndex((cell) => headings[name].includes(cell));
  const need = (name: keyof ReadingColumns) => {
    const at = place(name);
    if (at >= 0) return at;
    const expected = 'estate, unit, month, water, power';
    throw new AfterlodeError('VACANCY_METERS_COLUMNS', where, { found: name, expected });
  };
  const [estate, unit, month] = [need('estate'), need('unit'), need('month')];
  const [water, power] = [place('water'), place('power')];
  // A row for each meter says which one it is.
  const long = water < 0 && power < 0;
  const [kind, value] = long ? [kindOrFault(place('kind'), where), need('value')] : [-1, -1];
  return { estate, unit, month, water, power, kind, value };
}

function kindOrFault(at: number, where: string): number {
  if (at >= 0) return at;
  const found = { en: 'water or power', zh: 'water 或 power' };
  const expected = {
    en: 'estate, unit, month, water, power, or kind and value',
    zh: 'estate、unit、month、water、power，或 kind 与 value',
  };
  throw new AfterlodeError('VACANCY_METERS_COLUMNS', where, { found, expected });
}

function leftOut({ faults }: ReadUnitMonths, where: string): readonly Issue[] {
  const column = (fault: ReadingFault) => (fault === 'value' ? 'water, power, value' : fault);
  return [...faults].map(([fault, { rows, first }]) =>
    issue('VACANCY_METERS_LEFT_OUT', 'warning', where, { found: rows, first, column: column(fault) }),
  );
}

function heatingIssue(
  { heatingChecked }: MeterAnswer,
  rule: VacancyOptions['rule'],
  where: string,
): readonly Issue[] {
  if (heatingChecked) return [];
  const found =
    rule.heating === null
      ? { en: 'no heating season was named', zh: '未指定采暖期' }
      : { en: 'the readings are of less than twelve months', zh: '抄表数据不足十二个月' };
  return [issue('VACANCY_HEATING', 'note', where, { found })];
}
