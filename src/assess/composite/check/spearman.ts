import type { Values } from '../types.js';
import { pearson } from './pearson.js';
import { placesOf, ranksAmong } from './places.js';

/**
 * Rank correlation: the product-moment correlation of the ranks over the rows in which both have a value; equal values
 * share the mean of their ranks.
 *
 * @returns −1 to 1; `NaN` with fewer than two such rows or where one of the two is constant in them
 * @remarks Source: Spearman 1904, standard textbook (M).
 */
export function spearman(a: Values, b: Values): number {
  return spearmanOfPlaces(placesOf(a), placesOf(b));
}

/** The same from places, see `placesOf`. */
export function spearmanOfPlaces(a: Values, b: Values): number {
  return pearson(ranksAmong(a, b), ranksAmong(b, a));
}
