import { randomBytes } from 'node:crypto';
import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import { decodedCell, openCells, type RowSource } from '../../files/index.js';
import { type MeterAnswer, type MeterColumns, meterReader, type ReadingFault } from '../../locate/index.js';
import type { VacancyOptions } from './call.js';

/** Columns and what they may be called. */
const headings: Readonly<Record<keyof MeterColumns, readonly string[]>> = {
  estate: ['estate', '小区'],
  unit: ['unit', 'meter', '户号', '表号'],
  month: ['month', 'date', '月份', '抄表月'],
  water: ['water', '用水量'],
  power: ['power', '用电量'],
  kind: ['kind', '表类'],
  value: ['value', '读数', '用量'],
};

/**
 * Reads a table of monthly readings of any size, in any order. The identifier of a household is hashed with a key that is drawn for this
 * call and forgotten with it; it stands in no result, message or file. Columns that are not named above are not even looked at.
 *
 * @param progress told the share read
 * @throws AfterlodeError VACANCY_METERS_COLUMNS, VACANCY_METERS_MONTHS, FILE_… of reading
 */
export async function readReadings(
  source: RowSource,
  options: VacancyOptions,
  progress?: (share: number) => void,
): Promise<{ readonly answer: MeterAnswer; readonly issues: readonly Issue[] }> {
  const name = typeof source === 'string' ? source : source.name;
  let columns = null as MeterColumns | null;
  const choose = (heading: readonly string[]) => {
    const chosen = columnsIn(heading, name);
    columns = chosen.columns;
    return chosen.places;
  };
  const bytes = randomBytes(16);
  const key = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 16));
  let reader = null as ReturnType<typeof meterReader> | null;
  for await (const batch of openCells(source, choose, (read, total) => progress?.(read / total))) {
    reader ??= meterReader(columns as MeterColumns, options.limits, key, decodedCell);
    reader.add(batch);
    if (reader.tooLong()) throw months(name, { en: 'more than 64', zh: '超过 64' }, options.rule.months);
  }
  const answer = reader?.answer(options.rule);
  if (answer === undefined || answer.lastMonth < 0) throw months(name, '0', options.rule.months);
  const span = answer.lastMonth - answer.firstMonth + 1;
  if (span < options.rule.months) throw months(name, String(span), options.rule.months);
  return { answer, issues: [...leftOut(answer, name), ...heatingIssue(answer, options, name)] };
}

function months(where: string, found: string | { en: string; zh: string }, least: number): AfterlodeError {
  const expected = { en: `${least} to 64`, zh: `${least} 至 64 个` };
  return new AfterlodeError('VACANCY_METERS_MONTHS', where, { found, expected });
}

function columnsIn(heading: readonly string[], where: string) {
  const lower = heading.map((cell) => cell.replace(/^\uFEFF/, '').toLowerCase());
  const places: number[] = [];
  const place = (name: keyof MeterColumns) => {
    const at = lower.findIndex((cell) => headings[name].includes(cell));
    return at < 0 ? -1 : places.push(at) - 1;
  };
  const need = (name: keyof MeterColumns) => {
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
  return { columns: { estate, unit, month, water, power, kind, value }, places };
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

function leftOut({ faults }: MeterAnswer, where: string): readonly Issue[] {
  const column = (fault: ReadingFault) => (fault === 'value' ? 'water, power, value' : fault);
  return [...faults].map(([fault, { rows, first }]) =>
    issue('VACANCY_METERS_LEFT_OUT', 'warning', where, { found: rows, first, column: column(fault) }),
  );
}

function heatingIssue(
  { heatingChecked }: MeterAnswer,
  { rule }: VacancyOptions,
  where: string,
): readonly Issue[] {
  if (heatingChecked) return [];
  const found =
    rule.heating === null
      ? { en: 'no heating season was named', zh: '未指定采暖期' }
      : { en: 'the readings are of less than twelve months', zh: '抄表数据不足十二个月' };
  return [issue('VACANCY_HEATING', 'note', where, { found })];
}
