import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { complexityOf, referenceSettings } from './index.js';

/**
 * The formulas of domain notes part 1, cell by cell in dense loops: the whole matrix of activities, its eigenvectors by repeated
 * squaring, sign and scale as written there. Shares nothing with the program.
 */
function dense(rows: readonly (readonly number[])[]) {
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  const count = rows[0]?.length ?? 0;
  const all = Array.from({ length: count }, (_, at) => at);
  const total = sum(rows.flat());
  const rca = rows.map((row) =>
    row.map((value, p) => value / sum(row) / (sum(rows.map((one) => one[p] ?? 0)) / total)),
  );
  const m = rca.map((row) => row.map((value) => (value >= 1 ? 1 : 0)));
  const kc = m.map((row) => sum(row));
  const kp = all.map((p) => sum(m.map((row) => row[p] ?? 0)));
  const cell = (c: number, p: number) => m[c]?.[p] ?? 0;
  const mpp = all.map((p) =>
    all.map((q) => sum(m.map((_, c) => ((cell(c, p) / (kp[p] ?? 0)) * cell(c, q)) / (kc[c] ?? 0)))),
  );
  // The first eigenvector has eigenvalue 1 and is the same for all; taken out, powers of the rest keep the second alone.
  let power = mpp.map((row) => row.map((value, q) => value - (kp[q] ?? 0) / sum(kp)));
  const norm = (matrix: number[][]) => Math.max(...matrix.flat().map(Math.abs));
  for (let round = 0; round < 14; round++) {
    const size = norm(power);
    const scaled = power.map((row) => row.map((value) => value / size));
    power = all.map((p) =>
      all.map((q) => sum(all.map((s) => (scaled[p]?.[s] ?? 0) * (scaled[s]?.[q] ?? 0)))),
    );
  }
  const widest = all.toSorted((a, b) => columnSize(b) - columnSize(a))[0] ?? 0;
  function columnSize(q: number) {
    return Math.max(...power.map((row) => Math.abs(row[q] ?? 0)));
  }
  let vector = power.map((row) => row[widest] ?? 0);
  vector = vector.map((value) => value / Math.hypot(...vector));
  const means = (v: readonly number[]) =>
    m.map((row, c) => sum(row.map((on, p) => on * (v[p] ?? 0))) / (kc[c] ?? 0));
  const middleOf = (values: readonly number[]) => sum(values) / values.length;
  const spreadOf = (values: readonly number[]) =>
    Math.sqrt(sum(values.map((value) => (value - middleOf(values)) ** 2)) / values.length);
  const with_ = sum(
    means(vector).map((value, c) => (value - middleOf(means(vector))) * ((kc[c] ?? 0) - middleOf(kc))),
  );
  if (with_ < 0) vector = vector.map((value) => -value);
  const own = means(vector);
  const [middle, spread] = [middleOf(own), spreadOf(own)];
  const phi = all.map((p) =>
    all.map((q) => sum(m.map((_, c) => cell(c, p) * cell(c, q))) / Math.max(kp[p] ?? 0, kp[q] ?? 0)),
  );
  const reach = all.map((p) => sum(phi.map((row) => row[p] ?? 0)));
  const density = m.map((row) =>
    all.map((p) => sum(row.map((on, q) => on * (phi[q]?.[p] ?? 0))) / (reach[p] ?? 0)),
  );
  const coi = m.map((row, c) =>
    sum(row.map((on, p) => (1 - on) * (density[c]?.[p] ?? 0) * (vector[p] ?? 0))),
  );
  const cog = m.map((row) =>
    row.map(
      (on, p) =>
        ((1 - on) *
          sum(row.map((has, q) => ((1 - has) * (phi[q]?.[p] ?? 0) * (vector[q] ?? 0)) / (reach[q] ?? 0)))) /
        spread,
    ),
  );
  return {
    rca: rca.flat(),
    diversity: kc,
    ubiquity: kp,
    eci: own.map((value) => (value - middle) / spread),
    pci: vector.map((value) => (value - middle) / spread),
    coi: coi.map((value) => (value - middleOf(coi)) / spreadOf(coi)),
    density: density.flat(),
    cog: cog.flat(),
  };
}

function program(rows: readonly (readonly number[])[]) {
  const found = complexityOf(
    {
      places: rows.map((_, at) => String(at)),
      activities: (rows[0] ?? []).map((_, at) => String(at)),
      values: Float64Array.from(rows.flat()),
    },
    referenceSettings,
  );
  const { advantage: rca, outlook: coi, gain: cog, ...rest } = found;
  return { ...rest, rca, coi, cog };
}

/** The largest difference of any figure between the program and the formulas; infinite where the program doubts its answer. */
function farthest(rows: readonly (readonly number[])[]): number {
  const [found, expected] = [program(rows), dense(rows)];
  if (found.doubts.length > 0) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...(Object.keys(expected) as (keyof typeof expected)[]).flatMap((name) =>
      expected[name].map((value, at) => Math.abs(value - (found[name][at] as number))),
    ),
  );
}

describe('complexity equals the formulas written out, to 1e-6', () => {
  it('of three places and three activities, also in numbers found by hand', () => {
    const rows = [
      [8, 1, 1],
      [5, 4, 1],
      [1, 9, 12],
    ];
    expect(farthest(rows)).toBeLessThan(1e-6);
    // Presences {a}, {a, b}, {b, c}. From places back to places: rows (1/2, 1/2, 0), (1/4, 1/2, 1/4), (0, 1/4, 3/4), whose second
    // eigenvalue is (3 + √5) ÷ 8 with (1, (√5 − 1) ÷ 4, −(√5 + 1) ÷ 4): mean 1/6, deviation √5 ÷ 3. Diversity 1, 2, 2 turns the sign.
    const { present, diversity, ubiquity, eigenvalues, eci, pci, density } = program(rows);
    const root = Math.sqrt(5);
    expect([...present]).toEqual([1, 0, 0, 1, 1, 0, 0, 1, 1]);
    expect([[...diversity], [...ubiquity]]).toEqual([
      [1, 2, 2],
      [2, 2, 1],
    ]);
    expect(eigenvalues[0]).toBeCloseTo((3 + root) / 8, 10);
    const near = (found: Float64Array, by: readonly number[]) => {
      for (const [at, value] of by.entries()) expect(found[at]).toBeCloseTo(value, 7);
    };
    near(eci, [-root / 2, (root - 3) / 4, (root + 3) / 4]);
    // Places are the means of their activities: a as place 1, then b and c one after the other.
    near(pci, [-root / 2, root - 1.5, 1.5 + (3 - root) / 2]);
    near(density, [2 / 3, 1 / 4, 0, 1, 3 / 4, 1 / 3, 1 / 3, 3 / 4, 1]);
  });

  it.each([
    [
      'four places and five activities',
      [
        [9, 4, 0, 1, 0],
        [3, 6, 5, 0, 0],
        [0, 4, 7, 6, 1],
        [1, 0, 3, 8, 9],
      ],
    ],
    [
      'more places than activities',
      [
        [6, 0, 5, 9],
        [9, 2, 6, 7],
        [4, 9, 4, 4],
        [1, 4, 2, 1],
        [4, 0, 3, 7],
        [2, 1, 0, 4],
      ],
    ],
    [
      'a nested table',
      [
        [9, 8, 7, 6],
        [9, 8, 7, 0],
        [9, 8, 0, 0],
        [9, 0, 0, 0],
      ],
    ],
  ])('of %s', (_, rows) => {
    expect(farthest(rows)).toBeLessThan(1e-6);
  });

  it('of a table of 60 places and 90 activities', () => {
    const random = seededRandom(19);
    const rows = Array.from({ length: 60 }, (_, place) =>
      Array.from({ length: 90 }, (__, activity) =>
        place / 60 - activity / 90 > -0.35 && random() < 0.6 ? 1 + 99 * random() : 0.01 * random(),
      ),
    );
    expect(farthest(rows)).toBeLessThan(1e-6);
  });
});
