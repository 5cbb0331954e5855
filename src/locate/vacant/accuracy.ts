import { present, quantile, seededRandom } from '../../base/index.js';
import { type Blocks, blockAt } from './blocks.js';
import { likeliest } from './forest.js';
import type { PatchLabels, PatchTable } from './types.js';

/** A figure with the middle 95 % of what blocks drawn anew give; `NaN` where it has no value. */
export interface WithInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Measures of one class, 0 to 1 but for the biases: by how much more area it has than by label, as a share of that; counted by the likeliest
 * class, and as the sum of probabilities.
 */
export const classMeasures = ['precision', 'recall', 'f1', 'iou', 'areaBias', 'expectedBias'] as const;
export type ClassMeasure = (typeof classMeasures)[number];

/** What was said of a class, and what was found. */
export interface ClassAccuracy extends Readonly<Record<ClassMeasure, WithInterval>> {
  readonly className: string;
  /** Patches by label and by prediction. */
  readonly labelled: number;
  readonly predicted: number;
}

/** How far predictions of held-out patches agree with their labels. */
export interface Accuracy {
  /** Patches by label (row) and prediction (column), in the order of the classes. */
  readonly confusion: readonly (readonly number[])[];
  /** Share of patches that are right. */
  readonly overall: WithInterval;
  readonly classes: readonly ClassAccuracy[];
  /** Blocks and patches that were judged. */
  readonly blocks: number;
  readonly patches: number;
}

/**
 * Confusion matrix of held-out patches and what follows from it. Intervals come of drawing blocks with replacement (Efron and Tibshirani
 * 1986): patches of one block are alike, and as many independent ones as there are patches would promise too much.
 *
 * @param probabilities by class, by row of the table (`heldOutProbabilities`); `NaN` was not judged
 * @param runs drawings
 */
export function accuracyOf(
  table: PatchTable,
  labels: PatchLabels,
  blocks: Blocks,
  probabilities: readonly Float32Array[],
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Accuracy {
  const classes = labels.classes.length;
  const matrices = blockMatrices(table, labels, blocks, probabilities);
  const whole = summed(matrices, classes);
  const random = seededRandom(seed);
  const drawn = Array.from({ length: matrices.length === 0 ? 0 : runs }, () =>
    summed(
      matrices.map(() => matrices[Math.floor(random() * matrices.length)] as Float64Array),
      classes,
    ),
  );
  const withInterval = (of: (matrix: Float64Array) => number): WithInterval => {
    const values = present(drawn.map(of));
    return { value: of(whole), low: quantile(values, 0.025), high: quantile(values, 0.975) };
  };
  return {
    confusion: labels.classes.map((_, row) => [...whole.subarray(row * classes, (row + 1) * classes)]),
    overall: withInterval((matrix) => rightShare(matrix, classes)),
    classes: labels.classes.map((className, one) => {
      const { labelled, predicted: told } = measuresOf(whole, classes, one);
      const measures = classMeasures.map(
        (name) => [name, withInterval((matrix) => measuresOf(matrix, classes, one)[name])] as const,
      );
      return {
        className,
        labelled,
        predicted: told,
        ...(Object.fromEntries(measures) as Record<ClassMeasure, WithInterval>),
      };
    }),
    blocks: matrices.length,
    patches: whole.subarray(0, classes * classes).reduce((sum, count) => sum + count, 0),
  };
}

/** By block: the confusion matrix row by row, and behind it the sum of the probabilities of each class. */
function blockMatrices(
  table: PatchTable,
  labels: PatchLabels,
  blocks: Blocks,
  probabilities: readonly Float32Array[],
): readonly Float64Array[] {
  const classes = labels.classes.length;
  const predicted = likeliest(probabilities);
  const byBlock = new Map<number, Float64Array>();
  for (const [row, patch] of table.patches.entries()) {
    const [said, found] = [labels.of[patch] as number, predicted[row] as number];
    if (said < 0 || found < 0) continue;
    const block = blockAt(blocks, patch);
    const matrix = byBlock.get(block) ?? new Float64Array(classes * (classes + 1));
    byBlock.set(block, matrix);
    matrix[said * classes + found] = (matrix[said * classes + found] as number) + 1;
    for (const [one, values] of probabilities.entries())
      matrix[classes * classes + one] = (matrix[classes * classes + one] as number) + (values[row] as number);
  }
  return [...byBlock.values()];
}

function summed(matrices: readonly Float64Array[], classes: number): Float64Array {
  const sum = new Float64Array(classes * (classes + 1));
  for (const matrix of matrices)
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (matrix[at] as number);
  return sum;
}

function rightShare(matrix: Float64Array, classes: number): number {
  let right = 0;
  for (let one = 0; one < classes; one++) right += matrix[one * (classes + 1)] as number;
  return right / matrix.subarray(0, classes * classes).reduce((sum, count) => sum + count, 0);
}

/** A ratio whose lower part is 0 is missing: a class that nobody has is neither found nor missed. */
function measuresOf(matrix: Float64Array, classes: number, one: number) {
  const hit = matrix[one * (classes + 1)] as number;
  let [labelled, predicted] = [0, 0];
  for (let other = 0; other < classes; other++) {
    labelled += matrix[one * classes + other] as number;
    predicted += matrix[other * classes + one] as number;
  }
  const expected = matrix[classes * classes + one] as number;
  return {
    labelled,
    predicted,
    precision: hit / predicted,
    recall: hit / labelled,
    f1: (2 * hit) / (labelled + predicted),
    iou: hit / (labelled + predicted - hit),
    areaBias: labelled === 0 ? Number.NaN : predicted / labelled - 1,
    expectedBias: labelled === 0 ? Number.NaN : expected / labelled - 1,
  };
}
