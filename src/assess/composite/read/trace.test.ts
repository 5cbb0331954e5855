import { describe, expect, it } from 'vitest';
import { runTables } from '../tables/score-tables.js';
import { type Trace, traceScore } from './trace.js';

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));

const meta = rows(`
  iCode,Level,Direction,Weight,Parent,Type,Denominator
  a,1,1,3,X,Indicator,people
  b,1,-1,1,X,Indicator,
  X,2,1,1,Top,Aggregate,
  Top,3,1,1,,Aggregate,
  people,,,,,Denominator,`);
const data = rows(`
  uCode,people,a,b
  P,2,4,1
  Q,1,1,
  R,4,4,3
  S,1,3,2
  T,1,2,50`);

const { run } = runTables(
  { data, meta },
  { denominate: true, impute: 'median', treatForced: 'b=winsorise:1', aggregate: 'gmean' },
);
const kinds = ({ kind, inputs }: Trace): unknown => (inputs.length > 0 ? [kind, ...inputs.map(kinds)] : kind);

describe('traceScore', () => {
  it('opens the index to its cells, with the steps that changed something', () => {
    // Q: a is 1 per person; b is missing, the median of 1, 2, 3, 50 is 2.5.
    expect(kinds(traceScore(run, 'Top', 1))).toEqual([
      'aggregate',
      ['aggregate', ['normalised', ['denominated', 'cell', 'cell']], ['normalised', ['imputed', 'cell']]],
    ]);
    const [b] = traceScore(run, 'b', 1).inputs;
    expect(b).toMatchObject({ kind: 'imputed', value: 2.5, how: { en: 'missing, filled in: median' } });
    expect(b?.inputs[0]).toMatchObject({
      kind: 'cell',
      value: Number.NaN,
      how: { en: 'table, Q, column b' },
    });
  });

  it('opens a treated value to the one before, and says weights', () => {
    const leaf = traceScore(run, 'b', 4);
    expect(leaf.weight).toBe(0.25);
    expect(leaf.inputs[0]).toMatchObject({
      kind: 'treated',
      value: 3,
      inputs: [{ kind: 'cell', value: 50 }],
    });
    expect(traceScore(run, 'X', 0)).toMatchObject({
      weight: 1,
      how: { en: expect.stringContaining('ln score') },
    });
    expect(traceScore(run, 'Top', 0).weight).toBeNull();
  });

  it('gives the numbers of the run', () => {
    const top = traceScore(run, 'X', 3);
    const [a, b] = top.inputs as [Trace, Trace];
    expect(top.value).toBeCloseTo(a.value ** 0.75 * b.value ** 0.25, 12);
  });

  it('refuses what is not there', () => {
    expect(() => traceScore(run, 'Z', 0)).toThrow(/NUMBER_UNKNOWN.*Z.*a, b, X, Top/);
    expect(() => traceScore(run, 'a', 9)).toThrow(/NUMBER_UNKNOWN.*row 9/);
  });
});
