import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CityId, type IndicatorId, id, type Period } from '../base/index.js';
import { importedColumns } from './imported.js';
import { locateCell } from './locate-cell.js';
import { neededIndicators } from './needed.js';
import { buildPanel, type PanelParts } from './panel.js';
import {
  sampleCatalog,
  sampleCity,
  sampleIndicator,
  sampleObservation,
  sampleTable,
} from './testing/sample.js';
import { flag, type Imported, type Mark, type Observation } from './types.js';

const population = 'population' as IndicatorId;
const age = 'age_share' as IndicatorId;
const ratio = 'ratio' as IndicatorId;
const catalog = sampleCatalog([
  sampleIndicator('population', 'person'),
  sampleIndicator('age_share', 'percent', { additive: false }),
  sampleIndicator('gdp', '100_million_cny'),
  sampleIndicator('ratio', 'share', { formula: { op: 'ratio', of: [age, population] } }),
]);
const columns = { pop: ['population', '10_thousand_person'], old: ['age_share', 'percent'] } as const;
const hegang = sampleCity('230400', '鹤岗市');
const laiwu = sampleCity('371200', '莱芜市', { '2020': ['370116', '370117'] });
const fresh = sampleCity('211402', '杨家杖子', { '2020': [] });
const text =
  'code,period,pop,old\n230400,2010,105,10\n230400,2020,89,20\n370116,2020,30,5\n370117,2020,70,7\n211402,2020,9,9\n';
const mark = (column: string, kind: Mark['mark']): Mark => ({
  table: 'census',
  code: '370116',
  period: id<'period'>('2020'),
  column,
  mark: kind,
  original: 3,
  detail: { en: 'd', zh: 'd' },
});
const periods = ['2010', '2020'] as Period[];
const imports = [
  { id: 'import-1', file: 'own.csv', sha256: 'ff', layout: 'own', licence: 'CC0', at: '2026-01-01' },
  { id: 'import-2', file: 'two.csv', sha256: 'ee', layout: 'two', licence: 'CC0', at: '2026-01-02' },
];
const imported = (observations: Observation[]): Imported => ({
  observations: importedColumns(observations),
  imports,
});
const parts = (more: Partial<PanelParts> = {}): PanelParts => ({
  cities: [hegang, laiwu, fresh],
  periods,
  indicators: [population, age],
  tables: [sampleTable('census', text, columns, [mark('pop', 'corrected')])],
  imported: null,
  catalog,
  ...more,
});

describe('buildPanel', () => {
  it('converts into base units, sums areas of additive indicators and leaves the rest missing', () => {
    const { value, issues } = buildPanel(parts());
    expect([...(value.columns.get(population)?.values ?? [])]).toEqual([
      1_050_000,
      890_000,
      Number.NaN,
      1_000_000,
      Number.NaN,
      Number.NaN,
    ]);
    const old = value.columns.get(age);
    expect([...(old?.values ?? [])]).toEqual([0.1, 0.2, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(old?.unit).toBe('share');
    expect(value.columns.get(population)?.flags[3]).toBe(flag.summed | flag.corrected);
    expect([...(value.columns.get(population)?.origin ?? [])]).toEqual([1, 1, 0, 1, 0, 0]);
    expect(value.origins).toEqual([{ kind: 'table', table: 'census' }]);
    expect(issues.map((entry) => entry.code)).toEqual(['PANEL_NOT_ADDITIVE']);
    expect(issues[0]?.message.en).toContain('age_share');
  });

  it('leaves a sum missing where one part is missing or has no row', () => {
    const cut = text.replace('370117,2020,70,7', '370117,2020,,7');
    const gone = text.replace('370117', '370999');
    for (const source of [cut, gone]) {
      const { value } = buildPanel(parts({ tables: [sampleTable('census', source, columns)] }));
      expect(value.columns.get(population)?.values[3]).toBeNaN();
    }
  });

  it('computed indicators stand for their inputs', () => {
    expect(neededIndicators([ratio], catalog)).toEqual([age, population]);
    expect([...buildPanel(parts({ indicators: [ratio] })).value.columns.keys()]).toEqual([age, population]);
    expect(() => neededIndicators(['nothing' as IndicatorId], catalog)).toThrow('nothing');
  });

  it('lays imports under or over tables as the order of sources says, and reports once per indicator', () => {
    const own = imported([
      sampleObservation('cn-230400', 'population', '2020', 60, '10_thousand_person', { row: 7 }),
      sampleObservation('cn-230400', 'population', '2010', 1_050_001, 'person', { row: 8 }),
      sampleObservation('cn-211402', 'population', '2020', 5, 'person', {
        status: 'imputed',
        doubtful: true,
      }),
      sampleObservation('cn-211402', 'population', '2020', 6, 'person', {
        revision: 2,
        importId: 'import-2',
      }),
    ]);
    const under = buildPanel(parts({ imported: own }));
    expect([...(under.value.columns.get(population)?.values ?? [])].slice(0, 2)).toEqual([
      1_050_000, 890_000,
    ]);
    const differ = under.issues.filter((entry) => entry.code === 'PANEL_SOURCES_DIFFER');
    expect(differ).toHaveLength(1);
    expect(differ[0]?.message.en).toContain('2 cells');
    expect(differ[0]?.message.en).toContain('890000 (census, taken) and 600000 (own)');
    const above = { ...catalog, sourceOrder: { usual: ['own', 'two', 'census'], byIndicator: new Map() } };
    const over = buildPanel(parts({ imported: own, catalog: above })).value.columns.get(population);
    expect(over?.values[1]).toBe(600_000);
    expect(over?.values[5]).toBe(5);
    expect(over?.flags[5]).toBe(flag.imported | flag.estimated | flag.doubtful);
    const exception = new Map([[population, ['census']]]);
    const except = { ...above, sourceOrder: { ...above.sourceOrder, byIndicator: exception } };
    expect(
      buildPanel(parts({ imported: own, catalog: except })).value.columns.get(population)?.values[1],
    ).toBe(890_000);
  });

  it('takes the newest revision of one layout, also where it says missing', () => {
    const own = imported([
      sampleObservation('cn-211402', 'population', '2020', 6, 'person', { revision: 2 }),
      sampleObservation('cn-211402', 'population', '2020', 5, 'person', { revision: 1 }),
      sampleObservation('cn-211402', 'population', '2010', 5, 'person', { revision: 1 }),
      sampleObservation('cn-211402', 'population', '2010', null, 'person', { revision: 2 }),
    ]);
    const column = buildPanel(parts({ imported: own })).value.columns.get(population);
    expect(column?.values[5]).toBe(6);
    expect(column?.values[4]).toBeNaN();
  });

  it('does not call a value missing that an import gave', () => {
    const own = imported([sampleObservation('cn-371200', 'age_share', '2020', 6, 'percent')]);
    const { value, issues } = buildPanel(parts({ imported: own }));
    expect(value.columns.get(age)?.values[3]).toBe(0.06);
    expect(issues).toEqual([]);
  });

  it('refuses units of another kind', () => {
    const wrong = sampleTable('census', text, { ...columns, pop: ['population', 'CNY'] });
    expect(() => buildPanel(parts({ tables: [wrong] }))).toThrow('CNY');
  });
});

describe('locateCell', () => {
  const context = parts({
    imported: imported([
      sampleObservation('cn-371200', 'age_share', '2020', 6, 'percent', {
        row: 12,
        source: 'yearbook',
        note: 'n',
      }),
    ]),
  });

  it('names rows, columns, parts and marks of a sum', () => {
    const cell = locateCell(context, laiwu, population, periods[1] as Period);
    expect(cell.value).toBe(1_000_000);
    expect(cell.sources.map((source) => source.locator)).toEqual([
      'row 370116/2020, column pop',
      'row 370117/2020, column pop',
    ]);
    expect(cell.partsPerArea).toEqual([
      { area: '370116', value: 30, unit: '10_thousand_person' },
      { area: '370117', value: 70, unit: '10_thousand_person' },
    ]);
    expect(cell.marks).toHaveLength(1);
    expect(cell.sources[0]?.licence).toBe('MIT');
  });

  it('names file and row of an import and says why a table was passed over', () => {
    const cell = locateCell(context, laiwu, age, periods[1] as Period);
    expect(cell.value).toBe(0.06);
    expect(cell.sources[0]).toMatchObject({ file: 'own.csv', sha256: 'ff', licence: 'CC0' });
    expect(cell.sources[0]?.locator).toContain('row 12');
    expect(cell.imported).toMatchObject({ row: 12, note: 'n', status: 'reported' });
  });

  it('says why nothing was found', () => {
    const none = locateCell(context, fresh, population, periods[1] as Period);
    expect(none.sources).toEqual([]);
    expect(none.gaps[0]?.en).toContain('no rows of its own');
    expect(locateCell(context, laiwu, population, periods[0] as Period).gaps[0]?.en).toContain(
      'no row 370116',
    );
    expect(locateCell(context, laiwu, 'gdp' as IndicatorId, periods[0] as Period).gaps).toHaveLength(1);
  });

  it('agrees with the panel in every cell', () => {
    const value = fc.option(fc.integer({ min: 1, max: 999 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 6, maxLength: 6 }),
        fc.array(value, { minLength: 4, maxLength: 4 }),
        (a, b) => {
          const cell = (at: number) => a[at] ?? '';
          const made = `code,period,pop,old\n230400,2010,${cell(0)},1\n230400,2020,${cell(1)},1\n370116,2020,${cell(2)},1\n370117,2020,${cell(3)},1\n`;
          const observations = b.map((entry, at) =>
            sampleObservation(
              at < 2 ? 'cn-230400' : 'cn-371200',
              'population',
              at % 2 ? '2010' : '2020',
              entry,
              'person',
            ),
          );
          const all = parts({
            tables: [sampleTable('census', made, columns)],
            imported: imported(observations),
          });
          const column = buildPanel(all).value.columns.get(population);
          all.cities.forEach((city, at) => {
            periods.forEach((period, step) => {
              const located = locateCell(all, city, population, period);
              expect(located.value).toBe(column?.values[at * 2 + step]);
              expect(located.flags).toBe(column?.flags[at * 2 + step]);
            });
          });
        },
      ),
    );
  });
});

describe('a large table', () => {
  it('of 3,500 units, 2 periods and 120 columns becomes a panel with every cell at its place', () => {
    const names = Array.from({ length: 120 }, (_, at) => `c${at}`);
    const cities = Array.from({ length: 3500 }, (_, at) => sampleCity(String(100_000 + at), `${at}`));
    const lines = periods.flatMap((period) =>
      cities.map((city, at) => `${city.adcode},${period},${names.map((_, column) => at + column).join(',')}`),
    );
    const heading = Object.fromEntries(names.map((name) => [name, [name, 'person'] as const]));
    const table = sampleTable('big', `code,period,${names.join(',')}\n${lines.join('\n')}\n`, heading);
    const many = sampleCatalog(names.map((name) => sampleIndicator(name, 'person')));
    const panel = buildPanel(
      parts({ cities, tables: [table], catalog: many, indicators: names as IndicatorId[] }),
    );
    expect(panel.value.columns.get('c119' as IndicatorId)?.values.at(-1)).toBe(3499 + 119);
    expect(panel.value.cities[0]).toBe('cn-100000' as CityId);
  });
});
