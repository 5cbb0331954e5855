import { type Graph, type Port, writeOnnx } from './write-onnx.js';

type Sides = readonly (number | string)[];

/** How a model of tests is made. */
interface Making {
  /** By class, by band; with `reach` 1 by row and column of the square round a cell too. */
  readonly weights: readonly (readonly number[])[];
  readonly bias?: readonly number[];
  /** Half side of the square round a cell: 0 or 1. */
  readonly reach?: number;
  readonly softmax?: boolean;
  /** Rows and columns that the file tells. */
  readonly tile?: readonly [number | string, number | string];
  readonly opset?: number;
}

/** A convolution from `image` to `classes`, n c h w: what a class has is the weighted sum of the bands, and its bias. */
export function convolutionOnnx(making: Making): Uint8Array {
  const { weights, bias = weights.map(() => 0), reach = 0, softmax = false, tile = ['h', 'w'] } = making;
  const side = 2 * reach + 1;
  const bands = (weights[0] as readonly number[]).length / side ** 2;
  const last = softmax ? 'sums' : 'classes';
  const graph: Graph = {
    ...(making.opset !== undefined && { opset: making.opset }),
    inputs: [{ name: 'image', shape: [1, bands, ...tile] }],
    outputs: [{ name: 'classes', shape: [1, weights.length, ...tile] }],
    nodes: [
      {
        op: 'Conv',
        inputs: ['image', 'weights', 'bias'],
        outputs: [last],
        attributes: { kernel_shape: [side, side], pads: [reach, reach, reach, reach] },
      },
      ...(softmax ? [{ op: 'Softmax', inputs: [last], outputs: ['classes'], attributes: { axis: 1 } }] : []),
    ],
    weights: {
      weights: { shape: [weights.length, bands, side, side], values: weights.flat() },
      bias: { shape: [weights.length], values: bias },
    },
  };
  return writeOnnx(graph);
}

/** A model that answers what it is given. */
export function identityOnnx(shape: Sides, type?: NonNullable<Port['type']>): Uint8Array {
  const port = { shape, ...(type !== undefined && { type }) };
  return writeOnnx({
    inputs: [{ name: 'image', ...port }],
    outputs: [{ name: 'classes', ...port }],
    nodes: [{ op: 'Identity', inputs: ['image'], outputs: ['classes'] }],
  });
}
