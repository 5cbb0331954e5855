import { describe, expect, it } from 'vitest';
import { decide } from './decide.js';
import { matrixOf, reordered } from './testing/sample.js';
import type { DecisionMethodName, DecisionOptions } from './types.js';

const gap = Number.NaN;
const three = matrixOf(
  [
    [2, 3],
    [1, 2],
    [2, 6],
  ],
  ['benefit', 'cost'],
  [0.6, 0.4],
);
const holed = matrixOf(
  [
    [2, 3],
    [1, 2],
    [2, 6],
    [gap, 4],
  ],
  ['benefit', 'cost'],
  [0.6, 0.4],
);
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

describe('missing values', () => {
  it('one missing value is named, and never turns all TOPSIS scores missing (pymcdm)', () => {
    expect(() => decide(holed, { method: 'topsis' })).toThrow(/DECISION_MISSING: .*D \(C1\)/);
    const { scores, ranks, rows, issues } = decide(holed, { method: 'topsis', missing: 'leave-out' });
    const without = decide(three, { method: 'topsis' });
    expect(Array.from(scores)).toEqual([...without.scores, gap]);
    expect(Array.from(ranks)).toEqual([1, 2, 3, gap]);
    expect(Array.from(rows)).toEqual([0, 1, 2]);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['DECISION_LEFT_OUT', 'warning']]);
    expect(issues[0]?.message.en).toContain('D (C1)');
  });

  it('drop out together with their weight where the method is additive', () => {
    const { scores, issues } = decide(holed, { method: 'wsm', missing: 'drop' });
    // D has the cost 4 only: 2 ÷ 4, whatever that weighs.
    expect(scores[3]).toBeCloseTo(0.5, 12);
    expect(scores[0]).toBeCloseTo(0.6 + 0.4 * (2 / 3), 12);
    expect(codes(issues)).toEqual(['DECISION_DROPPED']);
  });

  it.each(['wsm', 'mairca', 'grey', 'spotis'] as const)('are never zero under %s', (method) => {
    const dropped = decide(holed, { method, missing: 'drop' });
    const [zero] = [reordered(holed, [0, 1, 2, 3])];
    (zero.columns[0] as Float64Array)[3] = 0;
    expect(dropped.scores[3]).not.toBeCloseTo(decide(zero, { method }).scores[3] as number, 6);
    expect([...dropped.scores].every(Number.isFinite)).toBe(true);
  });

  it('cannot drop out of a method that is not additive', () => {
    expect(() => decide(holed, { method: 'topsis', missing: 'drop' })).toThrow(
      /DECISION_OPTION: .*drop with topsis/,
    );
  });

  it('leave nobody to compare, or an alternative without anything', () => {
    const empty = matrixOf([[gap, gap]], ['benefit', 'benefit']);
    expect(() => decide(empty, { method: 'wsm', missing: 'drop' })).toThrow(/DECISION_MISSING: .*A has none/);
    expect(() => decide(empty, { method: 'wsm', missing: 'leave-out' })).toThrow(/DECISION_MISSING/);
  });
});

describe('weights', () => {
  const weighted = (weights: readonly (number | null)[]) =>
    matrixOf(
      [
        [2, 3],
        [1, 2],
      ],
      ['benefit', 'cost'],
      weights,
    );

  it('that do not sum to 1 are rescaled, and it is said (pyDecision does not say so)', () => {
    const { weights, issues } = decide(weighted([6, 4]), { method: 'wsm' });
    expect(Array.from(weights)).toEqual([0.6, 0.4]);
    expect(codes(issues)).toEqual(['DECISION_WEIGHTS_RESCALED']);
    expect(issues[0]?.message.en).toContain('10');
    expect(decide(weighted([0.6, 0.4]), { method: 'wsm' }).issues).toEqual([]);
  });

  it.each([
    [[-1, 2], /DECISION_WEIGHTS: weight of C1 is -1/],
    [[null, 1], /DECISION_WEIGHTS: weight of C1 is not given/],
    [[0, 0], /DECISION_WEIGHTS: weight of C1, C2 is 0/],
    [[gap, 1], /DECISION_WEIGHTS: weight of C1/],
    [[Number.POSITIVE_INFINITY, 1], /DECISION_WEIGHTS: weight of C1/],
  ])('%j are refused', (weights, said) => {
    expect(() => decide(weighted(weights), { method: 'wsm' })).toThrow(said);
  });

  it('come from the alternatives that take part', () => {
    const weigh = { method: 'entropy' } as const;
    const out = decide(holed, { method: 'topsis', weigh, missing: 'leave-out' });
    expect(Array.from(out.weights)).toEqual(Array.from(decide(three, { method: 'topsis', weigh }).weights));
  });

  it('of CRITIC turn costs round before they correlate (pymcdm ignores the types)', () => {
    const rows = [
      [1, 9, 2],
      [2, 7, 4],
      [3, 6, 1],
      [4, 2, 3],
    ];
    const weigh = { method: 'critic' } as const;
    const asCost = decide(matrixOf(rows, ['benefit', 'cost', 'benefit']), { method: 'wsm', weigh }).weights;
    const asBenefit = decide(matrixOf(rows, ['benefit', 'benefit', 'benefit']), {
      method: 'wsm',
      weigh,
    }).weights;
    // The falling column agrees with the first as a cost, and contradicts it as a benefit.
    expect(asCost[1] as number).toBeLessThan((asBenefit[1] as number) - 0.05);
  });

  it('of standard deviations come with a warning, for they follow the units', () => {
    const { weights, issues } = decide(weighted([1, 1]), { method: 'wsm', weigh: { method: 'std' } });
    expect(Array.from(weights)).toEqual([0.5, 0.5]);
    expect(codes(issues)).toEqual(['DECISION_WEIGHTS_UNITS']);
  });

  it('of judgements are put in the order of the criteria', () => {
    const judgement = { judge: '', codes: ['C2', 'C1'], values: Float64Array.of(1, 4, 0.25, 1) };
    const weigh = { method: 'ahp', judgements: [judgement] } as const;
    const { weights } = decide(weighted([null, null]), { method: 'wsm', weigh });
    expect(weights[0]).toBeCloseTo(0.2, 12);
    const strange = { ...judgement, codes: ['C2', 'C9'] };
    expect(() =>
      decide(weighted([null, null]), { method: 'wsm', weigh: { method: 'ahp', judgements: [strange] } }),
    ).toThrow(/DECISION_WEIGHTS: .*C2, C9/);
  });
});

describe('a table that cannot be judged is refused', () => {
  it.each([
    [matrixOf([], ['benefit']), /alternatives: found none/],
    [matrixOf([[1]], []), /criteria: found none/],
    [matrixOf([[Number.POSITIVE_INFINITY]], ['benefit']), /C1, A: found Infinity/],
    [{ ...three, alternatives: ['A', 'B', 'A'] }, /alternatives: found A twice/],
    [{ ...three, columns: three.columns.slice(1) }, /columns: found 1/],
    [{ ...three, columns: three.columns.map((column) => column.slice(1)) }, /C1: found 2 values/],
  ])('%#', (matrix, said) => {
    expect(() => decide(matrix, { method: 'topsis' })).toThrow(said);
  });

  it('and so is a setting out of its range', () => {
    const bad: readonly DecisionOptions[] = [
      { method: 'magic' as DecisionMethodName } as DecisionOptions,
      { method: 'toString' as DecisionMethodName } as DecisionOptions,
      { method: 'vikor', v: 2 },
      { method: 'waspas', lambda: -0.1 },
      { method: 'grey', distinguishing: 0 },
      { method: 'codas', threshold: -1 },
      { method: 'electre1', concordance: gap },
    ];
    for (const options of bad) expect(() => decide(three, options)).toThrow(/DECISION_OPTION/);
  });
});

describe('what a reader should know', () => {
  it('a criterion that is the same everywhere', () => {
    const matrix = matrixOf(
      [
        [2, 5],
        [1, 5],
      ],
      ['benefit', 'cost'],
    );
    const { issues } = decide(matrix, { method: 'vikor' });
    expect(issues.map(({ code, where }) => [code, where])).toEqual([['DECISION_CONSTANT', 'C2']]);
  });

  it('shares under the logarithmic normalisation, which makes the worst the best', () => {
    const shares = matrixOf([[0.2], [0.8]], ['benefit']);
    const { ranks, issues } = decide(shares, { method: 'wsm', normalise: 'logarithmic' });
    expect(Array.from(ranks)).toEqual([1, 2]);
    expect(codes(issues)).toEqual(['DECISION_ORDER_TURNED']);
  });

  it('one alternative alone is first by any method that takes it', () => {
    const alone = matrixOf([[2, 3]], ['benefit', 'cost']);
    for (const method of [
      'topsis',
      'vikor',
      'wsm',
      'promethee2',
      'edas',
      'copras',
      'grey',
      'electre1',
    ] as const)
      expect(Array.from(decide(alone, { method }).ranks)).toEqual([1]);
  });
});
