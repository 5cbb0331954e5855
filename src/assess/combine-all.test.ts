import { describe, expect, it } from 'vitest';
import { type AllJudgements, combineAll, combineLights } from './combine-lights.js';
import type { Light } from './types.js';

/**
 * Every combination of target, people, peers and trend, written out: the base of each pair of target and people, how far
 * peers and trend push, and where a base goes when it is pushed. Nothing here is computed by the code under test.
 */

const all: readonly Light[] = ['green', 'yellow', 'red', 'none'];

/** Base and what carries it, by target and then people; null: no base. */
const bases: Readonly<Record<Light, Readonly<Record<Light, readonly [Light, 'target' | 'people'] | null>>>> =
  {
    green: {
      green: ['green', 'target'],
      yellow: ['yellow', 'people'],
      red: ['red', 'people'],
      none: ['green', 'target'],
    },
    yellow: {
      green: ['yellow', 'target'],
      yellow: ['yellow', 'target'],
      red: ['red', 'people'],
      none: ['yellow', 'target'],
    },
    red: {
      green: ['red', 'target'],
      yellow: ['red', 'target'],
      red: ['red', 'target'],
      none: ['red', 'target'],
    },
    none: { green: ['green', 'people'], yellow: ['yellow', 'people'], red: ['red', 'people'], none: null },
  };

/** By peers and then trend: one step up, none, one step down. */
const pushes: Readonly<Record<Light, Readonly<Record<Light, -1 | 0 | 1>>>> = {
  green: { green: 1, yellow: 1, red: 0, none: 1 },
  yellow: { green: 1, yellow: 0, red: -1, none: 0 },
  red: { green: 0, yellow: -1, red: -1, none: -1 },
  none: { green: 1, yellow: 0, red: -1, none: 0 },
};

const pushed: Readonly<Record<'green' | 'yellow' | 'red', readonly [down: Light, stay: Light, up: Light]>> = {
  green: ['yellow', 'green', 'green'],
  yellow: ['red', 'yellow', 'green'],
  red: ['red', 'red', 'yellow'],
};

/** Without target and people, by peers and then trend, where the rule asks for peers. */
const peersOnly: Readonly<Record<Light, Readonly<Record<Light, Light>>>> = {
  green: { green: 'green', yellow: 'green', red: 'yellow', none: 'green' },
  yellow: { green: 'green', yellow: 'yellow', red: 'red', none: 'yellow' },
  red: { green: 'yellow', yellow: 'red', red: 'red', none: 'red' },
  none: { green: 'none', yellow: 'none', red: 'none', none: 'none' },
};

function everyCase(measured: boolean): readonly AllJudgements[] {
  const lights = measured ? all : (['none'] as const);
  return lights.flatMap((target) =>
    all.flatMap((people) =>
      lights.flatMap((peers) =>
        lights.flatMap((trend) =>
          [true, false].map((asksPeers) => ({ target, people, peers, trend, asksPeers, measured })),
        ),
      ),
    ),
  );
}

function expected(given: AllJudgements): { readonly final: Light; readonly basis: string } {
  const { target, people, peers, trend, asksPeers } = given;
  const base = bases[target][people];
  if (base !== null) {
    const [from, basis] = base;
    const at = (pushes[peers][trend] + 1) as 0 | 1 | 2;
    return { final: pushed[from as 'green' | 'yellow' | 'red'][at], basis };
  }
  if (peers !== 'none') return { final: peersOnly[peers][trend], basis: 'peers' };
  if (trend !== 'none' && !asksPeers) return { final: trend, basis: 'trend' };
  return { final: 'none', basis: 'none' };
}

describe('combineAll with a measured value', () => {
  const cases = everyCase(true);

  it('has 4 × 4 × 4 × 4 × 2 combinations', () => {
    expect(cases).toHaveLength(512);
  });

  it.each(cases)('target $target, people $people, peers $peers, trend $trend, asks $asksPeers', (given) => {
    const { final, basis } = combineAll(given);
    expect({ final, basis }).toEqual(expected(given));
  });

  it('tells a mismatch exactly where figures and people are green against red', () => {
    for (const given of cases) {
      const { target, peers, trend, asksPeers, people } = given;
      const objective = combineLights(target, peers, trend, asksPeers).final;
      const found = combineAll(given);
      expect(found.objective).toBe(objective);
      const pair = `${objective}/${people}`;
      const wanted = pair === 'green/red' ? 'people_worse' : pair === 'red/green' ? 'people_better' : null;
      expect(found.mismatch).toBe(wanted);
    }
  });

  it('is the objective light itself where nobody was asked, and never lights what has no judgement at all', () => {
    for (const given of cases.filter((one) => one.people === 'none')) {
      const { target, peers, trend, asksPeers } = given;
      expect(combineAll(given)).toMatchObject(combineLights(target, peers, trend, asksPeers));
    }
    const nothing = { target: 'none', people: 'none', peers: 'none', trend: 'none' } as const;
    for (const asksPeers of [true, false]) {
      expect(combineAll({ ...nothing, asksPeers, measured: true }).final).toBe('none');
    }
  });

  it('is never better for a worse judgement', () => {
    const order = ['red', 'yellow', 'green'];
    const worse = (light: Light): Light => (light === 'green' ? 'yellow' : 'red');
    for (const given of cases) {
      for (const name of ['target', 'people', 'peers', 'trend'] as const) {
        if (given[name] === 'none') continue;
        const before = order.indexOf(combineAll(given).final);
        const after = order.indexOf(combineAll({ ...given, [name]: worse(given[name]) }).final);
        expect(after).toBeLessThanOrEqual(before);
      }
    }
  });
});

describe('combineAll without a value', () => {
  it.each(everyCase(false))('people $people, asks $asksPeers', (given) => {
    const light = { green: 'none', yellow: 'yellow', red: 'red', none: 'none' } as const;
    const final = light[given.people];
    expect(combineAll(given)).toEqual({
      final,
      basis: final === 'none' ? 'none' : 'people',
      objective: 'none',
      mismatch: null,
    });
  });
});
