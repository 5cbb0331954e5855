import { tieWidth } from '../../../base/index.js';
import type { Values } from '../types.js';

/** Room that `rankInto` works in: it is made once and written over by every call. */
export interface RankSpace {
  /** Units from the best to the worst, and their scores. */
  readonly order: Int32Array;
  readonly sorted: Values;
  readonly spareOrder: Int32Array;
  readonly spareSorted: Values;
  /** Where the units of each drawer begin. */
  readonly drawers: Int32Array;
}

/** Room for ranking so many scores. */
export function rankSpace(size: number): RankSpace {
  return {
    order: new Int32Array(size),
    sorted: new Float64Array(size),
    spareOrder: new Int32Array(size),
    spareSorted: new Float64Array(size),
    drawers: new Int32Array(size + 2),
  };
}

/**
 * Ranks as `rankDescending` gives them, without new lists: a Monte Carlo ranks thousands of times.
 *
 * @param ranks written over
 * @param space room for as many scores
 * @returns how many scores are not missing
 */
export function rankInto(scores: Values, ranks: Values, space: RankSpace): number {
  const { order, sorted } = space;
  const count = putInDrawers(scores, space);
  sortDescending(space, count);
  ranks.fill(Number.NaN);
  if (count === 0) return 0;
  const near = tieWidth(sorted[count - 1] as number, sorted[0] as number);
  let rank = 1;
  for (let at = 0; at < count; at++) {
    if (at > 0 && !isTied(sorted[at - 1] as number, sorted[at] as number, near)) rank = at + 1;
    ranks[order[at] as number] = rank;
  }
  return count;
}

function isTied(one: number, other: number, near: number): boolean {
  return one === other || one - other <= near;
}

/**
 * Spreads the units that have a score over equally wide drawers, best first: mostly they are sorted then but for a few
 * neighbours. Where scores are so uneven, or endless, that many share a drawer, the sorting after it has more to do.
 *
 * @returns how many have a score
 */
function putInDrawers(scores: Values, { order, sorted, drawers }: RankSpace): number {
  let best = Number.NEGATIVE_INFINITY;
  let worst = Number.POSITIVE_INFINITY;
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] as number;
    if (score > best) best = score;
    if (score < worst) worst = score;
  }
  const perScore = scores.length / (best - worst);
  drawers.fill(0);
  let count = 0;
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] as number;
    if (Number.isNaN(score)) continue;
    count += 1;
    const drawer = ((best - score) * perScore) | 0;
    drawers[drawer + 1] = (drawers[drawer + 1] as number) + 1;
  }
  for (let drawer = 1; drawer < drawers.length; drawer++) {
    drawers[drawer] = (drawers[drawer] as number) + (drawers[drawer - 1] as number);
  }
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] as number;
    if (Number.isNaN(score)) continue;
    const drawer = ((best - score) * perScore) | 0;
    const place = drawers[drawer] as number;
    drawers[drawer] = place + 1;
    sorted[place] = score;
    order[place] = unit;
  }
  return count;
}

/** So many neighbours are sorted by inserting before they are merged with others. */
const together = 8;

/** Largest first, by merging: only what lies in the wrong half of two neighbouring stretches is moved. */
function sortDescending(space: RankSpace, count: number): void {
  for (let from = 0; from < count; from += together) insert(space, from, Math.min(count, from + together));
  for (let width = together; width < count; width *= 2) {
    for (let middle = width; middle < count; middle += 2 * width) {
      merge(space, middle - width, middle, Math.min(count, middle + width));
    }
  }
}

function insert({ order, sorted }: RankSpace, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const unit = order[at] as number;
    const score = sorted[at] as number;
    let place = at;
    for (; place > from && (sorted[place - 1] as number) < score; place--) {
      sorted[place] = sorted[place - 1] as number;
      order[place] = order[place - 1] as number;
    }
    sorted[place] = score;
    order[place] = unit;
  }
}

/** Merges two neighbouring stretches, each largest first. */
function merge(
  { order, sorted, spareOrder, spareSorted }: RankSpace,
  from: number,
  middle: number,
  to: number,
): void {
  const best = sorted[middle] as number;
  let start = middle;
  while (start > from && (sorted[start - 1] as number) < best) start -= 1;
  const held = middle - start;
  for (let at = 0; at < held; at++) {
    spareSorted[at] = sorted[start + at] as number;
    spareOrder[at] = order[start + at] as number;
  }
  let right = middle;
  for (let left = 0, into = start; left < held; into++) {
    const fromRight = right < to && (spareSorted[left] as number) < (sorted[right] as number);
    sorted[into] = (fromRight ? sorted[right] : spareSorted[left]) as number;
    order[into] = (fromRight ? order[right] : spareOrder[left]) as number;
    if (fromRight) right += 1;
    else left += 1;
  }
}
