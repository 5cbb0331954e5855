import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, seededRandom } from '../../base/index.js';
import { extractionOf, type FlowTable, linkagesOf, regionalTable } from './index.js';
import { leontiefInverse, sharesOf } from './leontief.js';

/** Two sectors: A = [[0.2, 0.3], [0.4, 0.1]], so that I − A has the determinant 0.6 and B = [[1.5, 0.5], [2/3, 4/3]]. */
const two: FlowTable = {
  sectors: ['coal', 'power'],
  flows: Float64Array.of(20, 60, 40, 20),
  output: Float64Array.of(100, 200),
};

const expectClose = (found: ArrayLike<number>, expected: readonly number[], digits = 10) => {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, digits);
};

/** A table that can feed itself, of any size. */
function made(size: number, seed: number): FlowTable {
  const random = seededRandom(seed);
  const output = Float64Array.from({ length: size }, () => 10 + 90 * random());
  const flows = new Float64Array(size * size);
  for (let to = 0; to < size; to++) {
    const parts = Float64Array.from({ length: size }, () => (random() < 0.4 ? 0 : random()));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    const bought = (0.3 + 0.5 * random()) * (output[to] as number);
    for (let from = 0; from < size; from++)
      flows[from * size + to] = (bought * (parts[from] as number)) / (whole || 1);
  }
  return { sectors: Array.from(output, (_, at) => `sector ${at}`), flows, output };
}

function faultOf(run: () => unknown): AfterlodeError {
  try {
    run();
  } catch (error) {
    if (error instanceof AfterlodeError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('linkages', () => {
  it('of two sectors, by hand', () => {
    const { influence, sensitivity, backward, forward } = linkagesOf(two);
    expect(influence).toHaveLength(2);
    expectClose(backward, [1.5 + 2 / 3, 0.5 + 4 / 3]);
    expectClose(influence, [13 / 6 / 2, 11 / 6 / 2]);
    expectClose(sensitivity, [1, 1]);
    // Shares of outputs [[0.2, 0.6], [0.2, 0.1]] and I − that with the determinant 0.6.
    expectClose(forward, [(0.9 + 0.6) / 0.6, (0.2 + 0.8) / 0.6]);
  });

  it.each([5, 42, 150])('have means of 1, and never pull less than themselves, with %d sectors', (size) => {
    const table = made(size, size);
    const { influence, sensitivity, backward, forward } = linkagesOf(table);
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / size;
    expect(mean(influence)).toBeCloseTo(1, 10);
    expect(mean(sensitivity)).toBeCloseTo(1, 10);
    expect([...backward, ...forward].every((value) => value >= 1)).toBe(true);
  });

  it('leave out a sector that makes nothing', () => {
    const more: FlowTable = {
      sectors: [...two.sectors, 'gas'],
      flows: Float64Array.of(20, 60, 0, 40, 20, 0, 0, 0, 0),
      output: Float64Array.of(100, 200, 0),
    };
    const { influence, backward } = linkagesOf(more);
    expect(influence[2]).toBeNaN();
    expectClose(backward.slice(0, 2), [...linkagesOf(two).backward]);
    expectClose(influence.slice(0, 2), [...linkagesOf(two).influence]);
  });

  it('refuse tables that no economy can have', () => {
    const wrong = (flows: readonly number[], output: readonly number[]) =>
      faultOf(() =>
        linkagesOf({ ...two, flows: Float64Array.from(flows), output: Float64Array.from(output) }),
      );
    expect(wrong([20, -1, 40, 20], [100, 200])).toMatchObject({
      code: 'LINKAGES_TABLE',
      where: 'coal → power',
    });
    expect(wrong([20, Number.NaN, 40, 20], [100, 200]).code).toBe('LINKAGES_TABLE');
    expect(wrong([20, 60, 40, 20], [100, 0])).toMatchObject({ code: 'LINKAGES_TABLE', where: 'power' });
    expect(wrong([90, 60, 40, 190], [100, 200])).toMatchObject({
      code: 'LINKAGES_PRODUCTIVE',
      where: 'coal',
    });
  });
});

describe('extraction', () => {
  it('of two sectors, by hand', () => {
    // Power buys 60 of coal; without power nobody needs these, and coal needs 0.2 of itself: 60 ÷ 0.8 = 75.
    const { lost, total, share } = extractionOf(two, 1);
    expectClose(lost, [75, 200]);
    expect(total).toBeCloseTo(275, 10);
    expect(share).toBeCloseTo(275 / 300, 10);
  });

  it('equals output with the sector less output without it', () => {
    const table = made(30, 9);
    const { lost } = extractionOf(table, 4);
    // Without it: the same final demand for the others, met without buying from or selling to the sector.
    const kept = [...table.sectors.keys()].filter((at) => at !== 4);
    const demand = kept.map((row) => {
      let sold = 0;
      for (let to = 0; to < 30; to++) sold += table.flows[row * 30 + to] as number;
      return (table.output[row] as number) - sold;
    });
    let output = demand;
    for (let round = 0; round < 400; round++)
      output = kept.map(
        (row, at) =>
          (demand[at] as number) +
          kept.reduce((sum, to, place) => {
            const share = (table.flows[row * 30 + to] as number) / (table.output[to] as number);
            return sum + share * (output[place] as number);
          }, 0),
      );
    expectClose(
      kept.map((row) => lost[row] as number),
      kept.map((row, at) => (table.output[row] as number) - (output[at] as number)),
      8,
    );
    expect(lost[4]).toBe(table.output[4]);
    expect(lost.every((value, at) => value >= 0 && value <= (table.output[at] as number) * (1 + 1e-12))).toBe(
      true,
    );
  });
});

describe('any table that an economy can have', () => {
  /** Some number of sectors, what each buys of the others below what it makes. */
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.nat())
    .map(([size, seed]) => sold(made(size, seed)));
  /** The same shares with outputs that meet a final demand of 1 for each sector: none sells more than it makes. */
  const sold = ({ sectors, flows, output }: FlowTable): FlowTable => {
    const size = sectors.length;
    const shares = sharesOf({ sectors, flows, output }, 'inputs');
    const inverse = leontiefInverse(shares, size) as Float64Array;
    const made = output.map((_, row) =>
      inverse.subarray(row * size, (row + 1) * size).reduce((sum, value) => sum + value, 0),
    );
    return { sectors, flows: shares.map((share, at) => share * (made[at % size] as number)), output: made };
  };
  const near = (found: number, expected: number) => expect(found).toBeCloseTo(expected, 8);

  it('has inputs below 1, an inverse of at least the identity, and means of 1', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const size = table.sectors.length;
        const shares = sharesOf(table, 'inputs');
        const inverse = leontiefInverse(shares, size) as Float64Array;
        for (let column = 0; column < size; column++) {
          let inputs = 0;
          for (let row = 0; row < size; row++) {
            inputs += shares[row * size + column] as number;
            const least = row === column ? 1 : 0;
            expect(inverse[row * size + column]).toBeGreaterThanOrEqual(least);
            // (I − A) B = I
            let product = inverse[row * size + column] as number;
            for (let at = 0; at < size; at++)
              product -= (shares[row * size + at] as number) * (inverse[at * size + column] as number);
            near(product, least);
          }
          expect(inputs).toBeLessThan(1);
        }
        const { influence, sensitivity } = linkagesOf(table);
        for (const values of [influence, sensitivity])
          near(values.reduce((sum, value) => sum + value, 0) / size, 1);
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it('loses by an extraction the sum over sectors, at least the sector and at most everything', () => {
    fc.assert(
      fc.property(tables, fc.nat(7), (table, which) => {
        const sector = which % table.sectors.length;
        const { lost, total, share } = extractionOf(table, sector);
        const whole = table.output.reduce((sum, value) => sum + value, 0);
        near(
          total,
          lost.reduce((sum, value) => sum + value, 0),
        );
        near(share, total / whole);
        expect(total).toBeGreaterThanOrEqual(table.output[sector] as number);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});

describe('a table of a city', () => {
  const jobs = { city: Float64Array.of(30, 10), country: Float64Array.of(100, 300) };

  it('is cut by location quotients, by hand', () => {
    // 40 of 400 jobs: quotients 3 and 1/3; λ = log2(1.1) ^ 0.3.
    const scale = Math.log2(1.1) ** 0.3;
    const { sectors, flows, output } = regionalTable(two, jobs, 0.3);
    expect(sectors).toEqual(two.sectors);
    expectClose(output, [30, 200 / 30]);
    expectClose(flows, [
      20 * 0.3 * Math.min(1, 3 * scale),
      60 / 30,
      40 * 0.3 * (1 / 9) * scale,
      (20 / 30) * (1 / 3) * scale,
    ]);
  });

  it('buys less at home than the country, the less so the larger the exponent', () => {
    const table = made(20, 4);
    const random = seededRandom(8);
    const country = Float64Array.from({ length: 20 }, () => 100 + 900 * random());
    const city = country.map((value) => value * 0.02 * random());
    const bought = (exponent: number) => {
      const { flows, output } = regionalTable(table, { city, country }, exponent);
      return flows.map((flow, at) => flow / (output[at % 20] as number));
    };
    const [none, some, all] = [bought(0), bought(0.3), bought(1)];
    for (const [at, share] of some.entries()) {
      const whole = (table.flows[at] as number) / (table.output[at % 20] as number);
      expect(share).toBeLessThanOrEqual((none[at] as number) + 1e-15);
      expect(share).toBeGreaterThanOrEqual(all[at] as number);
      expect(none[at]).toBeLessThanOrEqual(whole * (1 + 1e-12));
    }
  });

  it('has nothing where nobody works', () => {
    const { flows, output } = regionalTable(two, { ...jobs, city: Float64Array.of(0, 10) }, 0.3);
    expect([...output]).toEqual([0, 200 / 30]);
    expect(flows.slice(0, 3)).toEqual(Float64Array.of(0, 0, 0));
    expect(() => linkagesOf({ sectors: two.sectors, flows, output })).not.toThrow();
  });
});
