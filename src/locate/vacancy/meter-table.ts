/** Months that are told apart: more than five years of readings say nothing about now. */
export const monthsKept = 64;

/** Meters by the keyed hash of their unit: in which months they were read, in which more than the limits was used. */
export interface MeterTable {
  /** Units in the table. */
  readonly units: () => number;
  /**
   * Notes one month of a unit.
   *
   * @param estate from 0
   * @param month since the year 0
   */
  readonly note: (estate: number, high: number, low: number, month: number, used: boolean) => void;
  /** Calls `each` with every unit: its estate, and whether it was read and used in a month. */
  readonly forEach: (each: (estate: number, months: UnitMonths) => void) => void;
}

/** Months of one unit; valid until the next one is told. */
export interface UnitMonths {
  readonly known: (month: number) => boolean;
  readonly used: (month: number) => boolean;
}

/**
 * A table of units without their names: open addressing in typed arrays, 28 bytes a place, at most seven tenths full, so that ten
 * million units take some 0.9 GB at the worst.
 *
 * @param places a power of two
 */
export function createMeterTable(places = 1 << 14): MeterTable {
  let columns = columnsOf(places);
  let size = places;
  let count = 0;
  const place = (estate: number, high: number, low: number): number => {
    const { estates, highs, lows } = columns;
    const mask = size - 1;
    let at = (low ^ Math.imul(estate + 1, 0x9e3779b1)) & mask;
    while (estates[at] !== 0 && !(estates[at] === estate + 1 && highs[at] === high && lows[at] === low))
      at = (at + 1) & mask;
    if (estates[at] === 0) {
      estates[at] = estate + 1;
      highs[at] = high;
      lows[at] = low;
      count += 1;
    }
    return at;
  };
  const grow = () => {
    const old = columns;
    size *= 2;
    columns = columnsOf(size);
    count = 0;
    for (let at = 0; at < old.estates.length; at++) {
      if (old.estates[at] === 0) continue;
      const to = place((old.estates[at] as number) - 1, old.highs[at] as number, old.lows[at] as number);
      for (const name of ['known0', 'known1', 'used0', 'used1'] as const)
        columns[name][to] = old[name][at] as number;
    }
  };
  return {
    units: () => count,
    note(estate, high, low, month, used) {
      if (count >= size * 0.7) grow();
      const at = place(estate, high, low);
      const bit = month % monthsKept;
      const mask = 1 << (bit & 31);
      const [known, using] = bit < 32 ? [columns.known0, columns.used0] : [columns.known1, columns.used1];
      known[at] = (known[at] as number) | mask;
      if (used) using[at] = (using[at] as number) | mask;
    },
    forEach(each) {
      let at = 0;
      const has = (first: Int32Array, second: Int32Array) => (month: number) => {
        const bit = month % monthsKept;
        return (((bit < 32 ? first : second)[at] as number) & (1 << (bit & 31))) !== 0;
      };
      const months = { known: has(columns.known0, columns.known1), used: has(columns.used0, columns.used1) };
      for (; at < size; at++)
        if (columns.estates[at] !== 0) each((columns.estates[at] as number) - 1, months);
    },
  };
}

function columnsOf(size: number) {
  const column = () => new Int32Array(size);
  return {
    /** From 1; 0 is an empty place. */
    estates: column(),
    highs: column(),
    lows: column(),
    known0: column(),
    known1: column(),
    used0: column(),
    used1: column(),
  };
}
