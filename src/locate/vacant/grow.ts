import type { Random } from '../../base/index.js';
import { mostBins } from './bins.js';
import type { ForestSettings } from './types.js';

/** Samples to learn from: bins of features sample by sample, and the class of each. */
export interface Samples {
  readonly features: number;
  readonly classes: number;
  readonly bins: Uint8Array;
  readonly labels: Int8Array;
}

/** Nodes while they grow; the form is that of `Forest`. */
export interface Nodes {
  readonly right: number[];
  readonly feature: number[];
  readonly bin: number[];
  readonly votes: number[];
}

interface Split {
  readonly feature: number;
  readonly bin: number;
}

/** A tree in the making. */
interface Growth {
  readonly samples: Samples;
  readonly settings: Pick<ForestSettings, 'depth' | 'leaf'>;
  readonly random: Random;
  readonly nodes: Nodes;
  /** Samples of the tree; a node has a stretch of it. */
  readonly rows: Int32Array;
  /** Features, of which the first are those drawn for a node. */
  readonly order: Int32Array;
  /** Samples by bin and class of the feature that is looked at. */
  readonly counts: Float64Array;
}

/** Of what a vote is a whole. */
const whole = 10_000;
/** A gain must be more than rounding. */
const leastGain = 1e-9;

/**
 * Grows a tree on a bootstrap sample: at each node the best split by Gini impurity among √features drawn ones (Breiman 2001); where
 * none of these parts anything, further ones are drawn.
 */
export function growTree(
  samples: Samples,
  settings: Pick<ForestSettings, 'depth' | 'leaf'>,
  random: Random,
  nodes: Nodes,
): void {
  const count = samples.labels.length;
  const growth: Growth = {
    samples,
    settings,
    random,
    nodes,
    rows: Int32Array.from({ length: count }, () => Math.floor(random() * count)),
    order: Int32Array.from({ length: samples.features }, (_, at) => at),
    counts: new Float64Array(mostBins * samples.classes),
  };
  growNode(growth, 0, count, 0);
}

function growNode(growth: Growth, from: number, to: number, depth: number): void {
  const { samples, settings, nodes, rows } = growth;
  const totals = new Float64Array(samples.classes);
  for (let at = from; at < to; at++) {
    const label = samples.labels[rows[at] as number] as number;
    totals[label] = (totals[label] as number) + 1;
  }
  const open = depth < settings.depth && to - from >= 2 * settings.leaf;
  const split = open ? bestSplit(growth, from, to, totals) : null;
  const node = nodes.right.length;
  nodes.right.push(0);
  if (split === null) {
    nodes.feature.push(nodes.votes.length / samples.classes);
    nodes.bin.push(0);
    for (const total of totals) nodes.votes.push(Math.round((whole * total) / (to - from)));
    return;
  }
  nodes.feature.push(split.feature);
  nodes.bin.push(split.bin);
  const middle = parted(growth, from, to, split);
  growNode(growth, from, middle, depth + 1);
  nodes.right[node] = nodes.right.length;
  growNode(growth, middle, to, depth + 1);
}

function bestSplit(growth: Growth, from: number, to: number, totals: Float64Array): Split | null {
  const { samples, random, order } = growth;
  const { features } = samples;
  const tries = Math.ceil(Math.sqrt(features));
  // Weighted impurity falls as the sum of squares by size grows.
  let best = totals.reduce((sum, total) => sum + total * total, 0) / (to - from) + leastGain;
  let found: Split | null = null;
  for (let tried = 0; tried < features && (tried < tries || found === null); tried++) {
    const other = tried + Math.floor(random() * (features - tried));
    const feature = order[other] as number;
    order[other] = order[tried] as number;
    order[tried] = feature;
    const top = countBins(growth, from, to, feature);
    const split = bestBin(growth, top, totals, to - from, best);
    if (split === null) continue;
    best = split.score;
    found = { feature, bin: split.bin };
  }
  return found;
}

/** @returns the highest bin that occurs */
function countBins({ samples, rows, counts }: Growth, from: number, to: number, feature: number): number {
  const { features, classes, bins: own, labels } = samples;
  counts.fill(0);
  let top = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at] as number;
    const bin = own[row * features + feature] as number;
    if (bin > top) top = bin;
    const place = bin * classes + (labels[row] as number);
    counts[place] = (counts[place] as number) + 1;
  }
  return top;
}

function bestBin(
  { samples: { classes }, settings: { leaf }, counts }: Growth,
  top: number,
  totals: Float64Array,
  size: number,
  least: number,
): { readonly bin: number; readonly score: number } | null {
  const left = new Float64Array(classes);
  let inLeft = 0;
  let best: { bin: number; score: number } | null = null;
  for (let bin = 0; bin < top; bin++) {
    let [ofLeft, ofRight] = [0, 0];
    for (let one = 0; one < classes; one++) {
      const count = counts[bin * classes + one] as number;
      inLeft += count;
      left[one] = (left[one] as number) + count;
      ofLeft += (left[one] as number) ** 2;
      ofRight += ((totals[one] as number) - (left[one] as number)) ** 2;
    }
    if (inLeft < leaf || size - inLeft < leaf) continue;
    const score = ofLeft / inLeft + ofRight / (size - inLeft);
    if (score > (best?.score ?? least)) best = { bin, score };
  }
  return best;
}

/** Brings those that go left to the front. */
function parted({ samples, rows }: Growth, from: number, to: number, { feature, bin }: Split): number {
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const row = rows[low] as number;
    if ((samples.bins[row * samples.features + feature] as number) <= bin) low++;
    else {
      rows[low] = rows[high] as number;
      rows[high] = row;
      high--;
    }
  }
  return low;
}
