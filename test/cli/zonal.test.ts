import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ZonalAnswer } from '../../src/app/index.js';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { call, json, temporaryFolder } from './call.js';

const folder = temporaryFolder();

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Cells of half a degree from 100° E 40° N: 1 2 3 4 above 5 6 7 8. */
const raster = file('grid.tif', smallTiff(4, [1, 2, 3, 4, 5, 6, 7, 8]));
const half = {
  type: 'Polygon',
  coordinates: [
    [
      [100, 39.5],
      [100.75, 39.5],
      [100.75, 40],
      [100, 40],
    ],
  ],
};
const zones = file('zones.geojson', JSON.stringify({ type: 'Feature', id: '东区', geometry: half }));
const given = ['zonal', '--raster', raster, '--zones', zones];

describe('zonal', () => {
  it('answers an array with one row for each zone', () => {
    const stats = ['--stats', 'mean,sum,count,median', '--zones-crs', 'EPSG:4326'];
    expect(json<ZonalAnswer['rows']>([...given, ...stats])).toEqual([
      { zone: '东区', band: 1, mean: 2 / 1.5, sum: 2, count: 1.5, median: 1 },
    ]);
  });

  it('prints a table in Chinese and tells what is missing in the call', () => {
    expect(call([...given, '--zones-crs', 'EPSG:4326', '--lang', 'zh']).out).toMatch(
      /^分区 +像元数 +均值\n东区 +1\.5 +1\.33333\n$/,
    );
    const refused = call([...given, '--lang', 'zh']);
    expect([refused.status, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(
      /^ZONES_CRS_UNKNOWN: .*zones\.geojson 未说明坐标参照系；栅格为 EPSG:4326。请用 `--zones-crs EPSG:n`/,
    );
  });
});
