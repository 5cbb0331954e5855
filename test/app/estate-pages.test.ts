import { describe, expect, it } from 'vitest';
import { inefficientLandOf, type LandAnswer, vacancyOf } from '../../src/app/index.js';
import { landProperties, landSheets } from '../../src/app/land/sheets.js';
import { vacancyProperties, vacancySheets } from '../../src/app/vacancy/sheets.js';
import { classLabel } from '../../src/assess/index.js';
import { csvLine } from '../../src/base/index.js';
import type { Sheet } from '../../src/print/index.js';
import { degreesGeoJson } from '../../src/web/estates/geo-json.js';
import { landExample } from '../../src/web/estates/land-example.js';
import { landCsv, landGeoJson, landItemsCsv } from '../../src/web/estates/land-files.js';
import { verdictOf } from '../../src/web/estates/land-looks.js';
import { layerOf } from '../../src/web/estates/layer.js';
import { vacancyExample } from '../../src/web/estates/vacancy-example.js';
import { cityCsv, vacancyCsv, vacancyGeoJson } from '../../src/web/estates/vacancy-files.js';
import { readingWorkspace } from './workspace.js';

const ws = await readingWorkspace();
const table = ({ name, text }: { readonly name: string; readonly text: string }) => ({
  name,
  bytes: new TextEncoder().encode(text),
});
const label = (scheme: string, id: string) => classLabel(ws.catalog, scheme, id).zh;
const headOf = (csv: string) => csv.split('\r\n')[0]?.split(',');
const keysOf = (sheets: readonly Sheet[], at: number) => sheets[at]?.columns.map(({ key }) => key);

describe('the worked example of inefficient land', async () => {
  const { plots, buildings, attributes } = landExample();
  const answer: LandAnswer = await inefficientLandOf(
    ws,
    {
      plots: { name: plots.name, document: plots.text },
      buildings: { name: buildings.name, document: buildings.text },
      attributes: table(attributes),
    },
    {},
  );
  const { rows } = answer;

  it('shows every kind of plot, and what becomes of metres of the web map', () => {
    expect(rows).toHaveLength(30);
    expect(new Set(rows.map(verdictOf))).toEqual(
      new Set(['inefficient', 'efficient', 'old_estate', 'urban_village', 'unknown', 'other']),
    );
    expect(answer.issues.map(({ code }) => code)).toContain('LAND_WEB_MAP');
    // 120 by 90 m on the sphere of the web map; the ellipsoid is flatter by some thousandths.
    for (const { areaM2 } of rows) expect(Math.abs(areaM2 / 10_800 - 1)).toBeLessThan(0.01);
  });

  it('excuses what a safety distance explains, and no more', () => {
    const excused = rows.filter(({ exempt }) => exempt !== null);
    expect(excused.map(({ plot, exempt }) => [plot, exempt?.items])).toEqual([
      ['P01', ['floor_area_ratio', 'coverage']],
      ['P02', ['floor_area_ratio', 'coverage']],
    ]);
    expect(excused.map(({ inefficient }) => inefficient)).toEqual([false, false]);
    expect(excused[1]?.fails.length).toBeGreaterThan(0);
  });

  it('offers the columns that the command writes, in degrees', async () => {
    const sheets = landSheets(rows, ws.catalog);
    expect(headOf(landCsv(rows, label))).toEqual(keysOf(sheets, 0));
    expect(headOf(landItemsCsv(rows, label))).toEqual(keysOf(sheets, 1));
    // The same cells, exemptions and industries by id and by name.
    for (const [at, csv] of [landCsv(rows, label), landItemsCsv(rows, label)].entries())
      expect(csv.trim().split('\r\n').slice(1)).toEqual(
        [...(sheets[at]?.rows() ?? [])].map((row) => csvLine(row)),
      );
    expect(rows.some(({ exempt }) => exempt !== null)).toBe(true);
    expect(landItemsCsv(rows, label).trim().split('\r\n')).toHaveLength(1 + (sheets[1]?.length ?? 0));
    const { features } = JSON.parse(await landGeoJson(rows, layerOf(plots), label)) as {
      features: { properties: object; geometry: { type: string; coordinates: number[][][] } }[];
    };
    expect(features).toHaveLength(30);
    expect(Object.keys(features[0]?.properties ?? {})).toEqual(
      Object.keys(landProperties(rows[0] as (typeof rows)[number], ws.catalog)),
    );
    const [lon = Number.NaN, lat = Number.NaN] = features[0]?.geometry.coordinates[0]?.[0] ?? [];
    expect([lon, lat].map((one) => Number(one.toFixed(4)))).toEqual([0, -50]);
  });
});

describe('the worked example of vacancy', async () => {
  const { texts, rate } = vacancyExample();
  const answer = await vacancyOf(
    ws,
    {
      estates: table(texts.estates),
      occupied: table(texts.occupied),
      checked: table(texts.checked),
    },
    {},
  );
  const { rows, cells, city } = answer;

  it('holds the truth, and withholds what is too small', () => {
    expect(city.rate?.low).toBeLessThan(rate);
    expect(city.rate?.high).toBeGreaterThan(rate);
    const small = rows.filter(({ suppressed }) => suppressed);
    expect(small.map(({ estate }) => estate)).toEqual(['H1', 'H2', 'H3']);
    expect(small.map((row) => [row.rate, row.sources])).toEqual([
      [null, []],
      [null, []],
      [null, []],
    ]);
    expect(cells.filter(({ suppressed }) => suppressed).map(({ cell }) => cell)).toEqual(['E1']);
    expect(rows.some(({ rate: one, suppressed }) => one === null && !suppressed)).toBe(true);
  });

  it('offers the columns that the command writes; withheld rates are empty, not nought', async () => {
    const sheets = vacancySheets(answer);
    expect(headOf(vacancyCsv(rows))).toEqual(keysOf(sheets, 0));
    expect(headOf(cityCsv(answer))).toEqual(keysOf(sheets, 1));
    expect(cityCsv(answer).trim().split('\r\n')).toHaveLength(cells.length + 2);
    expect(vacancyCsv(rows)).toMatch(/\r\nH1,6,\w+,,,,,,1,\r\n/);
    const { features } = JSON.parse(await vacancyGeoJson(rows, layerOf(texts.places))) as {
      features: { id: string; properties: { rate: number | null } }[];
    };
    expect(features).toHaveLength(rows.length);
    expect(features.find(({ id }) => id === 'H1')?.properties.rate).toBeNull();
    expect(Object.keys(features[0]?.properties ?? {})).toEqual(
      Object.keys(vacancyProperties(rows[0] as (typeof rows)[number])),
    );
  });
});

describe('GeoJSON in degrees', () => {
  it('takes a feature or a geometry alone, and leaves out what has no properties', async () => {
    const geometry = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [1, 2],
            [3, 2],
            [3, 4],
            [1, 2],
          ],
        ],
      ],
    };
    for (const document of [geometry, { type: 'Feature', properties: {}, geometry }]) {
      const layer = layerOf({ name: 'one', text: `\uFEFF${JSON.stringify(document)}` });
      const made = JSON.parse(await degreesGeoJson(layer, new Map([['1', { a: null }]]))) as {
        features: { geometry: object }[];
      };
      expect(made.features.map((one) => one.geometry)).toEqual([geometry]);
      expect(await degreesGeoJson(layer, new Map())).toContain('"features":[]');
    }
  });
});
