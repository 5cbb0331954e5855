import { describe, expect, it } from 'vitest';
import { type Chain, type ChainFirm, type ChainNode, chainStates, chainVerdicts } from './index.js';

const bounds = { strongQuotient: 1, weakQuotient: 0.5, users: 2, largest: 0.8 };
const node = (id: string, more: Partial<ChainNode> = {}): ChainNode => ({
  id,
  name: id,
  stage: '',
  unitValue: Number.NaN,
  carbon: Number.NaN,
  quotient: Number.NaN,
  density: Number.NaN,
  productivity: Number.NaN,
  localShare: Number.NaN,
  scale: null,
  market: null,
  ...more,
});
const firm = (name: string, at: string, more: Partial<ChainFirm> = {}): ChainFirm => ({
  firm: name,
  node: at,
  output: Number.NaN,
  jobs: Number.NaN,
  lead: false,
  ...more,
});

/** Ore to copper to wire and foil; wire and foil need resin, which nobody here makes; foil goes into boards, wire into motors. */
const copper: Chain = {
  nodes: [
    node('ore', { unitValue: 1, quotient: 2, productivity: 5 }),
    node('copper', { unitValue: 5, quotient: 3, productivity: 20 }),
    node('wire', { unitValue: 8, quotient: 1.2, productivity: 30 }),
    node('foil', { unitValue: 12, quotient: 1.5, productivity: 40 }),
    node('resin', { unitValue: 6 }),
    node('boards', { unitValue: 40 }),
    node('motors', { unitValue: 30, scale: false }),
    node('cars', { unitValue: 90, market: false }),
  ],
  edges: [
    { from: 'ore', to: 'copper', share: 0.7 },
    { from: 'copper', to: 'wire', share: 0.8 },
    { from: 'copper', to: 'foil', share: 0.7 },
    { from: 'resin', to: 'wire', share: 0.1 },
    { from: 'resin', to: 'foil', share: 0.2 },
    { from: 'foil', to: 'boards', share: 0.3 },
    { from: 'wire', to: 'motors', share: 0.2 },
    { from: 'motors', to: 'cars', share: 0.1 },
    { from: 'boards', to: 'cars', share: 0.1 },
  ],
  firms: [
    firm('Mine', 'ore', { output: 10, jobs: 100 }),
    firm('Smelter', 'copper', { output: 80, jobs: 50, lead: true }),
    firm('Refinery', 'copper', { output: 20 }),
    firm('Wire', 'wire', { output: 5 }),
    firm('Foil A', 'foil', { output: 6 }),
    firm('Foil B', 'foil', { output: 6 }),
  ],
};

describe('the state of a chain', () => {
  const states = new Map(chainStates(copper).map((state) => [state.id, state]));

  it('sums firms, by hand', () => {
    expect(states.get('copper')).toMatchObject({
      present: true,
      firms: 2,
      output: 100,
      jobs: 50,
      lead: true,
      largest: 0.8,
      users: ['wire', 'foil'],
      suppliers: ['ore'],
      density: 1,
      densityFrom: 'chain',
    });
    expect(states.get('resin')).toMatchObject({
      present: false,
      firms: 0,
      users: ['wire', 'foil'],
      density: 1,
    });
    expect(states.get('resin')?.output).toBeNaN();
  });

  it('has a density by links, or the one that is given', () => {
    // Of the links of foil 0.7 lead to copper; resin 0.2 and boards 0.3 are not here.
    expect(states.get('foil')?.density).toBeCloseTo(0.7 / 1.2, 12);
    const given = { ...copper, nodes: [node('ore', { density: 0.3 })] };
    expect(chainStates(given)[0]).toMatchObject({ density: 0.3, densityFrom: 'given' });
  });

  it('does not know the largest firm where one does not say its output', () => {
    const more = { ...copper, firms: [...copper.firms, firm('Foil C', 'foil')] };
    expect(chainStates(more)[3]?.largest).toBeNaN();
  });
});

describe('what to do', () => {
  const verdicts = new Map(chainVerdicts(copper, bounds).map((one) => [one.node, one]));
  it.each([
    // The median of the productivities is 25.
    ['ore', 'strengthen', 'low_productivity'],
    ['copper', 'strengthen', 'low_productivity'],
    ['wire', 'none', 'sound'],
    ['foil', 'none', 'sound'],
    ['resin', 'fill', 'bought_outside'],
    ['boards', 'extend', 'sold_raw'],
    ['motors', 'give-up', 'no_scale'],
    ['cars', 'give-up', 'no_market'],
  ] as const)('about %s is %s for %s', (id, action, reason) => {
    expect(verdicts.get(id)).toMatchObject({ action, reason });
  });

  it('is told with what it rests on', () => {
    expect(verdicts.get('boards')?.evidence).toMatchObject({ from: 'foil', unitValue: 40, rawValue: 12 });
    expect(verdicts.get('resin')?.evidence).toMatchObject({ users: 'wire foil', localShare: 0 });
  });

  const of = (id: string, chain: Chain) => chainVerdicts(chain, bounds).find((one) => one.node === id);
  const changed = (id: string, more: Partial<ChainNode>): Chain => ({
    ...copper,
    nodes: copper.nodes.map((one) => (one.id === id ? { ...one, ...more } : one)),
  });

  it('is to strengthen what hangs on one firm', () => {
    expect(of('copper', changed('copper', { productivity: 50 }))).toMatchObject({
      action: 'strengthen',
      reason: 'single_supplier',
      evidence: { largest: 0.8 },
    });
    // Wire has one firm, but nobody here uses wire.
    expect(verdicts.get('wire')?.action).toBe('none');
  });

  it('is not to fill what local users buy here, nor what is far', () => {
    const made = {
      ...changed('resin', { quotient: 0.2, localShare: 1 }),
      firms: [...copper.firms, firm('R', 'resin')],
    };
    expect(of('resin', made)?.action).toBe('none');
    expect(of('resin', changed('resin', { density: 0.01 }))).toMatchObject({
      action: 'none',
      reason: 'not_near',
    });
  });

  it('is not to extend to what is worth less, and nothing follows from what nobody knows', () => {
    expect(of('boards', changed('boards', { unitValue: 2 }))?.action).toBe('none');
    expect(of('boards', changed('boards', { unitValue: Number.NaN }))?.action).toBe('none');
    const bare = { nodes: [node('x')], edges: [], firms: [firm('A', 'x')] };
    expect(of('x', bare)).toMatchObject({ action: 'none', reason: 'unknown' });
  });

  it('is to give up what fails a test, however near it is', () => {
    expect(of('boards', changed('boards', { market: false }))).toMatchObject({ reason: 'no_market' });
    expect(of('motors', changed('motors', { scale: null, density: 0.9 }))?.action).toBe('extend');
  });

  it('does not give up what is strong, whatever a test says', () => {
    expect(of('wire', changed('wire', { market: false, density: 0 }))?.action).toBe('none');
  });
});
