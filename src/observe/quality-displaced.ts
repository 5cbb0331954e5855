import type { Catalog } from '../catalog/index.js';
import { short } from './merge.js';
import { qualityLimit } from './quality-defaults.js';
import { doubt, type QualityMarks } from './quality-marks.js';
import { distanceTo, isFar, type OwnLevels } from './quality-own.js';
import { type QualitySet, unitWords } from './quality-series.js';

/** A unit whose values of a year lie far from its own series, and the units whose rows it may hold, with what says so. */
interface Displaced {
  readonly city: number;
  readonly from: ReadonlyMap<number, readonly OwnLevels[]>;
}

/** What is asked of the rows of one source. */
interface Asked {
  readonly set: QualitySet;
  /** Indicators of the source. */
  readonly levels: readonly OwnLevels[];
  readonly source: number;
  readonly nearer: number;
  readonly indicators: number;
  readonly rows: number;
  readonly marks: QualityMarks;
}

/**
 * Rows that slipped: in one year, region and source, values of several indicators of a unit lie far from the unit's own years
 * and some times nearer to the own years of another unit. Two units that hold each other's are swapped; several in a row that
 * hold the next one's are shifted. One alone is not reported: among a dozen units some other is near by chance.
 */
export function checkDisplaced(
  set: QualitySet,
  all: readonly OwnLevels[],
  catalog: Pick<Catalog, 'parameters'>,
  marks: QualityMarks,
): void {
  const limits = {
    nearer: qualityLimit('quality_nearer_factor', catalog),
    indicators: qualityLimit('quality_displaced_indicators', catalog),
    rows: qualityLimit('quality_displaced_rows', catalog),
  };
  for (const [source, levels] of levelsBySource(set, all)) {
    if (levels.length < limits.indicators) continue;
    const asked = { set, levels, source, marks, ...limits };
    for (const members of set.regions.values()) {
      for (let year = 0; year < set.span; year++) {
        const found = members.flatMap((city) => displaced(asked, members, city, year));
        if (found.length > 0) judge(asked, members, found, year);
      }
    }
  }
}

/** Indicators by source, so that the columns of a table are judged together. */
function levelsBySource(
  { columns }: QualitySet,
  all: readonly OwnLevels[],
): ReadonlyMap<number, readonly OwnLevels[]> {
  const bySource = new Map<number, OwnLevels[]>();
  for (const level of all) {
    if (!(level.far > 0)) continue;
    const sources = new Set<number>();
    for (const entry of level.series.entries) if (entry > 0) sources.add(columns.source[entry - 1] as number);
    for (const source of sources) {
      const known = bySource.get(source);
      if (known) known.push(level);
      else bySource.set(source, [level]);
    }
  }
  return bySource;
}

function displaced(
  asked: Asked,
  members: readonly number[],
  city: number,
  year: number,
): readonly Displaced[] {
  const { set, levels, source, nearer, indicators } = asked;
  const own = city * set.span + year;
  const far = levels.filter((one) => {
    const entry = one.series.entries[own] as number;
    return entry > 0 && set.columns.source[entry - 1] === source && isFar(one, own, set.span);
  });
  if (far.length < indicators) return [];
  const from = new Map<number, readonly OwnLevels[]>();
  for (const other of members) {
    if (other === city) continue;
    const cell = other * set.span + year;
    const fits = far.filter((one) => {
      const missed = distanceTo(one, own, cell);
      return missed <= one.far && missed * nearer <= distanceTo(one, own, own);
    });
    if (fits.length >= indicators) from.set(other, fits);
  }
  return from.size === 0 ? [] : [{ city, from }];
}

function judge(asked: Asked, members: readonly number[], all: readonly Displaced[], year: number): void {
  const found = new Map(all.map((one) => [one.city, one]));
  for (const [city, other] of shiftedRows(members, found, asked.rows)) {
    mark(asked, found.get(city) as Displaced, other, year, 'QUALITY_SHIFTED');
    found.delete(city);
  }
  for (const one of found.values()) {
    const other = [...one.from.keys()].find((from) => found.get(from)?.from.has(one.city));
    if (other !== undefined) mark(asked, one, other, year, 'QUALITY_SWAPPED');
  }
}

/** Units in stretches of at least `rows` that may all hold the row as many places further on or back, with that unit. */
function shiftedRows(
  members: readonly number[],
  found: ReadonlyMap<number, Displaced>,
  rows: number,
): ReadonlyMap<number, number> {
  const shifted = new Map<number, number>();
  for (let shift = 1 - members.length; shift < members.length; shift++) {
    let run: (readonly [city: number, from: number])[] = [];
    for (let at = 0; at <= members.length; at++) {
      const city = members[at] as number;
      const from = members[at + shift];
      if (from !== undefined && found.get(city)?.from.has(from)) run.push([city, from]);
      else {
        if (run.length >= rows) for (const [one, other] of run) shifted.set(one, other);
        run = [];
      }
    }
  }
  return shifted;
}

/** Marks all values of the row: what does not show the slip is no nearer to the truth. */
function mark(
  { set, levels, source, marks }: Asked,
  one: Displaced,
  other: number,
  year: number,
  code: 'QUALITY_SWAPPED' | 'QUALITY_SHIFTED',
): void {
  const cell = one.city * set.span + year;
  for (const level of levels) {
    const entry = level.series.entries[cell] as number;
    if (entry === 0 || set.columns.source[entry - 1] !== source) continue;
    const facts = {
      found: short(set.base[entry - 1] as number),
      expected: short(Math.exp(level.expected[cell] as number)),
      donor: unitWords(set, other),
      count: one.from.get(other)?.length ?? 0,
    };
    doubt(set, entry - 1, code, facts, marks);
  }
}
