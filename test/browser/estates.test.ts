import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeGeoTiff } from '../../src/files/index.js';
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
const give = (page: Page, label: string, name: string, text: string | Buffer) =>
  page
    .getByLabel(label)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
const download = async (page: Page, button: string) => {
  const offered = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await offered).path(), 'utf8');
};

/** A rectangle in metres of a plane, as a feature. */
function box(id: string, x: number, y: number, width: number, height: number, properties: object = {}) {
  const [west, south] = [500_000 + x, 4_000_000 + y];
  const ring = [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
    [west, south],
  ];
  return { type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const layer = (features: readonly object[], crs: string | null = 'EPSG:32650') =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs !== null && { crs: { type: 'name', properties: { name: crs } } }),
    features,
  });
const plots = [box('甲', 0, 0, 100, 100), box('乙', 110, 0, 100, 100), box('丙', 220, 0, 100, 100)];
const buildings = layer([
  box('1', 10, 10, 50, 50, { storeys: 2 }),
  box('2', 120, 10, 80, 50, {}),
  box('3', 230, 10, 20, 20, { storeys: 1 }),
]);

/** 12 m on a tenth of the building of 乙, 6 m on the rest. */
async function heights(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-heights-'));
  const path = join(folder, 'heights.tif');
  const place = { originX: 500_000, originY: 4_000_100, cellWidth: 10, cellHeight: -10, crs: 'EPSG:32650' };
  const cells = Float64Array.from({ length: 400 }, (_, at) => (at % 40 === 12 ? 12 : 6));
  const options = { grid: { width: 40, height: 10, ...place }, bands: 1, type: 'float32' } as const;
  await writeGeoTiff(path, options, () => [cells]);
  const bytes = await readFile(path);
  await rm(folder, { recursive: true });
  return bytes;
}

describe('the page of inefficient land', () => {
  it('measures plots of chosen layers, says what is doubtful, and opens the items of a plot', () =>
    visit(
      async (page) => {
        await page.goto('/?lang=en');
        const links = page.getByRole('navigation');
        await links.getByRole('link', { name: 'Ground' }).click();
        await links.getByRole('link', { name: 'Inefficient land' }).click();

        await give(page, 'Plots (GeoJSON)', 'broken.geojson', '{"type":');
        await page.getByRole('alert').getByText('broken.geojson is not JSON').waitFor();
        await give(page, 'Buildings (GeoJSON', 'buildings.geojson', buildings);
        expect(await page.getByRole('button', { name: 'Compute' }).isDisabled()).toBe(true);

        // Metres that no file names: refused with what to do; then named in the options.
        await give(page, 'Plots (GeoJSON)', 'plain.geojson', layer(plots, null));
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByRole('alert').getByText('LAND_CRS_UNKNOWN').waitFor();
        await page.getByText('Options', { exact: true }).click();
        await page.getByLabel('Reference system, where layers say none').fill('EPSG:32650');
        await give(page, 'Table of plots', 'table.csv', 'plot,industry\n甲,chemicals\n乙,机械');
        await page.getByRole('button', { name: 'Compute' }).click();

        const row = (plot: string) => page.locator(`[data-plot="${plot}"]`);
        await row('甲').waitFor();
        const cells = async (plot: string) =>
          (await row(plot).innerText()).split('\t').map((one) => one.trim());
        expect((await cells('甲')).slice(2, 7)).toEqual(['0.27', '0.50', '25.0 %', '75.0 %', '1.00']);
        // Storeys of one building are missing: a least ratio, no ratio.
        expect((await cells('乙'))[3]).toBe('≥ 0.40');
        expect(await row('丙').locator('[data-verdict]').getAttribute('data-verdict')).toBe('unknown');
        await page.getByText('LAND_STOREYS_UNKNOWN').waitFor();
        await page.getByText('Areas measured in EPSG:32650').waitFor();

        // A place of the map and a button of the list open the same.
        await page.locator('[data-place="甲"]').click();
        await page.getByRole('heading', { name: 'Plot 甲' }).waitFor();
        const item = page.locator('[data-item="coverage"]');
        expect((await item.innerText()).split('\t').slice(1)).toEqual(['0.25', '0.4', '0.38', 'fails']);
        const fill = (plot: string) => page.locator(`[data-place="${plot}"]`).getAttribute('fill');
        await page.getByLabel('Colour by').selectOption('coverage');
        expect(await fill('甲')).not.toBe(await fill('乙'));

        expect((await download(page, 'Download plots as CSV')).split('\r\n')[1]).toMatch(/^甲,/);
        const { features } = JSON.parse(await download(page, 'Download GeoJSON')) as {
          features: { geometry: { coordinates: number[][][] } }[];
        };
        const [lon = Number.NaN, lat = Number.NaN] = features[0]?.geometry.coordinates[0]?.[0] ?? [];
        expect(lon).toBeCloseTo(117, 6);
        expect(lat).toBeCloseTo(36.14, 1);
      },
      { refusals: ['/api/inefficient-land'] },
    ));

  it('takes heights of a raster, and gives what it found as a workbook', () =>
    visit(async (page) => {
      await page.goto('/inefficient-land?lang=en');
      await give(page, 'Heights of buildings', 'heights.tif', await heights());
      await give(page, 'Plots (GeoJSON)', 'plots.geojson', layer(plots));
      await give(page, 'Buildings (GeoJSON', 'buildings.geojson', buildings);
      await page.getByLabel('Height of a building').selectOption('max');
      await page.getByRole('button', { name: 'Compute' }).click();
      // 12 m are four storeys on four tenths of the plot.
      await expect.poll(() => page.locator('[data-plot="乙"] [data-ratio]').innerText()).toBe('1.60');
      await page.getByText('take it from heights.tif').waitFor();
      const offered = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download a workbook' }).click();
      const book = await offered;
      expect(book.suggestedFilename()).toBe('inefficient-land.xlsx');
      expect((await readFile(await book.path())).subarray(0, 2).toString()).toBe('PK');
      await page.getByText('Enter into the ledger of findings').waitFor();
    }));

  it('shows the made example with its web map, in both languages', () =>
    visit(async (page) => {
      await page.goto('/inefficient-land?lang=en');
      await page.getByRole('button', { name: 'Open the worked example' }).click();
      await page.getByText('nothing was measured').waitFor();
      await page.getByText('areas are 2.42 times too large').first().waitFor();
      await page.getByLabel('Show').selectOption('inefficient');
      const shown = await page.locator('[data-plot]').count();
      expect(shown).toBeGreaterThan(0);
      expect(await page.locator('[data-verdict="inefficient"]').count()).toBe(shown);
      await page.getByLabel('Show').selectOption('');
      expect(await page.locator('[data-plot="P02"] [data-exempt]').innerText()).toBe(
        'safety distance of chemical works: floor-area ratio, building coefficient',
      );
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { level: 1, name: '低效用地' }).waitFor();
      await page.getByText('当地面积会放大 2.42 倍').first().waitFor();
      // A file of the reader ends the example: neither its label nor its figures stay.
      await give(page, '地块（GeoJSON）', 'own.geojson', layer(plots));
      await expect.poll(() => page.locator('[data-made], [data-plot]').count()).toBe(0);
      expect(new URL(page.url()).searchParams.has('example')).toBe(false);
    }));
});

describe('the page of vacant homes', () => {
  it('joins sources, withholds the small, and keeps outlines in the browser', () =>
    visit(
      async (page) => {
        const sent: string[] = [];
        page.on('request', (request) => sent.push(request.postData() ?? ''));
        await page.goto('/vacancy?lang=en');
        await give(page, 'Estates and units', 'estates.csv', 'estate,homes\nA,1\n');
        await give(page, 'What sources say', 'occupied.csv', 'estate,source,occupied,error\nA,phone,1,1\n');
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByRole('alert').getByText('VACANCY_TABLE').waitFor();

        await give(page, 'Visits', 'none.csv', '\n');
        await page.getByRole('alert').getByText('none.csv is empty').waitFor();

        // As a spreadsheet in China saves it: 小区 and two estates in GB 18030.
        const estates = Buffer.concat([
          Buffer.from([0xd0, 0xa1, 0xc7, 0xf8]),
          Buffer.from(',units,cell\n'),
          Buffer.from([0xb6, 0xab]),
          Buffer.from(',100,N\nWest,6,S\nEast,50,N\n'),
        ]);
        await give(page, 'Estates and units', 'estates.csv', estates);
        const said = 'estate,source,occupied,error\n东,meters,80,3\nWest,meters,1,1\n';
        await give(page, 'What sources say', 'occupied.csv', said);
        await give(
          page,
          'Outlines',
          'outlines.geojson',
          layer([box('东', 0, 0, 100, 100), box('West', 110, 0, 20, 20)]),
        );
        await page.getByRole('button', { name: 'Compute' }).click();
        const rate = (estate: string) => page.locator(`[data-estate="${estate}"] [data-rate]`).innerText();
        await page.locator('[data-estate="东"]').waitFor();
        // 80 occupied of 100 with an error of 3: 1.96 errors to both sides, in whole units.
        expect((await rate('东')).trim()).toBe('20.0 % (14.0 % to 26.0 %)');
        expect(await rate('West')).toBe('withheld: too few units');
        expect(await rate('East')).toBe('not known');
        expect(await page.locator('[data-cell="S"] [data-rate]').innerText()).toBe('withheld: too few units');
        expect(await page.locator('[data-place="West"]').getAttribute('fill')).toBe('url(#estate-hatch)');
        await page.getByText('Of 3 estates 1 have no outline').waitFor();
        expect(sent.filter((body) => body.includes('"estates"'))).not.toEqual([]);
        expect(sent.some((body) => body.includes('coordinates'))).toBe(false);
        const csv = await download(page, 'Download estates as CSV');
        expect(csv.split('\r\n')[2]).toBe('West,6,S,,,,,,1,');
      },
      { refusals: ['/api/vacancy'] },
    ));

  it('enters estates that are surely empty into the ledger of a city', () =>
    visit(
      async (page) => {
        await page.goto('/vacancy?lang=en');
        await give(page, 'Estates and units', 'estates.csv', 'estate,units\n东,100\nEast,50\n');
        const said = 'estate,source,occupied,error\n东,meters,80,3\nEast,meters,49,1\n';
        await give(page, 'What sources say', 'occupied.csv', said);
        await give(page, 'Outlines', 'outlines.geojson', layer([box('东', 0, 0, 100, 100)]));
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByText('Enter into the ledger of findings').click();
        await page.getByLabel('City (name or code)').fill('鹤岗');
        await page.getByLabel('Year of the survey').fill('2025');
        const enter = () => page.getByRole('button', { name: 'Enter', exact: true }).click();
        // No rate is set in the catalog, and nothing is a finding by itself.
        await enter();
        await page.getByRole('alert').getByText('VACANCY_LIMIT').waitFor();
        await page.getByLabel('From a rate of').fill('10');
        await enter();
        await page.getByText('1 findings opened, 0 were in the ledger').waitFor();
        await enter();
        await page.getByText('0 findings opened, 1 were in the ledger').waitFor();
        await page.locator('[data-opened]').getByRole('link', { name: 'Ledger of findings' }).click();
        await expect.poll(() => page.locator('section.ledger').innerText()).toContain('东');
      },
      { refusals: ['/api/vacancy'] },
    ));

  it('shows the made example with what is so, its sources, and the truth beside it', () =>
    visit(async (page) => {
      await page.goto('/vacancy?example=1&lang=en');
      await page.getByText('nothing was measured').waitFor();
      expect(await page.locator('[data-withheld]').getAttribute('data-withheld')).toBe('3');
      expect(await page.locator('[data-source]').count()).toBe(3);
      await page
        .locator('[data-truth]')
        .getByText(/What is so in this made city: \d/)
        .waitFor();
      // Withheld ones stand beyond the first page of the list; a click on the map brings one up.
      expect(await page.locator('[data-estate="H1"]').count()).toBe(0);
      await page.locator('[data-place="H1"]').click();
      expect(await page.locator('[data-estate="H1"] [data-rate]').innerText()).toContain('withheld');
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { level: 1, name: '住房空置率' }).waitFor();
      await page.getByText('3 个小区因套数过少不公布').waitFor();
    }));
});

describe('on a phone', () => {
  it.each(['/inefficient-land', '/vacancy'])('%s does not move sideways', (path) =>
    visit(
      async (page) => {
        await page.goto(`${path}?example=1&lang=en`);
        await page.locator('[data-made]').waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ),
  );
});
