/** What a meter of each kind may show in a month of an empty unit: below, not at. */
export interface MeterLimits {
  /** m³ a month. */
  readonly waterM3: number;
  /** kWh a month. */
  readonly powerKwh: number;
}

/** Where columns of a table of readings stand in its heading; -1: there is none. */
export interface ReadingColumns {
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

/** Months that are told apart: more than five years of readings say nothing about now. */
export const monthsKept = 64;

/** Units of an estate with the same months, as bits of the month since the year 0 modulo `monthsKept`. */
export interface UnitPattern {
  readonly estate: string;
  /** Months that were read. */
  readonly known: bigint;
  /** Months in which the limits were reached. */
  readonly used: bigint;
  readonly units: number;
}

/** What readings came to, unit by unit. */
export interface ReadUnitMonths {
  /** Rows that are not at fault, those without a reading included. */
  readonly rows: number;
  readonly units: number;
  /** Months since the year 0; -1 without readings. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** Units with several readings of a meter in a month: those of one date count once, those of several are added up. */
  readonly repeated: number;
  /** Rows left out by reason, with the first of them; rows are numbered as in the file. */
  readonly faults: ReadonlyMap<ReadingFault, { readonly rows: number; readonly first: number }>;
  /** In any order; an estate may come several times. */
  readonly patterns: () => AsyncIterable<readonly UnitPattern[]>;
}

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

/** Estates by the rule. */
export interface MeterAnswer {
  readonly estates: readonly MeteredEstate[];
  /** Whether the check of the heating season was made: it needs twelve months of readings. */
  readonly heatingChecked: boolean;
}

/** Counts the units of each estate by the rule. `lastMonth` of the readings is the last of the months that count. */
export async function meterEstates(read: ReadUnitMonths, rule: MeterRule): Promise<MeterAnswer> {
  const { firstMonth, lastMonth } = read;
  const heatingChecked = rule.heating !== null && lastMonth - firstMonth >= 11;
  const counts = new Map<string, { -readonly [Key in keyof MeteredEstate]: MeteredEstate[Key] }>();
  const lately = monthBits(lastMonth, rule.months);
  for await (const patterns of read.patterns()) {
    for (const { estate, known, used, units } of patterns) {
      const of = counts.get(estate) ?? {
        estate,
        metered: 0,
        occupied: 0,
        empty: 0,
        undecided: 0,
        seasonal: 0,
      };
      counts.set(estate, of);
      const seasonal = heatingChecked && isSeasonal(known, used, lastMonth, rule.heating);
      of.metered += units;
      if (seasonal) of.seasonal += units;
      if (seasonal || (used & lately) !== 0n) of.occupied += units;
      else if ((known & lately) === lately) of.empty += units;
      else of.undecided += units;
    }
  }
  return { estates: [...counts.values()], heatingChecked };
}

/** Bits of some months up to the last one. */
function monthBits(last: number, months: number): bigint {
  let bits = 0n;
  for (let month = last - months + 1; month <= last; month++) bits |= bitOf(month);
  return bits;
}

function bitOf(month: number): bigint {
  return 1n << BigInt(month % monthsKept);
}

/** Used in a part of the last twelve months that lies wholly inside or wholly outside the heating season, and not in the other. */
function isSeasonal(known: bigint, used: bigint, last: number, heating: MeterRule['heating']): boolean {
  const year = monthBits(last, 12);
  if (heating === null || (known & year) !== year) return false;
  const [first, end] = heating;
  let heated = 0n;
  for (let month = last - 11; month <= last; month++) {
    const calendar = (month % 12) + 1;
    const isHeated =
      first <= end ? calendar >= first && calendar <= end : calendar >= first || calendar <= end;
    if (isHeated) heated |= bitOf(month);
  }
  return ((used & heated) !== 0n) !== ((used & year & ~heated) !== 0n);
}
