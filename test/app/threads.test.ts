import { describe, expect, it } from 'vitest';
import { type ChainRun, type Factor, runTables, sensitivity, varyIndex } from '../../src/assess/index.js';
import { AfterlodeError, seededRandom } from '../../src/base/index.js';
import { sensitivityInThreads, varyInThreads } from '../../src/jobs/index.js';

const factors: readonly Factor[] = [
  { name: 'weights', vary: 'weights', noise: 0.5, levels: null },
  {
    name: 'normalisation',
    vary: 'normalise',
    options: [
      { method: 'minmax', low: 0, high: 100, trim: 0 },
      { method: 'zscore', mean: 0, deviation: 1 },
    ],
  },
  // Geometric means of z-scores fail: some replications are counted as failures.
  { name: 'aggregation', vary: 'aggregate', options: [[{ rule: 'amean' }], [{ rule: 'gmean' }]] },
];

function indexOf(units: number): ChainRun {
  const random = seededRandom(7);
  const codes = ['a', 'b', 'c', 'd'];
  const data = [
    ['uCode', ...codes],
    ...Array.from({ length: units }, (_, at) => [`u${at}`, ...codes.map(() => String(random()))]),
  ];
  const meta = [
    ['iCode', 'Level', 'Parent', 'Weight', 'Type'],
    ...codes.map((code, at) => [code, '1', at < 2 ? 'left' : 'right', String(at + 1), 'Indicator']),
    ['left', '2', 'total', '1', 'Aggregate'],
    ['right', '2', 'total', '2', 'Aggregate'],
    ['total', '3', '', '1', 'Aggregate'],
  ];
  return runTables({ data, meta }, { normalise: 'minmax:-5:100' }).run;
}

const run = indexOf(20);
const runs = { runs: 200, seed: 3, threshold: 50 };
const samples = { samples: 100, seed: 3, bootstrap: 20 };

/** Everything a result holds as text: `NaN`, typed arrays and all. */
function textOf(result: object): string {
  return JSON.stringify(result, (_key, value: unknown) =>
    ArrayBuffer.isView(value)
      ? Array.from(value as Float64Array)
      : typeof value === 'number'
        ? String(value)
        : value,
  );
}

describe('threads', () => {
  it('give the same replications as one loop, byte for byte, whatever their number', async () => {
    const alone = varyIndex(run, factors, runs);
    expect(alone.failed).toBeGreaterThan(0);
    for (const threads of [0, 1, 2, 3]) {
      expect(textOf(await varyInThreads(run, factors, runs, { threads }))).toBe(textOf(alone));
    }
  });

  it('give the same sensitivity as one loop, byte for byte, whatever their number', async () => {
    const alone = textOf(sensitivity(run, factors, samples));
    for (const threads of [0, 1, 2, 3]) {
      expect(textOf(await sensitivityInThreads(run, factors, samples, { threads }))).toBe(alone);
    }
  });

  it('tell how far they are, up to the end', async () => {
    const seen: number[] = [];
    const onProgress = ({ done }: { readonly done: number }) => seen.push(done);
    await varyInThreads(run, factors, { ...runs, onProgress }, { threads: 2 });
    expect(seen.at(-1)).toBe(200);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('end when they are told to', async () => {
    const stop = new AbortController();
    const long = varyInThreads(
      run,
      factors,
      { runs: 10_000_000, seed: 1, onProgress: () => stop.abort(new Error('enough')) },
      { threads: 2, signal: stop.signal },
    );
    await expect(long).rejects.toThrow('enough');
    await expect(varyInThreads(run, factors, runs, { threads: 1, signal: stop.signal })).rejects.toThrow(
      'enough',
    );
  });

  it('make one clear error of a thread that breaks down', async () => {
    // Columns that are none break in the thread; nothing before the start looks at them.
    const broken = { ...run, table: { ...run.table, columns: null as never } };
    const failed = varyInThreads(broken, factors, runs, { threads: 2 });
    await expect(failed).rejects.toThrow(AfterlodeError);
    await expect(failed).rejects.toThrow(/^JOB_FAILED: .*replications/);
  });

  it('refuse factors, runs and samples as one loop does', async () => {
    const none = varyInThreads(run, [], runs, { threads: 2 });
    await expect(none).rejects.toThrow(/INDEX_VARY/);
    await expect(varyInThreads(run, factors, { ...runs, runs: 0.5 }, { threads: 2 })).rejects.toThrow(/runs/);
    const few = sensitivityInThreads(run, factors, { ...samples, samples: 1 }, { threads: 2 });
    await expect(few).rejects.toThrow(/samples/);
  });
});
