import { describe, expect, it } from 'vitest';
import { defaultVariation } from '../../src/app/composite/default-factors.js';
import { takeTurn } from '../../src/app/turns.js';
import { runTables } from '../../src/assess/index.js';

describe('turns', () => {
  it('lets so many work, keeps the order of the others, and refuses more than may wait', async () => {
    const turns = takeTurn(1, 1);
    const done: string[] = [];
    let finish: () => void = () => {};
    const first = turns(() => new Promise<void>((resolve) => (finish = resolve)));
    const second = turns(async () => void done.push('second'));
    await expect(turns(async () => done.push('third'))).rejects.toThrow(/JOB_BUSY/);
    expect(done).toEqual([]);
    finish();
    await Promise.all([first, second]);
    expect(done).toEqual(['second']);
    expect(await turns(async () => 'free again')).toBe('free again');
  });

  it('goes on after work that fails, and lets go of a caller that leaves', async () => {
    const turns = takeTurn(1, 5);
    const gone = new AbortController();
    const failing = turns(async () => Promise.reject(new Error('broken')));
    const leaving = turns(async () => 'never', gone.signal);
    const last = turns(async () => 'last');
    gone.abort(new Error('gone'));
    await expect(failing).rejects.toThrow('broken');
    await expect(leaving).rejects.toThrow('gone');
    expect(await last).toBe('last');
  });
});

describe('the usual set of factors', () => {
  const data = [
    ['uCode', 'x', 'y'],
    ['A', '1', '3'],
    ['B', '2', '1'],
    ['C', '4', '2'],
  ];
  const meta = [
    ['iCode', 'Level', 'Parent', 'Type'],
    ['x', '1', 'top', 'Indicator'],
    ['y', '1', 'top', 'Indicator'],
    ['top', '2', '', 'Aggregate'],
  ];
  const varied = (options: object, threshold = false) =>
    defaultVariation(runTables({ data, meta }, options).run, threshold).factors.map((one) => [
      one.vary,
      one.options ?? one.noise,
    ]);

  it('holds what the index allows', () => {
    const weights = ['weights', 0.25];
    expect(varied({})).toEqual([weights, ['normalise', ['minmax:0:100', 'zscore', 'percentile']]]);
    expect(varied({}, true)[1]).toEqual(['normalise', ['minmax:0:100', 'minmax:0:100:0.05']]);
    const both = ['aggregate', ['amean', 'gmean']];
    expect(varied({ normalise: 'minmax:1:100' })).toEqual([weights, both]);
    expect(varied({ normalise: 'minmax:1:100', aggregate: 'gmean' })).toEqual([weights, both]);
    // Some scores are 0: geometric means of them say nothing.
    expect(varied({ aggregate: 'gmean' })).toEqual([weights]);
    expect(varied({ aggregate: 'copeland' })).toEqual([weights]);
  });

  it('is refused where nothing could vary', () => {
    const alone = meta.filter(([code]) => code !== 'y');
    const narrow = runTables({ data, meta: alone }, { aggregate: 'gmean' }).run;
    expect(() => defaultVariation(narrow, false)).toThrow(/INDEX_VARY/);
  });
});
