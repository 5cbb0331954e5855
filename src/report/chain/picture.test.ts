import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawingElement, drawingMarkup, widthOf, wrapped } from '../drawing.js';
import { mapGeometry, type NodeBox, size } from './geometry.js';
import { chainDrawing } from './picture.js';
import type { ChainRow, ChainStory } from './types.js';

function row(node: string, more: Partial<ChainRow> = {}): ChainRow {
  return {
    node,
    name: node,
    stage: '',
    action: 'none',
    rule: 'sound',
    says: { en: 'nothing speaks for a measure', zh: '无须采取行动' },
    evidence: {},
    present: true,
    firms: 1,
    output: null,
    jobs: null,
    density: null,
    largest: null,
    ...more,
  };
}

function story(rows: readonly ChainRow[], edges: ChainStory['edges'], more: Partial<ChainStory> = {}) {
  return { title: null, rows, edges, firms: [], records: null, pools: null, ...more };
}

const copper = story(
  [
    row('ore', { stage: '原料' }),
    row('resin', { stage: '原料', present: false, firms: 0, action: 'fill', rule: 'bought_outside' }),
    row('cathode', { stage: 'smelting', action: 'strengthen', rule: 'low_productivity' }),
    row('acid', { stage: 'smelting' }),
    row('foil', { stage: 'working', jobs: 230 }),
    row('boards', {
      stage: 'products',
      name: 'printed circuit boards of many layers for telecommunication <&>',
      present: false,
      firms: 0,
      rule: 'not_looked',
      evidence: { ifAbsent: 'extend' },
    }),
    row('cars', { stage: 'products', present: false, firms: 0, action: 'give-up', rule: 'no_market' }),
  ],
  [
    { from: 'ore', to: 'cathode', share: 0.75 },
    { from: 'ore', to: 'acid', share: 0.5 },
    { from: 'cathode', to: 'foil', share: 0.7 },
    { from: 'acid', to: 'foil', share: 0.01 },
    { from: 'resin', to: 'boards', share: 0.3 },
    { from: 'foil', to: 'boards', share: 0.3 },
    { from: 'boards', to: 'cars', share: 0.1 },
    { from: 'boards', to: 'ore', share: 0.05 },
  ],
  { title: 'Northpit', firms: [{ firm: 'Foilworks', node: 'foil', output: null, jobs: 230, lead: true }] },
);

const all = (one: DrawingElement): readonly DrawingElement[] => [
  one,
  ...one.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const textOf = (one: DrawingElement): string =>
  one.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('|');

const apart = (a: NodeBox, b: NodeBox) =>
  a.x + a.width <= b.x ||
  b.x + b.width <= a.x ||
  a.y + a.height <= b.y + 1e-9 ||
  b.y + b.height <= a.y + 1e-9;

/** Every pair of boxes apart, every edge from a box to a box, no passage through a box. */
function expectSound(rows: readonly ChainRow[], edges: ChainStory['edges']): readonly NodeBox[] {
  const { boxes, lines, width, height } = mapGeometry(
    rows,
    edges,
    rows.map(() => 46),
  );
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  expect(boxes.map(({ id }) => id)).toEqual(rows.map(({ node }) => node));
  for (const [at, box] of boxes.entries()) {
    expect(boxes.slice(at + 1).every((other) => apart(box, other))).toBe(true);
    expect(box.y).toBeGreaterThanOrEqual(-1e-9);
    expect(box.y + box.height).toBeLessThanOrEqual(height + 1e-9);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  }
  expect(lines).toHaveLength(edges.length);
  for (const { edge, from, to, leaves, enters, passes } of lines) {
    for (const [id, point, side] of [
      [edge.from, from, leaves],
      [edge.to, to, enters],
    ] as const) {
      const box = boxOf.get(id) as NodeBox;
      expect(point.x).toBe(box.x + (side === 'right' ? box.width : 0));
      expect(point.y).toBeGreaterThan(box.y);
      expect(point.y).toBeLessThan(box.y + box.height);
    }
    for (const pass of passes)
      for (const box of boxes)
        expect(
          box.x >= pass.right ||
            box.x + box.width <= pass.left ||
            pass.y <= box.y ||
            pass.y >= box.y + box.height,
        ).toBe(true);
  }
  return boxes;
}

describe('geometry of a map', () => {
  it('keeps boxes apart and edges at both ends, whatever the chain', () => {
    const chains = fc.integer({ min: 2, max: 14 }).chain((count) =>
      fc.tuple(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: count, maxLength: count }),
        fc.uniqueArray(
          fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([from, to]) => from !== to),
          { maxLength: 24, selector: ([from, to]) => `${from} ${to}` },
        ),
      ),
    );
    fc.assert(
      fc.property(chains, fc.boolean(), ([stages, pairs], staged) => {
        const rows = stages.map((stage, at) => row(`n${at}`, { stage: staged ? stage : '' }));
        const edges = pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}`, share: 0.5 }));
        expect(expectSound(rows, edges)).toHaveLength(rows.length);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('untangles what can be untangled', () => {
    const rows = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => row(id, { stage: id[0] as string }));
    const pairs = [
      ['a1', 'b3'],
      ['a2', 'b2'],
      ['a3', 'b1'],
    ] as const;
    const { boxes } = mapGeometry(
      rows,
      pairs.map(([from, to]) => ({ from, to, share: 1 })),
      rows.map(() => 46),
    );
    const y = new Map(boxes.map((box) => [box.id, box.y]));
    for (const [from, to] of pairs) expect(y.get(from)).toBeCloseTo(y.get(to) as number, 6);
  });

  it('counts columns from the edges where nobody names stages, also in a circle', () => {
    const rows = ['ore', 'copper', 'wire', 'scrap'].map((id) => row(id));
    const edges = [
      ['ore', 'copper'],
      ['copper', 'wire'],
      ['ore', 'wire'],
      ['wire', 'scrap'],
      ['scrap', 'copper'],
    ].map(([from, to]) => ({ from: from as string, to: to as string, share: 0.5 }));
    const { boxes, stages } = mapGeometry(
      rows,
      edges,
      rows.map(() => 46),
    );
    expect(stages).toEqual([]);
    expect(boxes.map(({ layer }) => layer)).toEqual([0, 1, 2, 3]);
    expectSound(rows, edges);
  });
});

describe('a map', () => {
  it('draws every node and edge, states by sign and words, shares at the edges', () => {
    const { root } = chainDrawing(copper, { picture: 'panorama', lang: 'en' });
    const elements = all(root);
    const nodes = elements.filter(({ attributes }) => 'data-node' in attributes);
    expect(nodes.map(({ attributes }) => attributes['data-node'])).toEqual(
      copper.rows.map(({ node }) => node),
    );
    const edges = elements.filter(({ attributes }) => 'data-edge' in attributes);
    const shares = ['75 %', '50 %', '70 %', '1.0 %', '30 %', '30 %', '10 %', '5.0 %'];
    // Two paths without text, then the share.
    expect(edges.map(textOf)).toEqual(shares.map((share) => `||${share}`));
    const signs = nodes.map((one) => textOf(one).match(/[✓▲+→×○?](?=\|)/)?.[0]);
    expect(signs).toEqual(['✓', '+', '▲', '✓', '✓', '?', '×']);
    expect(textOf(nodes[5] as DrawingElement)).toContain('if lacking: extend');
    expect(
      nodes.every(({ attributes }) => attributes.tabindex === 0 && attributes['aria-label'] !== ''),
    ).toBe(true);
  });

  it('of the present state tells firms, jobs and lead firms of what is there', () => {
    const { root } = chainDrawing(copper, { picture: 'present', lang: 'zh' });
    const foil = all(root).find(({ attributes }) => attributes['data-node'] === 'foil');
    expect(textOf(foil as DrawingElement)).toMatch(
      /★.*已具备，有龙头企业.*列出企业 1 家.*就业 230 人.*★ Foilworks/,
    );
    const resin = all(root).find(({ attributes }) => attributes['data-node'] === 'resin');
    expect(textOf(resin as DrawingElement)).not.toContain('企业 0');
  });

  it('is text that stands alone, the same every time', () => {
    const options = { picture: 'panorama', lang: 'en' } as const;
    const text = drawingMarkup(chainDrawing(copper, options));
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/);
    expect(text).toContain('&lt;&amp;&gt;');
    expect(text).not.toMatch(/NaN|undefined|\.\d{3}/);
    expect(drawingMarkup(chainDrawing(copper, options))).toBe(text);
  });

  it('is drawn of a single node too', () => {
    const { width, height } = chainDrawing(story([row('ore')], []), { picture: 'panorama', lang: 'zh' });
    expect(width).toBeGreaterThan(size.box);
    expect(height).toBeGreaterThan(46);
  });
});

describe('lines of a text', () => {
  it('are no wider than they may be and lose nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('铜', '箔', 'a', 'W', ' ') }),
        (text) => {
          const lines = wrapped(text, 8);
          expect(lines.every((line) => widthOf(line) <= 8)).toBe(true);
          expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        },
      ),
      { seed: 3 },
    );
  });
});
