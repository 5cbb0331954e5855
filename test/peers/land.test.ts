import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inefficientLandOf, type LandAnswer } from '../../src/app/index.js';
import { openGeoTiff } from '../../src/files/index.js';
import { testWorkspace } from '../app/workspace.js';

/**
 * Plots of Prague, blocks of Delft and heights of the Ruhr (../shared/data/spatial/buildings): coverage and floor-area ratios as stored
 * there, storeys as the cells say.
 */

const shared = process.env.AFTERLODE_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared');
const folder = join(shared, 'data', 'spatial', 'buildings');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const layer = (name: string) => ({ name, document: read(name) });
const ws = await testWorkspace();

interface Bubenec {
  readonly sums: Readonly<
    Record<string, { readonly building_area_m2: number; readonly plot_area_m2: number }>
  >;
  readonly plots_EPSG_5514: readonly {
    readonly ID: string;
    readonly plot_m2: number;
    readonly built_m2: number;
    readonly coverage: number;
  }[];
}
const bubenec = JSON.parse(read('bubenec_reference.json')) as Bubenec;

describe('Bubeneč, given in web-map metres', () => {
  const layers = { plots: layer('bubenec_plots.geojson'), buildings: layer('bubenec_buildings.geojson') };
  let equalArea: LandAnswer;
  let krovak: LandAnswer;
  beforeAll(async () => {
    equalArea = await inefficientLandOf(ws, layers, { plotId: 'ID' });
    krovak = await inefficientLandOf(ws, layers, { plotId: 'ID', metres: 'EPSG:5514' });
  });

  it('has the stored areas of each plot in the stored plane', () => {
    expect(krovak.rows).toHaveLength(bubenec.plots_EPSG_5514.length);
    for (const [at, stored] of bubenec.plots_EPSG_5514.entries()) {
      const row = krovak.rows[at];
      expect(row?.plot).toBe(stored.ID);
      expect(Math.abs((row?.areaM2 as number) - stored.plot_m2)).toBeLessThan(0.0015);
      expect(Math.abs((row?.builtM2 as number) - stored.built_m2)).toBeLessThan(0.0015);
      // The stored coverage is that of the stored areas, which have three digits.
      expect(Math.abs(stored.built_m2 / stored.plot_m2 - stored.coverage)).toBeLessThan(1e-6);
    }
    expect(krovak.summary.areaM2).toBeCloseTo(bubenec.sums['EPSG:5514']?.plot_area_m2 as number, 1);
  });

  it('has that coverage to a millionth in an equal-area plane too, but for what the three digits of stored areas leave open', () => {
    for (const [at, stored] of bubenec.plots_EPSG_5514.entries()) {
      const open = (0.0005 * (1 + stored.coverage)) / stored.plot_m2;
      for (const { rows } of [equalArea, krovak])
        expect(Math.abs((rows[at]?.coverage as number) - stored.coverage)).toBeLessThan(1e-6 + open);
    }
  });

  it('is not measured in the metres of the web map', async () => {
    const [{ plot_area_m2: tooLarge }, { plot_area_m2: plane }] = [
      bubenec.sums['EPSG:3857'],
      bubenec.sums['EPSG:5514'],
    ] as [{ plot_area_m2: number }, { plot_area_m2: number }];
    expect(tooLarge / equalArea.summary.areaM2).toBeCloseTo(2.43, 2);
    expect(equalArea.summary.areaM2 / plane).toBeCloseTo(1, 3);
    expect(equalArea.summary.plane).toBeNull();
    const told = equalArea.issues
      .filter(({ code }) => code === 'LAND_WEB_MAP')
      .map(({ message }) => message.en);
    expect(told).toEqual([
      expect.stringMatching(/plots.*EPSG:3857.*2\.43 times too large/),
      expect.stringMatching(/buildings.*2\.43 times too large/),
    ]);
    await expect(inefficientLandOf(ws, layers, { metres: 'EPSG:3857' })).rejects.toThrow(/LAND_PLANE/);
  });

  it('has no floor-area ratio where nobody knows the storeys', () => {
    const built = equalArea.rows.filter(({ buildings }) => buildings > 0);
    expect(built.length).toBeGreaterThan(100);
    expect(built.every(({ floorAreaRatio }) => floorAreaRatio === null)).toBe(true);
    for (const { floorAreaRatioLeast, coverage } of built)
      expect(floorAreaRatioLeast).toBeCloseTo(coverage as number, 12);
  });
});

describe('Delft, in metres of its own plane', () => {
  interface Cell {
    readonly i: number;
    readonly j: number;
    readonly built_m2: number;
    readonly floor_area_m2: number;
    readonly bcr: number;
    readonly far: number;
  }
  const {
    origin_EPSG_28992: origin,
    cell_m: side,
    cells,
  } = JSON.parse(read('delft_reference.json')) as {
    readonly origin_EPSG_28992: readonly [number, number];
    readonly cell_m: number;
    readonly cells: readonly Cell[];
  };
  const squares = {
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'EPSG:28992' } },
    features: cells.map(({ i, j }) => {
      const [x, y] = [origin[0] + i * side, origin[1] + j * side];
      const ring = [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ];
      return { type: 'Feature', id: `${i} ${j}`, geometry: { type: 'Polygon', coordinates: [ring] } };
    }),
  };

  it('has the stored coverage and floor-area ratio of each cell to a millionth', async () => {
    const { rows, summary } = await inefficientLandOf(
      ws,
      { plots: { name: 'cells', document: squares }, buildings: layer('delft_buildings.geojson') },
      {},
    );
    expect(summary.plane).toBe('EPSG:28992');
    for (const [at, { bcr, far, built_m2, floor_area_m2 }] of cells.entries()) {
      const row = rows[at];
      expect(Math.abs((row?.coverage as number) - bcr)).toBeLessThan(1e-6);
      expect(Math.abs((row?.floorAreaRatio as number) - far)).toBeLessThan(1e-6);
      expect(row?.builtM2).toBeCloseTo(built_m2, 2);
      expect(row?.floorM2).toBeCloseTo(floor_area_m2, 2);
    }
  });
});

describe('the northern Ruhr, whose heights are a raster of 10 m', () => {
  it('has the storeys that its cells say under footprints that say none', async () => {
    const path = join(folder, 'ruhr_building_height_10m.tif');
    const raster = await openGeoTiff(path);
    const { grid } = raster;
    const values = await raster.read({ column: 0, row: 0, width: 1000, height: 1000 }, 0);
    await raster.close();
    const heightOf = (column: number, row: number) => values[row * 1000 + column] as number;
    // Every hundredth cell that has a building, with the cell east of it: plots of two cells, wholly covered.
    const built = Array.from(values.keys()).filter((at) => (values[at] as number) > 0 && at % 1000 < 999);
    const places = built
      .filter((_, at) => at % 100 === 0)
      .map((at) => [at % 1000, Math.floor(at / 1000)] as const);
    expect(places.length).toBeGreaterThan(500);
    const features = places.map(([column, row]) => {
      const [west, north] = [grid.originX + 10 * column, grid.originY - 10 * row];
      const corners = [
        [west, north],
        [west, north - 10],
        [west + 20, north - 10],
        [west + 20, north],
        [west, north],
      ];
      return {
        type: 'Feature',
        id: `${column} ${row}`,
        geometry: { type: 'Polygon', coordinates: [corners] },
      };
    });
    const crs = { type: 'name', properties: { name: 'EPSG:3035' } };
    const layers = { name: 'squares', document: { type: 'FeatureCollection', crs, features } };
    const documents = { plots: layers, buildings: layers, heights: { path, name: 'ruhr' } };
    const { rows, issues } = await inefficientLandOf(ws, documents, { heightStatistic: 'mean' });
    for (const [at, [column, row]] of places.entries()) {
      // A cell of 0 is ground and no part of the height.
      const heights = [heightOf(column, row), heightOf(column + 1, row)].filter((height) => height > 0);
      const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
      expect(Math.abs((rows[at]?.floorAreaRatio as number) - Math.max(1, Math.round(mean / 3)))).toBeLessThan(
        1e-6,
      );
    }
    expect(issues.find(({ code }) => code === 'LAND_HEIGHTS')?.message.en).toContain(
      `${places.length} buildings`,
    );
  });
});
