/**
 * Eigenvalues of a symmetric tridiagonal matrix, largest first, and the vector of the largest, by QL with implicit shifts
 * (Bowdler, Martin, Reinsch and Wilkinson 1968).
 *
 * @param diagonal n numbers
 * @param beside n − 1 numbers beside the diagonal
 */
export function tridiagonalEigen(diagonal: readonly number[], beside: readonly number[]) {
  const size = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = Float64Array.from({ length: size }, (_, at) => beside[at] ?? 0);
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at++) vectors[at * size + at] = 1;
  for (let low = 0; low < size; low++) {
    for (let high = splitAfter(d, e, low); high > low; high = splitAfter(d, e, low)) {
      chase(d, e, vectors, low, high);
    }
  }
  const order = [...d.keys()].sort((a, b) => (d[b] as number) - (d[a] as number));
  const first = order[0] as number;
  return {
    values: order.map((at) => d[at] as number),
    vector: Float64Array.from({ length: size }, (_, row) => vectors[row * size + first] as number),
  };
}

/** Last row of the block that begins at `low`: behind it the matrix falls apart. */
function splitAfter(d: Float64Array, e: Float64Array, low: number): number {
  for (let at = low; at < d.length - 1; at++) {
    const size = Math.abs(d[at] as number) + Math.abs(d[at + 1] as number);
    if (Math.abs(e[at] as number) <= Number.EPSILON * size) return at;
  }
  return d.length - 1;
}

/** One sweep of rotations from the lower end of a block to its upper one. */
function chase(d: Float64Array, e: Float64Array, vectors: Float64Array, low: number, high: number): void {
  const size = d.length;
  const spread = ((d[low + 1] as number) - (d[low] as number)) / (2 * (e[low] as number));
  const root = Math.hypot(spread, 1);
  const shift = (e[low] as number) / (spread + (spread >= 0 ? root : -root));
  let g = (d[high] as number) - (d[low] as number) + shift;
  let [s, c, p] = [1, 1, 0];
  for (let at = high - 1; at >= low; at--) {
    const [f, b] = [s * (e[at] as number), c * (e[at] as number)];
    const r = Math.hypot(f, g);
    e[at + 1] = r;
    // Nothing left to chase: the block falls apart here and the next sweep goes on with its parts.
    if (r === 0) {
      d[at + 1] = (d[at + 1] as number) - p;
      e[high] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = (d[at + 1] as number) - p;
    const turned = ((d[at] as number) - g) * s + 2 * c * b;
    p = s * turned;
    d[at + 1] = g + p;
    g = c * turned - b;
    for (let row = 0; row < size; row++) {
      const [one, other] = [vectors[row * size + at] as number, vectors[row * size + at + 1] as number];
      vectors[row * size + at + 1] = s * one + c * other;
      vectors[row * size + at] = c * one - s * other;
    }
  }
  d[low] = (d[low] as number) - p;
  e[low] = g;
  e[high] = 0;
}
