import { AfterlodeError } from '../../base/index.js';
import { type Blocks, blockAt, isNear } from './blocks.js';
import { growForest, probabilitiesOf } from './forest.js';
import type { ForestSettings, PatchLabels, PatchTable } from './types.js';

/** How a model is tested on ground that it has not seen. */
export interface ValidationSettings {
  /** By block, −1 takes no part (`foldsOf`). */
  readonly fold: Int8Array;
  /** Folds that are held out, one after the other. */
  readonly heldOut: readonly number[];
  /** Patches nearer than this to a held-out block are not learnt from either: what lies side by side looks alike. */
  readonly gap: number;
  readonly forest: ForestSettings;
}

/**
 * Probabilities of labelled patches by forests that have learnt from no patch of their block (spatial block cross-validation, Roberts et
 * al. 2017).
 *
 * @param table of labelled patches
 * @returns by class, a number for each patch of the table; `NaN` where its block was not held out
 * @throws AfterlodeError VACANT_LABELS where no two folds have labels or the rest holds fewer than two classes
 */
export function heldOutProbabilities(
  table: PatchTable,
  labels: PatchLabels,
  blocks: Blocks,
  settings: ValidationSettings,
): readonly Float32Array[] {
  const { fold, heldOut, gap } = settings;
  const size = table.patches.length;
  if (new Set(fold.filter((one) => one >= 0)).size < 2) {
    const found = fold.filter((one) => one >= 0).length;
    const expected = { en: 'at least two blocks with labels', zh: '至少两个有标注的区块' };
    throw new AfterlodeError('VACANT_LABELS', { en: 'labels', zh: '标注' }, { found, expected });
  }
  const answers = labels.classes.map(() => new Float32Array(size).fill(Number.NaN));
  for (const asked of heldOut) {
    const [learn, test]: [number[], number[]] = [[], []];
    for (const [row, patch] of table.patches.entries()) {
      const own = fold[blockAt(blocks, patch)] as number;
      if (own === asked) test.push(row);
      else if (own >= 0 && !isNear(blocks, fold, asked, patch, gap)) learn.push(row);
    }
    const of = Int8Array.from(learn, (row) => labels.of[table.patches[row] as number] as number);
    if (new Set(of).size < 2) throw oneClassLeft();
    const forest = growForest(rowsOf(table, learn), of, labels.classes.length, settings.forest);
    const found = probabilitiesOf(forest, rowsOf(table, test));
    for (const [one, values] of found.entries())
      test.forEach((row, at) => {
        (answers[one] as Float32Array)[row] = values[at] as number;
      });
  }
  return answers;
}

function oneClassLeft(): AfterlodeError {
  const found = {
    en: 'one class or none outside a block that is held out and the gap round it',
    zh: '留出一个区块及其间隔后，其余标注不足两类',
  };
  const expected = {
    en: 'labels of two classes, each in several blocks',
    zh: '至少两类标注，且每类分布在多个区块',
  };
  return new AfterlodeError('VACANT_LABELS', { en: 'labels', zh: '标注' }, { found, expected });
}

/** Features of some rows of a table. */
export function rowsOf({ features }: PatchTable, rows: readonly number[]): readonly Float32Array[] {
  return features.map((values) => Float32Array.from(rows, (row) => values[row] as number));
}
