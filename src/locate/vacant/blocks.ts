import { seededRandom } from '../../base/index.js';
import type { Grid } from '../raster/types.js';

/** An image in square blocks of patches, those at the right and lower edge as small as need be. Blocks count row by row. */
export interface Blocks {
  /** Patches along a side. */
  readonly side: number;
  readonly across: number;
  readonly down: number;
  /** Patches in a row of the image. */
  readonly width: number;
}

export function squareBlocks({ width, height }: Pick<Grid, 'width' | 'height'>, side: number): Blocks {
  return { side, across: Math.ceil(width / side), down: Math.ceil(height / side), width };
}

/** Number of the block that a patch lies in. */
export function blockAt({ side, across, width }: Blocks, patch: number): number {
  const column = patch % width;
  const row = (patch - column) / width;
  return Math.floor(row / side) * across + Math.floor(column / side);
}

/**
 * Deals blocks with labels to folds at random, so that folds differ by one block at most. Where that would put a class of several blocks into
 * one fold alone, so that nothing of it could be learnt while that is held out, blocks are dealt class by class, the rarest first.
 *
 * @param labels class by patch, −1 none
 * @returns fold by block, −1 for blocks without labels
 */
export function foldsOf(labels: Int8Array, blocks: Blocks, folds: number, seed: number): Int8Array {
  const classes = new Map<number, Set<number>>();
  labels.forEach((label, patch) => {
    if (label < 0) return;
    const block = blockAt(blocks, patch);
    classes.set(block, (classes.get(block) ?? new Set()).add(label));
  });
  const order = shuffled(
    [...classes.keys()].sort((a, b) => a - b),
    seed,
  );
  const fold = new Int8Array(blocks.across * blocks.down).fill(-1);
  for (const [at, block] of order.entries()) fold[block] = at % folds;
  const blocksOf = (label: number) => order.filter((block) => classes.get(block)?.has(label));
  const alone = [...new Set(order.flatMap((block) => [...(classes.get(block) ?? [])]))]
    .map(blocksOf)
    .some((own) => own.length > 1 && new Set(own.map((block) => fold[block])).size === 1);
  if (alone) dealByClass(fold, order, classes, folds);
  return fold;
}

/** Each block goes to the fold that has fewest of its rarest class, of these to that with fewest blocks. */
function dealByClass(
  fold: Int8Array,
  order: readonly number[],
  classes: ReadonlyMap<number, ReadonlySet<number>>,
  folds: number,
): void {
  const own = (block: number) => [...(classes.get(block) ?? [])];
  const spread = new Map<number, number>();
  for (const label of order.flatMap(own)) spread.set(label, (spread.get(label) ?? 0) + 1);
  const rarity = (label: number) => spread.get(label) as number;
  const rarest = (block: number) => own(block).reduce((a, b) => (rarity(b) < rarity(a) ? b : a));
  // Blocks of many classes leave the least choice.
  const turns = order.toSorted(
    (a, b) => rarity(rarest(a)) - rarity(rarest(b)) || own(b).length - own(a).length,
  );
  const dealt = Array.from({ length: folds }, (): number[] => []);
  for (const block of turns) {
    const label = rarest(block);
    const held = dealt.map((there) => there.filter((one) => classes.get(one)?.has(label)).length);
    const size = (at: number) => (held[at] as number) * order.length + (dealt[at]?.length ?? 0);
    const best = [...dealt.keys()].reduce((a, b) => (size(b) < size(a) ? b : a));
    dealt[best]?.push(block);
    fold[block] = best;
  }
}

function shuffled(blocks: number[], seed: number): number[] {
  const random = seededRandom(seed);
  for (let at = blocks.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [blocks[at], blocks[other]] = [blocks[other] as number, blocks[at] as number];
  }
  return blocks;
}

/** Whether a patch lies in one of the blocks of a fold or so near to one, in patches along rows and columns. */
export function isNear(blocks: Blocks, fold: Int8Array, asked: number, patch: number, gap: number): boolean {
  const { side, across, down, width } = blocks;
  const column = patch % width;
  const row = (patch - column) / width;
  const lastRow = Math.min(down - 1, Math.floor((row + gap) / side));
  const lastColumn = Math.min(across - 1, Math.floor((column + gap) / side));
  for (let y = Math.max(0, Math.floor((row - gap) / side)); y <= lastRow; y++)
    for (let x = Math.max(0, Math.floor((column - gap) / side)); x <= lastColumn; x++)
      if (fold[y * across + x] === asked) return true;
  return false;
}
