import { AfterlodeError, phrases, type Text } from '../../base/index.js';

/** Numbers of a trained network with their shape, the last dimension fastest. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Longest header that is read: a network of a thousand tensors has 100 KB. */
const longestHeader = 16 * 1024 * 1024;

/**
 * Reads a `safetensors` file: a length of eight bytes, a header in JSON, then plain numbers. Nothing in it is run, unlike in
 * the pickles of `.pth` files, which are refused.
 *
 * @param where name of the file, for messages
 * @returns tensors by name; those of other types than F32 are faults
 * @throws AfterlodeError STREET_WEIGHTS
 */
export function readTensors(bytes: Uint8Array, where: string): ReadonlyMap<string, Tensor> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 8 ? -1 : Number(view.getBigUint64(0, true));
  if (length < 2 || length > longestHeader || 8 + length > bytes.length) throw other(bytes, where);
  const header = headerOf(bytes.subarray(8, 8 + length), where);
  const data = bytes.subarray(8 + length);
  const tensors = new Map<string, Tensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name !== '__metadata__') tensors.set(name, tensorOf(entry, data, `${where}, ${name}`));
  }
  return tensors;
}

function other(bytes: Uint8Array, where: string): AfterlodeError {
  const pickled = (bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes[0] === 0x80;
  const found = pickled
    ? { en: 'a .pth file, whose pickle could run code', zh: '.pth 文件（其中的 pickle 可能执行代码）' }
    : { en: `a file of ${bytes.length} bytes of another form`, zh: `${bytes.length} 字节的其他格式文件` };
  return fault(where, found, { en: 'safetensors', zh: 'safetensors 格式' });
}

function headerOf(bytes: Uint8Array, where: string): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof header === 'object' && header !== null && !Array.isArray(header))
      return header as Readonly<Record<string, unknown>>;
  } catch {
    // Told below in words of our own.
  }
  throw fault(
    where,
    { en: 'a header that is no JSON object', zh: '文件头不是 JSON 对象' },
    { en: 'safetensors', zh: 'safetensors 格式' },
  );
}

function tensorOf(entry: unknown, data: Uint8Array, where: string): Tensor {
  const { dtype, shape, data_offsets: place } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  if (dtype !== 'F32') throw fault(where, typeof dtype === 'string' ? dtype : phrases.absent, 'F32');
  if (!isWholeList(shape)) throw fault(where, phrases.absent, { en: 'a shape', zh: '形状' });
  if (!isWholeList(place) || place.length !== 2)
    throw fault(where, phrases.absent, { en: 'two offsets', zh: '两个位置' });
  const [from, to] = place as [number, number];
  const size = shape.reduce((product, one) => product * one, 4);
  if (to - from !== size || to > data.length) {
    const found = {
      en: `bytes ${from} to ${to} of ${data.length}`,
      zh: `第 ${from} 至 ${to} 字节（共 ${data.length} 字节）`,
    };
    throw fault(where, found, { en: `${size} bytes`, zh: `${size} 字节` });
  }
  // A copy lies on a multiple of four bytes, which the file need not.
  return { shape, values: new Float32Array(new Uint8Array(data.subarray(from, to)).buffer) };
}

function isWholeList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= 0);
}

function fault(where: string, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('STREET_WEIGHTS', where, { found, expected });
}

/**
 * Values of a tensor of a network.
 *
 * @throws AfterlodeError STREET_WEIGHTS where it is absent or of another shape
 */
export function tensorNamed(
  tensors: ReadonlyMap<string, Tensor>,
  name: string,
  shape: readonly number[],
  where: string,
): Float32Array {
  const found = tensors.get(name);
  const place = `${where}, ${name}`;
  if (found === undefined) throw fault(place, phrases.absent, shape.join(' × '));
  if (found.shape.join() !== shape.join()) throw fault(place, found.shape.join(' × '), shape.join(' × '));
  return found.values;
}
