/**
 * Location quotients of all activities of a place: (e_k ÷ e) ÷ (E_k ÷ E). Above 1 the place is specialised. Missing where
 * a value is missing, or where the place or the reference's activity is 0 in all.
 *
 * Source: standard (M).
 */
export function quotientsOf(place: ArrayLike<number>, reference: ArrayLike<number>): Float64Array {
  const [all, referenceAll] = [sumOf(place), sumOf(reference)];
  return Float64Array.from(place, (jobs, at) => {
    const quotient = (jobs * referenceAll) / (all * (reference[at] as number));
    return Number.isFinite(quotient) ? quotient : Number.NaN;
  });
}

export interface BaseMultiplier {
  /** Jobs beyond the reference's share, which live on demand from outside. */
  readonly base: number;
  readonly total: number;
  /** All jobs for one job of the base; missing where there is no base. */
  readonly multiplier: number;
}

/**
 * Economic-base multiplier m = L ÷ Σ max(0, e_k − e E_k ÷ E). An upper bound for the jobs lost with one job of a closing
 * mine: demand from outside that hides in average branches is not seen.
 *
 * Source: standard (M).
 */
export function baseMultiplier(place: ArrayLike<number>, reference: ArrayLike<number>): BaseMultiplier {
  const [total, referenceAll] = [sumOf(place), sumOf(reference)];
  let base = 0;
  for (let at = 0; at < place.length; at++) {
    const surplus = (place[at] as number) - (total * (reference[at] as number)) / referenceAll;
    base += Number.isNaN(surplus) ? Number.NaN : Math.max(0, surplus);
  }
  return { base, total, multiplier: base > 0 ? total / base : Number.NaN };
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum;
}
