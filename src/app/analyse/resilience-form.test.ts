import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { type AnalyseCall, analyseStructure, type ResilienceRow, type Workspace } from '../index.js';

const parameters = new Map([['volatility_years', { id: 'volatility_years', value: 3 }]]);
const ws = { catalog: { parameters } } as unknown as Workspace;
const run = (lines: readonly string[], more: Partial<AnalyseCall> = {}) =>
  analyseStructure(ws, {
    cities: [],
    table: { name: 'table', cells: lines.map((line) => line.split(',')) },
    ...more,
  }) as unknown as Promise<readonly ResilienceRow[]>;

const heading = 'place,year,value,price';
const series = (place: string, values: readonly number[], prices: readonly number[] = []) =>
  values.map((value, at) => `${place},${2007 + at},${value},${prices[at] ?? ''}`);

describe('analyse structure, resilience', () => {
  // The reference goes 100, 90, 99: −10 and +10 %; the city 100, 95, 114: −5 and +20 %.
  const lines = [heading, ...series('city', [100, 100, 95, 114]), ...series('land', [100, 100, 90, 99])];

  it('finds the largest fall of the reference and answers as by hand', async () => {
    const [city, land] = await run(lines, { reference: 'land' });
    expect(city?.shock).toEqual({ before: 2008, bottom: 2009, after: 2010 });
    expect(city?.resistance).toBeCloseTo(0.5, 12);
    expect(city?.recovery).toBeCloseTo(1, 12);
    expect(land).toMatchObject({ resistance: 0, recovery: 0 });
    expect(city?.priceBeta).toMatchObject({ beta: null, count: 0 });
    expect(city?.issues.map(({ message }) => message.en).join()).toContain('price that moves');
  });

  it('takes the years that are named, and all places together without a reference', async () => {
    const [city] = await run(lines, { shock: '2007,2009,2010' });
    // Together 200, 200, 185, 213: −7.5 % and 28 ÷ 185.
    expect(city?.reference).toBeNull();
    expect(city?.resistance).toBeCloseTo((-0.05 + 0.075) / 0.075, 12);
    for (const shock of ['2009,2007,2010', '2007,2009', '1999,2009,2010', '2007,2008,2009,2010', ''])
      await expect(run(lines, { shock })).rejects.toThrow(/--shock/);
  });

  it('follows the price, and says what it cannot tell without a fall', async () => {
    const prices = [100, 110, 88, 114.4];
    const values = [100, 109, 105.73, 123.7041];
    const [city] = await run([heading, ...series('city', values, prices)]);
    expect(city?.priceBeta?.beta).toBeCloseTo(0.4, 3);
    expect(city?.volatility).toBeCloseTo(0.1, 2);
    const [rising] = await run([heading, ...series('city', [1, 2, 3])]);
    expect(rising).toMatchObject({ shock: null, resistance: null, volatility: null });
    expect(rising?.issues.map(({ message }) => message.zh).join()).toContain('参照地的下降');
  });

  it('a gap of one place is no fall of all together', async () => {
    const gap = [heading, ...series('a', [10, 10, 10]), 'b,2007,10,', 'b,2009,10,'];
    expect((await run(gap))[0]?.shock).toBeNull();
  });

  it('refuses years that are none, rows that stand twice and options of the other form', async () => {
    await expect(run([heading, 'a,soon,1,'])).rejects.toThrow(AfterlodeError);
    await expect(run([heading, 'a,20,1,'])).rejects.toThrow(/year such as/);
    await expect(run([heading, 'a,2010,1,', 'a,2010,2,'])).rejects.toThrow(/as on line 2/);
    await expect(run(['place,sector,first,last', 'a,x,1,2'], { shock: '1,2,3' })).rejects.toThrow(/--shock/);
  });
});
