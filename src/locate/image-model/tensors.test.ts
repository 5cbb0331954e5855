import { describe, expect, it } from 'vitest';
import { checkShapes } from './check.js';
import { inputOf, probabilitiesIn } from './tensors.js';
import { madeModel } from './testing/made-model.js';
import type { Activation, ImageModel } from './types.js';

const tile = { width: 2, height: 1 };
const two = madeModel({ tile, bands: madeModel().bands.slice(0, 2) });
const answering = (activation: Activation, more: Partial<ImageModel> = {}) =>
  madeModel({ tile, output: { layout: 'nchw', activation }, ...more });

describe('what a model is given', () => {
  const bands = [Float64Array.of(1, 2), Float64Array.of(3, Number.NaN)];

  it('is laid out band by band or cell by cell, scaled, a missing cell in all bands', () => {
    const scaled = {
      ...two,
      missing: 9,
      bands: two.bands.map((band) => ({ ...band, subtract: 1, divide: 4 })),
    };
    expect(inputOf(scaled, bands)).toEqual({
      shape: [1, 2, 1, 2],
      values: Float32Array.of(0, 9, 0.5, 9),
    });
    expect(inputOf({ ...scaled, input: { layout: 'nhwc' } }, bands)).toEqual({
      shape: [1, 1, 2, 2],
      values: Float32Array.of(0, 0.5, 9, 9),
    });
  });
});

describe('what a model answers', () => {
  const told = (model: ImageModel, shape: readonly number[], ...values: readonly number[]) =>
    probabilitiesIn(model, { shape, values: Float32Array.from(values) }, 'm.onnx');
  const [half, four] = [Math.log(0.5), Math.log(4)];

  it('is shared by softmax, whichever side comes first', () => {
    const planes = told(answering('softmax'), [1, 2, 1, 2], 0, 0, four, half);
    expect(planes[1]?.[0]).toBeCloseTo(4 / 5, 6);
    expect(planes[0]?.[1]).toBeCloseTo(2 / 3, 6);
    const nhwc = answering('softmax', { output: { layout: 'nhwc', activation: 'softmax' } });
    expect(told(nhwc, [1, 1, 2, 2], 0, four, 0, half)).toEqual(planes);
  });

  it('does not overflow', () => {
    expect(told(answering('softmax'), [1, 2, 1, 2], 1000, -1000, 999, 1000)[1]?.[1]).toBe(1);
  });

  it('stands for itself with sigmoid, and one channel for the second of two classes', () => {
    const [one, other] = told(answering('sigmoid'), [1, 2, 1, 2], 0, four, 0, 0);
    expect([...(one ?? [])].map((value) => value.toFixed(6))).toEqual(['0.500000', '0.800000']);
    expect([...(other ?? [])]).toEqual([0.5, 0.5]);
    const [rest, vacant] = told(answering('sigmoid'), [1, 1, 1, 2], 0, four);
    expect(vacant?.[1]).toBeCloseTo(0.8, 6);
    expect(rest?.[1]).toBeCloseTo(0.2, 6);
  });

  it('is taken as it is without activation', () => {
    expect(told(answering('none'), [1, 2, 1, 2], 0.25, 1, 0.75, -1e-6)).toEqual([
      Float32Array.of(0.25, 1),
      Float32Array.of(0.75, 0),
    ]);
  });

  it.each<readonly [string, ImageModel, readonly number[], readonly number[], string]>([
    ['no probability', answering('none'), [1, 2, 1, 2], [0, 0, 3, 0], 'answers 3;.*"none".*from 0 to 1'],
    ['no number', answering('softmax'), [1, 2, 1, 2], [0, 0, Number.NaN, 0], 'answers NaN;.*finite'],
    ['other sides', answering('softmax'), [1, 2, 2, 1], [0, 0, 0, 0], '1 × 2 × 2 × 1.*1 × 2 × 1 × 2'],
    ['another class', answering('softmax'), [1, 3, 1, 2], [0, 0, 0, 0, 0, 0], '1 × 3 × 1 × 2'],
    ['one channel to share', answering('softmax'), [1, 1, 1, 2], [0, 0], '1 × 1 × 1 × 2'],
  ])('is refused where it holds %s', (_, model, shape, values, said) => {
    expect(() => told(model, shape, ...values)).toThrow(new RegExp(`^MODEL_(ANSWER|FORM): .*${said}`));
  });
});

describe('sides that a file tells', () => {
  const fits = (
    inputShape: readonly (number | string)[] | null,
    outputShape = ['n', 2, 'h', 'w'] as typeof inputShape,
  ) => checkShapes(answering('sigmoid'), { inputShape, outputShape }, 'm.onnx');

  it('may be those of the manifest, open, or not told', () => {
    expect(() => fits([1, 3, 1, 2])).not.toThrow();
    expect(() => fits(['batch', 3, 'h', 'w'], [1, 1, 1, 2])).not.toThrow();
    expect(() => fits(null, null)).not.toThrow();
  });

  it.each<readonly [string, readonly (number | string)[], readonly (number | string)[], string]>([
    ['bands', [1, 4, 'h', 'w'], [1, 2, 'h', 'w'], 'input.*1 × 4 × h × w.*1 × 3 × 1 × 2'],
    ['tile', [1, 3, 64, 64], [1, 2, 64, 64], 'input.*64'],
    ['classes', [1, 3, 1, 2], [1, 5, 1, 2], 'output.*1 × 5 × 1 × 2.*1 × 2 × 1 × 2'],
    ['number of sides', [3, 1, 2], [1, 2, 1, 2], 'input.*3 × 1 × 2'],
  ])('are refused with another %s', (_, input, output, said) => {
    expect(() => fits(input, output)).toThrow(new RegExp(`^MODEL_FORM: m.onnx, ${said}`));
  });
});
