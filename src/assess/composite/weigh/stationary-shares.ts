/**
 * Shares q with Σ q = 1 that balance flows: for every j, q(j) · Σ flow(i, j) over i = Σ q(k) · flow(j, k) over k. By state
 * reduction (Grassmann, Taksar and Heyman 1985), which subtracts nothing and so keeps all digits.
 *
 * @param flows from 0, `[to * count + from]`; the diagonal is not read
 * @returns null where flows do not lead from each to each, so that some share would be 0 or not determined
 */
export function stationaryShares(flows: Float64Array, count: number): Float64Array | null {
  if (!reachesAll(count, (from, to) => (flows[to * count + from] as number) > 0)) return null;
  if (!reachesAll(count, (from, to) => (flows[from * count + to] as number) > 0)) return null;
  const left = Float64Array.from(flows);
  const outflows = new Float64Array(count);
  for (let last = count - 1; last > 0; last--) {
    let out = 0;
    for (let to = 0; to < last; to++) out += left[to * count + last] as number;
    outflows[last] = out;
    for (let to = 0; to < last; to++) {
      const onward = (left[to * count + last] as number) / out;
      for (let from = 0; from < last; from++) {
        const at = to * count + from;
        left[at] = (left[at] as number) + onward * (left[last * count + from] as number);
      }
    }
  }
  const shares = new Float64Array(count);
  shares[0] = 1;
  let sum = 1;
  for (let at = 1; at < count; at++) {
    let into = 0;
    for (let from = 0; from < at; from++)
      into += (left[at * count + from] as number) * (shares[from] as number);
    shares[at] = into / (outflows[at] as number);
    sum += shares[at] as number;
  }
  return shares.map((share) => share / sum);
}

/** Whether every node can be reached from the first one. */
function reachesAll(count: number, leads: (from: number, to: number) => boolean): boolean {
  const reached = new Set([0]);
  for (const from of reached) {
    for (let to = 0; to < count; to++) if (leads(from, to)) reached.add(to);
  }
  return reached.size === count;
}
