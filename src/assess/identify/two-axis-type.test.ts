import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AxisColumn, type AxisPoint, axisScores, typeByAxes } from './two-axis-type.js';

const none = Number.NaN;
const input = (values: number[], better: 'more' | 'less' = 'more', weight = 1): AxisColumn => ({
  id: 'x',
  better,
  weight,
  values: Float64Array.from(values),
});
const options = { minimumUnits: 3, minimumWeight: 0.5 };

describe('axisScores', () => {
  it('are places in the level, ties in the middle, the better the higher', () => {
    const { scores, places } = axisScores([input([10, 20, 20, 40, 50])], options);
    expect([...scores]).toEqual([0, 0.375, 0.375, 0.75, 1]);
    expect([...(places[0] ?? [])]).toEqual([...scores]);
    expect([...axisScores([input([10, 20, 30], 'less')], options).scores]).toEqual([1, 0.5, 0]);
  });

  it('weigh the places there are, and are missing below the least weight', () => {
    const inputs = [input([1, 2, 3]), input([none, 1, 2], 'more', 2), input([none, none, none], 'more', 1)];
    // Two units are too few for the second input: only 1 of 4 is known.
    expect([...axisScores(inputs, options).scores]).toEqual([none, none, none]);
    const loose = axisScores(inputs, { minimumUnits: 2, minimumWeight: 0.5 });
    expect(loose.scores[0]).toBeNaN();
    expect(loose.scores[1]).toBeCloseTo((0.5 + 0) / 3, 12);
    expect(loose.scores[2]).toBeCloseTo(1, 12);
  });

  it('never move down when a value gets better', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.nat(11), fc.integer({ min: 1, max: 9 }), (list, pick, by) => {
        const at = pick % list.length;
        const better = list.map((value, unit) => (unit === at ? value + by : value));
        const before = axisScores([input(list)], options).scores[at] as number;
        const after = axisScores([input(better)], options).scores[at] as number;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      { seed: 46 },
    );
  });

  it('are empty without inputs', () => {
    expect(axisScores([], options).scores).toHaveLength(0);
  });
});

describe('typeByAxes', () => {
  const rule = { cut: 0.5, band: 0.05 };
  const at = (security: number, sustainability: number, rising: boolean | null = false): AxisPoint => ({
    security,
    sustainability,
    rising,
  });

  it.each([
    [at(0.9, 0.1, true), 'growing'],
    [at(0.9, 0.1), 'mature'],
    [at(0.9, 0.9), 'mature'],
    [at(0.1, 0.1), 'declining'],
    [at(0.1, 0.9), 'regenerating'],
    [at(0.5, 0.1), 'mature'],
    [at(0.1, 0.5, null), 'regenerating'],
  ] as const)('%o is %s', (point, type) => {
    expect(typeByAxes(point, rule).type).toBe(type);
  });

  it('tells both types of the cell that the framework leaves open', () => {
    expect(typeByAxes(at(0.9, 0.8, true), rule)).toMatchObject({
      type: 'growing',
      border: { between: ['growing', 'mature'] },
    });
  });

  it('names both types inside the band, and one at its edge', () => {
    const inside = typeByAxes(at(0.46, 0.2), rule);
    expect(inside.type).toBe('declining');
    expect(inside.border?.axis).toBe('security');
    expect(inside.border?.distance).toBeCloseTo(0.04, 12);
    expect(inside.border?.between).toEqual(['declining', 'mature']);
    expect(typeByAxes(at(0.25, 0.5), { cut: 0.5, band: 0.25 }).border).toEqual({
      axis: 'sustainability',
      distance: 0,
      between: ['regenerating', 'declining'],
    });
    expect(typeByAxes(at(0.25, 0), { cut: 0.5, band: 0.25 }).border?.between).toBeNull();
    expect(typeByAxes(at(0.9, 0.49), rule).border?.between).toBeNull();
  });

  it('never guesses', () => {
    expect(typeByAxes(at(none, 0.4), rule)).toEqual({ type: null, border: null, reason: 'no-security' });
    expect(typeByAxes(at(0.4, none), rule).reason).toBe('no-sustainability');
    expect(typeByAxes(at(none, none), rule).reason).toBe('no-axis');
    expect(typeByAxes(at(0.9, 0.4, null), rule)).toMatchObject({ type: null, reason: 'no-growth' });
  });
});
