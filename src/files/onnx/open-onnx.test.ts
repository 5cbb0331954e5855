import { describe, expect, it } from 'vitest';
import { openOnnx } from './open-onnx.js';
import { convolutionOnnx, identityOnnx } from './testing/made-onnx.js';
import { writeOnnx } from './testing/write-onnx.js';

const sum = convolutionOnnx({
  weights: [
    [1, 1],
    [2, -1],
  ],
  bias: [0, 0.5],
});

describe('a model of ONNX', () => {
  it('is run on sides that it leaves open', async () => {
    const model = await openOnnx(sum, 'm.onnx');
    expect([model.inputShape, model.outputShape]).toEqual([
      [1, 2, 'h', 'w'],
      [1, 2, 'h', 'w'],
    ]);
    for (const [height, width] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const input = { shape: [1, 2, height, width], values: Float32Array.of(1, 2, 30, 40) };
      expect(await model.run(input)).toEqual({
        shape: [1, 2, height, width],
        values: Float32Array.of(31, 42, -27.5, -35.5),
      });
    }
    await model.close();
  });

  it('stands beside others, each with its own weights', async () => {
    const [one, other] = await Promise.all([
      openOnnx(sum, 'm.onnx'),
      openOnnx(identityOnnx([1, 2, 1, 1]), 'n.onnx'),
    ]);
    const input = { shape: [1, 2, 1, 1], values: Float32Array.of(3, 4) };
    const answers = await Promise.all([one.run(input), other.run(input)]);
    expect(answers.map(({ values }) => [...values])).toEqual([
      [7, 2.5],
      [3, 4],
    ]);
    await one.close();
    expect((await other.run(input)).values).toEqual(input.values);
    await other.close();
  });

  it('is asked by the names of the manifest where it has several inputs or outputs', async () => {
    const port = (name: string) => ({ name, shape: [1] });
    const several = writeOnnx({
      inputs: [port('a'), port('b')],
      outputs: [port('sum'), port('same')],
      nodes: [
        { op: 'Add', inputs: ['a', 'a'], outputs: ['sum'] },
        { op: 'Identity', inputs: ['b'], outputs: ['same'] },
      ],
    });
    await expect(openOnnx(several, 'm.onnx')).rejects.toThrow(
      /MODEL_FORM: m.onnx, input .*found a, b, expected one only/,
    );
    await expect(openOnnx(several, 'm.onnx', { input: 'c' })).rejects.toThrow(/found a, b, expected c/);
    const twice = writeOnnx({
      inputs: [port('a')],
      outputs: [port('sum'), port('same')],
      nodes: [
        { op: 'Add', inputs: ['a', 'a'], outputs: ['sum'] },
        { op: 'Identity', inputs: ['a'], outputs: ['same'] },
      ],
    });
    const model = await openOnnx(twice, 'm.onnx', { output: 'sum' });
    expect((await model.run({ shape: [1], values: Float32Array.of(4) })).values).toEqual(Float32Array.of(8));
    await model.close();
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'No graph was found'],
    ['a text', new TextEncoder().encode('not a model'), 'protobuf parsing failed'],
    ['a model that breaks off', sum.slice(0, sum.length - 40), 'protobuf parsing failed'],
    [
      'operators of a version to come',
      convolutionOnnx({ weights: [[1]], opset: 99 }),
      'Opset 99 is under development',
    ],
    [
      'an operator that nobody knows',
      writeOnnx({
        inputs: [{ name: 'a', shape: [1] }],
        outputs: [{ name: 'b', shape: [1] }],
        nodes: [{ op: 'Divine', inputs: ['a'], outputs: ['b'] }],
      }),
      'No Op registered for Divine',
    ],
  ])('is refused where the file holds %s', async (_, bytes, said) => {
    await expect(openOnnx(bytes, 'm.onnx')).rejects.toThrow(
      new RegExp(`^MODEL_FILE: m.onnx cannot be run as an ONNX model: .*${said}`),
    );
  });

  it('is refused with numbers of another kind, and says what it does not take', async () => {
    await expect(openOnnx(identityOnnx([1, 3, 8, 8], 'uint8'), 'm.onnx')).rejects.toThrow(
      /^MODEL_FORM: m.onnx, input .*found uint8, expected float32/,
    );
    const model = await openOnnx(sum, 'm.onnx');
    const three = { shape: [1, 3, 1, 1], values: new Float32Array(3) };
    await expect(model.run(three)).rejects.toThrow(/MODEL_FILE.*index: 1 Got: 3 Expected: 2/);
    await model.close();
  });
});
