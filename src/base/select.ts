/**
 * Puts the value of one place of the ascending order there, smaller or equal ones before it and larger or equal ones after (Hoare's
 * selection): what sorting would take many times longer for.
 *
 * @param values written over; none missing
 * @param place 0 to length − 1
 * @returns the value
 */
export function selectPlace(values: Float64Array, place: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = middleOf(values[from] as number, values[(from + to) >> 1] as number, values[to] as number);
    let left = from;
    let right = to;
    while (left <= right) {
      while ((values[left] as number) < pivot) left += 1;
      while ((values[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const held = values[left] as number;
      values[left++] = values[right] as number;
      values[right--] = held;
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else break;
  }
  return values[place] as number;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/**
 * As `quantile`, of values that are not sorted.
 *
 * @param values put into another order; none missing
 * @param share 0 to 1
 * @returns `NaN` for an empty list
 */
export function quantileUnsorted(values: Float64Array, share: number): number {
  const last = values.length - 1;
  if (last < 0) return Number.NaN;
  const at = last * share;
  const low = Math.floor(at);
  const below = selectPlace(values, low);
  let above = low === last ? below : Number.POSITIVE_INFINITY;
  for (let place = low + 1; place <= last; place++) above = Math.min(above, values[place] as number);
  return below + (above - below) * (at - low);
}
