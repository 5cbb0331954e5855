import { type SobolOutputs, sobolSequence } from '../index.js';

/** Functions of three uniform numbers whose Sobol indices are known. */
export interface Analytic {
  readonly value: (x: readonly number[]) => number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

const parts = [1, 4, 9].map((square) => square / 14);

/** x1 + 2 x2 + 3 x3 and a constant. */
export const linear = (constant: number): Analytic => ({
  value: ([x = 0, y = 0, z = 0]) => constant + x + 2 * y + 3 * z,
  first: parts,
  total: parts,
});

const [one, two, both] = [(1 + (0.1 * Math.PI ** 4) / 5) ** 2 / 2, 49 / 8, (0.01 * Math.PI ** 8 * 8) / 225];
const all = one + two + both;

/** Ishigami's function with 7 and 0.1 of three angles from -π to π. */
export const ishigami: Analytic = {
  value: (x) => {
    const [a = 0, b = 0, c = 0] = x.map((share) => Math.PI * (2 * share - 1));
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
  },
  first: [one / all, two / all, 0],
  total: [(one + both) / all, two / all, both / all],
};

/** Outputs of a function over a scrambled Sobol design of `samples` points: samples (d + 2) evaluations. */
export function evaluate(
  { value, first: { length: size } }: Analytic,
  samples: number,
  seed: number,
): SobolOutputs {
  const points = sobolSequence(2 * size, samples, { seed });
  const at = (row: number, from: number) => [
    ...points.subarray(row * 2 * size + from, row * 2 * size + from + size),
  ];
  const rows = Array.from({ length: samples }, (_, row) => ({ a: at(row, 0), b: at(row, size) }));
  return {
    a: rows.map(({ a }) => value(a)),
    b: rows.map(({ b }) => value(b)),
    mixed: Array.from({ length: size }, (_, factor) =>
      rows.map(({ a, b }) => value(a.with(factor, b[factor] as number))),
    ),
  };
}
