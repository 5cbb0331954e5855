import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { type ActivityTable, complexityOf, referenceSettings } from './index.js';

const table = (rows: readonly (readonly number[])[]): ActivityTable => ({
  places: rows.map((_, at) => `place ${at}`),
  activities: (rows[0] ?? []).map((_, at) => `activity ${at}`),
  values: Float64Array.from(rows.flat()),
});

/** A made table in which some activities are found only in places that have much else. */
function made(places: number, activities: number, seed: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: places }, (_, place) =>
    Array.from({ length: activities }, (_, activity) => {
      const fits = (place + 1) / places - activity / activities > -0.3 && random() < 0.7;
      return fits ? Math.exp(3 * random()) : 0;
    }),
  );
}

const expectClose = (found: ArrayLike<number>, expected: readonly number[], digits = 9) => {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, digits);
};

describe('two places, worked by hand', () => {
  // Presences {A, B} and {B}. From places over activities back to places: [[3/4, 1/4], [1/2, 1/2]] with eigenvalues 1 and 1/4 and
  // the second vector (1, −2). Activities are the means of their places: 1 and −1/2; places the means of those: 1/4 and −1/2, whose
  // mean is −1/8 and deviation 3/8.
  const found = complexityOf(
    table([
      [1, 1],
      [0, 1],
    ]),
    { ...referenceSettings, threshold: 0.5 },
  );

  it('has the advantages and presences', () => {
    expectClose(found.advantage, [1.5, 0.75, 0, 1.5]);
    expect([...found.present]).toEqual([1, 1, 0, 1]);
    expect([...found.diversity]).toEqual([2, 1]);
    expect([...found.ubiquity]).toEqual([1, 2]);
  });
  it('has the complexities', () => {
    expect(found.eigenvalues[0]).toBeCloseTo(0.25, 12);
    expectClose(found.eci, [1, -1]);
    expectClose(found.pci, [3, -1]);
  });
  it('has proximity and density', () => {
    expect(found.proximity[0]).toBe(1);
    expectClose(found.proximity, [1, 0.5, 0.5, 1]);
    expectClose(found.density, [1, 1, 1 / 3, 2 / 3]);
  });
  it('has outlook and gain', () => {
    expect(found.gain[0]).toBe(0);
    expectClose(found.outlook, [-1, 1]);
    // Only A is lacking, and only in the second place: (1 ÷ 1.5) ÷ (3/8), on the scale of the vector (1, −1/2).
    expectClose(found.gain, [0, 0, 16 / 9, 0]);
  });
  it('has nothing to doubt', () => expect(found.doubts).toEqual([]));
});

describe('complexity', () => {
  it('equals the formulas written out, by plain iteration', () => {
    const rows = made(24, 15, 3);
    const found = complexityOf(table(rows), referenceSettings);
    const plain = written(rows);
    expectClose(found.eci, plain.eci, 8);
    expectClose(found.pci, plain.pci, 8);
    expectClose(found.outlook, plain.outlook, 8);
    expectClose(found.density, plain.density.flat(), 12);
    expectClose(found.gain, plain.gain.flat(), 8);
    expect(found.doubts).toEqual([]);
  });

  it('is the same whichever side is smaller, and in whatever order rows stand', () => {
    const rows = made(9, 21, 5);
    const found = complexityOf(table(rows), referenceSettings);
    const order = [4, 0, 8, 2, 6, 1, 7, 3, 5];
    const turned = complexityOf(table(order.map((at) => rows[at] as number[])), referenceSettings);
    expectClose(turned.pci, [...found.pci]);
    expectClose(
      turned.eci,
      order.map((at) => found.eci[at] as number),
    );
    expect(complexityOf(table(rows.map((row) => row.map((value) => value * 8))), referenceSettings)).toEqual(
      found,
    );
  });

  it('of a place is the mean over its activities, with mean 0 and deviation 1 over places', () => {
    const rows = made(31, 17, 7);
    const { eci, pci, present } = complexityOf(table(rows), referenceSettings);
    for (const [place, value] of eci.entries()) {
      const own = [...pci].filter((_, activity) => present[place * 17 + activity] === 1);
      expect(own.reduce((sum, one) => sum + one, 0) / own.length).toBeCloseTo(value, 10);
    }
    expect(eci.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
    expect(eci.reduce((sum, value) => sum + value * value, 0) / 31).toBeCloseTo(1, 10);
  });

  it('leaves out places and activities without a presence, and takes missing for not present', () => {
    const rows = made(12, 9, 2);
    const found = complexityOf(table(rows), referenceSettings);
    const more = complexityOf(
      table([...rows.map((row) => [...row, 0]), Array.from({ length: 10 }, () => 0)]),
      referenceSettings,
    );
    expectClose(more.eci.slice(0, 12), [...found.eci]);
    expect(more.eci[12]).toBeNaN();
    expect(more.pci[9]).toBeNaN();
    expect(more.density[9]).toBeNaN();

    const holes = rows.map((row) => row.map((value) => (value === 0 ? Number.NaN : value)));
    const missing = complexityOf(table(holes), referenceSettings);
    expectClose(missing.eci, [...found.eci]);
    expect(missing.advantage.filter(Number.isNaN)).toHaveLength(
      holes.flat().filter((value) => Number.isNaN(value)).length,
    );
  });

  it('asks for a least value and draws small places to the shares of all', () => {
    const rows = [...made(12, 9, 2), Array.from({ length: 9 }, (_, at) => (at === 8 ? 0.01 : 0))];
    const settings = (more: object) => complexityOf(table(rows), { ...referenceSettings, ...more });
    expect(settings({}).diversity[12]).toBe(1);
    expect(settings({ least: 0.02 }).diversity[12]).toBe(0);
    const [plain, shrunk] = [settings({}), settings({ shrink: 50 })];
    expect(Math.abs((shrunk.advantage[12 * 9 + 8] as number) - 1)).toBeLessThan(
      Math.abs((plain.advantage[12 * 9 + 8] as number) - 1) / 50,
    );
  });

  it('counts an activity as near to itself or not, and takes correlations instead of presences', () => {
    const rows = made(20, 12, 11);
    const own = complexityOf(table(rows), referenceSettings);
    const other = complexityOf(table(rows), { ...referenceSettings, self: false });
    expectClose(other.eci, [...own.eci]);
    expect(own.density.some((value, at) => Math.abs(value - (other.density[at] as number)) > 0.01)).toBe(
      true,
    );
    const { proximity } = complexityOf(table(rows), { ...referenceSettings, proximity: 'correlation' });
    expect(proximity.every((value) => value >= 0 && value <= 1 + 1e-12)).toBe(true);
    expect(proximity[0]).toBe(1);
    expect(proximity[1]).toBeCloseTo(proximity[12] as number, 12);
  });
});

describe('doubts', () => {
  it('are told of places without a common activity', () => {
    const parts = table([
      [2, 1, 0, 0],
      [1, 3, 0, 0],
      [0, 0, 4, 1],
      [0, 0, 1, 1],
    ]);
    expect(complexityOf(parts, referenceSettings).doubts).toContain('separate');
  });

  it('are told where two directions are alike', () => {
    const ring = [0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((at) => ((at - row + 5) % 5 < 2 ? 1 : 0)));
    const { doubts, eigenvalues } = complexityOf(table(ring), referenceSettings);
    expect(eigenvalues[0]).toBeCloseTo(eigenvalues[1], 10);
    expect(doubts).toEqual(['tied', 'sign']);
  });

  it.each([
    ['one place', [[1, 2]]],
    ['one activity', [[1], [2]]],
    [
      'nothing',
      [
        [0, 0],
        [0, 0],
      ],
    ],
  ])('are told of a table with %s', (_, rows) => {
    const { doubts, eci, density } = complexityOf(table(rows), referenceSettings);
    expect(doubts).toContain('too-small');
    expect([...eci, ...density].filter((value) => Number.isFinite(value) && value !== 1)).toEqual([]);
  });

  it('leave all complexities missing where all places are alike', () => {
    const { eci, pci } = complexityOf(
      table([
        [1, 1, 1],
        [2, 2, 2],
        [3, 3, 3],
      ]),
      referenceSettings,
    );
    expect([...eci, ...pci].every(Number.isNaN)).toBe(true);
  });
});

/** The formulas line by line, the vector by plain iteration of the whole matrix. */
function written(rows: readonly (readonly number[])[]) {
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  const activities = [...(rows[0] as readonly number[]).keys()];
  const byActivity = activities.map((p) => sum(rows.map((row) => row[p] as number)));
  const m = rows.map((row) =>
    row.map((value, p) => (value / sum(row) >= (byActivity[p] as number) / sum(byActivity) ? 1 : 0)),
  );
  const [kc, kp] = [m.map(sum), activities.map((p) => sum(m.map((row) => row[p] as number)))];
  const forward = (v: readonly number[]) =>
    m.map((row, c) => sum(row.map((on, p) => on * (v[p] as number))) / (kc[c] as number));
  const back = (v: readonly number[]) =>
    activities.map((p) => sum(m.map((row, c) => (row[p] as number) * (v[c] as number))) / (kp[p] as number));
  let pci = activities.map((p) => Math.sin(p));
  for (let round = 0; round < 4000; round++) {
    pci = back(forward(pci));
    // The first direction is the same for all; its part is the mean weighted by ubiquity.
    const common = sum(pci.map((value, p) => value * (kp[p] as number))) / sum(kp);
    pci = pci.map((value) => value - common);
    const length = Math.hypot(...pci);
    pci = pci.map((value) => value / length);
  }
  const about = (values: readonly number[]) => {
    const middle = sum(values) / values.length;
    return { middle, spread: Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / values.length) };
  };
  const sign = Math.sign(
    sum(forward(pci).map((value, c) => (value - about(forward(pci)).middle) * (kc[c] as number))),
  );
  pci = pci.map((value) => value * sign);
  const { middle, spread } = about(forward(pci));
  const phi = activities.map((p) =>
    activities.map(
      (q) =>
        sum(m.map((row) => (row[p] as number) * (row[q] as number))) /
        Math.max(kp[p] as number, kp[q] as number),
    ),
  );
  const near = (p: number, of: (q: number) => number) =>
    sum(activities.map((q) => of(q) * (phi[q]?.[p] as number)));
  const density = m.map((row) => activities.map((p) => near(p, (q) => row[q] as number) / near(p, () => 1)));
  const outlook = m.map((row, c) =>
    sum(activities.map((p) => (1 - (row[p] as number)) * (density[c]?.[p] as number) * (pci[p] as number))),
  );
  const gain = m.map((row) =>
    activities.map((p) =>
      row[p] === 1
        ? 0
        : near(p, (q) => ((1 - (row[q] as number)) * (pci[q] as number)) / near(q, () => 1)) / spread,
    ),
  );
  const scaled = (values: readonly number[], at = about(values)) =>
    values.map((value) => (value - at.middle) / at.spread);
  return {
    eci: scaled(forward(pci)),
    pci: scaled(pci, { middle, spread }),
    outlook: scaled(outlook),
    density,
    gain,
  };
}
