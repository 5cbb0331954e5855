import type { CityId } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import { short } from './merge.js';
import { qualityLimit } from './quality-defaults.js';
import { doubt, type QualityMarks } from './quality-marks.js';
import { isFar, type OwnLevels } from './quality-own.js';
import { digitStep, type QualitySet, seriesValue, unitWords } from './quality-series.js';

/** So many units make a total that can be told from one of them. */
const leastMembers = 3;

/**
 * The same number in two units in one year, where its digits make that no chance: with so many other units within a tenth of
 * it, evenly spread, fewer than `quality_equal_chance` of them would show the same digits. Where one of the two lies far from
 * its own years and the other does not, only that one is doubtful.
 */
export function checkEqualUnits(
  set: QualitySet,
  levels: OwnLevels,
  catalog: Pick<Catalog, 'parameters'>,
  marks: QualityMarks,
): void {
  const limit = qualityLimit('quality_equal_chance', catalog);
  const { span } = set;
  const { entries } = levels.series;
  for (let year = 0; year < span; year++) {
    const byValue = new Map<number, number[]>();
    const logs: number[] = [];
    for (let cell = year; cell < entries.length; cell += span) {
      const entry = entries[cell] as number;
      if (entry === 0 || set.estimated[entry - 1] === 1 || Number.isNaN(levels.logs[cell])) continue;
      const value = set.base[entry - 1] as number;
      logs.push(levels.logs[cell] as number);
      const known = byValue.get(value);
      if (known) known.push(cell);
      else byValue.set(value, [cell]);
    }
    for (const [value, cells] of byValue) {
      if (cells.length < 2 || chance(set, entries[cells[0] as number] as number, logs) >= limit) continue;
      const far = cells.filter((cell) => isFar(levels, cell, span));
      const suspects = far.length > 0 && far.length < cells.length ? far : cells;
      for (const cell of suspects) {
        const others = cells.filter((one) => one !== cell);
        const donor = others.map((one) => unitWords(set, Math.floor(one / span))).join(', ');
        const at = (entries[cell] as number) - 1;
        doubt(set, at, 'QUALITY_EQUAL_UNIT', { found: short(value), donor }, marks);
      }
    }
  }
}

/** How many other units would show the same digits by chance: those within a tenth, times a digit's step, over that width. */
function chance(set: QualitySet, entry: number, logs: readonly number[]): number {
  const log = Math.log(Math.abs(set.base[entry - 1] as number));
  const near = logs.filter((other) => Math.abs(other - log) < 0.1).length - 1;
  return (near * digitStep(set, entry)) / 0.2;
}

/**
 * A unit that carries a total: its own region's, where the value lies far from its own years and within
 * `quality_total_tolerance` of what the region's units come to; or that of another region which has the same name.
 */
export function checkTotals(
  set: QualitySet,
  levels: OwnLevels,
  catalog: Pick<Catalog, 'parameters'>,
  marks: QualityMarks,
): void {
  const tolerance = qualityLimit('quality_total_tolerance', catalog);
  for (const [region, members] of set.regions) {
    for (const city of members) {
      const namesake = namesakeOf(set, city, region);
      for (let year = 0; year < set.span; year++) {
        const cell = city * set.span + year;
        const log = levels.logs[cell] as number;
        if (Number.isNaN(log)) continue;
        const own = isFar(levels, cell, set.span) ? total(set, levels, members, year, city) : Number.NaN;
        const same = namesake ? total(set, levels, namesake, year, null) : Number.NaN;
        const sum = isNear(log, own, tolerance) ? own : isNear(log, same, tolerance) ? same : Number.NaN;
        if (Number.isNaN(sum)) continue;
        const at = (levels.series.entries[cell] as number) - 1;
        const whose = sum === own ? members : (namesake as readonly number[]);
        const facts = {
          found: short(set.base[at] as number),
          expected: short(sum),
          donor: set.places.get(set.columns.cities[whose[0] as number] as CityId)?.regionName ?? '',
        };
        doubt(set, at, 'QUALITY_TOTAL', facts, marks);
      }
    }
  }
}

function isNear(log: number, sum: number, tolerance: number): boolean {
  return Math.abs(log - Math.log(sum)) <= Math.log1p(tolerance);
}

/** Units of another region whose name the unit bears. */
function namesakeOf(set: QualitySet, city: number, region: string): readonly number[] | null {
  const name = set.places.get(set.columns.cities[city] as CityId)?.name;
  for (const [other, members] of set.regions) {
    if (other === region) continue;
    const place = set.places.get(set.columns.cities[members[0] as number] as CityId);
    if (place?.regionName === name) return members;
  }
  return null;
}

/** Sum over the units of a region, one of them by its own years; `NaN` where there are too few to tell a total from a unit. */
function total(
  set: QualitySet,
  levels: OwnLevels,
  members: readonly number[],
  year: number,
  doubted: number | null,
): number {
  let sum = 0;
  let count = 0;
  for (const city of members) {
    const cell = city * set.span + year;
    const expected = Math.exp(levels.expected[cell] as number);
    const value = seriesValue(set, levels.series.entries[cell] as number);
    const used = city === doubted ? expected : value;
    if (Number.isNaN(used)) {
      // A unit that has values in other years is missing from the sum.
      if (!Number.isNaN(expected)) return Number.NaN;
      continue;
    }
    sum += used;
    count += 1;
  }
  return count < leastMembers && doubted !== null ? Number.NaN : sum;
}
