import type { Values } from '../types.js';
import { addColumns } from './add-columns.js';
import { type Combine, countAvailable, type Group, refuseNegative, takingPart } from './group.js';
import { checkExponent, dropScarce } from './means.js';
import { powerScale, undoPowers, writePowers } from './powers.js';
import { runLength, writeRunLogarithms } from './run-logarithms.js';

/**
 * The power mean of `prepareMean` without keeping powers: for columns that change from call to call. It takes all scores
 * for present and looks for missing ones only where a sum says that there are some.
 *
 * @throws AfterlodeError INDEX_RULE; from the result, INDEX_NOT_POSITIVE where the exponent is not 1 and a score is
 *   below 0
 */
export function prepareMeanAtOnce(group: Group, exponent: number): Combine {
  checkExponent(exponent);
  const order = new Int32Array(group.columns.length);
  const four = exponent === 1 ? [] : Array.from({ length: 4 }, () => new Float64Array(group.rows));
  return (weights, into) => {
    const count = takingPart(weights, order);
    const power = { exponent, scale: powerScale(group.columns, exponent) };
    into.fill(0);
    if (exponent === 1) addColumns(group.columns, weights, order, count, into);
    else addPowers(group, weights, order, count, power, four, into);
    let total = 0;
    for (let at = 0; at < count; at++) total += weights[order[at] as number] as number;
    let check = 0;
    for (let row = 0; row < group.rows; row++) {
      into[row] = (into[row] as number) / total;
      check += into[row] as number;
    }
    const isHoled = Number.isNaN(check);
    if (isHoled) addPresent(group, weights, order, count, power, into);
    // Children that are left out count for coverage as well; that one child is there the mean has asked.
    const asks = group.least > 1 && (isHoled || count < order.length);
    const available = asks ? countAvailable(group.columns) : null;
    if (available) dropScarce(available, group.least, into);
    undoPowers(into, exponent, power.scale);
  };
}

interface Power {
  readonly exponent: number;
  readonly scale: number;
}

const inTurn = Int32Array.of(0, 1, 2, 3);

/**
 * Adds weighted powers, four columns at a time.
 *
 * @param powers four columns that are written over
 */
function addPowers(
  group: Group,
  weights: Float64Array,
  order: Int32Array,
  count: number,
  { exponent, scale }: Power,
  powers: readonly Values[],
  sums: Values,
): void {
  const own = new Float64Array(4);
  let filled = 0;
  for (let at = 0; at < count; ) {
    const child = order[at] as number;
    const into = powers[filled] as Values;
    // Children of one weight share a logarithm, that of their product.
    const run = exponent === 0 ? runLength(weights, order, at, count) : 1;
    if (run > 1) writeRunLogarithms(group, order.subarray(at, at + run), into);
    else if (!writePowers(group.columns[child] as Values, exponent, scale, into))
      refuseNegative(group, child);
    own[filled++] = weights[child] as number;
    at += run;
    if (filled === 4 || at === count) {
      addColumns(powers, own, inTurn, filled, sums);
      filled = 0;
    }
  }
}

/** The mean of powers over the children that are there. */
function addPresent(
  group: Group,
  weights: Float64Array,
  order: Int32Array,
  count: number,
  { exponent, scale }: Power,
  means: Values,
): void {
  const totals = new Float64Array(group.rows);
  const powers = new Float64Array(group.rows);
  means.fill(0);
  for (let at = 0; at < count; at++) {
    const child = order[at] as number;
    const weight = weights[child] as number;
    const column = group.columns[child] as Values;
    if (exponent !== 1) writePowers(column, exponent, scale, powers);
    const scores = exponent === 1 ? column : powers;
    for (let row = 0; row < group.rows; row++) {
      const score = scores[row] as number;
      if (Number.isNaN(score)) continue;
      means[row] = (means[row] as number) + weight * score;
      totals[row] = (totals[row] as number) + weight;
    }
  }
  // No weight left: nothing known, nothing said.
  for (let row = 0; row < group.rows; row++) means[row] = (means[row] as number) / (totals[row] as number);
}
