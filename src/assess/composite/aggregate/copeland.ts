import { AfterlodeError, phrases, present, upperBound } from '../../../base/index.js';
import type { Values } from '../types.js';
import { type Combine, countAvailable, type Group, hasMissing, isScarce, takingPart } from './group.js';
import { isDecided } from './outranking.js';

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
  const { columns, rows } = group;
  if (rows > mostRows) {
    const expected = {
      en: `${mostRows} at most, as every row meets every other`,
      zh: `不超过 ${mostRows} 行（各行两两比较）`,
    };
    throw new AfterlodeError('INDEX_RULE', 'copeland', { found: phrases.rows(rows), expected });
  }
  const available = countAvailable(columns);
  const places = columns.map(placesOf);
  const complete = columns.map((column) => !hasMissing(column));
  const order = new Int32Array(columns.length);
  const net = new Float64Array(rows);
  return (weights, into) => {
    const count = takingPart(weights, order);
    let total = 0;
    for (let at = 0; at < count; at++) total += weights[order[at] as number] as number;
    markMissing(group, available, order.subarray(0, count), into);
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(into[row] as number)) continue;
      net.fill(0, row);
      for (let at = 0; at < count; at++) {
        const child = order[at] as number;
        const meet = complete[child] ? meetComplete : meetPresent;
        meet(places[child] as Int32Array, row, weights[child] as number, net);
      }
      settle(row, net, total, into);
    }
  };
}

/** How many scores a score equals or exceeds, so that equal scores share a place; 0 where it is missing. */
function placesOf(column: Values): Int32Array {
  const sorted = present(column);
  const places = new Int32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const score = column[row] as number;
    if (!Number.isNaN(score)) places[row] = upperBound(sorted, score);
  }
  return places;
}

/** Adds the weight for later rows that `row` is better than and takes it off for those that are better. */
function meetComplete(places: Int32Array, row: number, weight: number, net: Values): void {
  const own = places[row] as number;
  for (let other = row + 1; other < net.length; other++) {
    const lead = own - (places[other] as number);
    // The sign of a whole number without asking, which costs more than reckoning where answers are at random.
    net[other] = (net[other] as number) + weight * ((lead >> 31) - (-lead >> 31));
  }
}

/** The same where scores may be missing: those are neither better nor worse. */
function meetPresent(places: Int32Array, row: number, weight: number, net: Values): void {
  const own = places[row] as number;
  if (own === 0) return;
  for (let other = row + 1; other < net.length; other++) {
    const theirs = places[other] as number;
    if (theirs !== 0) net[other] = (net[other] as number) + weight * Math.sign(own - theirs);
  }
}

/** 0 for the rows that meet each other, missing for the others. */
function markMissing(group: Group, available: Int32Array | null, children: Int32Array, into: Values): void {
  for (let row = 0; row < group.rows; row++) {
    const isKnown = children.some((child) => !Number.isNaN((group.columns[child] as Values)[row] as number));
    into[row] = isKnown && !isScarce(available, group, row) ? 0 : Number.NaN;
  }
}

/** Gives the points of a row's meetings with all later ones. */
function settle(row: number, net: Values, total: number, into: Values): void {
  let points = 0;
  for (let other = row + 1; other < net.length; other++) {
    const lead = net[other] as number;
    if (!isDecided(lead, total) || Number.isNaN(into[other] as number)) continue;
    points += Math.sign(lead);
    into[other] = (into[other] as number) - Math.sign(lead);
  }
  into[row] = (into[row] as number) + points;
}
