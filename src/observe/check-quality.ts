import type { Issue } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import { issueList } from './issue-list.js';
import { checkEqualUnits, checkTotals } from './quality-carried.js';
import { checkDigits } from './quality-digits.js';
import { checkDisplaced } from './quality-displaced.js';
import { type Doubtful, type QualityMarks, qualityMarks } from './quality-marks.js';
import { ownLevels } from './quality-own.js';
import { checkRange, checkSpikes, checkSum } from './quality-plain.js';
import { checkRepeats } from './quality-repeats.js';
import { type QualityPlaces, type QualitySet, qualitySet, type Series } from './quality-series.js';
import type { ImportedColumns } from './types.js';

/** What the checks say of a set. */
export interface QualityFindings {
  /** Positions in the columns, ascending, each once. */
  readonly doubtful: Uint32Array;
  /** At most fifty of one code, then a count. */
  readonly issues: readonly Issue[];
  /** Every doubt with its reason and what was found. */
  readonly reasons: readonly Doubtful[];
}

/**
 * Checks of a finished set of observations; `docs/methods/quality/` has a page for each. They say where to look; nothing is
 * changed: range, sum of parts, jump against both neighbours, repeat of the year before; rows swapped or shifted;
 * the same number in two units, a total carried by a unit, a lost or added digit.
 *
 * Limits: `qualityDefaults`, overruled by parameters `quality_…` of the catalog.
 *
 * @param columns a whole import, values in any unit of the catalog; missing values are passed over
 * @param places regions, codes and names of the units; without them units are not held against one another by region
 */
export function checkQuality(
  columns: ImportedColumns,
  catalog: Pick<Catalog, 'indicators' | 'units' | 'parameters'>,
  places?: QualityPlaces,
): QualityFindings {
  const set = qualitySet(columns, catalog, places);
  const marks = qualityMarks(columns.value.length);
  checkRange(set, catalog, marks);
  checkSeries(set, catalog, marks);
  checkRepeats(set, catalog, marks);
  checkUnits(set, catalog, marks);
  const issues = issueList();
  for (const issue of new Set(marks.reasons.map((one) => one.issue))) issues.add(issue);
  return {
    doubtful: Uint32Array.from(positions(marks.doubtful)),
    issues: [...issues.take(), ...issues.rest({ en: 'data quality', zh: '数据质量' })],
    reasons: marks.reasons,
  };
}

/** Each indicator for itself. */
function checkSeries(
  set: QualitySet,
  catalog: Pick<Catalog, 'indicators' | 'parameters'>,
  marks: QualityMarks,
): void {
  for (const series of set.series.values()) {
    checkSpikes(set, series, catalog, marks);
    const parts = catalog.indicators.get(series.indicator)?.parts ?? [];
    const found = parts.map((part) => set.series.get(part));
    if (parts.length > 0 && found.every((part) => part !== undefined)) {
      checkSum(set, series, found as readonly Series[], catalog, marks);
    }
  }
}

/** Units held against their own years and against one another; amounts only where two equal numbers would be no surprise for rates. */
function checkUnits(
  set: QualitySet,
  catalog: Pick<Catalog, 'indicators' | 'parameters'>,
  marks: QualityMarks,
): void {
  const levels = new Map([...set.series].map(([id, series]) => [id, ownLevels(set, series, catalog)]));
  const amounts = [...levels.values()].filter(
    ({ series }) => catalog.indicators.get(series.indicator)?.additive,
  );
  checkDisplaced(set, amounts, catalog, marks);
  for (const own of amounts) {
    checkEqualUnits(set, own, catalog, marks);
    checkTotals(set, own, catalog, marks);
  }
  for (const [id, own] of levels) {
    const mate = catalog.indicators.get(id)?.movesWith;
    checkDigits(set, own, mate ? (levels.get(mate) ?? null) : null, catalog, marks);
  }
}

function* positions(marked: Uint8Array): Iterable<number> {
  for (let at = 0; at < marked.length; at++) if (marked[at] === 1) yield at;
}
