import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePng } from '../../src/files/index.js';
import { madeKinds, smallArchive, vectorTile } from '../../src/web/layers/testing/small-archive.js';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

let folder: string;
let server: RunningServer;
let browser: Browser;

/** The eastern half of the world as one polygon, with a line along the equator. */
const east = vectorTile(
  [
    [2048, 0],
    [4096, 0],
    [4096, 4096],
    [2048, 4096],
  ],
  [
    [0, 2048],
    [4096, 2048],
  ],
);
const vector = smallArchive([{ z: 0, x: 0, y: 0, bytes: east }], madeKinds.vector);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-layers-'));
  await writeFile(join(folder, 'ground.pmtiles'), vector);
  server = await startServer({ words: ['--layers', folder] });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const ring = [
  [100, 30],
  [115, 30],
  [115, 40],
  [100, 40],
  [100, 30],
];
const boundary = (more: object = {}) =>
  Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring], ...more }));
const give = (page: Page, label: string, name: string, buffer: Buffer) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const drawn = (page: Page, names: string) => page.locator(`.layer-canvas[data-drawn="${names}"]`).waitFor();

/** How many pixels of the layers have any colour. */
const coloured = (page: Page) =>
  page.locator('.layer-canvas').evaluate((canvas: HTMLCanvasElement) => {
    // from a copy: the browser complains of canvases that are drawn and read in turn
    const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
      willReadFrequently: true,
    });
    pen?.drawImage(canvas, 0, 0);
    const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count++;
    return count;
  });

describe('layers of the user on the overview', () => {
  it('draws a GeoJSON file, refuses wrong ones, keeps it over a reload and forgets it again', () =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto('/?lang=en');
      await page.locator('.map .symbol').first().waitFor();
      // nothing of it is read before somebody wants it
      expect(await page.locator('.layer-canvas').count()).toBe(0);
      await page.getByText('Own layers', { exact: true }).click();
      await give(
        page,
        'Open a layer',
        'plane.geojson',
        boundary({ crs: { properties: { name: 'EPSG:3857' } } }),
      );
      await page.getByRole('alert').getByText('LAYER_CRS').waitFor();
      await give(page, 'Open a layer', 'sheet.xlsx', Buffer.from('x'));
      await page.getByRole('alert').getByText('LAYER_KIND').waitFor();
      await give(page, 'Open a layer', 'mine.geojson', boundary());
      await drawn(page, 'mine.geojson');
      expect(await page.getByRole('alert').count()).toBe(0);
      const before = await coloured(page);
      expect(before).toBeGreaterThan(1000);

      // Enlarged, it covers more of the map.
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await expect.poll(() => coloured(page)).toBeGreaterThan(before);

      await page.reload();
      await drawn(page, 'mine.geojson');
      await page.getByText('Own layers', { exact: true }).click();
      await page.getByRole('checkbox', { name: 'mine.geojson' }).press('Space');
      await drawn(page, '');
      expect(await coloured(page)).toBe(0);
      await page.getByRole('button', { name: 'Forget mine.geojson' }).press('Enter');
      await page.locator('[data-layer="mine.geojson"]').waitFor({ state: 'detached' });
    }));

  it('draws tiles of the server and of a file, in the order of the list, by keyboard, in Chinese', () =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto('/?lang=zh');
      await page.locator('.map .symbol').first().waitFor();
      await page.getByText('自备图层', { exact: true }).press('Enter');
      await page.getByRole('checkbox', { name: 'ground.pmtiles' }).press('Space');
      await drawn(page, 'ground.pmtiles');
      // the half of the world in which China lies is covered
      await expect.poll(() => coloured(page)).toBeGreaterThan(100_000);

      const picture = await encodePng(16, 16, new Uint8Array(16 * 16 * 4).fill(200));
      const tiles = smallArchive([{ z: 0, x: 0, y: 0, bytes: picture }], madeKinds.png);
      await give(page, '打开图层文件', 'photo.pmtiles', Buffer.from(tiles));
      await drawn(page, 'ground.pmtiles|photo.pmtiles');
      await page.getByRole('button', { name: '下移 photo.pmtiles' }).press('Enter');
      await drawn(page, 'photo.pmtiles|ground.pmtiles');
      await page.getByRole('slider', { name: 'photo.pmtiles 的不透明度' }).press('Home');
      await page.getByRole('checkbox', { name: 'ground.pmtiles' }).press('Space');
      await drawn(page, 'photo.pmtiles');
      await expect.poll(() => coloured(page)).toBe(0);
    }));
});

describe('measuring on the overview', () => {
  it('measures by keyboard, says the result, and copies it', () =>
    onPage(
      { browser, address: server.address, options: { permissions: ['clipboard-read', 'clipboard-write'] } },
      async (page) => {
        await page.goto('/?lang=en');
        await page.locator('.map .symbol').first().waitFor();
        await page
          .locator('.map-scale')
          .getByText(/^\d+ km$/)
          .waitFor();
        await page.getByRole('button', { name: 'Measure an area' }).press('Enter');
        await page.getByText('Click corners on the map').waitFor();
        const ground = page.getByRole('application', { name: /^Measuring/ });
        await ground.focus();
        for (const key of ['Enter', 'Shift+ArrowRight', 'Enter', 'Shift+ArrowDown', 'Enter'])
          await page.keyboard.press(key);
        const result = page.locator('.measure-result');
        await result.getByText(/^area [\d,.]+ km², around [\d,.]+ km$/).waitFor();
        await page
          .locator('.measure-position')
          .getByText(/° E .*° N$/)
          .waitFor();
        await page.getByRole('button', { name: 'Copy the result' }).click();
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await result.innerText());
        await ground.focus();
        await page.keyboard.press('Backspace');
        await page.getByText('Click corners on the map').waitFor();
        await page.keyboard.press('Escape');
        await ground.waitFor({ state: 'detached' });
      },
    ));

  it('measures a line by clicks, whose symbols then do not open, in Chinese', () =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto('/?lang=zh');
      await page.locator('.map .symbol').first().waitFor();
      await page.getByRole('button', { name: '测距离' }).click();
      const ground = page.getByRole('application', { name: /^测量/ });
      const symbols = await page.locator('.map .symbol').evaluateAll((all) =>
        all.slice(0, 2).map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return [x + width / 2, y + height / 2] as const;
        }),
      );
      for (const [x, y] of symbols) await page.mouse.click(x, y);
      await page
        .locator('.measure-result')
        .getByText(/^长度 [\d,.]+ km$/)
        .waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      expect(await ground.locator('circle').count()).toBe(2);
      await page.getByRole('button', { name: '清除', exact: true }).click();
      expect(await ground.locator('circle').count()).toBe(0);
    }));
});

describe('the page of the ground', () => {
  it('draws a layer below the cells, where a position lies, and measures', () =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto('/ground?example=1&lang=en');
      await page.locator('.sum-cell').first().waitFor();
      const map = page.locator('.layered');
      // Two positions under the pointer give a rectangle over the middle of the map.
      await map.scrollIntoViewIfNeeded();
      const box = await map.boundingBox();
      if (box === null) throw new Error('the map is not shown');
      const read = async (x: number, y: number) => {
        await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
        const position = page.locator('.measure-position');
        await position.getByText(/° E .*° N$/).waitFor();
        const words = await position.innerText();
        return [...words.matchAll(/[\d.]+/g)].map(Number) as [number, number];
      };
      const [west, north] = await read(0.25, 0.25);
      const [east, south] = await read(0.75, 0.75);
      const corners = [
        [west, north],
        [east, north],
        [east, south],
        [west, south],
        [west, north],
      ];
      await page.getByText('Own layers', { exact: true }).click();
      await give(
        page,
        'Open a layer',
        'box.geojson',
        Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [corners] })),
      );
      await drawn(page, 'box.geojson');
      const share = await page
        .locator('.layer-canvas')
        .evaluate((one: HTMLCanvasElement) => one.width * one.height);
      expect((await coloured(page)) / share).toBeCloseTo(0.25, 1);
      await page.getByRole('button', { name: 'Measure a line' }).click();
      const ground = page.getByRole('application', { name: /^Measuring/ });
      await ground.click({ position: { x: 0.25 * box.width, y: 0.5 * box.height } });
      await ground.click({ position: { x: 0.75 * box.width, y: 0.5 * box.height } });
      await page
        .locator('.measure-result')
        .getByText(/^length [\d.]+ km$/)
        .waitFor();
    }));
});
