import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { type ActivityTable, complexityOf, placedIn, referenceSettings } from './index.js';

function made(places: number, activities: number, seed: number): ActivityTable {
  const random = seededRandom(seed);
  return {
    places: Array.from({ length: places }, (_, at) => `place ${at}`),
    activities: Array.from({ length: activities }, (_, at) => `activity ${at}`),
    values: Float64Array.from({ length: places * activities }, () =>
      random() < 0.55 ? Math.round(100 * random()) : 0,
    ),
  };
}

const expectSame = (found: Float64Array, expected: Float64Array) => {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expectNear(found[at], value, 10);
};

function expectNear(found: number | undefined, expected: number | undefined, digits: number): void {
  if (Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(expected as number, digits);
}

const sum = (values: Float64Array) => values.reduce((whole, value) => whole + value, 0);

describe('a place held against a table', () => {
  it.each([
    ['as in the reference', {}],
    ['shrunk, with a least, not near to itself', { shrink: 40, least: 3, self: false }],
    ['by correlations', { proximity: 'correlation' as const }],
  ])('has the figures of the table where it is one of its places, %s', (_, more) => {
    const settings = { ...referenceSettings, ...more };
    const table = made(14, 9, 4);
    const found = complexityOf(table, settings);
    for (const row of table.places.keys()) {
      const [from, to] = [row * 9, (row + 1) * 9];
      const own = placedIn(table, found, settings, table.values.slice(from, to));
      expectSame(own.advantage, found.advantage.slice(from, to));
      expectSame(own.density, found.density.slice(from, to));
      expectSame(own.gain, found.gain.slice(from, to));
      expect(own.present).toEqual(found.present.slice(from, to));
      expect([own.diversity, own.eci]).toEqual([
        found.diversity[row],
        expect.closeTo(found.eci[row] as number, 10),
      ]);
    }
  });

  it('is counted in no whole, by hand', () => {
    // Two places {A, B} and {B}: proximity 1/2, A is a third of all. A place with A alone has density (1, 1/2 ÷ 3/2) and gains B:
    // proximity 1 of B to itself, −1/2 ÷ 3/2 ÷ 3/8, as only B is lacking.
    const table = { places: ['x', 'y'], activities: ['A', 'B'], values: Float64Array.of(1, 1, 0, 1) };
    const settings = { ...referenceSettings, threshold: 0.5 };
    const found = complexityOf(table, settings);
    const own = placedIn(table, found, settings, Float64Array.of(6, 0));
    expectSame(own.advantage, Float64Array.of(3, 0));
    expectSame(own.density, Float64Array.of(1 / 1.5, 0.5 / 1.5));
    expectSame(own.gain, Float64Array.of(0, -0.5 / 1.5 / 0.375));
    expect(own.eci).toBeCloseTo(3, 10);
  });

  it('without anything has no density, and what is missing is no 0', () => {
    const table = made(6, 4, 1);
    const found = complexityOf(table, referenceSettings);
    const none = placedIn(table, found, referenceSettings, new Float64Array(4));
    expect([...none.density, none.eci].every(Number.isNaN)).toBe(true);
    const some = placedIn(table, found, referenceSettings, Float64Array.of(5, Number.NaN, 1, 1));
    expect(some.advantage[1]).toBeNaN();
  });
});

describe('complexity of any table', () => {
  const tables = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    places: fc.integer({ min: 4, max: 12 }),
    activities: fc.integer({ min: 4, max: 9 }),
  });

  it('is permuted with rows and columns, and nothing else', () => {
    fc.assert(
      fc.property(
        tables,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ seed, places, activities }, chance) => {
          const table = made(places, activities, seed);
          const found = complexityOf(table, referenceSettings);
          // A second direction that is hardly told from the third turns with rounding.
          fc.pre(found.doubts.length === 0 && found.eigenvalues[0] - found.eigenvalues[1] > 1e-3);
          const shuffled = (count: number) =>
            [...Array(count).keys()]
              .map((at) => [at, chance.next().value as number] as const)
              .toSorted((a, b) => a[1] - b[1])
              .map(([at]) => at);
          const [rows, columns] = [shuffled(places), shuffled(activities)];
          const turned = complexityOf(
            {
              places: rows.map((row) => table.places[row] as string),
              activities: columns.map((column) => table.activities[column] as string),
              values: Float64Array.from(
                rows.flatMap((row) =>
                  columns.map((column) => table.values[row * activities + column] as number),
                ),
              ),
            },
            referenceSettings,
          );
          expect(turned.doubts).toEqual([]);
          for (const [at, row] of rows.entries()) {
            expectNear(turned.eci[at], found.eci[row], 6);
            for (const [to, column] of columns.entries())
              expectNear(turned.density[at * activities + to], found.density[row * activities + column], 9);
          }
          for (const [at, column] of columns.entries()) expectNear(turned.pci[at], found.pci[column], 6);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  it('does not hang on the unit of the table, and shrinkage 0 is none', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 10 }), ({ seed, places, activities }, power) => {
        const table = made(places, activities, seed);
        const found = complexityOf(table, referenceSettings);
        const scaled = { ...table, values: table.values.map((value) => value * 2 ** power) };
        expect(complexityOf(scaled, referenceSettings)).toEqual(found);
        const whole = sum(table.values);
        for (const [at, value] of table.values.entries()) {
          const [row, column] = [Math.floor(at / activities), at % activities];
          const place = sum(table.values.slice(row * activities, (row + 1) * activities));
          const all = sum(table.values.filter((_, cell) => cell % activities === column));
          if (place > 0 && all > 0) expect(found.advantage[at]).toBeCloseTo(value / place / (all / whole), 9);
        }
        // Shrinkage is a size: it moves with the unit.
        const drawn = complexityOf(table, { ...referenceSettings, shrink: 8 });
        expect(complexityOf(scaled, { ...referenceSettings, shrink: 8 * 2 ** power })).toEqual(drawn);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
