import type { Values } from '../types.js';
import type { Combine, Group } from './group.js';
import { prepareMean } from './means.js';

/**
 * Hellwig's measure of the Wrocław taxonomic method: 1 − d ÷ d₀, where d is the distance of a row from the best score of
 * every child and d₀ the mean and two sample standard deviations of all distances. 1 is best. The distance is the root of
 * the weighted mean square, so a missing child drops out with its weight. Where all rows are alike all are 1.
 */
export function prepareWroclaw(group: Group): Combine {
  const meanSquare = prepareMean({ ...group, columns: group.columns.map(squaredDistances) }, 1);
  return (weights, into) => {
    meanSquare(weights, into);
    for (let row = 0; row < into.length; row++) into[row] = Math.sqrt(into[row] as number);
    const limit = outerDistance(into);
    for (let row = 0; row < into.length; row++) {
      const distance = into[row] as number;
      into[row] = distance === 0 ? 1 : 1 - distance / limit;
    }
  };
}

function squaredDistances(column: Values): Values {
  let best = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < column.length; row++) {
    const score = column[row] as number;
    if (score > best) best = score;
  }
  const squares = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) squares[row] = (best - (column[row] as number)) ** 2;
  return squares;
}

/** Mean and two sample standard deviations of the distances; one distance alone has no deviation. */
function outerDistance(distances: Values): number {
  let [count, sum] = [0, 0];
  for (const distance of distances) {
    if (Number.isNaN(distance)) continue;
    count += 1;
    sum += distance;
  }
  const mean = sum / count;
  let squares = 0;
  for (const distance of distances) {
    if (!Number.isNaN(distance)) squares += (distance - mean) ** 2;
  }
  return mean + (count > 1 ? 2 * Math.sqrt(squares / (count - 1)) : 0);
}
