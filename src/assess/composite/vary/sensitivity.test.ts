import { describe, expect, it } from 'vitest';
import {
  type Factor,
  mergeSensitivity,
  prepareStudy,
  runSensitivityBlock,
  sensitivity,
  sensitivityBlocksOf,
} from './index.js';
import { hierarchyOf, runOf, tableOf } from './testing/small-index.js';

// u1 and u2 change places with the indicator that is left out; u3 is last whatever is done; u4 has no values.
const run = runOf(
  tableOf([
    [8, 6, 1, null],
    [2, 5, 1, null],
  ]),
  hierarchyOf([2]),
  { normalise: { method: 'goalposts' } },
);
const out: Factor = { name: 'out', vary: 'leave-out', options: ['a', 'b'] };
const noise: Factor = { name: 'idle', vary: 'weights', noise: 0.3, levels: [2] };
const twoRules: Factor = {
  name: 'rule',
  vary: 'aggregate',
  options: [[{ rule: 'amean' }], [{ rule: 'gmean' }]],
};

describe('sensitivity', () => {
  it('gives everything to the only factor that moves a rank', () => {
    const found = sensitivity(run, [out, noise], { samples: 64, seed: 1 });
    const [first, second] = found.factors;
    expect([first?.factor, second?.factor]).toEqual(['out', 'idle']);
    expect(first?.first).toBeCloseTo(1, 1);
    expect(first?.total).toBeCloseTo(1, 1);
    expect([second?.first, second?.total]).toEqual([0, 0]);
    expect([found.samples, found.runs, found.failed]).toEqual([64, 256, 0]);
    // Nominal 50, 55, 10. Without a nothing moves; without b two of three units move by one.
    expect(found.meanShift).toBeCloseTo(1 / 3, 1);
  });

  it('tells of each unit what moves its own rank, and nothing of a rank that never moves', () => {
    const { units } = sensitivity(run, [out, noise], { samples: 64, seed: 1, bootstrap: 50 });
    expect(units[0]?.variance).toBeCloseTo(0.25, 1);
    expect(units[0]?.factors[0]?.total).toBeCloseTo(1, 1);
    for (const still of [units[2], units[3]]) expect(still?.factors[0]?.first).toBe(Number.NaN);
    expect([units[2]?.variance, units[3]?.variance]).toEqual([0, 0]);
    const [low, high] = units[0]?.factors[0]?.firstInterval ?? [9, 9];
    expect(low).toBeLessThanOrEqual(units[0]?.factors[0]?.first as number);
    expect(high).toBeGreaterThanOrEqual(units[0]?.factors[0]?.first as number);
  });

  it('shows how the indices settle, from an eighth of the samples to all', () => {
    const seen: number[] = [];
    const { convergence, factors } = sensitivity(run, [out, twoRules], {
      samples: 128,
      seed: 2,
      bootstrap: 0,
      onProgress: ({ done, result }) => {
        const so = result();
        expect(so.samples).toBe(done);
        seen.push(so.convergence.length);
      },
    });
    expect(convergence.map(({ samples }) => samples)).toEqual([16, 32, 64, 128]);
    expect(convergence.at(-1)?.factors).toEqual(factors);
    expect(seen).toEqual([2, 3, 3, 4]);
    expect(factors[0]?.firstInterval).toBeNull();
  });

  it('gives the same answer when workers make the blocks, and for the same seed alone', () => {
    const how = { samples: 96, seed: 7, bootstrap: 20 };
    const study = prepareStudy(run, [out, twoRules]);
    const blocks = Array.from({ length: sensitivityBlocksOf(96) }, (_, at) =>
      runSensitivityBlock(study, how, at),
    );
    const whole = sensitivity(run, [out, twoRules], how);
    expect(mergeSensitivity(study, how, structuredClone(blocks).toReversed())).toEqual(whole);
    expect(mergeSensitivity(study, how, [blocks[2]!, blocks[0]!]).samples).toBe(32);
    expect(sensitivity(run, [out, twoRules], { ...how, seed: 8 })).not.toEqual(whole);
  });

  it('counts and names replications that fail, and goes on without their pairs', () => {
    const scale: Factor = {
      name: 'scale',
      vary: 'normalise',
      options: [{ method: 'goalposts' }, { method: 'zscore', mean: 0, deviation: 1 }],
    };
    const { failed, failures, factors, runs } = sensitivity(run, [scale, twoRules, out], {
      samples: 64,
      seed: 1,
    });
    expect(runs).toBe(320);
    expect(failed).toBeGreaterThan(40);
    expect(failed).toBeLessThan(120);
    expect(failures.length).toBe(failed);
    expect(failures[0]).toMatchObject({ choices: { scale: 'zscore mean 0 deviation 1', rule: 'gmean' } });
    expect(failures[0]?.replication).toMatch(/^\d+ (A|B|A with \w+ of B)$/);
    for (const { total } of factors) expect(Number.isFinite(total)).toBe(true);
  });

  it('leaves units out where they are not asked for, and refuses too few samples and too many ranks', () => {
    const many = () => prepareStudy(run, [out]);
    expect(() => runSensitivityBlock(many(), { samples: 2 ** 24, seed: 1 }, 0)).toThrow('ranks of units');
    expect(sensitivity(run, [out], { samples: 8, seed: 1, perUnit: false }).units).toEqual([]);
    expect(() => sensitivity(run, [out], { samples: 4, seed: 1 })).toThrow('INDEX_VARY');
  });
});
