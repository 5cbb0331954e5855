import { describe, expect, it } from 'vitest';
import { decisionWord, offeredKinds } from './decision-kinds.js';

const value = 'value/cn-230400/2020/employed_mining';

describe('the kinds of decision', () => {
  it.each([
    { id: value, kind: 'source', method: null },
    { id: value, kind: 'judgement', method: null },
    { id: value, kind: 'computation', method: 'areas' },
  ] as const)('let what was read be left out and taken back: $kind $method', (root) => {
    expect(offeredKinds(root)).toEqual(['note', 'exclude', 'accept']);
  });

  it.each([
    { id: value, kind: 'missing', method: null },
    { id: 'value/cn-230400/2020/mining_share_employment', kind: 'computation', method: 'formulas' },
    { id: 'score/cn-230400/2020/people_work', kind: 'computation', method: 'index' },
    { id: 'light/cn-230400/2020/mining_share_employment', kind: 'judgement', method: 'lights' },
    { id: 'parameter/rank_runs', kind: 'parameter', method: null },
  ] as const)('are notes alone for $id ($kind)', (root) => {
    expect(offeredKinds(root)).toEqual(['note']);
  });

  it('have words', () => {
    expect(decisionWord('register')).toBe('decision_register');
  });
});
