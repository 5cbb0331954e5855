import { AfterlodeError } from '../../../base/index.js';
import type { Values } from '../types.js';
import { addColumns } from './add-columns.js';
import { type Combine, type Group, hasMissing, refuseNegative, takingPart } from './group.js';
import { powerScale, undoPowers, writePowers } from './powers.js';
import { prepareWeightSums } from './weight-sums.js';

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
  // A score below 0 is refused only where its child takes part.
  const negative: number[] = [];
  const powers = columns.map((column, child) => {
    if (exponent === 1) return column;
    const made = new Float64Array(rows);
    if (!writePowers(column, exponent, scale, made)) negative.push(child);
    return made;
  });
  columns.forEach((column, child) => {
    if (hasMissing(column)) powers[child] = withoutMissing(powers[child] as Values);
  });
  const { patternOf, sum } = prepareWeightSums(group);
  const order = new Int32Array(columns.length);
  return (weights, into) => {
    const count = takingPart(weights, order);
    for (const child of negative) if (weights[child] !== 0) refuseNegative(group, child);
    into.fill(0);
    addColumns(powers, weights, order, count, into);
    const totals = sum(weights, order, count);
    for (let row = 0; row < rows; row++) {
      into[row] = (into[row] as number) / (totals[patternOf[row] as number] as number);
    }
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

/** A missing value adds nothing to a sum whose weights leave it out as well. */
function withoutMissing(column: Values): Values {
  const kept = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    if (!Number.isNaN(value)) kept[row] = value;
  }
  return kept;
}
