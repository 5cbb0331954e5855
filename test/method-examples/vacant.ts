import { tilesAlong } from '../../src/locate/image-model/tiles.js';
import { accuracyOf, labelsOf, squareBlocks } from '../../src/locate/index.js';
import { column, type Examples } from './example.js';

/** Examples of docs/methods/locate/vacant-land.md and image-model.md. */
export const vacantExamples: Examples = {
  'locate.accuracy': ({ classes, labels, vacant, side }) => {
    const of = Int8Array.from(labels as number[]);
    const share = Float32Array.from(vacant as number[]);
    const accuracy = accuracyOf(
      { patches: Int32Array.from(of.keys()), features: [] },
      { classes: classes as string[], of, disputed: 0 },
      squareBlocks({ width: of.length, height: 1 }, side as number),
      [share.map((one) => 1 - one), share],
      { runs: 100, seed: 1 },
    );
    const last = accuracy.classes.at(-1);
    return {
      confusion: accuracy.confusion,
      overall: accuracy.overall.value,
      precision: last?.precision.value,
      recall: last?.recall.value,
      f1: last?.f1.value,
      iou: last?.iou.value,
      areaBias: last?.areaBias.value,
      expectedBias: last?.expectedBias.value,
    };
  },
  'locate.labels': ({ width, ring, className, rest, least }) => {
    const grid = { width: width as number, height: 1, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1 };
    const polygon = { className: className as string, rings: [column(ring)] };
    const settings = { least: least as number, rest: rest as string };
    const { of, ...labels } = labelsOf([polygon], { ...grid, crs: null }, settings);
    return { ...labels, of: [...of] };
  },
  'locate.blend': ({ length, tile, overlap, answers }) => {
    const { starts, weights } = tilesAlong(length as number, tile as number, overlap as number);
    const blended = Array.from({ length: length as number }, (_, cell) =>
      starts.reduce(
        (sum, start, at) => sum + (weights[at]?.[cell - start] ?? 0) * ((answers as number[])[at] as number),
        0,
      ),
    );
    return { starts, blended };
  },
};
