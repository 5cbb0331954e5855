import { beforeAll, describe, expect, it } from 'vitest';
import { checkup, cityPage, compare, meta, overview, type Workspace } from '../../src/app/index.js';
import type { Checkup } from '../../src/assess/index.js';
import { readingWorkspace } from './workspace.js';

let ws: Workspace;
let all: readonly Checkup[];

beforeAll(async () => {
  ws = await readingWorkspace();
  all = await checkup(ws, { period: '2020' });
});

describe('the register', () => {
  it('has the official totals and shows the two it cannot reproduce', async () => {
    const { totals, differences } = await meta(ws);
    expect(totals.listed).toBe(262);
    expect(totals.byLevel).toEqual({ prefecture: 126, 'county-city': 62, county: 58, district: 16 });
    expect(totals.byType).toEqual({ growing: 31, mature: 141, declining: 67, regenerating: 23 });
    expect(totals.byBatch).toEqual({ 1: 12, 2: 32, 3: 25 });
    expect(differences.map(({ total, official, counted }) => [total, official, counted])).toEqual([
      ['kind.ferrous', 6, 5],
      ['kind.oil', 3, 4],
    ]);
  });
});

describe('the check-up of 2020', () => {
  it('covers all 262 units; two have no figures of their own', () => {
    expect(all).toHaveLength(262);
    const without = all.filter((one) => one.rank === null).map((one) => one.city);
    expect(without).toEqual(['cn-211402-yangjiazhangzi', 'cn-500110-wansheng']);
  });

  it('finds recoded units under their code of 2020', () => {
    const luquan = all.find((one) => one.city === 'cn-130185');
    expect(luquan?.scores.people_work).toBeGreaterThan(0);
  });

  it('never lights what is missing', () => {
    for (const one of all) {
      for (const indicator of one.missing) expect(one.lights[indicator]?.final ?? 'none').toBe('none');
    }
  });

  it('keeps ranks inside their intervals nearly always, and intervals inside 1 to the ranked', () => {
    const ranked = all.filter((one) => one.rank !== null);
    const inside = ranked.filter((one) => {
      const [low, high] = one.rankInterval ?? [0, 0];
      expect(low).toBeGreaterThanOrEqual(1);
      expect(high).toBeLessThanOrEqual(ranked.length);
      return low <= (one.rank ?? 0) && (one.rank ?? 0) <= high;
    });
    expect(inside.length).toBeGreaterThan(0.95 * ranked.length);
  });

  it('gives equal answers to equal calls', async () => {
    ws.changed();
    expect(await checkup(ws, { period: '2020' })).toEqual(all);
  });
});

describe('population change 2010–2020', () => {
  it('is −35.2 % in Daxing’anling and −16.1 % in Tongling on aligned boundaries', async () => {
    expect(await figure('大兴安岭', 'population_change_aligned')).toBeCloseTo(-0.352, 3);
    expect(await figure('Tongling', 'population_change_aligned')).toBeCloseTo(-0.161, 3);
  });

  it.each([
    ['population_change_aligned', 77],
    ['population_change_unaligned', 74],
  ])('%s: %d of 126 prefectures shrink', async (indicator, shrinking) => {
    const { groups } = await compare(ws, { indicator, period: '2020' });
    const listed = groups.find((group) => group.group === 'listed');
    expect([listed?.count, listed?.negative]).toEqual([126, shrinking]);
  });
});

describe('mining share of employment', () => {
  it.each([
    ['2010', 2.53, 0.52],
    ['2020', 2.24, 0.36],
  ])('of the prefectures in %s: listed %d %%, others %d %%, pooled', async (period, listed, others) => {
    const { groups } = await compare(ws, { indicator: 'mining_share_employment', period });
    const pooled = groups.map((group) => Number((100 * (group.pooled ?? Number.NaN)).toFixed(2)));
    expect(pooled).toEqual([listed, others]);
  });
});

describe('the pages', () => {
  it('the overview has a place and a score or an honest gap for every city', async () => {
    const { rows, period, index } = await overview(ws, {});
    expect([period, index, rows.length]).toEqual(['2020', 'people_work', 262]);
    for (const row of rows) {
      expect(row.point[0]).toBeGreaterThan(70);
      expect(row.score === null).toBe(row.rank === null);
    }
  });

  it('the page of a city keeps official and computed apart and says what is missing', async () => {
    const page = await cityPage(ws, 'Hegang', {});
    expect(page.city.type).toBe('declining');
    expect(page.figures.length).toBeGreaterThan(40);
    expect(page.checkup.strongest.length).toBeGreaterThan(0);
  });

  it('an earlier period is judged by the economy', async () => {
    const { index, rows } = await overview(ws, { period: '2012' });
    expect(index).toBe('economy');
    expect(rows.filter((row) => row.score !== null).length).toBeGreaterThan(80);
  });
});

describe('bad calls', () => {
  it.each([
    [{ cities: ['Atlantis'] }, 'CITY_UNKNOWN'],
    [{ cities: ['Yichun'] }, 'CITY_AMBIGUOUS'],
    [{ cities: ['太原'] }, 'CITY_NOT_LISTED'],
    [{ period: '1949' }, 'PERIOD_UNKNOWN'],
  ])('%o is refused with %s', async (call, code) => {
    await expect(checkup(ws, call)).rejects.toMatchObject({ code });
  });
});

async function figure(city: string, indicator: string): Promise<number | null | undefined> {
  const page = await cityPage(ws, city, { period: '2020' });
  return page.figures.find((one) => one.indicator === indicator)?.value;
}
