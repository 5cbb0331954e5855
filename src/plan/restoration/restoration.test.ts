import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allAtOnce,
  type Doubtful,
  forestCredit,
  forestSink,
  forestStock,
  internalRate,
  type LedgerLine,
  ladderOf,
  legacyPath,
  oneByOne,
  statementOf,
  treatmentOf,
} from './index.js';

const plain = {
  project: 'lake',
  claimed: 0,
  party: 'public',
  scope: 'investment',
  duty: null,
  land: false,
  ecosystem: false,
} as const;
const cost = (year: number, amount: number, more: Partial<LedgerLine> = {}): LedgerLine => ({
  ...plain,
  year,
  item: 'earthwork',
  kind: 'cost',
  amount,
  ...more,
});
const benefit = (year: number, amount: number, more: Partial<LedgerLine> = {}): LedgerLine => ({
  ...plain,
  year,
  item: 'building_land',
  kind: 'benefit',
  amount,
  ...more,
});

/** Huaibei as published (2.2 billion for 24,500 mu at 800,000 yuan) and as the contractor told the costs (3.45 billion). */
const huaibei: readonly LedgerLine[] = [
  cost(2013, 2.2e9, { claimed: 2.2e9, party: 'private' }),
  cost(2013, 1.25e9, { party: 'private' }),
  benefit(2018, 8000 * 800_000, { claimed: 8000 * 800_000, land: true }),
  benefit(2018, 0, { item: 'farmland', claimed: 500 * 800_000 }),
  benefit(2018, 0, { item: 'green', claimed: 16_000 * 800_000 }),
];

describe('the ladder of Huaibei', () => {
  const ladder = new Map(ladderOf(huaibei, 0.08).map(({ step, ratio }) => [step, ratio]));
  it.each([
    ['claimed', 8.9],
    ['claimed_all_costs', 5.7],
    ['supported', 2.9],
    ['all_investment', 1.9],
    ['running_costs', 1.9],
  ] as const)('has %s %d', (step, ratio) => expect(ladder.get(step)).toBeCloseTo(ratio, 1));
  it('falls further once sales in five years are discounted', () => {
    expect(ladder.get('discounted')).toBeCloseTo(6.4 / 3.45 / 1.08 ** 5, 12);
  });
  it('tells ecosystem services on a line of their own', () => {
    const more = ladderOf([...huaibei, benefit(2013, 1e9, { party: 'society', ecosystem: true })], 0.08);
    expect(more.at(-2)?.ratio).toBeCloseTo(ladder.get('discounted') as number, 12);
    expect(more.at(-1)?.benefits).toBeCloseTo((more.at(-2)?.benefits as number) + 1e9, 3);
  });
});

describe('a statement', () => {
  const lines = [
    cost(2020, 100),
    cost(2021, 10, { scope: 'running' }),
    benefit(2021, 66),
    benefit(2022, 72.6),
  ];

  it('discounts to the first year, by hand', () => {
    const { costs, benefits, netValue, ratio, payBack } = statementOf(lines, 'social', 0.1);
    expect(costs).toBeCloseTo(100 + 10 / 1.1, 10);
    expect(benefits).toBeCloseTo(60 + 60, 10);
    expect(netValue).toBeCloseTo(20 - 10 / 1.1, 10);
    expect(ratio).toBeCloseTo(120 / (100 + 10 / 1.1), 10);
    expect(payBack).toBe(2022);
  });

  it('finds the rate at which nothing is left', () => {
    expect(internalRate(Float64Array.of(-100, 60, 60))).toBeCloseTo(0.130662, 5);
    const { rate } = statementOf(lines, 'public', 0.1);
    expect(statementOf(lines, 'public', rate).netValue).toBeCloseTo(0, 9);
    // None, or none that is the only one.
    for (const flows of [[100, -50], [-100, 20], [-1, 5, -6, 3], []])
      expect(internalRate(Float64Array.from(flows))).toBeNaN();
  });

  it('is one of each party, and a transfer cancels in that of all', () => {
    const transfer = [cost(2020, 30, { party: 'public' }), benefit(2020, 30, { party: 'private' })];
    const value = (of: 'private' | 'public' | 'social') =>
      statementOf([...lines, ...transfer], of, 0.08).netValue;
    expect(value('private')).toBe(30);
    expect(value('social')).toBeCloseTo(statementOf(lines, 'social', 0.08).netValue, 10);
    expect(value('public') + value('private')).toBeCloseTo(value('social'), 10);
  });

  it('never pays back where a late cost takes it all', () => {
    expect(statementOf([...lines, cost(2023, 100)], 'social', 0).payBack).toBeNaN();
    expect(statementOf([], 'social', 0.08).ratio).toBeNaN();
  });

  it('is worth less the more is paid, and sales are worth less the higher the rate', () => {
    const money = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        money,
        money,
        money,
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (paid, more, had, rate) => {
          const ledger = [cost(2020, paid), benefit(2026, had)];
          const value = (all: readonly LedgerLine[], at: number) => statementOf(all, 'social', at).netValue;
          expect(value([...ledger, cost(2022, more)], rate)).toBeLessThanOrEqual(value(ledger, rate));
          expect(value(ledger, rate + 0.01)).toBeLessThanOrEqual(value(ledger, rate));
        },
      ),
    );
  });
});

describe('what may turn out otherwise', () => {
  const doubtful: Doubtful = { landPrice: 0.3, delay: 5, costs: 0.3, rates: [0.04, 0.08] };

  it('is told one after the other, by hand', () => {
    const at = (years: number, rate = 0.08) => 6.4e9 / (1 + rate) ** years;
    const found = new Map(
      oneByOne(huaibei, 'social', 0.08, doubtful).map(({ what, netValue }) => [what, netValue]),
    );
    expect(found.get('land_price')).toBeCloseTo(0.7 * at(5) - 3.45e9, 0);
    expect(found.get('delay')).toBeCloseTo(at(10) - 3.45e9, 0);
    expect(found.get('costs')).toBeCloseTo(at(5) - 1.3 * 3.45e9, 0);
    expect(found.get('rate_low')).toBeCloseTo(at(5, 0.04) - 3.45e9, 0);
  });

  it('is drawn all at once, the same for the same seed', () => {
    const settings = { runs: 2000, seed: 3, confidence: 0.9 };
    const spread = allAtOnce(huaibei, 'social', doubtful, settings);
    expect(allAtOnce(huaibei, 'social', doubtful, settings)).toEqual(spread);
    expect(spread.low).toBeLessThan(spread.mid);
    expect(spread.mid).toBeLessThan(spread.high);
    expect(spread.positive).toBeGreaterThan(0);
    expect(spread.positive).toBeLessThan(1);
    const none = { landPrice: 0, delay: 0, costs: 0, rates: [0.08, 0.08] } as const;
    const sure = allAtOnce(huaibei, 'social', none, settings);
    expect(sure.low).toBeCloseTo(statementOf(huaibei, 'social', 0.08).netValue, 3);
    expect(sure.high).toBeCloseTo(sure.low, 3);
  });
});

describe('legacy land', () => {
  it('has new subsidence below the line: the rate falls though more is treated', () => {
    const [first, second] = legacyPath({ registered: 100, treated: 50 }, [
      { year: 2024, sunk: 20, treated: 5 },
      { year: 2025, sunk: 0, treated: 500 },
    ]);
    expect(first).toEqual({ year: 2024, registered: 120, treated: 55, rate: 55 / 120 });
    expect(second).toMatchObject({ registered: 120, treated: 120, rate: 1 });
    expect(legacyPath({ registered: 0, treated: 0 }, [{ year: 1, sunk: 0, treated: 0 }])[0]?.rate).toBeNaN();
  });

  it('is treated by depth and by whether it still sinks', () => {
    const bounds = { shallow: 1.5, deep: 3 };
    const of = (stable: boolean) => [1.49, 1.5, 3, 3.01].map((depth) => treatmentOf(depth, stable, bounds));
    expect(of(true)).toEqual(['farmland_or_building', 'fish_and_terraces', 'fish_and_terraces', 'lake']);
    expect(of(false)).toEqual(['farmland_for_now', 'wetland', 'wetland', 'monitored_water']);
    expect(treatmentOf(Number.NaN, true, bounds)).toBeNull();
  });
});

describe('carbon of a forest', () => {
  const stand = { volumeM3: 1000, density: 0.5, expansion: 1.4, roots: 0.25, carbon: 0.48 };
  it('is a stock, a sink and a credit, by hand', () => {
    // 1000 × 0.5 × 1.4 × 1.25 × 0.48 = 420 t of carbon.
    expect(forestStock([stand])).toBeCloseTo(1540, 9);
    expect(forestStock([stand, stand])).toBeCloseTo(3080, 9);
    expect(forestSink([1540, 1640], 5)).toBe(20);
    expect(forestCredit(20, 12, { leakage: 0.1, buffer: 0.2 })).toBeCloseTo(5.76, 12);
    // What would have grown anyway is no credit.
    expect(forestCredit(20, 25, { leakage: 0, buffer: 0 })).toBe(0);
  });
});
