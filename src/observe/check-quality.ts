import { type Code, type Facts, type Issue, issue, quantile } from '../base/index.js';
import type { Catalog, Indicator } from '../catalog/index.js';
import { type IssueList, issueList } from './issue-list.js';
import { short } from './merge.js';
import { qualityLimit } from './quality-defaults.js';
import { entryWords, type QualitySet, qualitySet, type Series, seriesValue } from './quality-series.js';
import type { ImportedColumns } from './types.js';
import { scaleOf } from './units.js';

/** What the checks say of a set. */
export interface QualityFindings {
  /** Positions in the columns, ascending, each once. */
  readonly doubtful: Uint32Array;
  readonly issues: readonly Issue[];
}

/** Marks and issues while the checks run. */
interface Marks {
  readonly doubtful: Uint8Array;
  readonly issues: IssueList;
}

/**
 * First checks of a finished set of observations: sum of parts, jump against both neighbours, exact repeat of the year before,
 * valid range. They say where to look; nothing is changed.
 *
 * Limits: `qualityDefaults`, overruled by parameters `quality_…` of the catalog. At most fifty issues of one code, then a count.
 *
 * @param columns a whole import, values in any unit of the catalog; missing values are passed over
 */
export function checkQuality(
  columns: ImportedColumns,
  catalog: Pick<Catalog, 'indicators' | 'units' | 'parameters'>,
): QualityFindings {
  const set = qualitySet(columns, catalog);
  const marks: Marks = { doubtful: new Uint8Array(columns.value.length), issues: issueList() };
  checkRange(set, catalog, marks);
  const repeatShare = qualityLimit('quality_repeat_share', catalog);
  const tolerance = qualityLimit('quality_sum_tolerance', catalog);
  for (const series of set.series.values()) {
    checkSpikes(set, series, spikeFactor(set, series, catalog), marks);
    checkRepeats(set, series, repeatShare, marks);
    const parts = catalog.indicators.get(series.indicator)?.parts ?? [];
    const found = parts.map((part) => set.series.get(part));
    if (parts.length > 0 && found.every((part) => part !== undefined)) {
      checkSum(set, series, found as readonly Series[], tolerance, marks);
    }
  }
  const doubtful = Uint32Array.from(positions(marks.doubtful));
  return {
    doubtful,
    issues: [...marks.issues.take(), ...marks.issues.rest({ en: 'data quality', zh: '数据质量' })],
  };
}

function checkRange(set: QualitySet, catalog: Pick<Catalog, 'indicators' | 'units'>, marks: Marks): void {
  const ranges = set.columns.indicators.map((id) => validRange(catalog.indicators.get(id), catalog));
  for (let at = 0; at < set.base.length; at++) {
    const value = set.base[at] as number;
    const range = ranges[set.columns.indicator[at] as number];
    if (!range || !(value < range[0] || value > range[1])) continue;
    doubt(set, at, 'QUALITY_RANGE', { found: short(value), expected: `${range[0]}–${range[1]}` }, marks);
  }
}

/** The catalog states valid ranges in the indicator's own unit; here they are needed in its base unit. */
function validRange(
  indicator: Indicator | undefined,
  catalog: Pick<Catalog, 'units'>,
): readonly [number, number] | null {
  if (indicator === undefined) return null;
  const scale = scaleOf(indicator.unit, catalog);
  const factor = scale === null ? 1 : scale.times / scale.over;
  return [indicator.valid[0] * factor, indicator.valid[1] * factor];
}

/** How far a value must lie from both neighbours: further than changes of this indicator usually go. */
function spikeFactor(set: QualitySet, series: Series, catalog: Pick<Catalog, 'parameters'>): number {
  const changes: number[] = [];
  const { entries } = series;
  for (let at = 1; at < entries.length; at++) {
    if (entries[at] === 0 || entries[at - 1] === 0 || at % set.span === 0) continue;
    const change = seriesValue(set, entries[at] as number) / seriesValue(set, entries[at - 1] as number);
    if (change > 0 && change < Number.POSITIVE_INFINITY) changes.push(Math.abs(Math.log(change)));
  }
  if (changes.length < qualityLimit('quality_spike_changes', catalog)) {
    return qualityLimit('quality_spike_factor', catalog);
  }
  const usual = quantile(Float64Array.from(changes).sort(), qualityLimit('quality_spike_share', catalog));
  return Math.max(Math.exp(usual), qualityLimit('quality_spike_least', catalog));
}

/** A spike lies above or below both neighbours by more than the factor; only positive values can be compared so. */
function checkSpikes(set: QualitySet, series: Series, factor: number, marks: Marks): void {
  const { entries } = series;
  for (let at = 1; at < entries.length - 1; at++) {
    const entry = entries[at] as number;
    if (entry === 0 || at % set.span === 0 || at % set.span === set.span - 1) continue;
    const value = seriesValue(set, entry);
    const before = seriesValue(set, entries[at - 1] as number);
    const after = seriesValue(set, entries[at + 1] as number);
    if (!(value > 0 && before > 0 && after > 0)) continue;
    const above = value > before * factor && value > after * factor;
    const below = before > value * factor && after > value * factor;
    if (!above && !below) continue;
    const facts = { found: short(value), before: short(before), after: short(after) };
    doubt(set, entry - 1, 'QUALITY_SPIKE', facts, marks);
  }
}

/** Repeats are told only where they are rare: an area stays the same from year to year, a product does not. */
function checkRepeats(set: QualitySet, series: Series, share: number, marks: Marks): void {
  const { entries } = series;
  const repeats: number[] = [];
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
    if (value === before && value !== 0) repeats.push(entry - 1);
  }
  if (repeats.length >= steps * share) return;
  for (const at of repeats) {
    doubt(set, at, 'QUALITY_REPEAT', { found: short(set.base[at] as number) }, marks);
  }
}

/** Where the parts miss the whole, one of them is wrong, and which one the sum cannot tell: all are doubtful. */
function checkSum(
  set: QualitySet,
  whole: Series,
  parts: readonly Series[],
  tolerance: number,
  marks: Marks,
): void {
  for (let at = 0; at < whole.entries.length; at++) {
    const entry = whole.entries[at] as number;
    const expected = seriesValue(set, entry);
    if (Number.isNaN(expected)) continue;
    let found = 0;
    for (const part of parts) found += seriesValue(set, part.entries[at] as number);
    if (!(Math.abs(found - expected) > tolerance * Math.abs(expected))) continue;
    const difference = expected === 0 ? '∞' : ((found / expected - 1) * 100).toFixed(1);
    doubt(
      set,
      entry - 1,
      'QUALITY_SUM',
      { found: short(found), expected: short(expected), difference },
      marks,
    );
    for (const part of parts) marks.doubtful[(part.entries[at] as number) - 1] = 1;
  }
}

function doubt(set: QualitySet, at: number, code: Code, facts: Facts, marks: Marks): void {
  marks.doubtful[at] = 1;
  marks.issues.add(issue(code, 'warning', entryWords(set.columns, at), facts));
}

function* positions(marked: Uint8Array): Iterable<number> {
  for (let at = 0; at < marked.length; at++) if (marked[at] === 1) yield at;
}
