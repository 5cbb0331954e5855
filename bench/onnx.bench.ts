import { seededRandom } from '../src/base/index.js';
import { type OnnxModel, openOnnx } from '../src/files/index.js';
import { convolutionOnnx } from '../src/files/onnx/testing/made-onnx.js';
import type { Measurement } from './measure.js';

/** A convolution of 3 × 3 from 32 bands to 32 classes on a tile of 256 × 256: 0.6 thousand million products. */

const [side, bands, classes] = [256, 32, 32];
const random = seededRandom(1);
const weights = Array.from({ length: classes }, () =>
  Array.from({ length: 9 * bands }, () => random() - 0.5),
);
const input = {
  shape: [1, bands, side, side],
  values: Float32Array.from({ length: bands * side * side }, () => random()),
};
let opened: Promise<OnnxModel> | undefined;

/** A hundredth of the products in plain loops. */
function plainProducts(): number {
  const values = Float32Array.from({ length: 8192 }, (_, at) => at % 7);
  let sum = 0;
  for (let turn = 0; turn < (side * side * 9 * bands * classes) / 100 / values.length; turn++)
    for (let at = 0; at < values.length; at++) sum += (values[at] as number) * 0.5;
  return sum;
}

/** Measurements of `npm run bench -- onnx`. */
export const onnxBench: readonly Measurement[] = [
  {
    name: 'onnx: a convolution of 0.6 G products by ONNX Runtime; baseline: a hundredth of them in plain loops',
    async run() {
      opened ??= openOnnx(convolutionOnnx({ weights, reach: 1 }), 'made.onnx');
      await (await opened).run(input);
    },
    baseline: plainProducts,
  },
];
