import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/web/laboratory/csv.js';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

/** What a reader takes along from a page: its citation, its tables as CSV, its pictures as SVG and PNG. */

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

const visit = (work: (page: Page) => Promise<void>) =>
  onPage(
    { browser, address: server.address, options: { permissions: ['clipboard-read', 'clipboard-write'] } },
    work,
  );

/** Goes to a page, waits for `ready`, opens the list of what can be saved. */
async function open(page: Page, address: string, ready: string): Promise<void> {
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.export-menu summary').click();
  // the list stands a moment after it is opened
  await page.locator('.export-menu ol').waitFor();
}

async function saved(page: Page, press: () => Promise<void>): Promise<{ file: Download; bytes: Buffer }> {
  const offered = page.waitForEvent('download');
  await press();
  const file = await offered;
  return { file, bytes: await readFile(await file.path()) };
}

/** Saves the first view of a kind in a format. */
const savedView = (page: Page, kind: 'table' | 'picture', format: 'csv' | 'svg' | 'png') =>
  saved(page, () => page.locator(`[data-view="${kind}"] [data-format="${format}"]`).first().click());

interface ReadSvg {
  readonly faults: number;
  readonly title: string;
  readonly desc: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: number;
  /** Attributes that lead out of the file. */
  readonly outside: readonly string[];
}

/** Reads a drawing as a browser does, outside of any page. */
function readSvg(page: Page, text: string): Promise<ReadSvg> {
  return page.evaluate(`(() => {
    const read = new DOMParser().parseFromString(${JSON.stringify(text)}, 'image/svg+xml');
    const all = [...read.querySelectorAll('*')];
    const values = all.flatMap((one) => [...one.attributes]).filter(({ name }) => !name.startsWith('xmlns'));
    return {
      faults: read.querySelectorAll('parsererror').length,
      title: read.querySelector('svg > title').textContent,
      desc: read.querySelector('svg > desc').textContent,
      width: Number(read.documentElement.getAttribute('width')),
      height: Number(read.documentElement.getAttribute('height')),
      shapes: read.querySelectorAll('path, rect, circle, line, text').length,
      outside: values.map(({ value }) => value).filter((value) => /https?:|url\\((?!["']?#)|var\\(/.test(value)),
    };
  })()`);
}

const cited =
  /^afterlode \d+\.\d+\.\d+, catalog \S+ \([0-9a-f]{8}\), "(.+)"\. Data: (.+)\. (http:\/\/\S+), accessed \d{4}-\d\d-\d\d\.$/;

describe('what a page is cited by', () => {
  it('names program, catalog, title, data with licences, address and day, and is copied', () =>
    visit(async (page) => {
      await page.goto('/?lang=en&type=declining');
      await page.getByRole('button', { name: 'Copy citation' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate('navigator.clipboard.readText()');
      const [, title, data, address] = cited.exec(String(copied)) ?? [];
      expect(title).toBe('Overview');
      expect(data).toMatch(/2010.*\(MIT\).*2020.*\(MIT\)/);
      expect(address).toBe(`${server.address}/?lang=en&type=declining`);
      await page.getByRole('button', { name: 'Copy BibTeX' }).click();
      await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toMatch(/^@misc\{afterlode-/);
    }));

  it('says of a made example that it is one, in Chinese too', () =>
    visit(async (page) => {
      await page.goto('/distress?example=1&lang=zh');
      expect(await page.locator('.citation').innerText()).toContain('数据：程序虚构的示例。');
    }));
});

describe('tables and pictures of the overview', () => {
  it('come as the rows seen, and as a drawing that needs nothing beside it', () =>
    visit(async (page) => {
      await open(page, '/?lang=en&type=declining', '[data-row]');
      await expect.poll(() => page.locator('[data-row]').count()).toBe(67);
      const table = await savedView(page, 'table', 'csv');
      const rows = readCsv(table.bytes.toString('utf8').replace('\ufeff', ''));
      expect(rows).toHaveLength(68);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([7]));
      expect(rows[1]?.[2]).toMatch(/^\d+\.\d/);

      const exact = await saved(page, () => page.locator('[data-save]').click());
      expect(readCsv(exact.bytes.toString('utf8'))).toHaveLength(68);

      const svg = await savedView(page, 'picture', 'svg');
      const read = await readSvg(page, svg.bytes.toString('utf8'));
      expect(read).toMatchObject({ faults: 0, outside: [], title: 'Map' });
      expect(read.shapes).toBeGreaterThan(67);
      expect(read.desc).toMatch(cited);
      const png = await savedView(page, 'picture', 'png');
      expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
        2 * read.width,
        2 * read.height,
      ]);
      expect(png.file.suggestedFilename()).toBe('afterlode-overview-1.png');
    }));
});

/** Pages with what they must let a reader save: exact files, tables and pictures as shown. */
const views = [
  ['/evaluation?lang=en&type=declining', '[data-evaluated]', 1, 3, 2],
  ['/roadmap?example=1&lang=zh', '.roadmap-chart, [data-section] svg[role="img"]', 1, 1, 3],
  ['/compare?lang=zh', 'table tbody tr', 0, 1, 0],
  ['/city/cn-230400?lang=en', '.figures table', 0, 2, 0],
] as const;

describe('what other pages let a reader save', () => {
  it.each(views)('%s', (address, ready, exact, tables, pictures) =>
    visit(async (page) => {
      await open(page, address, ready);
      expect(await page.locator('[data-save]').count()).toBeGreaterThanOrEqual(exact);
      expect(await page.locator('[data-view="table"]').count()).toBeGreaterThanOrEqual(tables);
      expect(await page.locator('[data-view="picture"]').count()).toBeGreaterThanOrEqual(pictures);
      const svg = await savedView(page, pictures > 0 ? 'picture' : 'table', 'svg');
      const read = await readSvg(page, svg.bytes.toString('utf8'));
      expect(read).toMatchObject({ faults: 0, outside: [] });
      expect(read.title).toMatch(/\S/);
      expect(read.shapes).toBeGreaterThan(5);
    }),
  );
});

describe('the evaluation', () => {
  it('draws verdicts and intervals of what is chosen, keeps the class in the address, opens the parts of a change', () =>
    visit(async (page) => {
      await page.goto('/evaluation?lang=en&quadrant=real_transition');
      await page.locator('[data-evaluated]').first().waitFor();
      const rows = await page.locator('[data-evaluated]').count();
      expect(await page.locator('[data-plot="quadrant"] [data-dot]').count()).toBe(rows);
      const choice = page.getByLabel('Class', { exact: true });
      await choice.selectOption({ index: 1 });
      await expect.poll(() => new URL(page.url()).searchParams.get('class')).toBe(await choice.inputValue());
      expect(await page.locator('[data-plot="intervals"] [data-interval]').count()).toBeGreaterThan(0);
      await page.locator('[data-mover] [data-why$="/region/from"]').first().click();
      await page.getByRole('dialog').getByText('score of the province on the same scale').first().waitFor();
      expect(await page.locator('[data-mover]').count()).toBe(10);
    }));
});

describe('a city as a story', () => {
  it('has its parts in order, each with an address of its own', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=en');
      const ways = page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link');
      await ways.first().waitFor();
      const ids = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      const tops = await Promise.all(ids.map(async (id) => (await page.locator(id).boundingBox())?.y ?? NaN));
      expect(ids).toHaveLength(8);
      expect(tops.toSorted((a, b) => a - b)).toEqual(tops);
      await ways.filter({ hasText: 'Ground' }).click();
      await expect.poll(() => new URL(page.url()).hash).toBe('#ground-title');
      expect(await page.locator('[data-section="ground"] a[href^="/subsidence"]').count()).toBe(1);
      expect(await page.locator('[data-section="planning"] a[href^="/plan?city=cn-230400"]').count()).toBe(1);
    }));
});

/** Figures of the main pages that open their sources: where the rows are, and how many figures of a row do at least. */
const figures = [
  ['/?lang=en&q=hegang', '[data-row="cn-230400"]', 4],
  ['/evaluation?lang=en&type=declining', '[data-evaluated="cn-230400"]', 5],
  ['/identification?lang=en', 'main table tbody tr', 2],
  ['/transfer?lang=en', '[data-unit-row="cn-230400"]', 4],
  ['/compare?lang=en', '[data-group]', 1],
  ['/city/cn-230400?lang=en', '.figures tbody tr:has(td.amount)', 1],
] as const;

describe('why this number', () => {
  it.each(figures)('%s opens figures of each row', (address, row, least) =>
    visit(async (page) => {
      await page.goto(address);
      await page.locator(row).first().locator('[data-why]').first().waitFor();
      const counts = await page
        .locator(row)
        .evaluateAll((rows) => rows.map((one) => one.querySelectorAll('[data-why]').length));
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(least);
      await page.locator(row).first().locator('[data-why]').last().click();
      await page.getByRole('dialog').locator('.tree').waitFor();
      expect(await page.getByRole('dialog').getByRole('alert').count()).toBe(0);
    }),
  );

  /** Pages that compute from tables that are kept nowhere: the way of computing is written down instead. */
  const ways = ['/distress', '/zones', '/disorder', '/restoration'];

  it('leads to the method where the tables are the reader’s own', () =>
    visit(async (page) => {
      for (const address of ways) {
        await page.goto(`${address}?lang=en`);
        await page.locator('.method-links a[href^="/methods/"]').first().waitFor();
      }
      expect(await page.locator('.method-links a').count()).toBeGreaterThan(0);
    }));
});
