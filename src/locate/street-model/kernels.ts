import { f32, i32, op, v128, type WasmFunction, wasmModule } from './encode-wasm.js';

/**
 * Adds up one row of `channels` output planes: for each group of eight pixels, the sum over all taps of weight times input.
 *
 * All places are bytes in the memory; `offsets` are those of the taps from the pixel; weights lie tap by tap, channel by
 * channel. What lies at `plus` is added to the sum, plane by plane.
 */
export type SumRow = (
  input: number,
  offsets: number,
  taps: number,
  weights: number,
  output: number,
  outputPlane: number,
  plus: number,
  plusPlane: number,
  groups: number,
) => void;

/** out = prelu(scale · (in + plus) + shift) over `groups` of four numbers. */
export type Activate = (
  input: number,
  plus: number,
  output: number,
  groups: number,
  scale: number,
  shift: number,
  slope: number,
) => void;

/** The kernels on one memory. */
export interface Kernels {
  /** By the number of output channels that a call makes, 1 to `mostChannels`. */
  readonly sumRow: readonly SumRow[];
  readonly activate: Activate;
}

/** Sums of two vectors each that stay in 16 registers beside inputs, weight and products; five are slower by a third. */
export const mostChannels = 4;

/** Pixels that one pass of `sumRow` makes; rows are multiples of it. */
export const pixelsPerGroup = 8;

/**
 * Compiles the kernels, 128-bit SIMD, for a memory.
 *
 * TypeScript alone does a tenth of this: its numbers are doubles, one at a time.
 */
export function kernelsOn(memory: WebAssembly.Memory): Kernels {
  const sums = Array.from({ length: mostChannels }, (_, at) => sumRow(at + 1));
  const module = new WebAssembly.Module(wasmModule([...sums, activate]));
  const { exports } = new WebAssembly.Instance(module, { host: { memory } });
  return {
    sumRow: sums.map(({ name }) => exports[name] as SumRow),
    activate: exports['activate'] as Activate,
  };
}

function sumRow(channels: number): WasmFunction {
  const [input, offsets, taps, weights, output, outputPlane, plus, plusPlane, groups] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ];
  const [tap, lastTap, weight, pixel] = [9, 10, 11, 12];
  const [left, right, factor, first] = [13, 14, 15, 16];
  const { vector } = op;
  const sum = (channel: number, half: number) => first + 2 * channel + half;
  const every = Array.from({ length: channels }, (_, channel) => channel);
  const forward = (local: number, by: number) => [
    ...op.get(local),
    ...op.i32(by),
    ...op.add,
    ...op.set(local),
  ];
  const addTap = every.flatMap((channel) => [
    ...op.get(weight),
    ...vector.loadSplat(4 * channel),
    ...op.set(factor),
    ...[left, right].flatMap((from, half) => [
      ...op.get(sum(channel, half)),
      ...op.get(from),
      ...op.get(factor),
      ...vector.multiply,
      ...vector.add,
      ...op.set(sum(channel, half)),
    ]),
  ]);
  const taken = [
    ...op.get(input),
    ...op.get(tap),
    ...op.load(0),
    ...op.add,
    ...op.tee(pixel),
    ...vector.load(0),
    ...op.set(left),
    ...op.get(pixel),
    ...vector.load(16),
    ...op.set(right),
    ...addTap,
    ...forward(weight, 4 * channels),
    ...forward(tap, 4),
  ];
  const store = every.flatMap((channel) => [
    ...[0, 1].flatMap((half) => [
      ...op.get(tap),
      ...op.get(sum(channel, half)),
      ...op.get(pixel),
      ...vector.load(16 * half),
      ...vector.add,
      ...vector.store(16 * half),
    ]),
    ...op.get(tap),
    ...op.get(outputPlane),
    ...op.add,
    ...op.set(tap),
    ...op.get(pixel),
    ...op.get(plusPlane),
    ...op.add,
    ...op.set(pixel),
  ]);
  const group = [
    ...every.flatMap((channel) => [0, 1].flatMap((half) => [...vector.zero, ...op.set(sum(channel, half))])),
    ...op.get(offsets),
    ...op.set(tap),
    ...op.get(weights),
    ...op.set(weight),
    ...op.repeat(taken, [...op.get(tap), ...op.get(lastTap), ...op.less]),
    ...op.get(output),
    ...op.set(tap),
    ...op.get(plus),
    ...op.set(pixel),
    ...store,
    ...[input, output, plus].flatMap((local) => forward(local, 4 * pixelsPerGroup)),
    ...op.get(groups),
    ...op.i32(1),
    ...op.subtract,
    ...op.set(groups),
  ];
  return {
    name: `sum${channels}`,
    parameters: Array.from({ length: 9 }, () => i32),
    locals: [i32, i32, i32, i32, ...Array.from({ length: 3 + 2 * channels }, () => v128)],
    code: [
      ...op.get(offsets),
      ...op.get(taps),
      ...op.i32(4),
      ...op.multiply,
      ...op.add,
      ...op.set(lastTap),
      ...op.repeat(group, op.get(groups)),
    ],
  };
}

const activate: WasmFunction = (() => {
  const [input, plus, output, groups, scale, shift, slope] = [0, 1, 2, 3, 4, 5, 6];
  const [value, scales, shifts, slopes] = [7, 8, 9, 10];
  const { vector } = op;
  const spread = (from: number, to: number) => [...op.get(from), ...vector.splat, ...op.set(to)];
  const forward = (local: number) => [...op.get(local), ...op.i32(16), ...op.add, ...op.set(local)];
  const body = [
    ...op.get(input),
    ...vector.load(0),
    ...op.get(plus),
    ...vector.load(0),
    ...vector.add,
    ...op.get(scales),
    ...vector.multiply,
    ...op.get(shifts),
    ...vector.add,
    ...op.set(value),
    ...op.get(output),
    ...op.get(value),
    ...vector.zero,
    ...vector.larger,
    ...op.get(value),
    ...vector.zero,
    ...vector.smaller,
    ...op.get(slopes),
    ...vector.multiply,
    ...vector.add,
    ...vector.store(0),
    ...[input, plus, output].flatMap(forward),
    ...op.get(groups),
    ...op.i32(1),
    ...op.subtract,
    ...op.set(groups),
  ];
  return {
    name: 'activate',
    parameters: [i32, i32, i32, i32, f32, f32, f32],
    locals: [v128, v128, v128, v128],
    code: [
      ...spread(scale, scales),
      ...spread(shift, shifts),
      ...spread(slope, slopes),
      ...op.repeat(body, op.get(groups)),
    ],
  };
})();
