/** Spearman's rank correlation over the units that both rank, ties sharing the mean rank. */
export function agreementOf(one: Float64Array, other: Float64Array): number {
  const both = [...one.keys()].filter((at) => !Number.isNaN(one[at]) && !Number.isNaN(other[at]));
  const a = meanRanks(both.map((at) => one[at] as number));
  const b = meanRanks(both.map((at) => other[at] as number));
  const middle = (both.length + 1) / 2;
  let shared = 0;
  let spreadA = 0;
  let spreadB = 0;
  for (let at = 0; at < both.length; at++) {
    const x = (a[at] as number) - middle;
    const y = (b[at] as number) - middle;
    shared += x * y;
    spreadA += x * x;
    spreadB += y * y;
  }
  return spreadA > 0 && spreadB > 0 ? shared / Math.sqrt(spreadA * spreadB) : Number.NaN;
}

function meanRanks(values: readonly number[]): Float64Array {
  const order = values.map((_, at) => at).sort((x, y) => (values[x] as number) - (values[y] as number));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1;
    for (let at = from; at < to; at++) ranks[order[at] as number] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** How far ranks lie apart over the units that both rank: on average, and at most. */
export function shiftsOf(one: ArrayLike<number>, other: ArrayLike<number>) {
  let sum = 0;
  let count = 0;
  let most = 0;
  for (let at = 0; at < one.length; at++) {
    const shift = Math.abs((one[at] as number) - (other[at] as number));
    if (Number.isNaN(shift)) continue;
    sum += shift;
    count += 1;
    most = Math.max(most, shift);
  }
  return { mean: sum / count, most };
}
