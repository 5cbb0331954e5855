import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const visit = (work: (page: Page) => Promise<void>, more: Partial<Parameters<typeof onPage>[0]> = {}) =>
  onPage({ browser, address: server.address, ...more }, work);
const give = (page: Page, label: string, name: string, text: string) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
const download = async (page: Page, button: string) => {
  const offered = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await offered).path());
};
const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const layer = (...features: readonly (readonly [id: string, geometry: object, properties: object])[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([id, geometry, properties]) => ({ type: 'Feature', id, geometry, properties })),
  });

describe('the page of the five kinds', () => {
  it('shows the made town: kinds, map, why a cell has its number, zones, files', () =>
    visit(async (page) => {
      await page.goto('/?lang=en');
      await page.getByRole('navigation').getByRole('link', { name: 'Ground' }).click();
      await page.getByRole('button', { name: 'Open the worked example' }).click();
      await page.getByText('nothing was measured').waitFor();
      expect(await page.locator('[data-summary]').count()).toBe(5);
      expect(await page.locator('[data-zone]').count()).toBeGreaterThan(0);
      const worst = page.locator('[data-cell]').first();
      expect(await worst.locator('[data-driver]').getAttribute('data-driver')).toBe('subsidence');
      // The list picks by keyboard, the map by a click, and both open the same.
      await worst.getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page
        .getByText(/is the hazard 1\.00 of sinking ground: the mean of \d kinds is only 0\.\d\d/)
        .waitFor();
      const name = await worst.getByRole('button').innerText();
      expect(await page.locator('[data-picked]').getAttribute('data-picked')).toBe(name);
      expect(await page.locator('[data-kind="subsidence"] [data-value]').innerText()).toBe('1.00');
      const map = page.getByRole('application');
      const frame = (await map.boundingBox()) ?? { width: 0, height: 0 };
      await map.click({ position: { x: frame.width * 0.5, y: frame.height * 0.3 } });
      await page.getByText('is the mean of').waitFor();
      expect(await page.locator('[data-picked]').getAttribute('data-picked')).not.toBe(name);
      // Layers, and what lies over them.
      const classes = () => page.locator('[data-class]').count();
      await page.getByLabel('Colour by').selectOption('inefficient_land');
      expect(await page.locator('[data-class="-1"]').count()).toBe(1);
      await page.getByLabel('Colour by').selectOption('present');
      expect(await classes()).toBeGreaterThan(2);
      expect(await page.locator('[data-over="complaints"]').count()).toBe(0);
      await page.getByLabel('Complaints', { exact: true }).check();
      expect(await page.locator('[data-over="complaints"]').count()).toBe(1);
      const view = () => map.getAttribute('viewBox');
      const before = await view();
      await map.focus();
      await page.keyboard.press('+');
      expect(await view()).not.toBe(before);

      const csv = (await download(page, 'Download cells as CSV')).toString('utf8');
      expect(csv).toMatch(/^\uFEFF?id,final,grade,sum,kinds,driver,by_hazard,subsidence,disorder/);
      expect((await download(page, 'Download zones as GeoJSON')).toString('utf8')).toContain('"Z1"');
      expect((await download(page, 'Download a workbook (XLSX)')).subarray(0, 2).toString()).toBe('PK');

      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { level: 1, name: '五类空间问题叠加' }).waitFor();
      await page
        .getByText('个更新项目')
        .or(page.getByText(/更新项目 12 个，其中 \d+ 个/))
        .first()
        .waitFor();
    }));

  it('takes files and options of the reader, and says what is wrong with one', () =>
    visit(
      async (page) => {
        await page.goto('/ground?lang=en');
        expect(await page.getByRole('button', { name: 'Compute' }).isDisabled()).toBe(true);
        await give(
          page,
          'Sunken zones',
          'zones.geojson',
          layer(['1', box(0, 0, 0.001, 0.001), { hazard: 'grave' }]),
        );
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByRole('alert').getByText('GROUND_LAYER').waitFor();
        await give(
          page,
          'Sunken zones',
          'zones.geojson',
          layer(['1', box(0, 0, 0.001, 0.001), { hazard: 'low' }]),
        );
        await give(
          page,
          'Ground that was looked at',
          'area.geojson',
          layer(['a', box(0, 0, 0.01, 0.01), {}]),
        );
        await page.getByText('Options', { exact: true }).click();
        await page.getByLabel('Side of the cells, m', { exact: true }).fill('500');
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByText('cells of 500 m').waitFor();
        expect(await page.locator('[data-section="zones"]').count()).toBe(0);
        expect(await page.locator('[data-summary="subsidence"]').innerText()).toMatch(/\t9\t2\t/);
        // Parcels take the place of cells.
        const parcels = layer(['东', box(0, 0, 0.005, 0.01), {}], ['西', box(0.005, 0, 0.01, 0.01), {}]);
        await give(page, 'Parcels in place of cells', 'parcels.geojson', parcels);
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByText('2 parcels').waitFor();
        expect((await page.locator('[data-cell="东"]').innerText()).split('\t').slice(1, 3)).toEqual([
          '0.25',
          'low',
        ]);
      },
      { refusals: ['/api/ground'] },
    ));

  it('does not move sideways on a phone', () =>
    visit(
      async (page) => {
        await page.goto('/ground?example=1&lang=en');
        await page.locator('[data-section="cells"]').waitFor();
        await page.locator('[data-cell] button').first().click();
        await page.locator('[data-section="cell"]').waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ));
});
