import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allAtOnce,
  type Doubtful,
  dutyShares,
  internalRate,
  type LedgerLine,
  ladderOf,
  oneByOne,
  partyShares,
  statementOf,
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

describe('who pays and who has it', () => {
  const money = fc.double({ min: 0, max: 1e9, noNaN: true });
  const anyLine = fc.record({
    year: fc.integer({ min: 2000, max: 2040 }),
    amount: money,
    kind: fc.constantFrom('cost', 'benefit'),
    party: fc.constantFrom('private', 'public', 'society'),
    scope: fc.constantFrom('investment', 'running'),
    duty: fc.constantFrom('owner', 'orphan', 'shared', null),
    ecosystem: fc.boolean(),
  });
  const anyLedger = fc
    .array(anyLine, { minLength: 1, maxLength: 12 })
    .map((lines) => lines.map((line): LedgerLine => ({ ...plain, item: 'any', ...line })));
  const anyRate = fc.double({ min: 0, max: 0.3, noNaN: true });
  const sumOf = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  /** How far sums of such amounts may be off by rounding. */
  const rounding = (amount: number) => 1e-9 * Math.max(1, amount);

  it('adds up to the whole, whoever they are', () => {
    fc.assert(
      fc.property(anyLedger, anyRate, (ledger, rate) => {
        const { costs, benefits } = statementOf(ledger, 'social', rate);
        const shares = partyShares(ledger, rate);
        const owed = sumOf(dutyShares(ledger, rate).map((one) => one.costs));
        const paid = sumOf(shares.map((one) => one.costs));
        const had = sumOf(shares.map((one) => one.benefits));
        const whole = sumOf(shares.map(({ costShare }) => costShare));
        expect(Math.abs(paid - costs)).toBeLessThanOrEqual(rounding(costs));
        expect(Math.abs(had - benefits)).toBeLessThanOrEqual(rounding(benefits));
        expect(Math.abs(owed - costs)).toBeLessThanOrEqual(rounding(costs));
        expect(costs > 0 ? Math.abs(whole - 1) : 0).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it('counts each benefit once: those without a market only in the last step of the ladder', () => {
    fc.assert(
      fc.property(anyLedger, anyRate, (ledger, rate) => {
        const rungs = new Map(ladderOf(ledger, rate).map(({ step, benefits }) => [step, benefits]));
        const [priced = 0, all = 0] = [rungs.get('discounted'), rungs.get('with_ecosystem')];
        // Lines stay, so that the first year does; only their amounts go.
        const unpriced = ledger.map((line) => (line.ecosystem ? line : { ...line, amount: 0 }));
        const added = statementOf(unpriced, 'social', rate).benefits;
        expect(Math.abs(all - priced - added)).toBeLessThanOrEqual(rounding(all));
        expect(Math.abs(all - statementOf(ledger, 'social', rate).benefits)).toBeLessThanOrEqual(
          rounding(all),
        );
      }),
    );
  });

  it('never gains by a cost that is added', () => {
    fc.assert(
      fc.property(anyLedger, money, anyRate, (ledger, more, rate) => {
        const year = Math.min(...ledger.map((line) => line.year));
        const before = statementOf(ledger, 'social', rate).netValue;
        const after = statementOf([...ledger, cost(year, more)], 'social', rate).netValue;
        expect(after).toBeLessThanOrEqual(before + 1e-6 * Math.abs(before));
      }),
    );
  });

  it('tells what another pays than the one whose duty it is, by hand', () => {
    const ledger = [
      cost(2020, 60, { duty: 'owner', party: 'public' }),
      cost(2020, 40, { duty: 'owner', party: 'private' }),
      cost(2020, 30, { duty: 'orphan', party: 'private' }),
      cost(2020, 10, { duty: 'shared' }),
      cost(2020, 5),
    ];
    expect(
      dutyShares(ledger, 0.08).map(({ duty, costs, paidByAnother }) => [duty, costs, paidByAnother]),
    ).toEqual([
      ['owner', 100, 60],
      ['orphan', 30, 30],
      ['shared', 10, Number.NaN],
      [null, 5, Number.NaN],
    ]);
    expect(partyShares(ledger, 0.08)[0]).toMatchObject({ party: 'private', costs: 70, benefits: 0 });
    expect(partyShares(ledger, 0.08)[0]?.benefitShare).toBeNaN();
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
