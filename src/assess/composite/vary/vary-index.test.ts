import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocksOf,
  type Factor,
  gatherBlocks,
  mergeBlocks,
  prepareStudy,
  rankAcceptability,
  rankProbability,
  runBlock,
  varyIndex,
} from './index.js';
import { Recent } from './recent.js';
import { hierarchyOf, runOf, tableOf } from './testing/small-index.js';

const noise: Factor = { name: 'weights', vary: 'weights', noise: 0.5, levels: null };
const rules: Factor = {
  name: 'rule',
  vary: 'aggregate',
  options: [[{ rule: 'amean' }], [{ rule: 'gmean' }]],
};
const four = [
  [1, 5, 9, 3],
  [8, 2, 6, 6],
  [4, 4, 7, 1],
  [2, 9, 3, 8],
];
const small = () => runOf(tableOf(four), hierarchyOf([2, 2]), { normalise: { method: 'goalposts' } });

/** Bytes of all typed arrays that a value leads to, each once. */
function bytesIn(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) {
    if (seen.has(value.buffer)) return 0;
    seen.add(value.buffer);
    return value.buffer.byteLength;
  }
  const parts =
    value instanceof Map ? [...value.values()] : value instanceof Recent ? value.all() : Object.values(value);
  return parts.reduce((sum: number, part) => sum + bytesIn(part, seen), 0);
}

describe('varyIndex', () => {
  it('computes by hand: of two units each leads where the other indicator is left out', () => {
    // Goalposts 0–10: u1 has 80 and 20, u2 60 and 60. Index 50 and 60; without a 20 and 60; without b 80 and 60.
    const run = runOf(
      tableOf([
        [8, 6],
        [2, 6],
      ]),
      hierarchyOf([2]),
      { normalise: { method: 'goalposts' } },
    );
    const factor: Factor = { name: 'out', vary: 'leave-out', options: ['a', 'b'] };
    const { units, runs, failed, rankCounts } = varyIndex(run, [factor], {
      runs: 200,
      seed: 1,
      threshold: 60,
    });
    const [first, second] = units;
    expect([runs, failed, first?.score, first?.rank, second?.score, second?.rank]).toEqual([
      200, 0, 50, 2, 60, 1,
    ]);
    const leads = rankCounts[1] as number;
    expect(leads).toBeGreaterThan(70);
    expect(leads).toBeLessThan(130);
    expect([...rankCounts]).toEqual([0, leads, 200 - leads, 0, 200 - leads, leads]);
    expect(first?.mean).toBeCloseTo(2 - leads / 200, 12);
    expect([first?.scoreLowest, first?.scoreHighest, first?.reaches]).toEqual([20, 80, leads / 200]);
    expect(first?.scoreMean).toBeCloseTo(20 + (60 * leads) / 200, 10);
    expect([second?.scoreDeviation, second?.reaches]).toEqual([0, 1]);
  });

  it('gives the same answer for the same seed and another for another', () => {
    const answer = (seed: number) => varyIndex(small(), [noise, rules], { runs: 150, seed });
    expect(answer(1)).toEqual(answer(1));
    expect(answer(2).rankCounts).not.toEqual(answer(1).rankCounts);
  });

  it('gives the same answer when workers make the blocks, in any order', () => {
    const how = { runs: 150, seed: 4 };
    const study = prepareStudy(small(), [noise, rules]);
    const other = prepareStudy(small(), [noise, rules]);
    const blocks = Array.from({ length: blocksOf(150) }, (_, at) =>
      runBlock(at % 2 ? study : other, how, at),
    );
    expect(blocks.length).toBe(3);
    const merged = mergeBlocks(study, structuredClone(blocks).toReversed());
    expect(merged).toEqual(varyIndex(small(), [noise, rules], how));
  });

  it('joins blocks while they come, whichever comes first', () => {
    const how = { runs: 150, seed: 4 };
    const study = prepareStudy(small(), [noise, rules]);
    const gathered = gatherBlocks(study);
    gathered.add(runBlock(study, how, 2));
    expect([gathered.done(), gathered.next()]).toEqual([0, 0]);
    gathered.add(runBlock(study, how, 0));
    expect([gathered.done(), gathered.next()]).toEqual([64, 1]);
    gathered.add(runBlock(study, how, 1));
    expect([gathered.done(), gathered.next()]).toEqual([150, 3]);
    expect(gathered.result()).toEqual(varyIndex(small(), [noise, rules], how));
  });

  it('takes no more memory for ten times the runs', () => {
    const values: Factor = {
      name: 'v',
      vary: 'values',
      form: 'relative',
      distribution: 'normal',
      error: 0.1,
    };
    const scale: Factor = {
      name: 's',
      vary: 'normalise',
      options: [{ method: 'goalposts' }, { method: 'zscore', mean: 0, deviation: 1 }],
    };
    const held = (runs: number) => {
      const study = prepareStudy(small(), [values, scale, rules]);
      const gathered = gatherBlocks(study);
      for (let block = 0; block < blocksOf(runs); block++)
        gathered.add(runBlock(study, { runs, seed: 1 }, block));
      // Everything that is kept but the failures, of which a thousand are named.
      return { study: bytesIn(study), result: bytesIn({ ...gathered.result(), failures: [] }) };
    };
    expect(held(5120)).toEqual(held(512));
  });

  it('shows what is known so far', () => {
    const seen: [number, number][] = [];
    varyIndex(small(), [noise], {
      runs: 100,
      seed: 1,
      onProgress: ({ done, of, result }) => seen.push([done / of, result().units[0]?.ranked ?? 0]),
    });
    expect(seen).toEqual([
      [0.64, 64],
      [1, 100],
    ]);
  });

  it('does not depend on the order of the units', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(order, (places) => {
        const moved = four.map((column) => places.map((place) => column[place] as number));
        const run = runOf(tableOf(moved), hierarchyOf([2, 2]), { normalise: { method: 'goalposts' } });
        const as = varyIndex(small(), [noise, rules], { runs: 70, seed: 3 }).units;
        const { units } = varyIndex(run, [noise, rules], { runs: 70, seed: 3 });
        places.forEach((place, at) => {
          expect({ ...units[at], unit: '' }).toEqual({ ...as[place], unit: '' });
        });
      }),
      { numRuns: 10 },
    );
  });

  it('never treats a missing value as zero: a unit without values has no rank, one without some keeps its own', () => {
    const run = runOf(
      tableOf([
        [1, null, 9, null],
        [3, 4, 6, null],
      ]),
      hierarchyOf([2]),
      {
        normalise: { method: 'goalposts' },
      },
    );
    const { units, rankCounts } = varyIndex(run, [noise], { runs: 50, seed: 1 });
    expect([units[3]?.ranked, units[3]?.rank, units[3]?.mean, rankCounts[15]]).toEqual([
      0,
      Number.NaN,
      Number.NaN,
      50,
    ]);
    // Only b is known of u2: 40 in every run.
    expect(units[1]?.scoreLowest).toBeCloseTo(40, 12);
    expect(units[1]?.scoreHighest).toBeCloseTo(40, 12);
  });

  it('lets equal units share every rank, and a single unit be first', () => {
    const twins = runOf(
      tableOf([
        [5, 5, 1],
        [2, 2, 9],
      ]),
      hierarchyOf([2]),
    );
    const [one, two] = varyIndex(twins, [noise], { runs: 80, seed: 2 }).units;
    expect({ ...one, unit: '' }).toEqual({ ...two, unit: '' });
    const alone = runOf(tableOf([[5], [2]]), hierarchyOf([2]), { normalise: { method: 'goalposts' } });
    expect(varyIndex(alone, [noise], { runs: 20, seed: 2 }).units[0]).toMatchObject({
      mean: 1,
      q95: 1,
      deviation: 0,
    });
  });

  it('tells how often a unit has a rank or a better one', () => {
    const result = varyIndex(small(), [noise, rules], { runs: 120, seed: 5 });
    result.units.forEach((_, unit) => {
      const shares = rankAcceptability(result, unit);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(rankProbability(result, unit, 2)).toBeCloseTo((shares[0] as number) + (shares[1] as number), 12);
      expect(rankProbability(result, unit, 4)).toBeCloseTo(1, 12);
    });
  });

  it('failed replicates become missing columns (COINr): here each is counted and named with its choices', () => {
    const scale: Factor = {
      name: 'scale',
      vary: 'normalise',
      options: [
        { method: 'minmax', low: 1, high: 100, trim: 0 },
        // Below 0 for about half of the units, which no geometric mean can take.
        { method: 'zscore', mean: 0, deviation: 1 },
      ],
    };
    const { runs, failed, failures, units } = varyIndex(small(), [scale, rules], { runs: 200, seed: 1 });
    expect(runs).toBe(200);
    expect(failed).toBeGreaterThan(25);
    expect(failed).toBeLessThan(75);
    expect(failures.length).toBe(failed);
    for (const failure of failures) {
      expect(failure).toMatchObject({
        code: 'INDEX_NOT_POSITIVE',
        choices: { scale: 'zscore mean 0 deviation 1', rule: 'gmean' },
      });
      expect(failure.message.en).toMatch(/\w of u\d/);
    }
    for (const unit of units) expect(unit.ranked).toBe(200 - failed);
  });

  it('names a replication in which no unit has a score', () => {
    const run = runOf(
      tableOf([
        [1, 2],
        [null, null],
      ]),
      hierarchyOf([2]),
      { minimumCoverage: 0.5 },
    );
    const factor: Factor = { name: 'coverage', vary: 'minimum-coverage', options: [0.5, 1] };
    const { failed, failures } = varyIndex(run, [factor], { runs: 40, seed: 1 });
    expect(failed).toBeGreaterThan(0);
    expect(failed).toBeLessThan(40);
    expect(failures[0]).toMatchObject({ code: 'INDEX_EMPTY', choices: { coverage: '1' } });
  });

  it('refuses a table of ranks that no memory holds, and no run', () => {
    const many = tableOf([Array.from({ length: 5001 }, (_, at) => at)]);
    expect(() => varyIndex(runOf(many, hierarchyOf([1])), [noise], { runs: 1, seed: 1 })).toThrow(
      'at most 5000',
    );
    expect(() => varyIndex(small(), [noise], { runs: 0, seed: 1 })).toThrow('INDEX_VARY');
  });
});
