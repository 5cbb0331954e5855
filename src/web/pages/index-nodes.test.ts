import { describe, expect, it } from 'vitest';
import { nodesOf } from './index-nodes.js';

const tree = [
  {
    id: 'work',
    label: { zh: '就业', en: 'Work' },
    weight: 0.6,
    of: [{ indicator: 'mining_share_employment', weight: 1 }],
  },
  { id: 'people', label: { zh: '人口', en: 'People' }, weight: 0.4, of: [] },
];

describe('the nodes of an index', () => {
  it('come in order, each with its address, depth and weight', () => {
    expect(nodesOf('people_work', tree).map(({ node, depth, weight }) => [node, depth, weight])).toEqual([
      ['people_work.work', 1, 0.6],
      ['people_work.work.mining_share_employment', 2, 1],
      ['people_work.people', 1, 0.4],
    ]);
    expect(nodesOf('people_work', { of: tree })).toHaveLength(3);
  });

  it('leave out what is not of the known form', () => {
    expect(nodesOf('x', null)).toEqual([]);
    expect(nodesOf('x', [null, 3, { weight: 1 }, { id: 'a', label: 'A', of: 'b' }])).toEqual([
      { node: 'x.a', depth: 1, label: null, indicator: null, weight: null },
    ]);
  });
});
