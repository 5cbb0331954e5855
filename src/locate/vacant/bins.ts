/** Edges of a feature at most. */
const mostEdges = 127;
/** Bins at most: one below each edge, one above them, one for missing. They must fit into a byte. */
export const mostBins = mostEdges + 2;

/**
 * Upper ends of bins that hold about equally many of the values given. Equal values are never parted.
 *
 * @param values any order, `NaN` is missing
 * @returns ascending, each once; empty where all values are equal or missing
 */
export function binEdges(values: Float32Array): Float32Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const edges: number[] = [];
  const largest = sorted.at(-1) as number;
  for (let at = 1; at <= mostEdges; at++) {
    const edge = sorted[Math.floor((at * sorted.length) / (mostEdges + 1))] as number;
    // Nothing lies above the largest, so that an edge there parts nothing.
    if (sorted.length > 0 && edge < largest && edge !== edges.at(-1)) edges.push(edge);
  }
  return Float32Array.from(edges);
}

/** 0 for missing, else one more than the number of edges below the value. */
export function binOf(value: number, edges: Float32Array): number {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** Bins of the values of one feature. */
export function binsOf(values: Float32Array, edges: Float32Array): Uint8Array {
  return Uint8Array.from(values, (value) => binOf(value, edges));
}

/** Bins sample by sample, the features of one sample together: a tree asks one sample for many. */
export function binned(features: readonly Float32Array[], edges: readonly Float32Array[]): Uint8Array {
  const count = features.length;
  const samples = features[0]?.length ?? 0;
  const bins = new Uint8Array(count * samples);
  for (let feature = 0; feature < count; feature++) {
    const [values, own] = [features[feature] as Float32Array, edges[feature] as Float32Array];
    for (let sample = 0; sample < samples; sample++)
      bins[sample * count + feature] = binOf(values[sample] as number, own);
  }
  return bins;
}
