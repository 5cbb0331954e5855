import { present, quantile } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import { short } from './merge.js';
import { qualityLimit } from './quality-defaults.js';
import { doubt, type QualityMarks } from './quality-marks.js';
import { digitStep, type QualitySet, type Series, seriesValue } from './quality-series.js';

/** A value that is exactly that of the year before. */
interface Repeat {
  readonly entry: number;
  readonly indicator: string;
  readonly city: number;
  readonly year: number;
}

/**
 * Amounts that repeat the year before; rates of change may. They are told only for indicators where repeats are rare, as an
 * area stays the same from year to year and a product does not, and where the digits make a repeat no chance; where many units repeat one indicator in one year, or one unit repeats several,
 * the reason says so.
 */
export function checkRepeats(
  set: QualitySet,
  catalog: Pick<Catalog, 'indicators' | 'parameters'>,
  marks: QualityMarks,
): void {
  const share = qualityLimit('quality_repeat_share', catalog);
  const chance = qualityLimit('quality_repeat_chance', catalog);
  const found = [...set.series.values()]
    .filter(({ indicator }) => catalog.indicators.get(indicator)?.additive !== false)
    .flatMap((series) => repeatsOf(set, series, share, chance));
  const units = counts(found, ({ indicator, year }) => `${indicator} ${year}`);
  const indicators = counts(found, ({ city, year }) => `${city} ${year}`);
  for (const one of found) {
    const alike = units.get(`${one.indicator} ${one.year}`) ?? 0;
    const many = indicators.get(`${one.city} ${one.year}`) ?? 0;
    const value = short(seriesValue(set, one.entry));
    const year = set.first + one.year - 1;
    if (alike >= qualityLimit('quality_repeat_units', catalog)) {
      doubt(set, one.entry - 1, 'QUALITY_REPEAT_YEAR', { found: value, count: alike, year }, marks);
    } else if (many >= qualityLimit('quality_repeat_indicators', catalog)) {
      doubt(set, one.entry - 1, 'QUALITY_REPEAT_ROW', { found: value, count: many, year }, marks);
    } else doubt(set, one.entry - 1, 'QUALITY_REPEAT', { found: value }, marks);
  }
}

function repeatsOf(
  set: QualitySet,
  { indicator, entries }: Series,
  share: number,
  chance: number,
): readonly Repeat[] {
  const repeats: Repeat[] = [];
  const changes: number[] = [];
  let steps = 0;
  for (let at = 1; at < entries.length; at++) {
    const entry = entries[at] as number;
    const previous = entries[at - 1] as number;
    if (entry === 0 || previous === 0 || at % set.span === 0) continue;
    const value = set.base[entry - 1] as number;
    const before = set.base[previous - 1] as number;
    if (Number.isNaN(value) || Number.isNaN(before)) continue;
    if (set.estimated[entry - 1] === 1 || set.estimated[previous - 1] === 1) continue;
    steps += 1;
    if (value !== before) changes.push(Math.abs(value / before - 1));
    if (value !== before || value === 0) continue;
    repeats.push({ entry, indicator, city: Math.floor(at / set.span), year: at % set.span });
  }
  if (repeats.length >= steps * share) return [];
  const usual = quantile(present(changes.filter(Number.isFinite)), 0.5);
  return repeats.filter(({ entry }) => !(digitStep(set, entry) / usual > chance));
}

function counts(found: readonly Repeat[], keyOf: (one: Repeat) => string): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const one of found) all.set(keyOf(one), (all.get(keyOf(one)) ?? 0) + 1);
  return all;
}
