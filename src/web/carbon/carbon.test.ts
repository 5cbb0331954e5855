import { describe, expect, it } from 'vitest';
import { lmdi, tapioStates } from '../../assess/index.js';
import { readCsv } from '../laboratory/csv.js';
import { askedOf, type CarbonRow, hasEmissions, sidesOf } from './asked.js';
import { carbonCsv, yearsCsv } from './carbon-csv.js';
import { exampleTable } from './example.js';
import { extentOf, stateLooks, ticksOf } from './plane-geometry.js';

const side = {
  tapio: { co2Percent: -10, gdpPercent: 10, elasticity: -1, state: 'strong decoupling' },
  steps: [
    { from: 2010, to: 2011, co2Percent: -10, gdpPercent: 10, elasticity: -1, state: 'strong decoupling' },
  ],
  lmdi: { population: 0, gdpPerHead: 9, co2PerGdp: -19, total: -10 },
  kaya: null,
  mannKendall: { n: 2, s: -1, variance: 1, z: 0, p: 1, pExact: null, senSlope: -10 },
  peak: 'too short',
  peakYear: 2010,
  passiveShare: null,
};
const year = { gdp: 1, population: 2, energy: null };
const row = {
  place: 'A, west',
  inventory: 'EDGAR',
  gdp: 'table',
  from: 2010,
  to: 2011,
  chained: false,
  populationPercent: 0,
  ...side,
  years: [
    { year: 2010, co2: 100, co2Consumption: 120, ...year },
    { year: 2011, co2: 90, co2Consumption: null, ...year },
  ],
  consumption: { ...side, peak: 'rising' },
} as unknown as CarbonRow;

describe('emissions as files', () => {
  it('have a row for each side, missing empty', () => {
    const [head, ...rows] = readCsv(carbonCsv([row], 'hash'));
    const at = (name: string) => rows.map((cells) => cells[head?.indexOf(name) ?? -1]);
    expect(at('place')).toEqual(['A, west', 'A, west']);
    expect(at('side')).toEqual(['production', 'consumption']);
    expect(at('peak')).toEqual(['too short', 'rising']);
    expect([at('lmdi_co2PerGdp')[0], at('kaya_population')[0], at('catalog')[0]]).toEqual([
      '-19',
      '',
      'hash',
    ]);
  });

  it('have a row for each year with the step that leads to it', () => {
    const [head, ...rows] = readCsv(yearsCsv([row], 'hash'));
    const column = (name: string) => rows.map((cells) => cells[head?.indexOf(name) ?? -1]);
    expect(column('co2')).toEqual(['100', '90', '120', '']);
    expect(column('step_from')).toEqual(['', '2010', '', '2010']);
  });
});

describe('what the page is asked', () => {
  it('keeps usual values for nonsense', () => {
    expect(askedOf(new URLSearchParams('from=20&interval=x'))).toMatchObject({
      own: false,
      from: '2010',
      to: '2020',
      interval: 'coupling',
      place: null,
    });
    expect(sidesOf(row).map(({ isConsumption }) => isConsumption)).toEqual([false, true]);
    expect(hasEmissions({ ...row, years: [] })).toBe(false);
  });
});

describe('the plane', () => {
  it('has nought inside, room at both ends and few round marks', () => {
    expect(extentOf([5, 105])).toEqual({ least: -8.4, most: 113.4 });
    expect(extentOf([])).toEqual({ least: -1, most: 1 });
    expect(ticksOf({ least: -8.4, most: 113.4 })).toEqual([0, 50, 100]);
    expect(ticksOf({ least: -1, most: 1 })).toEqual([-1, 0, 1]);
  });

  it('has a look of its own for every state', () => {
    const looks = tapioStates.map((state) => `${stateLooks[state].shape} ${stateLooks[state].colour}`);
    expect(new Set(looks).size).toBe(tapioStates.length);
  });
});

describe('the invented example', () => {
  it('has the columns of the form and figures that can be split, in both languages', () => {
    for (const zh of [true, false]) {
      const [head, ...rows] = readCsv(exampleTable(zh));
      expect(head).toEqual(['place', 'year', 'co2', 'gdp', 'population']);
      expect(rows).toHaveLength(33);
      const [first, last] = [rows[0], rows[10]].map((cells) => cells?.slice(2).map(Number) ?? []);
      const chain = ([co2, gdp, people]: number[] = []) => [people, gdp, co2] as number[];
      expect(lmdi(chain(first), chain(last)).total).toBe(-60);
    }
  });
});
