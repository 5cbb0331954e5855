import { type Blocks, blockAt } from './blocks.js';

/** A block in which labels would teach most. */
export interface LabelNext {
  /** Column and row of the block, from 0. */
  readonly column: number;
  readonly row: number;
  /** Mean entropy of the patches without a label, as a share of the largest possible: 0 all certain, 1 all guessed. */
  readonly uncertainty: number;
  readonly unlabelled: number;
}

/**
 * Where to label next: blocks with patches that have no label, the most uncertain first (uncertainty sampling, Lewis and Gale 1994).
 *
 * @param labels class by patch, −1 none
 * @param probabilities by class, by patch of the image; patches without are not counted
 */
export function labelNext(
  labels: Int8Array,
  probabilities: readonly Float32Array[],
  blocks: Blocks,
): readonly LabelNext[] {
  const count = blocks.across * blocks.down;
  const [sums, open] = [new Float64Array(count), new Float64Array(count)];
  for (let patch = 0; patch < labels.length; patch++) {
    const uncertainty = entropyOf(probabilities, patch);
    if ((labels[patch] as number) >= 0 || Number.isNaN(uncertainty)) continue;
    const block = blockAt(blocks, patch);
    sums[block] = (sums[block] as number) + uncertainty;
    open[block] = (open[block] as number) + 1;
  }
  return Array.from(open, (unlabelled, block) => ({
    column: block % blocks.across,
    row: Math.floor(block / blocks.across),
    uncertainty: (sums[block] as number) / unlabelled,
    unlabelled,
  }))
    .filter(({ unlabelled }) => unlabelled > 0)
    .sort((a, b) => b.uncertainty - a.uncertainty);
}

function entropyOf(probabilities: readonly Float32Array[], patch: number): number {
  let entropy = 0;
  for (const values of probabilities) {
    const p = values[patch] as number;
    if (p !== 0) entropy -= p * Math.log(p);
  }
  return entropy / Math.log(probabilities.length);
}
