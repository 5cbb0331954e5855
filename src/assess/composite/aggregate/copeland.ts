import { AfterlodeError } from '../../../base/index.js';
import type { Values } from '../types.js';
import { addNetWeights, isDecided } from './outranking.js';
import { type Combine, type Group, isScarce, takingPart } from './group.js';

/** Every row meets every other: more rows than this would keep a reader waiting without a word. */
const mostRows = 20_000;

/**
 * Copeland's rule: a row gains 1 for each other row that it beats and loses 1 for each that beats it. One row beats another
 * where the children in which it is better weigh more than those in which it is worse; a child that one of both lacks
 * does not count between them. From -(rows - 1) to rows - 1; a missing row has no score and meets nobody.
 *
 * @throws AfterlodeError INDEX_RULE for more than 20,000 rows
 */
export function prepareCopeland(group: Group): Combine {
  if (group.rows > mostRows) {
    throw new AfterlodeError('INDEX_RULE', 'copeland', {
      found: `${group.rows} rows`,
      expected: `${mostRows} at most, as every row meets every other`,
    });
  }
  const { columns, rows } = group;
  const order = new Int32Array(columns.length);
  const net = new Float64Array(rows);
  return (weights, into) => {
    const count = takingPart(weights, order);
    let total = 0;
    for (let at = 0; at < count; at++) total += weights[order[at] as number] as number;
    markMissing(group, order, count, into);
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(into[row] as number)) continue;
      net.fill(0, row);
      for (let at = 0; at < count; at++) {
        const child = order[at] as number;
        addNetWeights(columns[child] as Values, row, weights[child] as number, row + 1, net);
      }
      settle(row, net, total, into);
    }
  };
}

/** 0 for the rows that meet each other, missing for the others. */
function markMissing(group: Group, order: Int32Array, count: number, into: Values): void {
  const known = (row: number) => {
    for (let at = 0; at < count; at++) {
      const column = group.columns[order[at] as number] as Values;
      if (!Number.isNaN(column[row] as number)) return true;
    }
    return false;
  };
  for (let row = 0; row < group.rows; row++) into[row] = isScarce(group, row) || !known(row) ? Number.NaN : 0;
}

/** Gives the points of a row's meetings with all later ones. Adding to a missing score leaves it missing. */
function settle(row: number, net: Values, total: number, into: Values): void {
  let points = 0;
  for (let other = row + 1; other < net.length; other++) {
    if (Number.isNaN(into[other] as number)) continue;
    const lead = net[other] as number;
    if (!isDecided(lead, total)) continue;
    points += Math.sign(lead);
    into[other] = (into[other] as number) - Math.sign(lead);
  }
  into[row] = (into[row] as number) + points;
}
