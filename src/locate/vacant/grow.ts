import type { Random } from '../../base/index.js';
import { mostBins } from './bins.js';
import type { ForestSettings } from './types.js';

/** Samples to learn from: their bins feature by feature, and the class of each. */
export interface Samples {
  readonly classes: number;
  /** By feature; a node asks many samples for one, whose bins fit into the nearest memory. */
  readonly bins: readonly Uint8Array[];
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
  /** Samples of the tree, each once; a node has a stretch of it. */
  readonly rows: Int32Array;
  /** How often each sample was drawn. */
  readonly weights: Int32Array;
  /** Features, of which the first are those drawn for a node. */
  readonly order: Int32Array;
  /** Samples by bin and class of the feature that is looked at. */
  readonly counts: Float64Array;
}

/** Bins of a feature that occur in a node. */
interface Span {
  readonly low: number;
  readonly high: number;
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
  const weights = new Int32Array(count);
  for (let drawn = 0; drawn < count; drawn++) {
    const row = Math.floor(random() * count);
    weights[row] = (weights[row] as number) + 1;
  }
  const rows = Int32Array.from({ length: count }, (_, at) => at).filter((row) => weights[row] !== 0);
  const growth: Growth = {
    samples,
    settings,
    random,
    nodes,
    rows,
    weights,
    order: Int32Array.from({ length: samples.bins.length }, (_, at) => at),
    counts: new Float64Array(mostBins * samples.classes),
  };
  growNode(growth, 0, rows.length, 0);
}

function growNode(growth: Growth, from: number, to: number, depth: number): void {
  const { samples, settings, nodes, rows, weights } = growth;
  const totals = new Float64Array(samples.classes);
  for (let at = from; at < to; at++) {
    const row = rows[at] as number;
    const label = samples.labels[row] as number;
    totals[label] = (totals[label] as number) + (weights[row] as number);
  }
  const size = totals.reduce((sum, total) => sum + total, 0);
  const open = depth < settings.depth && size >= 2 * settings.leaf && !totals.includes(size);
  const split = open ? bestSplit(growth, from, to, totals, size) : null;
  const node = nodes.right.length;
  nodes.right.push(0);
  if (split === null) {
    nodes.feature.push(nodes.votes.length / samples.classes);
    nodes.bin.push(0);
    for (const total of totals) nodes.votes.push(Math.round((whole * total) / size));
    return;
  }
  nodes.feature.push(split.feature);
  nodes.bin.push(split.bin);
  const middle = parted(growth, from, to, split);
  growNode(growth, from, middle, depth + 1);
  nodes.right[node] = nodes.right.length;
  growNode(growth, middle, to, depth + 1);
}

function bestSplit(
  growth: Growth,
  from: number,
  to: number,
  totals: Float64Array,
  size: number,
): Split | null {
  const { samples, random, order } = growth;
  const features = samples.bins.length;
  const tries = Math.ceil(Math.sqrt(features));
  // Weighted impurity falls as the sum of squares by size grows.
  let best = totals.reduce((sum, total) => sum + total * total, 0) / size + leastGain;
  let found: Split | null = null;
  for (let tried = 0; tried < features && (tried < tries || found === null); tried++) {
    const other = tried + Math.floor(random() * (features - tried));
    const feature = order[other] as number;
    order[other] = order[tried] as number;
    order[tried] = feature;
    const span = countBins(growth, from, to, feature);
    const split = bestBin(growth, span, totals, size, best);
    growth.counts.fill(0, span.low * samples.classes, (span.high + 1) * samples.classes);
    if (split === null) continue;
    best = split.score;
    found = { feature, bin: split.bin };
  }
  return found;
}

/** Fills the counts, which are 0 before. */
function countBins(
  { samples, rows, weights, counts }: Growth,
  from: number,
  to: number,
  feature: number,
): Span {
  const { classes, bins, labels } = samples;
  const own = bins[feature] as Uint8Array;
  let [low, high] = [mostBins - 1, 0];
  for (let at = from; at < to; at++) {
    const row = rows[at] as number;
    const bin = own[row] as number;
    if (bin > high) high = bin;
    if (bin < low) low = bin;
    const place = bin * classes + (labels[row] as number);
    counts[place] = (counts[place] as number) + (weights[row] as number);
  }
  return { low, high };
}

function bestBin(
  { samples: { classes }, settings: { leaf }, counts }: Growth,
  { low, high }: Span,
  totals: Float64Array,
  size: number,
  least: number,
): { readonly bin: number; readonly score: number } | null {
  const left = new Float64Array(classes);
  let inLeft = 0;
  let best: { bin: number; score: number } | null = null;
  for (let bin = low; bin < high; bin++) {
    let [ofLeft, ofRight] = [0, 0];
    for (let one = 0; one < classes; one++) {
      const count = counts[bin * classes + one] as number;
      inLeft += count;
      const here = (left[one] as number) + count;
      const there = (totals[one] as number) - here;
      left[one] = here;
      // Products: a power is many times as slow.
      ofLeft += here * here;
      ofRight += there * there;
    }
    if (inLeft < leaf || size - inLeft < leaf) continue;
    const score = ofLeft / inLeft + ofRight / (size - inLeft);
    if (score > (best?.score ?? least)) best = { bin, score };
  }
  return best;
}

/** Brings those that go left to the front. */
function parted({ samples, rows }: Growth, from: number, to: number, { feature, bin }: Split): number {
  const own = samples.bins[feature] as Uint8Array;
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const row = rows[low] as number;
    if ((own[row] as number) <= bin) low++;
    else {
      rows[low] = rows[high] as number;
      rows[high] = row;
      high--;
    }
  }
  return low;
}
