import { seededRandom } from '../../../base/index.js';
import type { Tensor } from '../tensors.js';

/** Shapes of ESPNet with p = 2, q = 8, by the names of its authors' weights. */
function shapes(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const norm = (name: string, channels: number, slope: string | null) => {
    for (const part of ['weight', 'bias', 'running_mean', 'running_var'])
      found.set(`${name}.${part}`, [channels]);
    if (slope !== null) found.set(slope, [channels]);
  };
  const block = (name: string, from: number, to: number, stride: boolean) => {
    const n = Math.floor(to / 5);
    found.set(`${name}.c1.conv.weight`, stride ? [n, from, 3, 3] : [n, from, 1, 1]);
    for (const dilation of [1, 2, 4, 8, 16])
      found.set(`${name}.d${dilation}.conv.weight`, [dilation === 1 ? to - 4 * n : n, n, 3, 3]);
    if (stride) norm(`${name}.bn`, to, `${name}.act.weight`);
    else norm(`${name}.bn.bn`, to, `${name}.bn.act.weight`);
  };
  const both = (name: string, channels: number) => {
    norm(`${name}.bn`, channels, `${name}.act.weight`);
  };
  found.set('encoder.level1.conv.weight', [16, 3, 3, 3]);
  both('encoder.level1', 16);
  both('encoder.b1', 19);
  block('encoder.level2_0', 19, 64, true);
  for (const at of [0, 1]) block(`encoder.level2.${at}`, 64, 64, false);
  both('encoder.b2', 131);
  block('encoder.level3_0', 131, 128, true);
  for (let at = 0; at < 8; at++) block(`encoder.level3.${at}`, 128, 128, false);
  both('encoder.b3', 256);
  found.set('encoder.classifier.conv.weight', [20, 256, 1, 1]);
  found.set('level3_C.conv.weight', [20, 131, 1, 1]);
  norm('br', 20, null);
  found.set('conv.conv.weight', [20, 36, 3, 3]);
  both('conv', 20);
  found.set('up_l3.0.weight', [20, 20, 2, 2]);
  both('combine_l2_l3.0', 40);
  block('combine_l2_l3.1', 40, 20, false);
  found.set('up_l2.0.weight', [20, 20, 2, 2]);
  both('up_l2.1', 20);
  found.set('classifier.weight', [20, 20, 2, 2]);
  return found;
}

/** Made weights of the whole network, about as large as trained ones, so that numbers neither die nor grow. */
export function madeTensors(seed: number): ReadonlyMap<string, Tensor> {
  const random = seededRandom(seed);
  return new Map(
    [...shapes()].map(([name, shape]) => {
      const size = shape.reduce((product, one) => product * one, 1);
      const inputs = size / (shape[0] as number);
      const one = () => {
        if (shape.length > 1) return (random() - 0.5) * Math.sqrt(12 / inputs);
        if (name.endsWith('running_var')) return 0.5 + random();
        if (name.endsWith('act.weight')) return 0.25 * random();
        return name.endsWith('bias') || name.endsWith('mean') ? (random() - 0.5) * 0.2 : 0.5 + random();
      };
      return [name, { shape, values: Float32Array.from({ length: size }, one) }] as const;
    }),
  );
}

/** A `safetensors` file of tensors. */
export function tensorFile(tensors: ReadonlyMap<string, Tensor>): Uint8Array {
  let at = 0;
  const header: Record<string, unknown> = { __metadata__: { made: 'yes' } };
  for (const [name, { shape, values }] of tensors) {
    header[name] = { dtype: 'F32', shape, data_offsets: [at, at + values.byteLength] };
    at += values.byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + at);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  let from = 8 + text.length;
  for (const { values } of tensors.values()) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), from);
    from += values.byteLength;
  }
  return file;
}
