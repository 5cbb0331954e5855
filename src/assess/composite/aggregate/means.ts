import { AfterlodeError } from '../../../base/index.js';
import type { Values } from '../types.js';
import { addColumns } from './add-columns.js';
import { type Combine, type Group, hasMissing, isScarce, takingPart } from './group.js';
import { type MeanForm, meanForm } from './mean-form.js';

/**
 * Weighted power mean: (Σ w·xᵖ ÷ Σ w)^(1/p); p = 1 the arithmetic, 0 the geometric, -1 the harmonic mean. A missing
 * child drops out together with its weight; a score of 0 makes the mean 0 for p ≤ 0.
 *
 * Powers, logarithms and places of missing values are worked out once, so that each set of weights costs only products
 * and sums.
 *
 * @throws AfterlodeError INDEX_NOT_POSITIVE where p is not 1 and a score is below 0, INDEX_RULE where p is not finite
 */
export function prepareMean(group: Group, exponent: number): Combine {
  if (!Number.isFinite(exponent)) {
    throw new AfterlodeError('INDEX_RULE', 'power mean', {
      found: `exponent ${exponent}`,
      expected: 'a finite exponent',
    });
  }
  const form = meanForm(exponent, group);
  return group.available === null
    ? combineComplete(group, form, group.columns.map(form.inside))
    : combineMissing(group, form);
}

function combineComplete(group: Group, form: MeanForm, columns: readonly Values[]): Combine {
  const order = new Int32Array(columns.length);
  return (weights, into) => {
    const count = takingPart(weights, order);
    into.fill(0);
    addColumns(columns, weights, order, count, into);
    let total = 0;
    for (let at = 0; at < count; at++) total += weights[order[at] as number] as number;
    for (let row = 0; row < group.rows; row++) into[row] = (into[row] as number) / total;
    form.outside(into);
  };
}

function combineMissing(group: Group, form: MeanForm): Combine {
  const { columns, rows } = group;
  const present = columns.map((column) => (hasMissing(column) ? presence(column) : null));
  const inside = columns.map((column, child) =>
    present[child] ? withoutMissing(form.inside(column, child)) : form.inside(column, child),
  );
  const order = new Int32Array(columns.length);
  const totals = new Float64Array(rows);
  return (weights, into) => {
    const count = takingPart(weights, order);
    into.fill(0);
    addColumns(inside, weights, order, count, into);
    addTotals(present, weights, order, count, totals);
    for (let row = 0; row < rows; row++) {
      // No weight left over: nothing known, nothing said.
      into[row] = isScarce(group, row) ? Number.NaN : (into[row] as number) / (totals[row] as number);
    }
    form.outside(into);
  };
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
  return column.map((value) => (Number.isNaN(value) ? 0 : 1));
}

/** A missing value adds nothing to a sum whose weights leave it out as well. */
function withoutMissing(column: Values): Values {
  return column.map((value) => (Number.isNaN(value) ? 0 : value));
}
