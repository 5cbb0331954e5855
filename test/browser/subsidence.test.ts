import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { smallZip } from '../../src/files/testing/small-zip.js';
import { fileOf, madePairs, madePhase, madeWavelength, madeWidth, pairTable } from '../app/made-radar.js';
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

const visit = (work: (page: Page) => Promise<void>, more: object = {}) =>
  onPage({ browser, address: server.address, ...more }, work);

/** Red, green, blue and cover of the picture in the middle of a cell of the example, which has 96 columns. */
function colourAt(page: Page, column: number, row: number): Promise<number[]> {
  return page.locator('.ground-frame canvas').evaluate(
    (canvas: HTMLCanvasElement, [at, below]) => {
      const side = canvas.width / 96;
      // Hatching is two of seven dots.
      const [x, y] = [Math.floor((at + 0.5) * side), Math.floor((below + 0.5) * side)];
      const bare = x + Math.max(0, 2 - ((x + y) % 7));
      const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      copy?.drawImage(canvas, -bare, -y);
      return [...(copy?.getImageData(0, 0, 1, 1).data ?? [])];
    },
    [column, row] as const,
  );
}
const layer = (page: Page, name: string, date = '') =>
  page.locator(`.ground-frame canvas[data-layer="${name}"][data-date="${date}"]`).waitFor();
const brownness = ([red = 0, , blue = 0]: readonly number[]) => red - blue;

describe('the page of sinking ground', () => {
  it('shows the bowl of the example, its dates, the series of a cell and its buildings', () =>
    visit(async (page) => {
      await page.goto('/?lang=en');
      await page.getByRole('navigation').getByRole('link', { name: 'Ground' }).click();
      await page.getByRole('link', { name: 'Subsidence', exact: true }).click();
      await page.getByRole('link', { name: 'Open the example' }).click();
      await page.getByText('It is no real place and nothing of it was measured').first().waitFor();

      // The rate: brown in the bowl, pale far away, nothing on the lake.
      await layer(page, 'rate');
      expect(brownness(await colourAt(page, 36, 38))).toBeGreaterThan(60);
      expect(Math.abs(brownness(await colourAt(page, 84, 8)))).toBeLessThan(30);
      expect((await colourAt(page, 12, 58))[3]).toBe(0);
      // Its fast middle is not tied: bare and hatched, as it has no rate, not brown and not pale.
      expect(await colourAt(page, 38, 40)).toEqual([222, 222, 218, 255]);
      expect(await page.locator('path[data-zone]').count()).toBe(2);
      expect(await page.locator('path[data-building][data-damage="III"]').count()).toBeGreaterThan(0);

      // The slider, by keys: the bowl has not begun at the first date, and grows.
      const slider = page.getByRole('slider', { name: 'Date' });
      await slider.focus();
      await page.keyboard.press('Home');
      await layer(page, 'cumulative', '2024-01-17');
      const first = brownness(await colourAt(page, 36, 38));
      await page.keyboard.press('End');
      await layer(page, 'cumulative', '2025-01-11');
      expect(first).toBeLessThan(20);
      expect(brownness(await colourAt(page, 36, 38))).toBeGreaterThan(first + 60);
      expect(page.url()).toContain('date=2025-01-11');
      // It plays from the beginning when it stands at the end.
      await page.getByRole('button', { name: 'Play' }).click();
      await layer(page, 'cumulative', '2024-02-10');
      await page.getByRole('button', { name: 'Pause' }).click();

      // A click gives the series with its rate; the arrow keys go on from there.
      const map = page.getByRole('application');
      const box = await map.boundingBox();
      const at = (column: number, row: number) => ({
        position: {
          x: ((column + 0.5) / 96) * (box?.width ?? 0),
          y: ((row + 0.5) / 72) * (box?.height ?? 0),
        },
      });
      await map.click(at(74, 50));
      const series = page.locator('[data-section="series"]');
      await series.locator('[data-series="74,50"]').waitFor();
      expect(await series.locator('[data-rate]').innerText()).toMatch(/Rate −1\d\d\.\d ± \d+\.\d mm a year/);
      expect(await series.locator('circle').count()).toBe(16);
      expect(await series.locator('path.line').count()).toBe(1);
      await page.keyboard.press('ArrowRight');
      await series.locator('[data-series="75,50"]').waitFor();
      await map.click(at(38, 40));
      await series.getByText('This cell is not tied').waitFor();
      expect(await series.locator('path.line').count()).toBe(0);
      const offered = page.waitForEvent('download');
      await series.getByRole('link', { name: 'Download CSV' }).click();
      const text = await readFile(await (await offered).path(), 'utf8');
      expect(text.split('\n')[0]).toBe('date,displacement_mm,line_mm,tied');
    }));

  it('lists zones and buildings, sorts them, and leads from them to the map and to files', () =>
    visit(async (page) => {
      await page.goto('/subsidence/example?lang=en');
      const zones = page.locator('.ground-zones tbody tr');
      await zones.first().waitFor();
      expect(await zones.nth(0).innerText()).toMatch(/severe\s+steady\s+III/);
      expect(await zones.nth(1).innerText()).toMatch(/severe\s+stopped\s+I\b/);
      await page.getByText('Zone 1: Some cells are not tied').waitFor();
      await page.locator('[data-warning="untied"]').waitFor();

      const rows = page.locator('.ground-buildings tbody tr');
      const first = await rows.first().getAttribute('data-building');
      await page.getByRole('button', { name: 'Sort by Length (m)' }).click();
      expect(await rows.first().getAttribute('data-building')).toBe('school');
      expect(first).not.toBe('school');
      await page.getByLabel('Damage class', { exact: true }).selectOption('I');
      expect(await rows.first().getAttribute('data-building')).toBe('works hall');
      await page.getByRole('button', { name: 'works hall' }).click();
      await page.locator('[data-series]').waitFor();
      expect(page.url()).toMatch(/cell=\d+,\d+/);
      const offered = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download XLSX' }).click();
      const file = await offered;
      expect(file.suggestedFilename()).toBe('buildings-example.xlsx');
      expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');

      // Cut to a zone, the picture has fewer cells, in the same places.
      await page.getByLabel('Area').selectOption('2');
      await page.waitForFunction(
        () =>
          document.querySelector('.ground-frame svg')?.getAttribute('viewBox')?.startsWith('0 0') === false,
      );
    }));

  it('speaks Chinese, and fits a phone', () =>
    visit(
      async (page) => {
        await page.goto('/subsidence/example?lang=zh&cell=74,50');
        await page.getByRole('heading', { name: '示例：人造村庄' }).waitFor();
        await page.locator('[data-series="74,50"]').waitFor();
        expect(await page.locator('[data-rate]').innerText()).toMatch(/速率 −1\d\d\.\d ± .*负为远离卫星/);
        expect(await page.locator('.ground-zones tbody tr').first().innerText()).toMatch(/严重\s+匀速/);
        await page.getByText('远离卫星（下沉）').waitFor();
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(await wide()).toBeLessThanOrEqual(0);
        await page.goto('/subsidence?lang=zh');
        await page.getByText('还没有保存的计算').waitFor();
        expect(await wide()).toBeLessThanOrEqual(0);
      },
      { options: { viewport: { width: 390, height: 844 } } },
    ));

  it('takes a stack, says what is wrong with one, and keeps the run', () =>
    visit(
      async (page) => {
        await page.goto('/subsidence?lang=en');
        const give = (name: string, buffer: Buffer) =>
          page.getByLabel('ZIP file').setInputFiles({ name, mimeType: 'application/zip', buffer });
        await give('none.zip', Buffer.from('no archive'));
        await page.getByRole('button', { name: 'Measure and keep' }).click();
        await page.getByRole('alert').getByText('none.zip cannot be read as ZIP').waitFor();

        const pairs = madePairs.map((pair) => ({
          name: `unw/${fileOf(pair)}`,
          content: smallTiff(madeWidth, madePhase(pair.steps)),
        }));
        await give('panel.zip', smallZip([{ name: 'pairs.csv', content: pairTable() }, ...pairs]));
        await page.getByLabel('Name of the run').fill('Panel 7');
        await page.getByLabel('Wavelength (m)').fill(String(madeWavelength));
        await page.getByLabel('Reference (ROW,COL,HALF)').fill('1,1,1');
        await page.getByRole('button', { name: 'Measure and keep' }).click();
        await page.getByRole('alert').getByText('no cell has a value in 10 pairs').waitFor();
        await page.getByLabel('Least pairs of a pixel').fill('3');
        await page.getByLabel('Findings to the ledger of').fill('鹤岗');
        await page.getByRole('button', { name: 'Measure and keep' }).click();
        // The first finding makes the database, for which a busy machine takes its time.
        await page.getByRole('heading', { name: 'Panel 7' }).waitFor({ timeout: 90_000 });
        await page.locator('path[data-zone="1"]').waitFor({ state: 'attached' });
        await page.getByText('This run was given no footprints').waitFor();
        // Its zone is followed in the ledger, to which the table leads.
        await page.locator('[data-zone="1"] a[data-finding]').click();
        await page.locator('[data-finding^="finding/cn-230400/2018/ground.subsidence"]').waitFor();
        // At the ledger, which stands far below the head of the city's page, also when all above has come.
        await page.waitForLoadState('networkidle');
        const ledger = await page.locator('#ledger-title').boundingBox();
        expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
        // Positions are fractions of a pixel.
        expect(ledger?.y).toBeGreaterThan(-1);
        expect(ledger?.y).toBeLessThan(300);
        await page.mouse.move(700, 450);
        await page.mouse.wheel(0, -5000);
        await page.waitForFunction(() => scrollY === 0);
        await page.goBack();
        await page.getByRole('link', { name: 'All runs' }).click();
        expect(await page.locator('.ground-runs tbody tr').innerText()).toMatch(
          /Panel 7\s+2018-01-01 – 2018-05-01/,
        );
      },
      { refusals: ['/api/subsidence'] },
    ));

  it('shows a run of points by their rates, and the series of the one that is chosen', () =>
    visit(async (page) => {
      // A field of points 100 m apart; those to the east sink by 10 mm a date, one has a gap.
      const days = ['20180101', '20180201', '20180301', '20180401'];
      const heading = ['pid', 'easting', 'northing', 'mean_velocity', ...days].join(',');
      const rows = Array.from({ length: 200 }, (_, at) => {
        const [column, row] = [at % 20, Math.floor(at / 20)];
        const mm = days.map((_day, date) => (at === 0 && date === 1 ? '' : column < 10 ? 0 : -10 * date));
        return [`P${at}`, 4_321_000 + 100 * column, 3_210_000 + 100 * row, 0, ...mm].join(',');
      });
      await page.goto('/subsidence?lang=en');
      const buffer = smallZip([{ name: 'egms.csv', content: [heading, ...rows].join('\n') }]);
      await page
        .getByLabel('ZIP file')
        .setInputFiles({ name: 'egms.zip', mimeType: 'application/zip', buffer });
      await page.getByRole('button', { name: 'Measure and keep' }).click();
      await page.locator('[data-points="200"]').waitFor();
      await page.getByText('drawn at their own coordinates').waitFor();
      const map = page.getByRole('application');
      const box = await map.boundingBox();
      // 1.9 km by 0.9 km with an edge of 3%.
      const scale = ((box?.width ?? 0) * 0.94) / 19;
      const at = (column: number, row: number) => ({
        x: (box?.width ?? 0) * 0.03 + column * scale,
        y: (box?.height ?? 0) - (box?.width ?? 0) * 0.03 - row * scale,
      });
      const colour = (column: number, row: number) =>
        page.locator('.ground-frame canvas').evaluate(
          (canvas: HTMLCanvasElement, place) => {
            const scaled = canvas.width / place.width;
            const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            copy?.drawImage(canvas, -Math.round(place.x * scaled), -Math.round(place.y * scaled));
            return [...(copy?.getImageData(0, 0, 1, 1).data ?? [])];
          },
          { ...at(column, row), width: box?.width ?? 1 },
        );
      expect(brownness(await colour(15, 4))).toBeGreaterThan(60);
      expect(Math.abs(brownness(await colour(5, 4)))).toBeLessThan(20);
      expect(await colour(0, 0)).toEqual([138, 143, 147, 255]);
      expect((await colour(5.5, 4.5))[3]).toBe(0);

      const series = page.locator('[data-section="series"]');
      await map.click({ position: { ...at(15, 4) } });
      await series.locator('[data-series="P95"]').waitFor();
      expect(await series.locator('[data-rate]').innerText()).toMatch(/Rate −12\d\.\d ± \d+\.\d mm a year/);
      expect(await series.locator('circle').count()).toBe(4);
      await page.keyboard.press('ArrowUp');
      await series.locator('[data-series="P115"]').waitFor();
      expect(page.url()).toContain('point=P115');
      await map.click({ position: { ...at(0, 0) } });
      await series.getByText('This point has no value at some dates').waitFor();
      expect(await series.locator('circle').count()).toBe(3);
      const offered = page.waitForEvent('download');
      await series.getByRole('link', { name: 'Download CSV' }).click();
      const text = await readFile(await (await offered).path(), 'utf8');
      expect(text).toBe(
        'date,displacement_mm,line_mm,tied\n2018-01-01,0,,0\n2018-02-01,,,0\n2018-03-01,0,,0\n2018-04-01,0,,0\n',
      );
    }));
});
