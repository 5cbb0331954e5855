import { present, quantile } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import { short } from './merge.js';
import { qualityLimit } from './quality-defaults.js';
import { doubt, type QualityMarks } from './quality-marks.js';
import { distanceTo, type OwnLevels } from './quality-own.js';
import type { QualitySet } from './quality-series.js';

/** A power of ten between a value and the usual level around it. */
interface Found {
  readonly cell: number;
  readonly power: number;
  readonly usual: number;
}

/**
 * A lost or added digit: the value is a power of ten times the median of the unit's years around it, and its ratio to the
 * indicator it moves with is the same power of ten times the median of that ratio. Where jumps of that size are common, as
 * for foreign investment, none is reported.
 *
 * @param mate the indicator it moves with, usually the gross product; null: only its own years are asked
 */
export function checkDigits(
  set: QualitySet,
  levels: OwnLevels,
  mate: OwnLevels | null,
  catalog: Pick<Catalog, 'parameters'>,
  marks: QualityMarks,
): void {
  const years = qualityLimit('quality_digit_years', catalog);
  const tolerance = Math.log10(qualityLimit('quality_digit_tolerance', catalog));
  const found: Found[] = [];
  let known = 0;
  // Beside another wrong value the expectation lies halfway: nearer than half the least jump nothing can be found.
  const least = (1 - tolerance) * Math.LN10 * 0.5;
  for (let cell = 0; cell < levels.logs.length; cell++) {
    if (Number.isNaN(levels.logs[cell])) continue;
    known += 1;
    if (distanceTo(levels, cell, cell) < least) continue;
    const usual = around(levels.logs, cell, set.span, years);
    const distance = ((levels.logs[cell] as number) - usual) / Math.LN10;
    if (Number.isNaN(distance)) continue;
    const power = Math.round(distance);
    if (power === 0 || Math.abs(distance - power) > tolerance) continue;
    if (mate && !agrees(levels, mate, cell, { span: set.span, years, power, tolerance })) continue;
    found.push({ cell, power, usual });
  }
  if (found.length > known * qualityLimit('quality_digit_share', catalog)) return;
  for (const { cell, power, usual } of found) {
    const at = (levels.series.entries[cell] as number) - 1;
    const facts = {
      found: short(set.base[at] as number),
      expected: short(Math.exp(usual)),
      power: 10 ** Math.abs(power),
      direction: power > 0 ? 'above' : 'below',
      directionZh: power > 0 ? '大' : '小',
    };
    doubt(set, at, 'QUALITY_DIGITS', facts, marks);
  }
}

interface Asked {
  readonly span: number;
  readonly years: number;
  readonly power: number;
  readonly tolerance: number;
}

/** Whether the ratio to the mate shows the same power; true where the mate has no value. */
function agrees(levels: OwnLevels, mate: OwnLevels, cell: number, asked: Asked): boolean {
  const ratio = (at: number) => (levels.logs[at] as number) - (mate.logs[at] as number);
  if (Number.isNaN(ratio(cell))) return true;
  const usual = aroundOf(ratio, cell, asked.span, asked.years);
  if (Number.isNaN(usual)) return true;
  return Math.abs((ratio(cell) - usual) / Math.LN10 - asked.power) <= asked.tolerance;
}

function around(logs: Float64Array, cell: number, span: number, years: number): number {
  return aroundOf((at) => logs[at] as number, cell, span, years);
}

/** Median over the years to both sides without the year itself; `NaN` with fewer values than years to one side. */
function aroundOf(of: (at: number) => number, cell: number, span: number, years: number): number {
  const start = cell - (cell % span);
  const values: number[] = [];
  for (let at = Math.max(start, cell - years); at <= Math.min(start + span - 1, cell + years); at++) {
    if (at !== cell) values.push(of(at));
  }
  const found = present(values);
  return found.length < years ? Number.NaN : quantile(found, 0.5);
}
