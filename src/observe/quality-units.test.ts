import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CityId, type IndicatorId, seededRandom } from '../base/index.js';
import { checkQuality } from './check-quality.js';
import { importedColumns } from './imported.js';
import type { QualityPlaces } from './quality-series.js';
import { sampleCatalog, sampleIndicator, sampleObservation } from './testing/sample.js';
import type { Observation } from './types.js';

/** Checks that hold units against one another, on a made panel of two regions with one error planted at a time. */

const units = 12;
const years = 12;
const names = ['product', 'industry', 'services', 'loans'];
const catalog = sampleCatalog(
  names.map((name) =>
    sampleIndicator(name, 'CNY', name === 'loans' ? { movesWith: 'product' as IndicatorId } : {}),
  ),
);
const cityOf = (unit: number) => `cn-${100 + unit}`;
const places: QualityPlaces = new Map(
  Array.from({ length: units }, (_, unit) => [
    cityOf(unit) as CityId,
    {
      region: unit < 8 ? 'north' : 'south',
      code: String(100 + unit),
      name: unit === 3 ? 'South' : `Town ${unit}`,
      regionName: unit < 8 ? 'North' : 'South',
    },
  ]),
);

/** `[indicator][unit][year]`: levels far apart, growth about a tenth a year, seven digits. */
function even(): number[][][] {
  const random = seededRandom(7);
  return names.map((_, indicator) =>
    Array.from({ length: units }, (_unit, unit) => {
      let value = 1e3 * (indicator + 1) * (1 + ((unit * 5) % units)) * (1 + 0.2 * random());
      return Array.from({ length: years }, () => {
        value *= 1.1 + 0.04 * (random() - 0.5);
        return Number(value.toFixed(3));
      });
    }),
  );
}

function observations(panel: number[][][], scale = 1): Observation[] {
  return panel.flatMap((table, indicator) =>
    table.flatMap((row, unit) =>
      row.map((value, year) =>
        sampleObservation(
          cityOf(unit),
          names[indicator] as string,
          String(2000 + year),
          value * scale,
          'CNY',
          {
            source: 'book',
          },
        ),
      ),
    ),
  );
}

function check(panel: number[][][], order = (all: Observation[]) => all) {
  const columns = importedColumns(order(observations(panel)));
  const found = checkQuality(columns, catalog, places);
  return found.reasons.map(({ at, issue }) => ({
    code: issue.code,
    key: [
      columns.cities[columns.city[at] as number],
      columns.periods[columns.period[at] as number],
      columns.indicators[columns.indicator[at] as number],
    ].join(' '),
    text: issue.message,
  }));
}

function keysOf(found: ReturnType<typeof check>, code: string): string[] {
  return found
    .filter((one) => one.code === code)
    .map((one) => one.key)
    .sort();
}

/** Years of one indicator and unit. */
function seriesOf(panel: number[][][], indicator: number, unit: number): number[] {
  return (panel[indicator] as number[][])[unit] as number[];
}

/** A panel with some cells replaced. */
function planted(change: (panel: number[][][]) => void): number[][][] {
  const panel = even();
  change(panel);
  return panel;
}

const row = (unit: number, year: number, from = names) =>
  from.map((name) => `${cityOf(unit)} ${year} ${name}`).sort();

describe('rows of a year', () => {
  it('has nothing to say of an even panel', () => {
    expect(check(even())).toEqual([]);
  });

  it('finds two units swapped and names each as the other, in both languages', () => {
    const found = check(
      planted((panel) => {
        for (const table of panel) {
          const [a, b] = [table[1] as number[], table[4] as number[]];
          [a[5], b[5]] = [b[5] as number, a[5] as number];
        }
      }),
    );
    expect(keysOf(found, 'QUALITY_SWAPPED')).toEqual([...row(1, 2005), ...row(4, 2005)].sort());
    const first = found.find((one) => one.code === 'QUALITY_SWAPPED' && one.key.startsWith('cn-101'));
    expect(first?.text.en).toContain('fits Town 4 cn-104');
    expect(first?.text.zh).toContain('两行互换');
  });

  it('finds rows shifted by one unit, at an edge of the years as well', () => {
    for (const year of [0, 6, years - 1]) {
      const found = check(
        planted((panel) => {
          for (const table of panel) {
            for (let unit = 1; unit < 5; unit++) {
              (table[unit] as number[])[year] = even()[panel.indexOf(table)]?.[unit + 1]?.[year] as number;
            }
          }
        }),
      );
      expect(keysOf(found, 'QUALITY_SHIFTED')).toEqual(
        [1, 2, 3, 4].flatMap((unit) => row(unit, 2000 + year)).sort(),
      );
    }
  });

  it('does not take two rows for a shift, nor a level that changes for good', () => {
    const two = check(
      planted((panel) => {
        panel.forEach((table, at) => {
          for (const unit of [1, 2]) (table[unit] as number[])[6] = even()[at]?.[unit + 1]?.[6] as number;
        });
      }),
    );
    expect(keysOf(two, 'QUALITY_SHIFTED')).toEqual([]);
    const step = check(
      planted((panel) => {
        for (const table of panel)
          for (let year = 6; year < years; year++) (table[1] as number[])[year]! /= 2;
      }),
    );
    expect(step.filter(({ code }) => code === 'QUALITY_SHIFTED' || code === 'QUALITY_SWAPPED')).toEqual([]);
  });

  it('needs regions', () => {
    const panel = planted((all) => {
      for (const table of all) {
        const [a, b] = [table[1] as number[], table[4] as number[]];
        [a[5], b[5]] = [b[5] as number, a[5] as number];
      }
    });
    const found = checkQuality(importedColumns(observations(panel)), catalog);
    expect(found.reasons.map((one) => one.issue.code)).not.toContain('QUALITY_SWAPPED');
  });
});

describe('values of others', () => {
  it('finds a number that another unit has too, and doubts the one that does not fit its years', () => {
    const found = check(
      planted((panel) => {
        seriesOf(panel, 3, 9)[4] = panel[3]?.[2]?.[4] as number;
      }),
    );
    expect(keysOf(found, 'QUALITY_EQUAL_UNIT')).toEqual(['cn-109 2004 loans']);
  });

  it('lets numbers of few digits be equal by chance', () => {
    const found = check(
      planted((panel) => {
        for (const unit of [2, 9]) seriesOf(panel, 3, unit)[4] = 20000;
      }),
    );
    expect(keysOf(found, 'QUALITY_EQUAL_UNIT').length).toBe(0);
  });

  it('finds a unit that carries the total of its region', () => {
    const found = check(
      planted((panel) => {
        const table = panel[0] as number[][];
        const sum = table.slice(0, 8).reduce((all, one) => all + (one[7] as number), 0);
        (table[2] as number[])[7] = Number((sum * 1.02).toFixed(3));
      }),
    );
    expect(keysOf(found, 'QUALITY_TOTAL')).toEqual(['cn-102 2007 product']);
  });

  it('finds the total of another region under the name of a unit, in every year', () => {
    const found = check(
      planted((panel) => {
        const table = panel[3] as number[][];
        table[3] = Array.from({ length: years }, (_, year) =>
          table.slice(8).reduce((all, one) => all + (one[year] as number), 0),
        );
      }),
    );
    expect(keysOf(found, 'QUALITY_TOTAL')).toHaveLength(years);
  });
});

describe('digits', () => {
  it('finds ten times too much and too little, also twice in a row and in the last year', () => {
    const at = (cells: readonly (readonly [number, number])[]) =>
      check(
        planted((panel) => {
          for (const [unit, year] of cells) seriesOf(panel, 3, unit)[year]! *= 10;
        }),
      );
    expect(keysOf(at([[5, 6]]), 'QUALITY_DIGITS')).toEqual(['cn-105 2006 loans']);
    expect(keysOf(at([[5, years - 1]]), 'QUALITY_DIGITS')).toEqual(['cn-105 2011 loans']);
    const small = check(
      planted((panel) => {
        seriesOf(panel, 3, 5)[6]! /= 10;
      }),
    );
    expect(small.find((one) => one.code === 'QUALITY_DIGITS')?.text.en).toContain('about 10 times below');
  });

  it('believes a jump of ten that the product makes too', () => {
    const found = check(
      planted((panel) => {
        for (const table of [panel[0] as number[][], panel[3] as number[][]])
          seriesOf([table], 0, 5)[6]! *= 10;
      }),
    );
    expect(keysOf(found, 'QUALITY_DIGITS')).toEqual(['cn-105 2006 product']);
  });

  it('tells none where such jumps are common', () => {
    const found = check(
      planted((panel) => {
        for (let unit = 0; unit < units; unit++) seriesOf(panel, 3, unit)[1 + (unit % 10)]! *= 10;
      }),
    );
    expect(keysOf(found, 'QUALITY_DIGITS')).toEqual([]);
  });
});

describe('repeats', () => {
  it('says where many units repeat a year, and where one unit repeats several indicators', () => {
    const found = check(
      planted((panel) => {
        for (let unit = 0; unit < 5; unit++) {
          const one = seriesOf(panel, 0, unit);
          one[8] = one[7] as number;
        }
        for (const table of panel.slice(1, 3)) {
          const one = table[9] as number[];
          one[3] = one[2] as number;
        }
        const alone = seriesOf(panel, 3, 10);
        alone[5] = alone[4] as number;
      }),
    );
    expect(keysOf(found, 'QUALITY_REPEAT_YEAR')).toHaveLength(5);
    expect(found.find((one) => one.code === 'QUALITY_REPEAT_YEAR')?.text.en).toContain('2007, as in 5 units');
    expect(keysOf(found, 'QUALITY_REPEAT_ROW')).toEqual(row(9, 2003, ['industry', 'services']));
    expect(keysOf(found, 'QUALITY_REPEAT')).toEqual(['cn-110 2005 loans']);
  });
});

describe('whatever the panel', () => {
  it('marks the same values in any order of rows and gives each a reason', () => {
    const panel = planted((all) => {
      for (const table of all) {
        const [a, b] = [table[1] as number[], table[4] as number[]];
        [a[5], b[5]] = [b[5] as number, a[5] as number];
      }
      seriesOf(all, 3, 5)[6]! *= 10;
    });
    const usual = check(panel)
      .map(({ code, key }) => `${code} ${key}`)
      .sort();
    expect(usual.length).toBeGreaterThan(8);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = seededRandom(seed);
        const mixed = check(panel, (all) =>
          all
            .map((one) => [random(), one] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, one]) => one),
        );
        expect(mixed.map(({ code, key }) => `${code} ${key}`).sort()).toEqual(usual);
      }),
      { numRuns: 8 },
    );
    const columns = importedColumns(observations(panel));
    const found = checkQuality(columns, catalog, places);
    expect(new Set(found.reasons.map((one) => one.at))).toEqual(new Set(found.doubtful));
  });

  it('keeps quiet where values are missing', () => {
    const columns = importedColumns(
      observations(even()).map((one, at) => (at % 5 === 0 ? { ...one, value: null } : one)),
    );
    expect(checkQuality(columns, catalog, places).reasons.map((one) => one.issue.code)).toEqual([]);
  });
});
