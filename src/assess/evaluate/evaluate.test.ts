import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, id, type Period } from '../../base/index.js';
import type { Aspect, Catalog, ClassScheme, Evaluation } from '../../catalog/index.js';
import { flag, type Panel } from '../../observe/index.js';
import type { City } from '../../register/index.js';
import {
  branch,
  catalog,
  city,
  index,
  indicator,
  leaf,
  lightParameters,
  panel,
  parameter,
  register,
} from '../testing/sample.js';
import { evaluationFor } from './choose.js';
import { evaluateAll, type EvaluateRequest } from './evaluate.js';
import { quadrantOf } from './quadrant.js';
import { rankParts } from './rank.js';
import type { PlanTarget } from './types.js';

const none = Number.NaN;
const word = (text: string) => ({ en: text, zh: text });
const place = { file: 'x.yaml', line: 1 };
const from = id<'period'>('2010') as Period;
const to = id<'period'>('2020') as Period;

const evaluation: Evaluation = {
  id: 'e',
  order: 1,
  label: word('e'),
  note: null,
  index: 'i',
  structure: 'i.work',
  region: 'province',
  weights: { level: 1, change: 1, gap: 1 },
  references: [],
  mark: 'D',
  ...place,
};

const grades: ClassScheme = {
  id: 'evaluation_quality',
  label: word('quality'),
  classes: [
    { id: 'insufficient', label: word('i'), from: null, to: 0.5 },
    { id: 'weak', label: word('w'), from: 0.5, to: 0.8 },
    { id: 'fair', label: word('f'), from: 0.8, to: 0.95 },
    { id: 'good', label: word('g'), from: 0.95, to: null },
  ],
  references: [],
  mark: 'D',
  ...place,
};

const aspect: Aspect = {
  id: 'industry',
  order: 1,
  label: word('industry'),
  note: null,
  items: ['jobs', 'nowhere'].map((name) => ({
    id: name,
    label: null,
    indicator: id<'indicator'>(name),
    fit: 'same' as const,
    note: null,
    source: word('bureau'),
    form: 'long',
    mark: 'D' as const,
  })),
  references: [],
  mark: 'D',
  ...place,
};

/** Two goalposts 0–100, so that scores are the mean of both values. */
function catalogOf(more: Partial<Catalog> = {}, evaluated = evaluation): Catalog {
  const post = [0, 100] as const;
  const of = [branch('work', [leaf('jobs', 1, post)]), branch('life', [leaf('homes', 1, post)])].map(
    (one) => ({ ...one, weight: 0.5 }),
  );
  const made = catalog({
    indicators: [
      indicator('jobs'),
      indicator('homes'),
      indicator('nowhere'),
      indicator('funds_approved'),
      indicator('funds_disbursed'),
      indicator('less', { better: 'less' }),
      indicator('plain', { better: 'neither' }),
    ],
    indices: [index('i', of, { minimumCoverage: 1 })],
    parameters: [
      ...lightParameters(),
      parameter('evaluation_region_minimum', 2),
      parameter('rank_runs', 200),
    ],
  });
  return {
    ...made,
    classes: new Map([[grades.id, grades]]),
    aspects: new Map([[aspect.id, aspect]]),
    evaluations: new Map([[evaluated.id, evaluated]]),
    ...more,
  };
}

const province = city('x-1', {
  level: 'province',
  listed: false,
  type: null,
  name: word('North'),
  resources: [],
});
const towns = (count: number): City[] =>
  Array.from({ length: count }, (_, at) => city(`x-${at + 2}`, { parent: 'x-1', name: word(`T${at}`) }));

/** Rows of province and towns: `[jobs 2010, jobs 2020]`; homes are always 50. */
function request(
  rows: readonly (readonly number[])[],
  more: Partial<EvaluateRequest> = {},
  flags: Record<string, number[][]> = {},
): EvaluateRequest {
  const given: Panel = panel(['2010', '2020'], { jobs: rows, homes: rows.map(() => [50, 50]) }, flags);
  return {
    panel: given,
    catalog: catalogOf(),
    register: register([province, ...towns(rows.length - 1)]),
    evaluation,
    from,
    to,
    ...more,
  };
}

describe('evaluateAll', () => {
  it('gives level, change and gap to the province, by hand', () => {
    // Scores are (jobs + 50) ÷ 2. Province 45 → 55; town 30 → 45: gap −15 → −10.
    const [one] = evaluateAll(
      request([
        [40, 60],
        [10, 40],
      ]),
    );
    expect([one?.level, one?.change, one?.gapFrom, one?.gapTo, one?.gapChange]).toEqual([
      45, 15, -15, -10, 5,
    ]);
    expect(one?.structureChange).toBe(30);
    expect(one?.region).toEqual({ kind: 'province', label: word('North'), units: 1, from: 45, to: 55 });
    expect(one?.quadrant).toBe('real_transition');
    expect(one?.score).toBeCloseTo((45 + 15 + 5) / 3, 12);
    expect(one?.path).toEqual([
      { period: '2010', value: 30 },
      { period: '2020', value: 45 },
    ]);
    expect(one?.issues).toEqual([]);
  });

  it('lists assessed units only, and ranks inside the class with an interval that holds the rank', () => {
    const found = evaluateAll(
      request([
        [40, 60],
        [10, 40],
        [10, 90],
        [50, 20],
        [30, 30],
        [0, 60],
        [20, 50],
      ]),
    );
    expect(found).toHaveLength(6);
    expect(found.map(({ rank }) => rank)).toEqual([4, 1, 6, 5, 2, 3]);
    for (const { rank, rankInterval, ranked } of found) {
      expect(ranked).toBe(6);
      expect(rankInterval?.[0]).toBeLessThanOrEqual(rank ?? 0);
      expect(rankInterval?.[1]).toBeGreaterThanOrEqual(rank ?? 0);
    }
    expect(found[0]?.rankClass?.en).toContain('declining');
  });

  it('takes the class where the province has no score, and says so', () => {
    const found = evaluateAll(
      request([
        [none, 60],
        [10, 40],
        [20, 20],
        [40, 80],
        [0, 0],
        [10, 10],
        [30, 30],
      ]),
    );
    const [first] = found;
    // The others: 2010 (35, 45, 25, 30, 40), 2020 (35, 65, 25, 30, 40).
    expect(first?.region).toMatchObject({ kind: 'class', units: 5, from: 35, to: 39 });
    expect(first?.gapChange).toBeCloseTo(15 - 4, 12);
    expect(first?.issues.map(({ code }) => code)).toEqual(['EVALUATE_REGION_CLASS']);
    const alone = evaluateAll(
      request([
        [none, 60],
        [10, 40],
      ]),
    )[0];
    expect([alone?.region, alone?.gapChange, alone?.score, alone?.rank, alone?.rankInterval]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(alone?.issues.map(({ code }) => code)).toEqual(['EVALUATE_NO_REGION']);
  });

  it('leaves missing missing, names the year, and ranks the others', () => {
    const found = evaluateAll(
      request([
        [40, 60],
        [none, 40],
        [10, 40],
      ]),
    );
    const [first, second] = found;
    expect([
      first?.level,
      first?.change,
      first?.gapChange,
      first?.quadrant,
      first?.rank,
      first?.ranked,
    ]).toEqual([45, null, null, null, null, 0]);
    expect(first?.issues[0]?.code).toBe('EVALUATE_NO_SCORE');
    expect(first?.issues[0]?.message.en).toContain('2010');
    expect(first?.issues[0]?.message.en).not.toContain('2020');
    expect([second?.rank, second?.ranked]).toEqual([1, 1]);
  });

  it('keeps doubtful values out and grades the data', () => {
    const doubt = {
      jobs: [
        [0, 0],
        [flag.doubtful, 0],
      ],
      homes: [
        [0, 0],
        [0, flag.estimated],
      ],
    };
    const [one] = evaluateAll(
      request(
        [
          [40, 60],
          [10, 40],
        ],
        {},
        doubt,
      ),
    );
    expect(one?.change).toBeNull();
    expect(one?.quality).toEqual({
      grade: 'weak',
      usable: 0.75,
      of: 4,
      missing: 0,
      doubtful: 1,
      estimated: 1,
    });
    expect(
      evaluateAll(
        request([
          [40, 60],
          [10, 40],
        ]),
      )[0]?.quality.grade,
    ).toBe('good');
    expect(
      evaluateAll(
        request([
          [40, 60],
          [none, none],
        ]),
      )[0]?.quality,
    ).toMatchObject({ usable: 0.5, grade: 'weak' });
  });

  it('gives the aspects what there is, and for the rest the form that would fill it', () => {
    const [one] = evaluateAll(
      request([
        [40, 60],
        [10, 40],
      ]),
    );
    const [found] = one?.aspects ?? [];
    expect(found?.values).toMatchObject([
      { id: 'jobs', from: 10, to: 40, change: 30, moved: 'better', doubtful: false },
    ]);
    expect(found?.missing).toMatchObject([
      {
        id: 'nowhere',
        form: { layout: 'long', indicator: 'nowhere', unit: 'share' },
        source: { en: 'bureau' },
      },
    ]);
  });

  it('keeps approved, disbursed and effect apart', () => {
    const base = request([
      [40, 60],
      [10, 40],
    ]);
    const columns = new Map(base.panel.columns);
    const extra = panel(['2010', '2020'], {
      funds_approved: [
        [none, none],
        [300, 200],
      ],
      funds_disbursed: [
        [none, none],
        [none, 50],
      ],
    });
    for (const [name, column] of extra.columns) columns.set(name, column);
    const [one] = evaluateAll({ ...base, panel: { ...base.panel, columns } });
    expect(one?.funds).toEqual({ approved: 500, disbursed: 50, effect: null, disbursedShare: 0.1 });
    expect(evaluateAll(base)[0]?.funds).toEqual({
      approved: null,
      disbursed: null,
      effect: null,
      disbursedShare: null,
    });
  });

  it('warns of a boundary that changed, but not of districts or other years', () => {
    const breaks = (scope: 'whole' | 'districts', year: number) => [
      { code: 'x-2', year, scope, text: word('b') },
    ];
    const codes = (scope: 'whole' | 'districts', year: number) =>
      evaluateAll(
        request(
          [
            [40, 60],
            [10, 40],
          ],
          { register: register([province, ...towns(1)], breaks(scope, year)) },
        ),
      )[0]?.issues.map(({ code }) => code);
    expect(codes('whole', 2015)).toEqual(['EVALUATE_BOUNDARY']);
    expect(codes('whole', 2020)).toEqual(['EVALUATE_BOUNDARY']);
    expect(codes('whole', 2010)).toEqual([]);
    expect(codes('districts', 2015)).toEqual([]);
  });

  it('moves every level alike when all scores rise alike, so that gaps stay', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        (starts, rise) => {
          const found = evaluateAll(request(starts.map((start) => [start, start + rise])));
          for (const one of found) {
            expect(one.change).toBeCloseTo(rise / 2, 9);
            expect(one.gapChange).toBeCloseTo(0, 9);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('plan targets', () => {
  const plan = (name: string, year: string, target: number): PlanTarget => ({
    city: id<'city'>('x-2'),
    indicator: id<'indicator'>(name),
    year: id<'period'>(year),
    target,
    document: 'plan, page 3',
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

describe('quadrantOf', () => {
  it('reads both axes, and takes standing still for no improvement', () => {
    expect([quadrantOf(1, 1), quadrantOf(1, -1), quadrantOf(-1, 1), quadrantOf(-1, -1)]).toEqual([
      'real_transition',
      'left_behind',
      'region_driven',
      'decline',
    ]);
    expect([quadrantOf(0, 1), quadrantOf(1, 0), quadrantOf(0, 0)]).toEqual([
      'region_driven',
      'left_behind',
      'decline',
    ]);
    expect([quadrantOf(none, 1), quadrantOf(1, none)]).toEqual([null, null]);
  });
});

describe('rankParts', () => {
  const options = { spread: 0.25, runs: 300, seed: 4, lowQuantile: 0.05, highQuantile: 0.95 };
  const parts = (level: number[], change: number[], gap: number[]) => ({
    level: Float64Array.from(level),
    change: Float64Array.from(change),
    gap: Float64Array.from(gap),
  });

  it('weighs the parts and shares the smallest rank among equals', () => {
    const found = rankParts(
      parts([10, 20, 10, none], [1, 1, 1, 1], [3, 3, 3, 3]),
      { level: 2, change: 1, gap: 1 },
      options,
    );
    expect([...found.score]).toEqual([6, 11, 6, none]);
    expect([...found.rank]).toEqual([2, 1, 2, none]);
    expect([...found.low]).toEqual([2, 1, 2, none]);
    expect([...found.high]).toEqual([2, 1, 2, none]);
  });

  it('widens the interval where weights decide, and equal seeds give equal intervals', () => {
    const close = parts([30, 29.8, 10], [0, 0.25, 0], [0, 0, 0]);
    const found = rankParts(close, { level: 1, change: 1, gap: 1 }, options);
    expect([...found.low]).toEqual([1, 1, 3]);
    expect([...found.high]).toEqual([2, 2, 3]);
    expect(rankParts(close, { level: 1, change: 1, gap: 1 }, options)).toEqual(found);
    expect([...rankParts(close, { level: 1, change: 1, gap: 1 }, { ...options, spread: 0 }).high]).toEqual([
      2, 1, 3,
    ]);
    expect([...rankParts(close, { level: 1, change: 0, gap: 0 }, options).high]).toEqual([1, 2, 3]);
  });
});

describe('evaluationFor', () => {
  const code = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error instanceof AfterlodeError ? error.code : String(error);
    }
    return 'no fault';
  };

  it('finds the evaluation whose index has both years', () => {
    expect(evaluationFor(catalogOf(), from, to).id).toBe('e');
    expect(evaluationFor(catalogOf(), from, to, 'i').id).toBe('e');
  });

  it('refuses years without index, years that do not rise, and an unknown index', () => {
    expect(code(() => evaluationFor(catalogOf(), from, id<'period'>('2021')))).toBe('PERIOD_UNKNOWN');
    expect(code(() => evaluationFor(catalogOf(), to, from))).toBe('CALL_OPTION');
    expect(code(() => evaluationFor(catalogOf(), to, to))).toBe('CALL_OPTION');
    expect(code(() => evaluationFor(catalogOf(), from, to, 'other'))).toBe('CALL_OPTION');
  });
});
