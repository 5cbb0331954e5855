import { describe, expect, it } from 'vitest';
import {
  readInput,
  runChain,
  variationOf,
  type Weighting,
  writeInput,
} from '../../src/assess/composite/index.js';
import { chainWith, indexOf, type Plan, problemOf } from './tables.js';

const none = Number.NaN;
const plan: Plan = {
  columns: [
    [1, 2, none, 4],
    [3, none, 2, 1],
  ],
  directions: [1, -1],
  groups: [-1, -1],
  weights: [1, 1],
  groupWeights: [],
  times: null,
};
const { table, hierarchy } = problemOf(plan);

describe('an index written as JSON', () => {
  it('comes back with missing values missing, also a judgement that its mirror stands for', () => {
    const judgements = { judge: 'one', codes: ['i0', 'i1'], values: Float64Array.of(1, 3, none, 1) };
    const weigh: Weighting = { method: 'ahp', judgements: new Map([['index', [judgements]]]) };
    const chain = chainWith({ weigh });
    const sent = JSON.stringify(writeInput({ table, hierarchy, chain }));
    const back = readInput(JSON.parse(sent) as ReturnType<typeof writeInput>);
    expect(back).toEqual({ table, hierarchy, chain });
    const run = runChain(back.table, back.hierarchy, back.chain);
    expect(run.weights[0]).toBeCloseTo(0.75, 12);
    expect(indexOf(run)).toEqual(indexOf(runChain(table, hierarchy, chain)));
  });

  it('keeps a count without end', () => {
    const chain = chainWith({});
    const endless = { ...chain, treat: { ...chain.treat, points: Number.POSITIVE_INFINITY } };
    const sent = JSON.stringify(writeInput({ table, hierarchy, chain: endless }));
    expect(readInput(JSON.parse(sent) as ReturnType<typeof writeInput>).chain).toEqual(endless);
  });
});

describe('a file of uncertainties', () => {
  it.each(['constructor', '__proto__', 'toString', 'nothing'])('knows no factor %s', (vary) => {
    expect(() => variationOf({ factors: [{ vary }] }, hierarchy)).toThrow(
      /INDEX_VARY.*factors 1 vary: found/,
    );
  });

  it.each([
    [{ name: { en: 'x' }, vary: 'normalise', options: ['minmax'] }, /factors 1 name/],
    [{ vary: 'normalise', options: [{}] }, /factors 1 options/],
    [{ vary: 'leave-out', options: [['i0']] }, /factors 1 options/],
    [{ vary: 'treat', options: [{ method: 'winsor', fallback: {} }] }, /factors 1 fallback/],
  ])('refuses a mapping in the place of a word: %j', (factor, message) => {
    expect(() => variationOf({ factors: [factor] }, hierarchy)).toThrow(message);
  });
});
