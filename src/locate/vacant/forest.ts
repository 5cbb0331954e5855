import { AfterlodeError, phrases, seededRandom } from '../../base/index.js';
import { binEdges, binned, binsOf } from './bins.js';
import { growTree, type Nodes } from './grow.js';
import type { Forest, ForestSettings } from './types.js';

/**
 * Grows a random forest (Breiman 2001). Trees see bins of values, not values: what is missing is a bin of its own, below all others.
 *
 * @param features an array for each feature, one number for each sample; `NaN` is missing
 * @param labels class of each sample, 0 to classes − 1
 * @throws AfterlodeError VACANT_LABELS where fewer than two classes have samples
 */
export function growForest(
  features: readonly Float32Array[],
  labels: Int8Array,
  classes: number,
  settings: ForestSettings,
): Forest {
  const there = new Set(labels).size;
  if (there < 2) {
    const expected = { en: 'patches of two classes or more', zh: '至少两类有标注的图斑' };
    const found = there === 0 ? phrases.nothing : { en: 'patches of one class', zh: '只有一类' };
    throw new AfterlodeError('VACANT_LABELS', { en: 'labels', zh: '标注' }, { found, expected });
  }
  const random = seededRandom(settings.seed);
  const drawn = drawnRows(labels.length, settings.samples, random);
  const kept = features.map((values) => Float32Array.from(drawn, (row) => values[row] as number));
  const edges = kept.map(binEdges);
  const samples = {
    classes,
    bins: kept.map((values, feature) => binsOf(values, edges[feature] as Float32Array)),
    labels: Int8Array.from(drawn, (row) => labels[row] as number),
  };
  const nodes: Nodes = { right: [], feature: [], bin: [], votes: [] };
  const roots: number[] = [];
  for (let tree = 0; tree < settings.trees; tree++) {
    roots.push(nodes.right.length);
    growTree(samples, settings, random, nodes);
  }
  return {
    classes,
    edges,
    roots: Int32Array.from(roots),
    right: Int32Array.from(nodes.right),
    feature: Int32Array.from(nodes.feature),
    bin: Uint8Array.from(nodes.bin),
    votes: Uint16Array.from(nodes.votes),
  };
}

/** Rows without repetition, ascending; all where there are no more than asked for. */
function drawnRows(count: number, most: number, random: () => number): Int32Array {
  const rows = Int32Array.from({ length: count }, (_, at) => at);
  if (count <= most) return rows;
  for (let at = 0; at < most; at++) {
    const other = at + Math.floor(random() * (count - at));
    const row = rows[other] as number;
    rows[other] = rows[at] as number;
    rows[at] = row;
  }
  return rows.subarray(0, most).sort();
}

/**
 * Probability of each class: the mean of the shares in the leaves that a sample comes to.
 *
 * @param features as in `growForest`
 * @returns an array for each class, which sum to 1; `NaN` where all features of a sample are missing
 */
export function probabilitiesOf(forest: Forest, features: readonly Float32Array[]): readonly Float32Array[] {
  const { classes, roots, right, feature, bin, votes } = forest;
  const count = features.length;
  const samples = features[0]?.length ?? 0;
  const bins = binned(features, forest.edges);
  const answers = Array.from({ length: classes }, () => new Float32Array(samples).fill(Number.NaN));
  const sums = new Float64Array(classes);
  for (let sample = 0; sample < samples; sample++) {
    const start = sample * count;
    if (allMissing(bins, start, count)) continue;
    sums.fill(0);
    for (const root of roots) {
      let node = root;
      for (let away = right[node] as number; away !== 0; away = right[node] as number)
        node = (bins[start + (feature[node] as number)] as number) <= (bin[node] as number) ? node + 1 : away;
      const leaf = (feature[node] as number) * classes;
      for (let one = 0; one < classes; one++)
        sums[one] = (sums[one] as number) + (votes[leaf + one] as number);
    }
    let total = 0;
    for (let one = 0; one < classes; one++) total += sums[one] as number;
    for (let one = 0; one < classes; one++)
      (answers[one] as Float32Array)[sample] = (sums[one] as number) / total;
  }
  return answers;
}

function allMissing(bins: Uint8Array, start: number, count: number): boolean {
  for (let at = start; at < start + count; at++) if (bins[at] !== 0) return false;
  return true;
}

/** Class of the highest probability by sample, of equal ones the first; −1 where missing. */
export function likeliest(probabilities: readonly Float32Array[]): Int8Array {
  return Int8Array.from(probabilities[0] ?? [], (first, sample) => {
    if (Number.isNaN(first)) return -1;
    let best = 0;
    for (let one = 1; one < probabilities.length; one++) {
      const value = (probabilities[one] as Float32Array)[sample] as number;
      if (value > ((probabilities[best] as Float32Array)[sample] as number)) best = one;
    }
    return best;
  });
}
