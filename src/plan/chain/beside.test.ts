import { describe, expect, it } from 'vitest';
import {
  type Chain,
  type ChainNode,
  type ChainPartner,
  chainPartners,
  chainStates,
  chainVerdicts,
  missingRoles,
  poolSums,
} from './index.js';

const bounds = { strongQuotient: 1, weakQuotient: 0.5, users: 2, largest: Number.POSITIVE_INFINITY };
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

/** Copper is here, wire and foil are said to be, nobody has looked for resin and boards, motors are not here. */
const stated: Chain = {
  nodes: [
    node('copper', { here: true, unitValue: 5, quotient: 2, density: 0.5 }),
    node('wire', { here: true, unitValue: 8 }),
    node('foil', { here: true, unitValue: 12 }),
    node('resin', { here: null }),
    node('boards', { here: null, unitValue: 40 }),
    node('motors', { here: false, unitValue: 30 }),
  ],
  edges: [
    { from: 'copper', to: 'wire', share: 0.8 },
    { from: 'copper', to: 'foil', share: 0.7 },
    { from: 'resin', to: 'wire', share: 0.1 },
    { from: 'resin', to: 'foil', share: 0.2 },
    { from: 'foil', to: 'boards', share: 0.3 },
    { from: 'wire', to: 'motors', share: 0.2 },
  ],
  firms: [{ firm: 'Works', node: 'copper', output: 9, jobs: 3, lead: false }],
};

describe('presence that is stated', () => {
  const states = new Map(chainStates(stated).map((state) => [state.id, state]));
  const verdicts = new Map(chainVerdicts(stated, bounds).map((verdict) => [verdict.node, verdict]));

  it('is known, not known, or told by firms that need not be all', () => {
    expect([...states.values()].map(({ present, known }) => [present, known])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, false],
      [false, false],
      [false, true],
    ]);
    expect(states.get('copper')).toMatchObject({ firms: 1, complete: false, largest: Number.NaN });
    expect(states.get('wire')?.users).toEqual([]);
    // Foil leads to copper (0.7) and to two that nobody knows (0.2, 0.3).
    expect(states.get('foil')?.density).toBeCloseTo(0.7 / 1.2, 12);
  });

  it('makes no single supplier of the one firm that is named', () => {
    expect(verdicts.get('copper')).toMatchObject({ action: 'none', reason: 'sound' });
    const complete = {
      ...stated,
      nodes: stated.nodes.map(({ id, unitValue, quotient }) => node(id, { unitValue, quotient })),
    };
    const firms = ['copper', 'wire', 'foil'].map(
      (at) => ({ ...stated.firms[0], firm: at, node: at }) as const,
    );
    const [copper] = chainVerdicts({ ...complete, firms: firms as Chain['firms'] }, bounds);
    expect(copper).toMatchObject({ action: 'strengthen', reason: 'single_supplier' });
  });

  it('proposes nothing where nobody has looked, but says what would be', () => {
    expect(verdicts.get('resin')).toMatchObject({
      action: 'none',
      reason: 'not_looked',
      evidence: { ifAbsent: 'fill', ifAbsentRule: 'bought_outside', users: 'wire foil' },
    });
    expect(verdicts.get('boards')).toMatchObject({
      action: 'none',
      evidence: { ifAbsent: 'extend', ifAbsentRule: 'sold_raw', from: 'foil' },
    });
    expect(verdicts.get('motors')).toMatchObject({ action: 'extend', reason: 'sold_raw' });
  });
});

describe('partner cities', () => {
  const from = (place: string, at: string, more: Partial<ChainPartner> = {}): ChainPartner => ({
    place,
    node: at,
    output: Number.NaN,
    quotient: Number.NaN,
    distance: Number.NaN,
    ...more,
  });
  const near = [
    from('far', 'resin', { quotient: 3, distance: 900 }),
    from('near', 'resin', { quotient: 1, distance: 90 }),
    from('some', 'resin', { output: 5, distance: 10 }),
    from('little', 'boards', { quotient: 0.9, output: 50 }),
    from('silent', 'boards'),
    from('none', 'motors', { output: 0 }),
    from('maker', 'motors', { output: 7 }),
    from('near', 'copper', { quotient: 9 }),
  ];

  it('close gaps: the nearest strong one first, one that only has it after those', () => {
    const found = chainPartners(stated, near, { ...bounds, distance: Number.POSITIVE_INFINITY });
    expect(found.map(({ node: at, partner }) => [at, partner?.place ?? null])).toEqual([
      ['resin', 'near'],
      ['boards', null],
      ['motors', 'maker'],
    ]);
    expect(found[0]?.offers.map(({ place, state }) => [place, state])).toEqual([
      ['near', 'strong'],
      ['far', 'strong'],
      ['some', 'has'],
    ]);
    expect(found[1]?.offers.map(({ state }) => state)).toEqual(['weak', 'unknown']);
  });

  it('are out of reach beyond the distance that somebody set, and never by one that nobody knows', () => {
    const [resin] = chainPartners(stated, near, { ...bounds, distance: 50 });
    expect(resin?.offers.map(({ place, state }) => [place, state])).toEqual([
      ['some', 'has'],
      ['near', 'far'],
      ['far', 'far'],
    ]);
    const lost = chainPartners(stated, [from('where', 'resin', { quotient: 2 })], {
      ...bounds,
      distance: 50,
    });
    expect(lost[0]?.partner?.place).toBe('where');
  });

  it('do not depend on the order of rows', () => {
    const reach = { ...bounds, distance: 500 };
    expect(chainPartners(stated, near.toReversed(), reach)).toEqual(chainPartners(stated, near, reach));
  });
});

describe('pools and records', () => {
  it('sum by node and pool what is said, and tell how many say nothing', () => {
    const entry = (pool: 'project' | 'talent', at: string | null, amount: number) => ({
      pool,
      node: at,
      name: 'one',
      state: '',
      amount,
      source: '',
    });
    const sums = poolSums(
      ['wire', 'foil'],
      [
        entry('talent', null, Number.NaN),
        entry('project', 'foil', 3),
        entry('project', 'foil', Number.NaN),
        entry('project', 'foil', 4),
        entry('talent', 'wire', 0),
      ],
    );
    expect(sums).toEqual([
      { node: 'wire', pool: 'talent', entries: 1, amount: 0, without: 0 },
      { node: 'foil', pool: 'project', entries: 3, amount: 7, without: 1 },
      { node: null, pool: 'talent', entries: 1, amount: Number.NaN, without: 1 },
    ]);
  });

  it('tell which roles nobody fills', () => {
    const record = { name: 'one', node: null, contact: '', source: '', since: '' };
    expect(missingRoles([])).toHaveLength(9);
    const named = [{ ...record, role: 'bank' } as const, { ...record, role: 'office' } as const];
    expect(missingRoles(named)).not.toContain('bank');
    expect(missingRoles(named)).toHaveLength(7);
  });
});
