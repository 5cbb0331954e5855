import { AfterlodeError } from '../../../base/index.js';
import type { Values } from '../types.js';
import { addColumns } from './add-columns.js';
import { type Combine, countAvailable, type Group, hasMissing, refuseNegative, takingPart } from './group.js';
import { powerScale, undoPowers, writePowers } from './powers.js';

/**
 * Weighted power mean: (Σ w·xᵖ ÷ Σ w)^(1/p); p = 1 the arithmetic, 0 the geometric, -1 the harmonic mean. A missing
 * child drops out together with its weight; a score of 0 makes the mean 0 for p ≤ 0.
 *
 * Powers, logarithms and places of missing values are worked out once, so that each set of weights costs only products
 * and sums.
 *
 * @throws AfterlodeError INDEX_RULE where p is not finite; INDEX_NOT_POSITIVE from the result, where p is not 1 and a
 *   score of a child that takes part is below 0
 */
export function prepareMean(group: Group, exponent: number): Combine {
  checkExponent(exponent);
  const { columns, rows } = group;
  const scale = powerScale(columns, exponent);
  const available = countAvailable(columns);
  // A score below 0 is refused only where its child takes part.
  const negative: number[] = [];
  const powers = columns.map((column, child) => {
    if (exponent === 1) return column;
    const made = new Float64Array(rows);
    if (!writePowers(column, exponent, scale, made)) negative.push(child);
    return made;
  });
  const present = columns.map((column) => (available && hasMissing(column) ? presence(column) : null));
  present.forEach((here, child) => {
    if (here) powers[child] = withoutMissing(powers[child] as Values);
  });
  const order = new Int32Array(columns.length);
  const totals = new Float64Array(rows);
  return (weights, into) => {
    const count = takingPart(weights, order);
    for (const child of negative) if (weights[child] !== 0) refuseNegative(group, child);
    into.fill(0);
    addColumns(powers, weights, order, count, into);
    addTotals(present, weights, order, count, totals);
    for (let row = 0; row < rows; row++) into[row] = (into[row] as number) / (totals[row] as number);
    if (available) dropScarce(available, group.least, into);
    undoPowers(into, exponent, scale);
  };
}

/** @throws AfterlodeError INDEX_RULE where the exponent is not finite */
export function checkExponent(exponent: number): void {
  if (Number.isFinite(exponent)) return;
  const found = { en: `exponent ${exponent}`, zh: `指数 ${exponent}` };
  throw new AfterlodeError(
    'INDEX_RULE',
    { en: 'power mean', zh: '幂平均' },
    {
      found,
      expected: { en: 'a finite exponent', zh: '有限的指数' },
    },
  );
}

/** Makes rows missing that have too few children. */
export function dropScarce(available: Int32Array, least: number, into: Values): void {
  for (let row = 0; row < into.length; row++) if ((available[row] as number) < least) into[row] = Number.NaN;
}

/** Weights of the children that are there, by row: sums only, so that no weight left is exactly 0. */
function addTotals(
  present: readonly (Values | null)[],
  weights: Float64Array,
  order: Int32Array,
  count: number,
  totals: Values,
): void {
  let everywhere = 0;
  for (let at = 0; at < count; at++) {
    const child = order[at] as number;
    if (!present[child]) everywhere += weights[child] as number;
  }
  totals.fill(everywhere);
  for (let at = 0; at < count; at++) {
    const child = order[at] as number;
    const here = present[child];
    if (!here) continue;
    const weight = weights[child] as number;
    for (let row = 0; row < totals.length; row++) {
      totals[row] = (totals[row] as number) + weight * (here[row] as number);
    }
  }
}

/** 1 where there is a value, 0 where it is missing. */
function presence(column: Values): Values {
  const here = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) here[row] = Number.isNaN(column[row] as number) ? 0 : 1;
  return here;
}

/** A missing value adds nothing to a sum whose weights leave it out as well. */
function withoutMissing(column: Values): Values {
  const kept = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    if (!Number.isNaN(value)) kept[row] = value;
  }
  return kept;
}
