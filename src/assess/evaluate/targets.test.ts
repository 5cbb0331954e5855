import { describe, expect, it } from 'vitest';
import { id } from '../../base/index.js';
import { flag } from '../../observe/index.js';
import type { PlanTarget } from '../plan-targets/index.js';
import { panel } from '../testing/sample.js';
import { evaluateAll } from './evaluate.js';
import { request } from './testing/sample.js';

describe('plan targets', () => {
  const plan = (name: string, year: string, target: number): PlanTarget => ({
    city: id<'city'>('x-2'),
    indicator: id<'indicator'>(name),
    year: id<'period'>(year),
    target,
    document: 'plan, page 3',
    issued: null,
  });
  const judged = (targets: PlanTarget[], flags: Record<string, number[][]> = {}) => {
    const base = request(
      [
        [40, 60],
        [10, 40],
      ],
      { targets },
      flags,
    );
    const columns = new Map(base.panel.columns);
    const extra = panel(['2010', '2020'], {
      less: [
        [1, 1],
        [10, 4],
      ],
      plain: [
        [1, 1],
        [1, 2],
      ],
    });
    for (const [name, column] of extra.columns) columns.set(name, column);
    return evaluateAll({ ...base, panel: { ...base.panel, columns } })[0]?.targets ?? [];
  };

  it('are met from their bound on, in the direction of the indicator', () => {
    const status = (name: string, target: number) => judged([plan(name, '2020', target)])[0]?.status;
    expect([status('jobs', 39.9), status('jobs', 40), status('jobs', 40.1)]).toEqual([
      'met',
      'met',
      'missed',
    ]);
    expect([status('less', 4.1), status('less', 4), status('less', 3.9)]).toEqual(['met', 'met', 'missed']);
    expect(status('plain', 2)).toBe('no-direction');
  });

  it('tell how much of the way was gone and never stand in for one another', () => {
    expect(judged([plan('jobs', '2020', 50)])[0]).toMatchObject({
      base: 10,
      actual: 40,
      difference: -10,
      wayGone: 0.75,
      document: 'plan, page 3',
    });
    expect(judged([plan('jobs', '2020', 10)])[0]?.wayGone).toBeNull();
    expect(judged([plan('jobs', '2015', 20)])[0]).toMatchObject({
      actual: null,
      status: 'no-data',
      difference: null,
    });
    expect(judged([plan('jobs', '2025', 20)])[0]).toMatchObject({ actual: null, status: 'open' });
    expect(
      judged([plan('jobs', '2020', 20)], {
        jobs: [
          [0, 0],
          [0, flag.doubtful],
        ],
      })[0]?.status,
    ).toBe('doubtful');
    expect(judged([])).toEqual([]);
  });
});
