import { type CellBatch, isEmpty, monthIn, numberIn } from './cells.js';
import { hashed, keyedHash } from './keyed-hash.js';
import { createMeterTable, monthsKept } from './meter-table.js';

/** What a meter of each kind may show in a month of an empty unit: below, not at. */
export interface MeterLimits {
  /** m³ a month. */
  readonly waterM3: number;
  /** kWh a month. */
  readonly powerKwh: number;
}

/** Where columns of a table of readings stand in a batch; -1: there is none. */
export interface MeterColumns {
  readonly estate: number;
  readonly unit: number;
  readonly month: number;
  readonly water: number;
  readonly power: number;
  /** With a row for each meter: `water` or `power`, and its reading. */
  readonly kind: number;
  readonly value: number;
}

/** Why rows were left out. */
export const readingFaults = ['estate', 'unit', 'month', 'kind', 'value'] as const;
export type ReadingFault = (typeof readingFaults)[number];

/** How an empty unit is told from its readings. */
export interface MeterRule {
  /** Months without use, up to the last one. */
  readonly months: number;
  /** First and last calendar month of the heating season, 1 to 12; null: the check is not made. */
  readonly heating: readonly [first: number, last: number] | null;
}

/** Units of an estate by their meters. */
export interface MeteredEstate {
  readonly estate: string;
  /** Units with a meter. */
  readonly metered: number;
  /** Used in one of the months that count. Seasonal units are among them. */
  readonly occupied: number;
  readonly empty: number;
  /** Not used in the months that are known, and some are not. */
  readonly undecided: number;
  /** Lived in for a part of the year only, inside or outside the heating season: second homes, winters away. */
  readonly seasonal: number;
}

/** What readings came to. */
export interface MeterAnswer {
  readonly estates: readonly MeteredEstate[];
  readonly rows: number;
  readonly units: number;
  /** Months since the year 0; -1 without rows. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** Whether the check of the heating season was made: it needs twelve months of readings. */
  readonly heatingChecked: boolean;
  /** Rows left out by reason, with the first of them; rows are numbered as in the file. */
  readonly faults: ReadonlyMap<ReadingFault, { readonly rows: number; readonly first: number }>;
}

/** Reads readings batch by batch. */
export interface MeterReader {
  readonly add: (batch: CellBatch) => void;
  /** Whether more months came than are told apart. */
  readonly tooLong: () => boolean;
  readonly answer: (rule: MeterRule) => MeterAnswer;
}

/**
 * Takes readings in any order. Units are known by a keyed hash of their identifier from the moment they are read; the identifiers are in no
 * result, message or error.
 *
 * @param key four random words, for this run only
 * @param nameOf reads the name of an estate from bytes, once for each estate
 */
export function meterReader(
  columns: MeterColumns,
  limits: MeterLimits,
  key: Int32Array,
  nameOf: (bytes: Uint8Array) => string,
): MeterReader {
  const table = createMeterTable();
  const estates = estateNumbers(key, nameOf);
  const faults = new Map<ReadingFault, { rows: number; first: number }>();
  let [rows, firstMonth, lastMonth] = [0, Number.POSITIVE_INFINITY, -1];
  const leaveOut = (fault: ReadingFault, row: number) => {
    const known = faults.get(fault);
    if (known === undefined) faults.set(fault, { rows: 1, first: row });
    else known.rows += 1;
  };
  const add = (batch: CellBatch) => {
    const { bytes, from, to } = batch;
    for (let row = 0; row < batch.rows; row++) {
      const base = row * batch.columns;
      const fileRow = batch.firstRow + row;
      const used = useOf(batch, base, columns, limits);
      if (typeof used === 'string') {
        leaveOut(used, fileRow);
        continue;
      }
      const month = monthIn(bytes, from[base + columns.month] as number, to[base + columns.month] as number);
      const estateFrom = startOf(
        bytes,
        from[base + columns.estate] as number,
        to[base + columns.estate] as number,
      );
      const estateTo = endOf(bytes, estateFrom, to[base + columns.estate] as number);
      const unitFrom = startOf(bytes, from[base + columns.unit] as number, to[base + columns.unit] as number);
      const unitTo = endOf(bytes, unitFrom, to[base + columns.unit] as number);
      if (month < 0 || estateFrom === estateTo || unitFrom === unitTo) {
        leaveOut(month < 0 ? 'month' : estateFrom === estateTo ? 'estate' : 'unit', fileRow);
        continue;
      }
      rows += 1;
      if (used === null) continue;
      firstMonth = Math.min(firstMonth, month);
      lastMonth = Math.max(lastMonth, month);
      const estate = estates.number(bytes, estateFrom, estateTo);
      keyedHash(bytes, unitFrom, unitTo, key);
      table.note(estate, hashed.high, hashed.low, month, used);
    }
  };
  return {
    add,
    tooLong: () => lastMonth >= 0 && lastMonth - firstMonth >= monthsKept,
    answer(rule) {
      const heatingChecked = rule.heating !== null && lastMonth - firstMonth >= 11;
      const counts = estates.names.map(() => ({
        metered: 0,
        occupied: 0,
        empty: 0,
        undecided: 0,
        seasonal: 0,
      }));
      table.forEach((estate, months) => {
        const of = counts[estate] as (typeof counts)[number];
        of.metered += 1;
        const window = (count: number, is: (month: number) => boolean) => {
          let found = 0;
          for (let back = 0; back < count; back++)
            if (lastMonth - back >= 0 && is(lastMonth - back)) found += 1;
          return found;
        };
        const seasonal = heatingChecked && isSeasonal(months.known, months.used, lastMonth, rule.heating);
        if (seasonal) of.seasonal += 1;
        if (seasonal || window(rule.months, months.used) > 0) of.occupied += 1;
        else if (window(rule.months, months.known) === rule.months) of.empty += 1;
        else of.undecided += 1;
      });
      return {
        estates: counts.map((of, at) => ({ estate: estates.names[at] as string, ...of })),
        rows,
        units: table.units(),
        firstMonth: lastMonth < 0 ? -1 : firstMonth,
        lastMonth,
        heatingChecked,
        faults,
      };
    },
  };
}

/** Whether more than the limits was used: null where nothing was read, a fault where the cells say something else. */
function useOf(
  batch: CellBatch,
  base: number,
  columns: MeterColumns,
  limits: MeterLimits,
): boolean | null | ReadingFault {
  if (columns.kind >= 0) {
    const at = base + columns.kind;
    const limit = limitOf(batch.bytes, batch.from[at] as number, batch.to[at] as number, limits);
    return Number.isNaN(limit) ? 'kind' : readingOf(batch, base + columns.value, limit);
  }
  const water = columns.water < 0 ? null : readingOf(batch, base + columns.water, limits.waterM3);
  const power = columns.power < 0 ? null : readingOf(batch, base + columns.power, limits.powerKwh);
  if (water === 'value' || power === 'value') return 'value';
  if (water === null || power === null) return water ?? power;
  return water || power;
}

/** Whether a reading reaches a limit. */
function readingOf({ bytes, from, to }: CellBatch, at: number, limit: number): boolean | null | 'value' {
  const first = from[at] as number;
  const last = to[at] as number;
  const value = numberIn(bytes, first, last);
  if (value >= 0) return value >= limit;
  return isEmpty(bytes, first, last) ? null : 'value';
}

const kinds: readonly (readonly [string, keyof MeterLimits])[] = [
  ['water', 'waterM3'],
  ['power', 'powerKwh'],
  ['electricity', 'powerKwh'],
  ['水', 'waterM3'],
  ['电', 'powerKwh'],
];
const kindBytes = kinds.map(([word, limit]) => [new TextEncoder().encode(word), limit] as const);

function limitOf(bytes: Uint8Array, first: number, last: number, limits: MeterLimits): number {
  const from = startOf(bytes, first, last);
  const to = endOf(bytes, from, last);
  const found = kindBytes.find(
    ([word]) => word.length === to - from && word.every((byte, at) => byte === bytes[from + at]),
  );
  return found === undefined ? Number.NaN : limits[found[1]];
}

/** Used in a part of the last twelve months that lies wholly inside or wholly outside the heating season, and not in the other. */
function isSeasonal(
  known: (month: number) => boolean,
  used: (month: number) => boolean,
  last: number,
  heating: MeterRule['heating'],
): boolean {
  if (heating === null) return false;
  const [first, end] = heating;
  let [inside, outside] = [false, false];
  for (let month = last - 11; month <= last; month++) {
    if (!known(month)) return false;
    if (!used(month)) continue;
    const calendar = (month % 12) + 1;
    const heated = first <= end ? calendar >= first && calendar <= end : calendar >= first || calendar <= end;
    if (heated) inside = true;
    else outside = true;
  }
  return inside !== outside;
}

/** First byte that is no blank. */
function startOf(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] as number) <= 32) at += 1;
  return at;
}

/** One after the last byte that is no blank. */
function endOf(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && (bytes[at - 1] as number) <= 32) at -= 1;
  return at;
}

/** Numbers of estates in the order in which they come; a name is read once. */
function estateNumbers(key: Int32Array, nameOf: (bytes: Uint8Array) => string) {
  const names: string[] = [];
  const byName = new Map<string, number>();
  const byHash = new Map<number, { low: number; number: number }[]>();
  return {
    names,
    number(bytes: Uint8Array, from: number, to: number): number {
      keyedHash(bytes, from, to, key);
      const { high, low } = hashed;
      const list = byHash.get(high) ?? [];
      for (const one of list) if (one.low === low) return one.number;
      const name = nameOf(bytes.subarray(from, to));
      // One name in two encodings is one estate.
      const number = byName.get(name) ?? names.push(name) - 1;
      byName.set(name, number);
      list.push({ low, number });
      byHash.set(high, list);
      return number;
    },
  };
}
