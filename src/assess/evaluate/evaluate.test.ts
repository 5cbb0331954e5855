import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../../base/index.js';
import { flag } from '../../observe/index.js';
import type { City } from '../../register/index.js';
import { panel, register } from '../testing/sample.js';
import { evaluateAll } from './evaluate.js';
import { province, request, towns, word } from './testing/sample.js';

const none = Number.NaN;

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

  it('evaluates a unit beside the list without rank, and without moving the ranks of others', () => {
    const rows = [
      [40, 60],
      [10, 40],
      [10, 90],
    ];
    const [first, second] = towns(2);
    const beside: City = {
      ...(second as City),
      listed: false,
      type: null,
      change: { kind: 'assess-too', reason: 'r', document: 'd', by: 'b', on: id<'date'>('2026-01-01') },
    };
    const found = evaluateAll(request(rows, { register: register([province, first as City, beside]) }));
    expect(found.map(({ rank, ranked }) => [rank, ranked])).toEqual([
      [1, 1],
      [null, 0],
    ]);
    expect(found[1]?.gapChange).toBeCloseTo(30, 12);
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

  it('compares no two areas: a unit that was enlarged has a level, but no change, verdict or rank', () => {
    const rows = [
      [40, 60],
      [10, 40],
      [10, 90],
    ];
    const breaks = [{ code: 'x-2', year: 2015, scope: 'whole' as const, text: word('b') }];
    const [moved, other] = evaluateAll(
      request(rows, { register: register([province, ...towns(2)], breaks) }),
    );
    expect(moved).toMatchObject({ level: 45, gapFrom: -15, gapTo: -10, rank: null, ranked: 0 });
    expect([moved?.change, moved?.gapChange, moved?.structureChange, moved?.quadrant, moved?.score]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([other?.rank, other?.ranked]).toEqual([1, 1]);
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
