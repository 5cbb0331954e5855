import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VacantProjectAnswer } from '../../src/api/contract.js';
import type { MadePlot } from '../../src/app/vacant-land/example/town.js';
import { cropTown, writeCrop } from '../app/made-crop.js';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

let server: RunningServer;
let browser: Browser;
let folder: string;
let image: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-crop-'));
  image = join(folder, 'crop.tif');
  await writeCrop(image);
  server = await startServer();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const visit = (work: (page: Page) => Promise<void>, more: Partial<Parameters<typeof onPage>[0]> = {}) =>
  onPage({ browser, address: server.address, ...more }, work);

const canvas = (page: Page) => page.getByRole('application');
/** Clicks on cells of the crop, of which the whole is shown. */
async function clickCells(page: Page, cells: readonly (readonly [column: number, row: number])[]) {
  await canvas(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await canvas(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  for (const [column, row] of cells)
    await page.mouse.click(x + (column / cropTown.width) * width, y + (row / cropTown.height) * height);
}
const insideOf = ({ column, row, width, height }: MadePlot) =>
  [
    [column + 1, row + 1],
    [column + width - 1, row + 1],
    [column + width - 1, row + height - 1],
    [column + 1, row + height - 1],
  ] as const;
const classes = ['vacant', 'built', 'green'];
/** Draws plots with the class of their ground, chosen by its key, and closes them by Enter. */
async function draw(page: Page, plots: readonly MadePlot[]) {
  for (const plot of plots) {
    await canvas(page).press(String(classes.indexOf(plot.kind) + 1));
    await clickCells(page, insideOf(plot));
    await page.keyboard.press('Enter');
  }
}
const labels = (page: Page) => page.locator('[data-label]').count();
const saved = (page: Page) => page.locator('[data-save="saved"]').waitFor();

/** Plots in all parts of the crop. */
const drawn = cropTown.plots.filter((_, at) => at % 3 === 1);
const others = cropTown.plots.filter((_, at) => at % 3 !== 1);

describe('the page of vacant land', () => {
  it('leads from an image over labels and training to a map with its error and to files', () =>
    visit(
      async (page) => {
        await page.goto('/?lang=en');
        const links = page.getByRole('navigation');
        await links.getByRole('link', { name: 'Ground' }).click();
        await links.getByRole('link', { name: 'Vacant land' }).click();
        await page.getByLabel('Image (GeoTIFF)').setInputFiles(image);
        await page.getByLabel('Classes, the first is looked for').fill(classes.join(','));
        await page.getByLabel('Bands').fill('red,green');
        await page.getByRole('button', { name: 'Begin the project' }).click();
        await page.getByRole('alert').getByText('3 names, each once').waitFor();
        await page.getByLabel('Bands').fill('');
        await page.getByLabel('Name of the project').fill('North');
        await page.getByRole('button', { name: 'Begin the project' }).click();
        await page.getByRole('heading', { name: 'North' }).waitFor();
        await page.getByText('Labels of two classes at least are needed').waitFor();

        // What crosses itself is not closed; a corner can be taken back, and a polygon too.
        const [first, ...rest] = drawn as [MadePlot, ...MadePlot[]];
        const [a, b, c, d] = insideOf(first);
        await clickCells(page, [a, c, b, d]);
        await page.keyboard.press('Enter');
        await page.getByText('The outline crosses itself').waitFor();
        await page.keyboard.press('Escape');
        expect(await labels(page)).toBe(0);
        await draw(page, [first]);
        expect(await labels(page)).toBe(1);
        await page.getByRole('button', { name: 'Undo' }).click();
        expect(await labels(page)).toBe(0);
        await draw(page, [first, ...rest]);
        expect(await labels(page)).toBe(drawn.length);

        // One is chosen, becomes another class and is deleted; that is taken back.
        await page.getByRole('button', { name: 'Select', exact: true }).click();
        await clickCells(page, [[first.column + 9, first.row + 9]]);
        const chosen = page.locator('.idle-label.chosen title');
        const [kind, another] = first.kind === 'built' ? ['built', '3'] : [first.kind, '2'];
        expect(await chosen.textContent()).toBe(kind);
        await page.keyboard.press(another);
        expect(await chosen.textContent()).toBe(classes[Number(another) - 1]);
        // A new class and another name change no polygon by themselves.
        await page.getByRole('textbox', { name: 'New class' }).fill('water');
        await page.getByRole('button', { name: 'Add', exact: true }).click();
        await page.locator('[data-class="water"]').waitFor();
        expect(await chosen.textContent()).toBe(classes[Number(another) - 1]);
        await page.getByRole('button', { name: 'Drop the class water' }).click();
        await canvas(page).focus();
        await page.keyboard.press('Delete');
        expect(await labels(page)).toBe(drawn.length - 1);
        await page.keyboard.press('Control+z');
        expect(await labels(page)).toBe(drawn.length);
        await saved(page);

        await page.getByRole('button', { name: 'Train' }).click();
        await page.locator('[data-verdict="vacant"]').waitFor();
        expect(await page.locator('[data-verdict="vacant"]').innerText()).toMatch(
          /\d+ % \(\d+ % to \d+ %\) is right/,
        );
        expect(await page.locator('[data-measures]').count()).toBe(3);
        await page.getByText('Labels lie in 4 blocks only').waitFor();
        expect(await page.locator('[data-polygon]').count()).toBeGreaterThan(2);

        // The map: vacant plots that nobody labelled are denser than others.
        await page.getByLabel('Probability').selectOption('vacant');
        const density = await densities(page);
        expect(density('vacant')).toBeGreaterThan(density('built') + 40);

        const shown = () => canvas(page).getAttribute('viewBox');
        const whole = await shown();
        await page.locator('[data-polygon] button').last().click();
        const near = await shown();
        expect(near).not.toBe(whole);
        await page.locator('path[data-picked]').waitFor();
        await page.locator('[data-block] button').first().click();
        await page.locator('.idle-next.picked').waitFor();
        expect(await shown()).not.toBe(near);

        const offered = page.waitForEvent('download');
        await page.getByRole('link', { name: 'polygons.geojson' }).click();
        const text = await readFile(await (await offered).path(), 'utf8');
        const { features } = JSON.parse(text) as { features: { properties: { class: string } }[] };
        expect(new Set(features.map(({ properties }) => properties.class))).toEqual(new Set(['vacant']));
        const report = page.waitForEvent('download');
        await page.getByRole('link', { name: 'report.html' }).click();
        expect(await readFile(await (await report).path(), 'utf8')).toMatch(/<html lang="en"/);
      },
      { refusals: ['/api/vacant-land/projects'] },
    ));

  it('keeps labels, and joins what two have drawn where a save is refused', () =>
    visit(
      async (page) => {
        await page.goto('/vacant-land?lang=zh');
        await page.getByRole('link', { name: 'North' }).click();
        await page.locator('[data-verdict="vacant"]').waitFor();
        expect(await labels(page)).toBe(drawn.length);
        const path = `/api/vacant-land/projects/${page.url().split('/').at(-1)?.split('?')[0]}`;
        // Somebody else takes one out and saves.
        await page.evaluate(async (at) => {
          const all = (await (await fetch(at)).json()) as VacantProjectAnswer;
          const { revision, classes: kept, features } = all.labels;
          const body = JSON.stringify({ revision, classes: kept, features: features.slice(1) });
          await fetch(`${at}/labels`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body,
          });
        }, path);
        await draw(page, others.slice(0, 1));
        await page.getByText('未保存：其间他人已保存').waitFor();
        expect(await labels(page)).toBe(drawn.length + 1);
        await page.getByRole('button', { name: '合并两边的标注' }).click();
        await saved(page);
        expect(await labels(page)).toBe(drawn.length + 1);
        await page.getByText('标注在此次训练之后有改动').waitFor();
        await page.reload();
        await page.locator('[data-verdict="vacant"]').waitFor();
        expect(await labels(page)).toBe(drawn.length + 1);
        // What was taken away and is read again is there already; without classes a file is refused.
        await page.getByText('读入标注文件').click();
        const taken = await (await page.request.get(`${path}/files/labels.geojson`)).body();
        const give = (text: string) =>
          page.getByLabel('标注（GeoJSON）').setInputFiles({
            name: 'labels.geojson',
            mimeType: 'application/geo+json',
            buffer: Buffer.from(text),
          });
        await give(taken.toString().replaceAll('"class":', '"kind":'));
        await page.getByRole('alert').getByText('每个多边形都有属性 class').waitFor();
        await give(taken.toString());
        await page.getByRole('alert').waitFor({ state: 'detached' });
        expect(await labels(page)).toBe(drawn.length + 1);
        // A class is called otherwise, with its polygons.
        const name = page.locator('[data-class="built"]').getByLabel('类别名称');
        await name.fill('房屋');
        await name.press('Enter');
        await page.locator('[data-class="房屋"]').waitFor();
        await saved(page);
        expect(await page.locator('[data-class="房屋"]').innerText()).toMatch(/\d+ 处，\d/);
      },
      { refusals: ['/labels'] },
    ));

  it('opens the worked example on a phone, draws by keys alone, and deletes it when asked twice', () =>
    visit(
      async (page) => {
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        await page.goto('/vacant-land?lang=en');
        expect(await wide()).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name: 'Open the worked example' }).click();
        await page.getByRole('heading', { name: 'Example: a made town' }).waitFor();
        await page.getByText('nothing of it was measured').waitFor();
        await page.locator('[data-label]').first().waitFor({ state: 'attached' });
        const before = await labels(page);
        expect(before).toBeGreaterThan(10);
        for (const more of ['Labels from a file', 'Options'])
          await page.getByText(more, { exact: true }).click();
        expect(await wide()).toBeLessThanOrEqual(0);
        await canvas(page).focus();
        for (const key of ['+', '+', '2', ' ', 'ArrowRight', ' ', 'ArrowDown', ' ', 'Enter'])
          await page.keyboard.press(key);
        expect(await labels(page)).toBe(before + 1);
        await saved(page);
        await page.getByRole('link', { name: 'All projects' }).click();
        const row = page.locator('[data-project="example"]');
        await row.getByRole('button', { name: 'Delete the project' }).click();
        await row.getByRole('button', { name: 'Delete it with its labels' }).click();
        await row.waitFor({ state: 'detached' });
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ));
});

/** How dense the probability is drawn in the middle of plots of a kind that nobody labelled, 0 to 255. */
async function densities(page: Page): Promise<(kind: MadePlot['kind']) => number> {
  const layer = page.locator('[data-probability="vacant"]');
  const pixels = await layer.evaluate(async (shown: SVGImageElement) => {
    const picture = new Image();
    picture.src = shown.href.baseVal;
    await picture.decode();
    const copy = document.createElement('canvas').getContext('2d');
    copy?.drawImage(picture, 0, 0);
    return {
      width: picture.width,
      dots: [...(copy?.getImageData(0, 0, picture.width, picture.height).data ?? [])],
    };
  });
  const side = cropTown.width / pixels.width;
  return (kind) => {
    const found = others
      .filter((plot) => plot.kind === kind)
      .map(({ column, row, width, height }) => {
        const at = [column + width / 2, row + height / 2].map((one) => Math.floor(one / side));
        return pixels.dots[4 * ((at[1] as number) * pixels.width + (at[0] as number)) + 3] as number;
      });
    return found.reduce((sum, one) => sum + one, 0) / found.length;
  };
}
