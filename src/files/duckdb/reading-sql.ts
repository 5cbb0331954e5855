import { type MeterLimits, monthsKept, readingFaults } from '../../locate/index.js';
import type { ReadingRows } from './reading-source.js';

/** `2025-03`, `2025/3`, `2025年3月`, `202503`, `2025.03.31`, `20250331`; a time may follow a day. */
const monthForm = '(19|[2-9]\\d)\\d\\d([-/.年](0?[1-9]|1[0-2])([-/.月].*)?|(0[1-9]|1[0-2])([0-3]\\d)?)';

const fault = Object.fromEntries(readingFaults.map((name, at) => [name, at + 1])) as Readonly<
  Record<(typeof readingFaults)[number], number>
>;

/** Rows with their month since the year 0, readings as numbers (null: not read), and the number of their fault (null: none). */
function checkedRows({ from, estate, unit, date, water, power, kind, value }: ReadingRows): string {
  // With a row for each meter the kind says whose reading it is.
  const [waterText, powerText] =
    kind === null || value === null
      ? [water ?? `''`, power ?? `''`]
      : [
          `case when ${kind} in ('water', '水') then ${value} else '' end`,
          `case when ${kind} in ('power', 'electricity', '电') then ${value} else '' end`,
        ];
  const known = kind === null ? 'true' : `${kind} in ('water', '水', 'power', 'electricity', '电')`;
  const wrong = (text: string, number: string) =>
    `(${text} <> '' and not coalesce(isfinite(${number}) and ${number} >= 0, false))`;
  return `select *,
    case when regexp_full_match(date_text, '${monthForm}')
      then date_text[1:4]::integer * 12 + regexp_extract(date_text, '^\\d{4}[-/.年]?(\\d{1,2})', 1)::integer - 1 end as month,
    try_cast(water_text as double) as water_read, try_cast(power_text as double) as power_read,
    case when not is_kind then ${fault.kind}
      when ${wrong('water_text', 'water_read')} or ${wrong('power_text', 'power_read')} then ${fault.value}
      when month is null then ${fault.month}
      when estate_name = '' then ${fault.estate}
      when unit_hash is null then ${fault.unit} end as fault
  from (select ${estate} as estate_name, ${unit} as unit_hash, ${date} as date_text,
    ${waterText} as water_text, ${powerText} as power_text, ${known} as is_kind from ${from})`;
}

/** Which units are taken, by their hash; the first part takes all that stands beside units. */
export interface Part {
  readonly parts: number;
  readonly part: number;
}

/** Readings that count. Other rows stand under the estate '': those at fault by its number, those without a reading by 0. */
function keyedRows(readings: ReadingRows, { parts, part }: Part): string {
  return `select
    case when counts then estate_name else '' end as estate,
    case when counts then unit_hash else coalesce(fault, 0) end as unit,
    case when counts then month end as month, date_text,
    water_read as water, power_read as power,
    1::ubigint << (coalesce(month, 0) % ${monthsKept})::integer as bit
  from (select *, fault is null and (water_read is not null or power_read is not null) as counts
    from (${checkedRows(readings)}))
  where case when counts then unit_hash % ${parts} = ${part} else ${part === 0} end`;
}

function isUsed(limits: MeterLimits): string {
  return `(water >= ${limits.waterM3} or power >= ${limits.powerKwh})`;
}

/**
 * Table `units`: of each unit the months that were read and those in which a reading reached the limits, as bits of the month since the
 * year 0 modulo 64, and whether a month has more than one reading of a meter.
 */
export function unitTable(readings: ReadingRows, limits: MeterLimits, part: Part): string {
  const bits = (when: string) => `bit_or(case when ${when} then bit else 0::ubigint end)`;
  return `create or replace temp table units as
    select estate, unit, known_water | known_power as known, used, row_count, first_month, last_month,
      estate <> '' and read_count > bit_count(known_water) + bit_count(known_power) as again
    from (select estate, unit, ${bits('water is not null')} as known_water, ${bits('power is not null')} as known_power,
        ${bits(isUsed(limits))} as used, count(*) as row_count, count(water) + count(power) as read_count,
        min(month) as first_month, max(month) as last_month
      from (${keyedRows(readings, part)}) group by estate, unit)`;
}

/** Takes away what one part of the units needed. */
export const forgetUnits = ['drop table units', 'drop table added_up'] as const;

/**
 * Table `added_up`: units with several readings in a month once more. Those of one date are one reading, of which the greatest counts;
 * those of several dates are added up, as exact decimals so that their order plays no part.
 *
 * @param isNeeded whether there is such a unit; else the table is empty
 */
export function repeatedTable(
  readings: ReadingRows,
  limits: MeterLimits,
  part: Part,
  isNeeded: boolean,
): string {
  if (!isNeeded) return 'create or replace temp table added_up (estate varchar, known ubigint, used ubigint)';
  // Far above any limit, and it fits; the function least would make much of nothing.
  const most = (name: string) =>
    `max(case when ${name} > 1e9 then 1e9 else ${name} end)::decimal(18, 6) as ${name}`;
  return `create or replace temp table added_up as
    select estate, bit_or(bit) as known,
      bit_or(case when ${isUsed(limits)} then bit else 0::ubigint end) as used
    from (select estate, unit, bit, sum(water) as water, sum(power) as power
      from (select estate, unit, bit, date_text, ${most('water')}, ${most('power')}
        from (${keyedRows(readings, part)}) semi join (select estate, unit from units where again) using (estate, unit)
        group by estate, unit, bit, date_text)
      group by estate, unit, bit)
    group by estate, unit`;
}

/** Of table `units`: units, those with several readings in a month, first and last month, rows that are not at fault. */
export const unitFacts = `select count(*) filter (estate <> ''), count(*) filter (again),
  coalesce(min(first_month) filter (estate <> ''), 0), coalesce(max(last_month) filter (estate <> ''), 0),
  coalesce(sum(row_count) filter (estate <> '' or unit = 0), 0) from units`;

/** Table `patterns`: how many units of an estate have the same months. */
export const patternTable =
  'create or replace temp table patterns (estate varchar, known ubigint, used ubigint, units bigint)';

export const addPatterns = `insert into patterns select estate, known, used, count(*)
  from (select estate, known, used from units where estate <> '' and not again union all select estate, known, used from added_up)
  group by all`;

/** How many rows each fault has. */
export const faultyRows = `select unit, row_count from units where estate = '' and unit > 0 order by unit`;

/** The first row of a fault. */
export function faultyRow(readings: ReadingRows, at: number): string {
  const from = `(select *, ${readings.row} as file_row from ${readings.from})`;
  return `select file_row from (${checkedRows({ ...readings, from }).replace('as is_kind', 'as is_kind, file_row')}) where fault = ${at} limit 1`;
}
