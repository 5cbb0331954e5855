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

const visit = (work: (page: Page) => Promise<void>, more: object = {}) =>
  onPage({ browser, address: server.address, ...more }, work);

/** Three streets to the east, one above the other; a picture each of the first two. */
const street = (id: string, lat: number) => ({
  type: 'Feature',
  id,
  properties: {},
  geometry: {
    type: 'LineString',
    coordinates: [
      [130, lat],
      [130.002, lat],
    ],
  },
});
const streets = JSON.stringify({
  type: 'FeatureCollection',
  features: [street('a', 47), street('b', 47.001), street('c', 47.002)],
});
const scores = ['image,segment,element,present', '1,a,litter,1', '1,a,surface_broken,0', '2,b,litter,0', ''];
const reference = ['image,segment,element,present', '9,z,litter,0'];

function files(page: Page) {
  return (label: string, name: string, text: string) =>
    page
      .getByLabel(label, { exact: true })
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}
async function saved(page: Page, button: string): Promise<string> {
  const offered = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await offered).path(), 'utf8');
}

describe('the page of street disorder', () => {
  it('scores chosen files, draws them, and says what is wrong with others', () =>
    visit(
      async (page) => {
        await page.goto('/?lang=en');
        await page.getByRole('navigation').getByRole('link', { name: 'Ground' }).click();
        await page.getByRole('navigation').getByRole('link', { name: 'Streets' }).click();
        const give = files(page);
        const compute = page.getByRole('button', { name: 'Score the streets' });
        expect(await compute.isDisabled()).toBe(true);
        await give('Sightings', 'bad.csv', 'image,segment,element,present\n1,a,dust,1');
        await compute.click();
        await page.getByRole('alert').getByText('DISORDER_ELEMENT').waitFor();

        await give('Sightings', 'scores.csv', scores.join('\n'));
        await compute.click();
        await page.getByText('Without a file of streets there is no map').waitFor();
        await page.getByText('No picture was judged by two auditors').waitFor();
        await give('Streets', 'streets.geojson', streets);
        await give('Sightings in a reference city (optional)', 'reference.csv', reference.join('\n'));
        await compute.click();
        const fact = (name: string) =>
          page.locator(`[data-section="city"] [data-fact="${name}"]`).innerText();
        await page.locator('.street-map').waitFor();
        // a: greening 1, road 0; b: greening 0; both are as long.
        expect(await fact('score')).toMatch(/^0\.25\b/);
        expect(await fact('segments')).toMatch(/^2 of 2 segments .* 0\.30 km$/);
        expect(await fact('above')).toMatch(/^50\.0 % .*0\.00/);
        const rows = page.locator('.street-segments tbody tr');
        expect((await rows.nth(0).innerText()).split(/\s+/).slice(0, 2)).toEqual(['a', '0.50']);
        await page.getByRole('button', { name: 'Sort by Road' }).click();
        // By roads a has 0, and b was not judged.
        expect(await rows.nth(1).locator('td').nth(4).innerText()).toBe('–');
        await page.getByRole('button', { name: 'Sort by Score' }).click();
        const looks = page.locator('.street-frame [data-look]');
        expect(
          await looks.evaluateAll((all) => all.map((one) => one.getAttribute('data-look')).toSorted()),
        ).toEqual(['0', '0.5', 'none']);

        // The uppermost street on the map has no pictures; the lowest is the worst.
        const map = page.getByRole('application');
        const box = await map.boundingBox();
        const click = (share: number) =>
          map.click({ position: { x: 0.3 * (box?.width ?? 0), y: share * (box?.height ?? 0) } });
        await click(0.02);
        await page.getByText('c: there are no pictures of it').waitFor();
        await click(0.98);
        await page.locator('[data-details="a"]').getByText('Litter 100 %').waitFor();
        expect(await page.locator('tr[data-segment="a"]').getAttribute('aria-current')).toBe('true');

        const csv = await saved(page, 'Download segments as CSV');
        expect(csv.split('\r\n')[1]).toMatch(/^a,0\.5,/);
        const { features } = JSON.parse(await saved(page, 'Download segments as GeoJSON')) as {
          features: { id: string; properties: { score: number | null } }[];
        };
        expect(features.map(({ id, properties }) => [id, properties.score])).toEqual([
          ['a', 0.5],
          ['b', 0],
          ['c', null],
        ]);
      },
      { refusals: ['/api/disorder'] },
    ));

  it('plans pictures, and tells the gaps', () =>
    visit(
      async (page) => {
        await page.goto('/disorder?lang=en');
        const give = files(page);
        const plan = page.getByRole('button', { name: 'Make the plan' });
        expect(await plan.isDisabled()).toBe(true);
        await give('Streets', 'streets.geojson', streets);
        await plan.click();
        const section = page.locator('[data-plan]');
        const fact = (name: string) => section.locator(`[data-fact="${name}"]`).innerText();
        // 152 m each: four points by the 50 m of the catalog.
        await section.locator('[data-points="planned"]').first().waitFor({ state: 'attached' });
        expect(await fact('points')).toMatch(/^12 at most 50 m apart, 48 pictures/);
        await give(
          'Pictures that there are (optional)',
          'taken.csv',
          'lon,lat,heading,month\n130.00025,47,,6\n130.00075,47,90,6',
        );
        await page.getByLabel('Spacing (m)').fill('40');
        await page.getByLabel('Only months (such as 5-9)').fill('13');
        await plan.click();
        await page.getByRole('alert').getByText('CALL_OPTION').waitFor();
        await page.getByLabel('Only months (such as 5-9)').fill('5-9');
        await plan.click();
        await section.waitFor();
        expect(await fact('covered')).toMatch(/2 points have a picture, 1 all four headings/);
        await section.locator('[data-points="gap"]').first().waitFor({ state: 'attached' });
        const gaps = section.locator('tr[data-gap]');
        expect((await gaps.nth(0).innerText()).split(/\s+/).slice(0, 3)).toEqual(['b', '4', '4']);
        await section.locator('tr[data-gap="a"]').getByRole('button').click();
        const point = (n: number) => section.locator(`tr[data-point="${n}"]`).innerText();
        expect((await point(1)).match(/there/g)).toHaveLength(4);
        expect((await point(2)).split(/\s+/).slice(2)).toEqual(['there', '180°', '270°', '0°']);
        const csv = await saved(page, 'Download pictures to take as CSV');
        // 12 points of four, less one panorama and one picture, and the heading.
        expect(csv.trim().split('\r\n')).toHaveLength(48 - 4 - 1 + 1);
      },
      { refusals: ['/api/disorder/plan'] },
    ));

  it('shows a made example in Chinese on a phone, and takes it away for a file of the reader', () =>
    visit(
      async (page) => {
        await page.goto('/disorder?lang=zh');
        await page.getByRole('button', { name: '打开示例' }).click();
        await page.getByText('不是真实地点').waitFor();
        await page.locator('[data-points="gap"]').first().waitFor({ state: 'attached' });
        await page.locator('[data-agreement="all"]').waitFor();
        await page.locator('[data-element="litter"]').getByText('垃圾散落').waitFor();
        expect(await page.locator('.street-frame [data-look]').count()).toBeGreaterThan(4);
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(await wide()).toBeLessThanOrEqual(0);
        // The place in the navigation is in sight, and so is the other language.
        const inNavigation = (role: 'link' | 'button', name: string) =>
          page.getByRole('navigation').getByRole(role, { name }).boundingBox();
        const place = await inNavigation('link', '街道失序');
        const language = await inNavigation('button', 'Switch to English');
        expect(place?.x).toBeGreaterThan(0);
        expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThan(language?.x ?? 0);
        expect((language?.x ?? 0) + (language?.width ?? 0)).toBeLessThanOrEqual(390);
        await files(page)('街道', 'streets.geojson', streets);
        await page.getByText('不是真实地点').waitFor({ state: 'detached' });
        expect(await page.locator('[data-plan], .street-map').count()).toBe(0);
        expect(await page.locator('[data-file="scores"]').count()).toBe(0);
      },
      { options: { viewport: { width: 390, height: 844 } } },
    ));
});
