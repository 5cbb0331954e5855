import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Cells of half a degree from 100° E 40° N: 1 2 3 4 above 5 6 7 8. */
const raster = Buffer.from(smallTiff(4, [1, 2, 3, 4, 5, 6, 7, 8]));

/** A rectangle as a feature. */
function zone(name: string, west: number, south: number, east: number, north: number) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const features = [
  zone('东', 101, 39, 102, 40),
  zone('west', 100, 39.5, 100.75, 40),
  zone('away', 103, 39, 104, 40),
];
const collection = (more: object) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', ...more, features }));
const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };

describe('the page of zonal statistics', () => {
  it('computes from chosen files, says what is doubtful, and speaks both languages', () =>
    onPage({ browser, address: server.address, refusals: ['/api/zonal'] }, async (page) => {
      await page.goto('/zones?lang=en');
      const give = (label: string, name: string, buffer: Buffer) =>
        page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      const table = page.locator('table tbody');

      // Not JSON, and then without a reference system: said, with what to do.
      await give('Zones (GeoJSON)', 'broken.geojson', Buffer.from('{"type":'));
      await page.getByRole('alert').getByText('broken.geojson is not JSON').waitFor();
      await give('Raster (GeoTIFF)', 'grid.tif', raster);
      await page.locator('[data-file="raster"]').getByText('4 × 2 cells, bands: 1, EPSG:4326').waitFor();
      await give('Zones (GeoJSON)', 'plain.geojson', collection({}));
      await page.getByRole('button', { name: 'Compute' }).click();
      await page.getByRole('alert').getByText('ZONES_CRS_UNKNOWN').waitFor();

      await give('Zones (GeoJSON)', 'zones.geojson', collection({ crs }));
      await page.getByRole('button', { name: 'Compute' }).click();
      await table.waitFor();
      const rows = async () =>
        (await table.locator('tr').allInnerTexts()).map((row) => row.split(/\s+/).join(' '));
      expect(await rows()).toEqual(['东 4 5.5 3 8', 'west 1.5 1.3333 1 2', 'away 0 – – –']);
      await page.getByText('zone away: 100 % of its area lies outside the raster').waitFor();
      const fill = (name: string) => page.locator(`path[data-zone="${name}"]`).getAttribute('fill');
      expect(await fill('东')).not.toBe(await fill('west'));
      expect(await fill('away')).toBe('none');

      const offered = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download CSV' }).click();
      const text = await readFile(await (await offered).path(), 'utf8');
      expect(text.slice(1).split('\r\n').slice(0, 3)).toEqual([
        'zone,band,band_name,count,mean,min,max',
        '东,1,,4,5.5,3,8',
        `west,1,,1.5,${2 / 1.5},1,2`,
      ]);

      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '栅格分区统计' }).waitFor();
      expect(await rows()).toContain('west 1.5 1.3333 1 2');
    }));
});
