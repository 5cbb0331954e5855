/** Bytes of a small WebAssembly module: just the forms that the kernels of this folder need. */

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128 of a small number. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

/** Types of values. */
export const i32 = 0x7f;
export const f32 = 0x7d;
export const v128 = 0x7b;

/** A function: no result, parameters and locals by their types in order. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly locals: readonly number[];
  readonly code: readonly number[];
}

const simd = (code: number) => [0xfd, ...unsigned(code)];
const at = (align: number, offset: number) => [align, ...unsigned(offset)];

/** Instructions, by the names of the specification. */
export const op = {
  get: (local: number) => [0x20, ...unsigned(local)],
  set: (local: number) => [0x21, ...unsigned(local)],
  tee: (local: number) => [0x22, ...unsigned(local)],
  i32: (value: number) => [0x41, ...signed(value)],
  add: [0x6a],
  subtract: [0x6b],
  multiply: [0x6c],
  less: [0x49],
  load: (offset: number) => [0x28, ...at(2, offset)],
  /** Runs once, then again for as long as the condition holds at its end. */
  repeat: (body: readonly number[], condition: readonly number[]) => [
    0x03,
    0x40,
    ...body,
    ...condition,
    0x0d,
    0x00,
    0x0b,
  ],
  vector: {
    load: (offset: number) => [...simd(0), ...at(2, offset)],
    loadSplat: (offset: number) => [...simd(9), ...at(2, offset)],
    store: (offset: number) => [...simd(11), ...at(2, offset)],
    zero: [...simd(12), ...Array.from({ length: 16 }, () => 0)],
    splat: simd(19),
    add: simd(0xe4),
    multiply: simd(0xe6),
    /** b < a ? b : a, without the care for NaN that `min` takes. */
    smaller: simd(0xea),
    larger: simd(0xeb),
  },
} as const;

const name = (text: string) => {
  const bytes = [...new TextEncoder().encode(text)];
  return [...unsigned(bytes.length), ...bytes];
};

const section = (id: number, items: readonly (readonly number[])[]) => {
  const content = [...unsigned(items.length), ...items.flat()];
  return [id, ...unsigned(content.length), ...content];
};

/** A module that imports its memory as `host.memory` and exports the functions by name. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...unsigned(parameters.length),
    ...parameters,
    0x00,
  ]);
  const memory = [...name('host'), ...name('memory'), 0x02, 0x00, ...unsigned(1)];
  const bodies = functions.map(({ locals, code }) => {
    const declared = [...unsigned(locals.length), ...locals.flatMap((type) => [0x01, type])];
    const body = [...declared, ...code, 0x0b];
    return [...unsigned(body.length), ...body];
  });
  const head = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  return Uint8Array.from([
    ...head,
    ...section(1, types),
    ...section(2, [memory]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map((one, index) => [...name(one.name), 0x00, ...unsigned(index)]),
    ),
    ...section(10, bodies),
  ]);
}
