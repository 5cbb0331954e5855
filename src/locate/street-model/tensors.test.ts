import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { streetNetwork } from './segment.js';
import { readTensors } from './tensors.js';
import { madeTensors, tensorFile } from './testing/made-tensors.js';

const small = new Map([
  ['a', { shape: [2, 2], values: Float32Array.of(1, 2, 3, 4) }],
  ['b', { shape: [3], values: Float32Array.of(-1, 0, 0.5) }],
]);

/** A file with another header. */
function withHeader(header: string): Uint8Array {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + 16);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}

describe('weights of the street network', () => {
  it('are read back as they were written, wherever the numbers begin', () => {
    expect(readTensors(tensorFile(small), 'w')).toEqual(small);
    const shifted = new Uint8Array(tensorFile(small).length + 3);
    shifted.set(tensorFile(small), 3);
    expect(readTensors(shifted.subarray(3), 'w')).toEqual(small);
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['a zip with a pickle', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0), 'pickle'],
    ['a bare pickle', Uint8Array.of(0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9), 'pickle'],
    ['a short file', Uint8Array.of(1, 2, 3), '3 bytes'],
    ['a file that breaks off', tensorFile(small).slice(0, 40), 'another form'],
    ['a header that is no JSON', withHeader('{"a":'), 'header'],
    ['a header that is a list', withHeader('[1]'), 'header'],
    ['half precision', withHeader('{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}'), 'F16'],
    ['no shape', withHeader('{"a":{"dtype":"F32","data_offsets":[0,4]}}'), 'a shape'],
    ['no offsets', withHeader('{"a":{"dtype":"F32","shape":[1]}}'), 'two offsets'],
    [
      'numbers past the end',
      withHeader('{"a":{"dtype":"F32","shape":[8],"data_offsets":[0,32]}}'),
      'bytes 0 to 32',
    ],
    [
      'a shape of other size',
      withHeader('{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,16]}}'),
      '12 bytes',
    ],
  ])('refuse %s', (_, bytes, said) => {
    const read = () => readTensors(bytes, 'w');
    expect(read).toThrow(AfterlodeError);
    expect(read).toThrow(said);
  });

  it('refuse what is no ESPNet, naming the tensor', () => {
    expect(() => streetNetwork(small, 'w', { width: 64, height: 16 })).toThrow(
      /STREET_WEIGHTS: w, encoder\.level1\.conv\.weight .* absent/,
    );
    const other = new Map([
      ...madeTensors(1),
      ['br.weight', { shape: [4], values: new Float32Array(4) }] as const,
    ]);
    expect(() => streetNetwork(other, 'w', { width: 64, height: 16 })).toThrow(
      /br\.weight .*found 4, expected 20/,
    );
  });
});
