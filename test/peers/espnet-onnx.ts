import { type Node, type Weights, writeOnnx } from '../../src/files/onnx/testing/write-onnx.js';
import type { Tensor } from '../../src/locate/street-model/tensors.js';

/** A graph as it is drawn: each step names its output. */
interface Drawing {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly nodes: Node[];
  readonly weights: Record<string, Weights>;
}

type Attributes = NonNullable<Node['attributes']>;

/** ESPNet (p = 2, q = 8, with decoder) as an ONNX model, 1 × 3 × height × width to 1 × 20 × height × width, from its tensors. */
export function espnetOnnx(tensors: ReadonlyMap<string, Tensor>, height: number, width: number): Uint8Array {
  const drawing: Drawing = { tensors, nodes: [], weights: {} };
  const level1 = norm(drawing, 'encoder.level1', stride(drawing, 'encoder.level1.conv', 'image'));
  const pooled1 = pool(drawing, 'image');
  const b1 = norm(drawing, 'encoder.b1', join(drawing, level1, pooled1));

  const second = espBlock(drawing, 'encoder.level2_0', b1, 'down');
  let turn = espBlock(drawing, 'encoder.level2.0', second, 'add');
  turn = espBlock(drawing, 'encoder.level2.1', turn, 'add');
  const b2 = norm(drawing, 'encoder.b2', join(drawing, turn, second, pool(drawing, pooled1)));

  const third = espBlock(drawing, 'encoder.level3_0', b2, 'down');
  turn = third;
  for (let block = 0; block < 8; block++) turn = espBlock(drawing, `encoder.level3.${block}`, turn, 'add');
  const b3 = norm(drawing, 'encoder.b3', join(drawing, third, turn));
  const coarse = batch(drawing, 'br', convolve(drawing, 'encoder.classifier.conv', b3));

  const up3 = spread(drawing, 'up_l3.0', coarse);
  const joined = join(drawing, convolve(drawing, 'level3_C.conv', b2), up3);
  const combined = espBlock(drawing, 'combine_l2_l3.1', norm(drawing, 'combine_l2_l3.0', joined), 'plain');
  const up2 = norm(drawing, 'up_l2.1', spread(drawing, 'up_l2.0', combined));
  const fine = convolve(drawing, 'conv.conv', join(drawing, up2, level1), { pads: [1, 1, 1, 1] });
  const last = spread(drawing, 'classifier', norm(drawing, 'conv', fine));
  return writeOnnx({
    inputs: [{ name: 'image', shape: [1, 3, height, width] }],
    outputs: [{ name: last, shape: [1, 20, height, width] }],
    nodes: drawing.nodes,
    weights: drawing.weights,
  });
}

function step(drawing: Drawing, op: string, inputs: readonly string[], attributes: Attributes = {}): string {
  const output = `${op}${drawing.nodes.length}`;
  drawing.nodes.push({ op, inputs, outputs: [output], attributes });
  return output;
}

function weight({ tensors, weights }: Drawing, name: string): string {
  weights[name] = tensors.get(name) as Tensor;
  return name;
}

function convolve(drawing: Drawing, name: string, input: string, more: Attributes = {}): string {
  const kernel = weight(drawing, `${name}.weight`);
  const [, , high = 0, wide = 0] = drawing.weights[kernel]?.shape ?? [];
  return step(drawing, 'Conv', [input, kernel], { kernel_shape: [high, wide], ...more });
}

function stride(drawing: Drawing, name: string, input: string): string {
  return convolve(drawing, name, input, { pads: [1, 1, 1, 1], strides: [2, 2] });
}

function spread(drawing: Drawing, name: string, input: string): string {
  const sides = { kernel_shape: [2, 2], strides: [2, 2] };
  return step(drawing, 'ConvTranspose', [input, weight(drawing, `${name}.weight`)], sides);
}

function pool(drawing: Drawing, input: string): string {
  const sides = { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] };
  return step(drawing, 'AveragePool', [input], { ...sides, count_include_pad: 1 });
}

function join(drawing: Drawing, ...inputs: readonly string[]): string {
  return step(drawing, 'Concat', inputs, { axis: 1 });
}

/** Batch norm; ONNX adds 10⁻⁵ to a variance where PyTorch was told 10⁻³. */
function batch(drawing: Drawing, name: string, input: string): string {
  const variance = `${name}.running_var`;
  const { shape, values } = drawing.tensors.get(variance) as Tensor;
  const parts = ['weight', 'bias', 'running_mean'].map((part) => weight(drawing, `${name}.${part}`));
  drawing.weights[variance] = { shape, values: values.map((value) => value + 1e-3 - 1e-5) };
  return step(drawing, 'BatchNormalization', [input, ...parts, variance]);
}

function norm(drawing: Drawing, name: string, input: string): string {
  const normed = batch(drawing, `${name}.bn`, input);
  const slope = weight(drawing, `${name}.act.weight`);
  const { shape, values } = drawing.tensors.get(slope) as Tensor;
  drawing.weights[slope] = { shape: [...shape, 1, 1], values };
  return step(drawing, 'PRelu', [normed, slope]);
}

function espBlock(drawing: Drawing, name: string, input: string, kind: 'down' | 'add' | 'plain'): string {
  const reduce = `${name}.c1.conv`;
  const reduced = kind === 'down' ? stride(drawing, reduce, input) : convolve(drawing, reduce, input);
  const [first, ...others] = [1, 2, 4, 8, 16].map((far) =>
    convolve(drawing, `${name}.d${far}.conv`, reduced, { pads: [far, far, far, far], dilations: [far, far] }),
  ) as [string, ...string[]];
  const sums = others.reduce<string[]>(
    (done, one) => [...done, done.length === 0 ? one : step(drawing, 'Add', [done.at(-1) as string, one])],
    [],
  );
  const joined = join(drawing, first, ...sums);
  if (kind === 'down') return norm(drawing, name, joined);
  return norm(drawing, `${name}.bn`, kind === 'add' ? step(drawing, 'Add', [input, joined]) : joined);
}
