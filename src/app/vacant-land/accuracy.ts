import { toEdge } from '../../base/index.js';
import { type Accuracy, classMeasures, type WithInterval } from '../../locate/index.js';
import type { FigureRange, LandAccuracy, LandFold } from './types.js';

/** How an error was told, as the answer has it. */
export function accuracyAnswer(
  accuracy: Accuracy,
  classes: readonly string[],
  how: Pick<LandAccuracy, 'by' | 'blockM' | 'gapM' | 'folds'>,
): LandAccuracy {
  const by = <T>(of: (one: Accuracy['classes'][number]) => T) =>
    Object.fromEntries(accuracy.classes.map((one) => [one.className, of(one)]));
  const measures = Object.fromEntries(classMeasures.map((name) => [name, by((one) => range(one[name]))]));
  return {
    ...(measures as Pick<LandAccuracy, (typeof classMeasures)[number]>),
    ...how,
    classes,
    confusion: accuracy.confusion,
    overall: range(accuracy.overall),
    labelled: by(({ labelled }) => labelled),
    told: by(({ predicted }) => predicted),
    patches: accuracy.patches,
    blocks: accuracy.blocks,
  };
}

/** What one fold came to; its few blocks give no interval. */
export function foldAnswer(fold: number, accuracy: Accuracy): LandFold {
  return {
    fold: fold + 1,
    blocks: accuracy.blocks,
    patches: accuracy.patches,
    overall: toEdge(accuracy.overall.value),
    f1: Object.fromEntries(accuracy.classes.map(({ className, f1 }) => [className, toEdge(f1.value)])),
  };
}

function range({ value, low, high }: WithInterval): FigureRange {
  return { value: toEdge(value), low: toEdge(low), high: toEdge(high) };
}
