import { espnetClasses, type LaidOut, layOutEspnet } from './espnet.js';
import { type Picture, resized } from './picture.js';
import type { Tensor } from './tensors.js';

/** Classes of Cityscapes in the order of the network. */
export const streetClasses = [
  'road',
  'sidewalk',
  'building',
  'wall',
  'fence',
  'pole',
  'traffic_light',
  'traffic_sign',
  'vegetation',
  'terrain',
  'sky',
  'person',
  'rider',
  'car',
  'truck',
  'bus',
  'train',
  'motorcycle',
  'bicycle',
  'none',
] as const;

/** Class of a pixel of a street picture. */
export type StreetClass = (typeof streetClasses)[number];

/** What the network sees in a picture. */
export interface Segmented {
  readonly width: number;
  readonly height: number;
  /** Class of each pixel, by its place in `streetClasses`. */
  readonly labels: Uint8Array;
}

/** Cuts street pictures into classes; one picture at a time. */
export interface StreetNetwork {
  readonly segment: (picture: Picture) => Segmented;
  /** Logits of the last picture at a pixel, by class. */
  readonly logitsAt: (row: number, column: number) => Float32Array;
}

/** Sides with which the weights were trained. */
export const trainedSides = { width: 1024, height: 512 } as const;

/** Mean and deviation of the pictures that the weights were trained with; blue, green, red. */
const means = [72.3923111, 82.90893555, 73.15840149] as const;
const deviations = [45.3192215, 46.15289307, 44.91483307] as const;

/**
 * ESPNet with trained weights. Pictures of other sides are brought to those of the training first.
 *
 * @param tensors as `readTensors` gives them
 * @param where file of the weights, for messages
 * @param sides only for small tests; width a multiple of 64, height of 8
 * @throws AfterlodeError STREET_WEIGHTS
 */
export function streetNetwork(
  tensors: ReadonlyMap<string, Tensor>,
  where: string,
  sides: { readonly width: number; readonly height: number } = trainedSides,
): StreetNetwork {
  const network = layOutEspnet(tensors, sides, where);
  return {
    segment(picture) {
      fill(network, resized(picture, sides.width, sides.height));
      network.run();
      return { ...sides, labels: labelsOf(network) };
    },
    logitsAt: (row, column) => {
      const numbers = network.numbers();
      const { output } = network;
      const first = output.at + (2 * (row % 2) + (column % 2)) * output.plane + (row >> 1) * output.row;
      return Float32Array.from(
        { length: espnetClasses },
        (_, one) => numbers[(first + 4 * one * output.plane) / 4 + (column >> 1)] as number,
      );
    },
  };
}

function fill({ input, numbers }: LaidOut, { pixels, width, height }: Picture): void {
  const memory = numbers();
  for (let colour = 0; colour < 3; colour++) {
    const values = Float32Array.from(
      { length: 256 },
      (_, value) =>
        Math.fround(
          Math.fround(value - Math.fround(means[colour] as number)) /
            Math.fround(deviations[colour] as number),
        ) / 255,
    );
    for (let row = 0; row < height; row++) {
      const to = (input.at + colour * input.plane + row * input.row) / 4;
      // Pictures have red first, the network blue.
      const from = 3 * row * width + (2 - colour);
      for (let column = 0; column < width; column++)
        memory[to + column] = values[pixels[from + 3 * column] as number] as number;
    }
  }
}

/** The class with the largest logit; of equal ones the first. */
function labelsOf({ output, numbers }: LaidOut): Uint8Array {
  const memory = numbers();
  const [width, plane] = [output.width, output.plane / 4];
  const labels = new Uint8Array(4 * output.height * width);
  const best = new Float32Array(width);
  const which = new Uint8Array(width);
  for (let row = 0; row < 2 * output.height; row++)
    for (let side = 0; side < 2; side++) {
      const start = output.at / 4 + (2 * (row % 2) + side) * plane + ((row >> 1) * output.row) / 4;
      best.set(memory.subarray(start, start + width));
      which.fill(0);
      for (let one = 1; one < espnetClasses; one++) {
        const from = start + 4 * one * plane;
        for (let at = 0; at < width; at++) {
          const value = memory[from + at] as number;
          if (value <= (best[at] as number)) continue;
          best[at] = value;
          which[at] = one;
        }
      }
      const to = row * 2 * width + side;
      for (let at = 0; at < width; at++) labels[to + 2 * at] = which[at] as number;
    }
  return labels;
}

/** Share of the picture that each class takes, in the order of `streetClasses`; the sum is 1. */
export function classShares({ labels }: Segmented): Float64Array {
  const shares = new Float64Array(streetClasses.length);
  for (const label of labels) shares[label] = (shares[label] as number) + 1;
  return shares.map((count) => count / labels.length);
}
