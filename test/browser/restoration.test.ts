import { readFileSync } from 'node:fs';
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
const give = (page: Page, label: string, path: string) => page.getByLabel(label).setInputFiles(path);
const huaibei = (name: string) => `examples/huaibei-restoration/${name}.csv`;
const textOf = (page: Page, place: string) => page.locator(place).innerText();

describe('the page of restoration', () => {
  it('computes a chosen ledger, says what it refuses, and goes on', () =>
    visit(
      async (page) => {
        await page.goto('/planning?lang=en');
        await page.getByRole('main').getByRole('link', { name: 'Restoration' }).click();
        await give(page, 'Ledger (CSV', huaibei('parcels'));
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByRole('alert').getByText('RESTORATION_TABLE').waitFor();
        await give(page, 'Ledger (CSV', huaibei('ledger'));
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.locator('[data-step="discounted"]').waitFor();
        const ratios = await page.locator('.ladder-ratio').allInnerTexts();
        expect(ratios).toEqual(['8.91', '5.68', '2.91', '1.86', '1.86', '1.26', '1.26']);
        expect(await textOf(page, '[data-table="statements"] [data-row="social"]')).toContain('905.7');
        expect(await textOf(page, '[data-table="split"] [data-row="private"]')).toContain('100 %');
        expect(await textOf(page, '[data-turn="land_price"]')).toContain('−401.0');
        const offered = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download the ladder (CSV)' }).click();
        const lines = readFileSync(await (await offered).path(), 'utf8')
          .trim()
          .split('\r\n');
        expect(lines[3]).toMatch(/^supported,6400000000,2200000000,2\.909/);
        const workbook = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download a workbook (XLSX)' }).click();
        expect((await workbook).suggestedFilename()).toBe('restoration.xlsx');
      },
      { refusals: ['/api/restoration'] },
    ));

  it('decides parcels, with those of a kept run', () =>
    visit(async (page) => {
      await page.goto('/restoration?part=treatment&lang=en');
      await give(page, 'Sunken parcels (CSV', huaibei('parcels'));
      await give(page, 'Prices (CSV', huaibei('prices'));
      await page.getByRole('button', { name: 'Decide' }).click();
      await page.locator('[data-table="areas"]').waitFor();
      expect(await textOf(page, '[data-table="areas"] [data-row="lake"]')).toContain('113.7 – 1,113.6');
      expect(await textOf(page, '[data-table="parcels"] [data-row="B2"]')).toContain(
        'once at rest: fish ponds',
      );
      expect(await textOf(page, '[data-table="parcels"] [data-row="C3"]')).toContain('Missing: water table.');
      await page.locator('[data-section="doubts"]').getByText('RESTORATION_UNDECIDED').waitFor();
    }));

  it('follows legacy land and counts carbon in both languages, from one example to the next', () =>
    visit(async (page) => {
      await page.goto('/restoration?part=legacy&example=1&lang=en');
      await page.locator('[data-pace="twice as much"] polyline').first().waitFor({ state: 'attached' });
      expect(await textOf(page, '[data-table="paces"] [data-row="twice as much"]')).toContain('2036 – 2126');
      await page.getByRole('button', { name: '中文' }).click();
      await page.locator('[data-table="paces"]').getByText('按此速度无法清零').first().waitFor();
      await page.getByRole('link', { name: '森林碳汇' }).click();
      const credit = page.locator('[data-table="credit"]');
      await credit.waitFor();
      expect(await textOf(page, '[data-table="credit"] [data-row="natural forest"]')).toContain('额外性');
      expect(await textOf(page, '[data-table="credit"] [data-row="new planting"]')).toContain('23,281');
      expect(await page.locator('section table').count()).toBe(3);
    }));

  it.each(['ledger', 'treatment', 'legacy', 'forest'])('does not move sideways on a phone: %s', (part) =>
    visit(
      async (page) => {
        await page.goto(`/restoration?part=${part}&example=1&lang=en`);
        await page.locator('.restore-files').waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ),
  );
});
