/** Job change of one activity, split; parts sum to the change. */
export interface ShiftShare {
  /** As the whole reference grew. */
  readonly national: number;
  /** As the activity grew faster or slower than all activities in the reference. */
  readonly mix: number;
  /** What the place gained on the reference in the activity. */
  readonly regional: number;
  readonly change: number;
}

/** Esteban's variant: `regional` is divided in two. */
export interface EstebanShift extends ShiftShare {
  /** Growth lead on the jobs the place would have with the reference's structure. */
  readonly competitive: number;
  /** Lead where the place is specialised, and lag where it is not. */
  readonly allocation: number;
}

/** Jobs by activity of a place or the reference, first and last time. */
export interface JobTable {
  readonly first: ArrayLike<number>;
  readonly last: ArrayLike<number>;
}

/**
 * Static shift-share: NS = L₀ g_N, IM = L₀ (g_kN − g_N), RS = L₀ (g_k − g_kN) with growth g_N of the reference and g_kN
 * of the activity in it, growth g_k of the activity in the place. RS is computed as the rest of the change, so that it
 * also holds where the place began with nothing. Missing where a value is missing or the reference had no such jobs while the place had.
 *
 * Source: standard (M).
 *
 * @param place jobs by activity
 * @param reference the same activities; a place may be part of it
 */
export function shiftShare(place: JobTable, reference: JobTable): ShiftShare[] {
  const [all, allLast] = [sumOf(reference.first), sumOf(reference.last)];
  return Array.from(place.first, (start, at) => {
    const change = (place.last[at] as number) - start;
    // A place that begins with nothing has no share of anyone's growth.
    if (start === 0) return { national: 0, mix: 0, regional: change, change };
    const [own, ownLast] = [reference.first[at] as number, reference.last[at] as number];
    // Products before quotients: whole numbers then give whole parts.
    const national = (start * (allLast - all)) / all;
    const asReference = (start * (ownLast - own)) / own;
    const known = Number.isFinite(national + asReference) && !Number.isNaN(change);
    if (!known) return { national, mix: Number.NaN, regional: Number.NaN, change };
    return { national, mix: asReference - national, regional: change - asReference, change };
  });
}

/**
 * Dynamic shift-share: parts of each pair of neighbouring times are summed, so that a structure that changes on the way
 * is not held at its beginning.
 *
 * Source: Barff and Knight 1988 (M).
 *
 * @param place jobs by activity at each time, at least two times
 */
export function dynamicShiftShare(
  place: readonly ArrayLike<number>[],
  reference: readonly ArrayLike<number>[],
): ShiftShare[] {
  const size = place[0]?.length ?? 0;
  const sums = Array.from({ length: size }, () => ({ national: 0, mix: 0, regional: 0, change: 0 }));
  for (let time = 1; time < place.length; time++) {
    const step = shiftShare(
      { first: place[time - 1] as ArrayLike<number>, last: place[time] as ArrayLike<number> },
      { first: reference[time - 1] as ArrayLike<number>, last: reference[time] as ArrayLike<number> },
    );
    step.forEach((part, at) => {
      const sum = sums[at] as ShiftShare;
      sums[at] = {
        national: sum.national + part.national,
        mix: sum.mix + part.mix,
        regional: sum.regional + part.regional,
        change: sum.change + part.change,
      };
    });
  }
  return sums;
}

/**
 * Shift-share with Esteban's allocation effect: the regional part L₀ (g_k − g_kN) is divided with homothetic jobs
 * H = L₀ of all activities · the reference's share of the activity: competitive = H (g_k − g_kN), allocation = the rest,
 * (L₀ − H)(g_k − g_kN). An activity that the place did not have has no growth to compare: it is all allocation.
 *
 * Source: Esteban-Marquillas 1972 (M).
 */
export function estebanShift(place: JobTable, reference: JobTable): EstebanShift[] {
  const [all, referenceAll] = [sumOf(place.first), sumOf(reference.first)];
  return shiftShare(place, reference).map((part, at) => {
    const start = place.first[at] as number;
    if (start === 0) return { ...part, competitive: 0, allocation: part.regional };
    const homothetic = (all * (reference.first[at] as number)) / referenceAll;
    const competitive = (homothetic * part.regional) / start;
    return { ...part, competitive, allocation: part.regional - competitive };
  });
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum;
}
