import { describe, expect, it } from 'vitest';
import { industryMedians, type JudgedPlot, judgePlot } from './judge.js';
import { knownFacts, landSettings } from './testing/plots.js';
import type { PlotFacts } from './types.js';

const density = {
  areaM2: 100,
  builtM2: 20,
  floorM2: 30,
  floorLeastM2: 30,
  coverage: 0.2,
  openShare: 0.8,
  floorAreaRatio: 0.3,
  floorAreaRatioLeast: 0.3,
  buildings: 2,
  withoutStoreys: 0,
  medianFootprintM2: 10,
};
const bounds = { floorAreaRatio: 0.6, coverage: 0.4, living: 0.07, green: 0.2 };
const plot = (facts: Partial<PlotFacts> = {}, more: Partial<JudgedPlot> = {}): JudgedPlot => ({
  density,
  bounds,
  facts: { ...knownFacts, ...facts },
  ...more,
});
const medians = { plots: 9, output: 4, tax: 1, jobs: Number.NaN };
const judge = (one: JudgedPlot, settings = {}) => judgePlot(one, medians, { ...landSettings, ...settings });

describe('a plot', () => {
  it('is inefficient only if the score is high and an economic and a physical item fail', () => {
    // By m²: output 0.5 of 2, tax 0.5 of 0.5.
    const poor = { output: 50, tax: 50 };
    expect(judge(plot(poor))).toMatchObject({
      score: (0.5 + 0.5 + 0.75 + 0) / 4,
      fails: ['floor_area_ratio', 'coverage', 'output'],
      inefficient: true,
    });
    expect(judge(plot({ output: 200, tax: 50 }))).toMatchObject({ inefficient: false });
    const dense = { density: { ...density, coverage: 0.5, floorAreaRatio: 0.9 } };
    expect(judge(plot({ output: 0, tax: 0 }, dense))).toMatchObject({ score: 0.5, inefficient: false });
    expect(judge(plot(poor), { scoreLeast: 0.45 })).toMatchObject({ inefficient: false });
  });

  it('at its reference passes; a zero is a value, what is missing is not judged', () => {
    const equal = plot(
      { output: 200, tax: 50, living: 0.07, green: 0.2 },
      { density: { ...density, coverage: 0.4, floorAreaRatio: 0.6 } },
    );
    expect(judge(equal)).toMatchObject({ score: 0, fails: [] });
    expect(judge(plot({ output: 0 })).items.find(({ item }) => item === 'output')).toMatchObject({
      value: 0,
      shortfall: 1,
    });
    expect(judge(plot())).toMatchObject({ fails: ['floor_area_ratio', 'coverage'], inefficient: null });
    const unknown = {
      floorAreaRatio: Number.NaN,
      coverage: Number.NaN,
      living: Number.NaN,
      green: Number.NaN,
    };
    expect(judge(plot({ output: 0 }, { bounds: unknown })).inefficient).toBeNull();
  });

  it('fails by disuse, empty floor and controls', () => {
    const worn = judge(plot({ output: 0, disuse: 1, occupied: 0.4, living: 0.1, green: 0.3 }));
    expect(worn.fails).toEqual(['floor_area_ratio', 'coverage', 'output', 'disuse', 'living', 'green']);
    expect(worn.score).toBeCloseTo((0.5 + 0.5 + 1 + 0.6 + 1) / 5, 12);
    expect(judge(plot({ occupied: 0.4 }), { occupiedLeast: 0.5 }).fails).toContain('occupied');
  });

  it('is excused by a safety distance that explains its density, item by item', () => {
    const poor = { output: 0, exemption: 'tailings_safety' } as const;
    // Half of it free: 0.6 of 0.6 passes, 0.4 of 0.4 too.
    expect(judge(plot({ ...poor, safetyM2: 50 }))).toMatchObject({
      excused: ['floor_area_ratio', 'coverage'],
      fails: ['output'],
      inefficient: false,
    });
    expect(judge(plot({ ...poor, safetyM2: 40 }))).toMatchObject({ excused: [], inefficient: true });
    expect(judge(plot({ ...poor, safetyM2: 100 }))).toMatchObject({ excused: [], inefficient: true });
    expect(judge(plot(poor)).excused).toEqual(['floor_area_ratio', 'coverage']);
    expect(judge(plot({ ...poor, disuse: 1 })).inefficient).toBe(true);
  });

  it('that is no industry is an old estate or an urban village by rule', () => {
    const kind = (facts: Partial<PlotFacts>, settings = {}) => {
      const { kind: found, textureFits, inefficient } = judge(plot({ industry: null, ...facts }), settings);
      return [found, textureFits, inefficient];
    };
    expect(kind({ use: 'residential', built: 1999 })).toEqual(['old_estate', null, null]);
    expect(kind({ use: 'residential', built: 2000 })).toEqual([null, null, null]);
    expect(kind({ use: 'residential', built: 2010, listed: true })).toEqual(['old_estate', null, null]);
    expect(kind({ use: 'residential' })).toEqual([null, null, null]);
    expect(kind({ use: 'self_built' })).toEqual(['urban_village', null, null]);
    const texture = { villageFootprintM2: 12, villageCoverage: 0.1 };
    expect(kind({ use: 'urban_village' }, texture)).toEqual(['urban_village', true, null]);
    expect(kind({ use: 'urban_village' }, { ...texture, villageCoverage: 0.5 })).toEqual([
      'urban_village',
      false,
      null,
    ]);
    expect(kind({ use: null, built: 1980 })).toEqual([null, null, null]);
  });
});

describe('medians of an industry', () => {
  it('are by area, of its own plots, and only of enough of them', () => {
    const plots = [10, 20, 30, 40, 500].map((output) => plot({ output, tax: output > 15 ? 1 : Number.NaN }));
    const other = plot({ industry: 'food', output: 1e9 });
    const home = plot({ use: 'residential', output: 1e9 });
    const found = industryMedians([...plots, other, home], 5);
    expect(found.get('chemicals')).toEqual({ plots: 5, output: 0.3, tax: Number.NaN, jobs: Number.NaN });
    expect(found.get('food')).toMatchObject({ plots: 1, output: Number.NaN });
  });
});
