import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

/** The pages of emissions and transfers. */

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
const patient = { timeout: 60_000 };
const phone = { options: { viewport: { width: 360, height: 740 } } };

async function download(page: Page, name: string): Promise<string> {
  const offered = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFile(await (await offered).path(), 'utf8');
}

/** How far a page is wider than the screen. */
async function tooWide(page: Page): Promise<number> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Two inventories of one place: one falls after a peak with people and output, one rises throughout. */
function table(): string {
  const years = Array.from({ length: 11 }, (_, at) => 2010 + at);
  const falling = years.map((year, at) => `A,${year},${200 - 10 * at},${100 - 5 * at},${20 - at},EDGAR`);
  const rising = years.map((year, at) => `A,${year},${50 + 5 * at},${100 - 5 * at},${20 - at},CEADs`);
  return ['place,year,co2,gdp,population,inventory', ...falling, ...rising].join('\n');
}

describe('the page of carbon', () => {
  it('says what is missing, and shows inventories of a table side by side', () =>
    visit(async (page) => {
      await page.goto('/carbon?lang=en');
      const lacking = page.locator('[data-lacking="co2_edgar"]');
      await lacking.waitFor(patient);
      expect(await lacking.innerText()).toMatch(/missing for 262 of 262[^]*panel_observations/);
      await page.getByRole('link', { name: 'Use a table of my own instead' }).click();
      const buffer = Buffer.from(table());
      await page
        .getByLabel('Table of emissions')
        .setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer });
      const [edgar, ceads] = ['EDGAR', 'CEADs'].map((one) => page.locator(`[data-inventory="${one}"]`));
      await edgar?.locator('[data-effect]').first().waitFor();
      // by hand: 200 to 100; people 20 to 10, output a head stays, and so emissions a unit of output
      expect(await edgar?.locator('[data-effect="population"]').innerText()).toMatch(/−100\.0\s+−50\.0 %/);
      expect(await edgar?.locator('[data-fact="peak"]').innerText()).toMatch(
        /passive decline[^]*2010[^]*100 %/,
      );
      expect(await edgar?.locator('[data-fact="state"]').innerText()).toMatch(
        /recessive coupling[^]*no success/,
      );
      expect(await ceads?.locator('[data-fact="peak"]').innerText()).toContain('rising');
      expect(await ceads?.locator('[data-fact="state"]').innerText()).toContain('strong negative decoupling');
      expect(await edgar?.locator('.plane .way').count()).toBe(1);
      const lines = (await download(page, 'Download years as CSV')).trim().split('\r\n');
      expect(lines).toHaveLength(23);
      await page.getByRole('button', { name: '切换到中文' }).click();
      await page.getByText('已达峰（被动下降）').first().waitFor();
    }));
});

describe('the page of transfers', () => {
  const amounts = (page: Page) =>
    page
      .locator('[data-unit-row]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-amount-fen'))));

  it('is reached from a city, warns, sums to the fen, and shows what a phase-out moves', () =>
    visit(
      async (page) => {
        await page.goto('/city/cn-230400?lang=en');
        await page.getByRole('link', { name: 'In the transfer simulator' }).click(patient);
        await page.locator('[data-shape-only]').waitFor(patient);
        expect(await page.locator('[data-shape-only]').innerText()).toContain('A shape, and no allocation.');
        const sum = async () => (await amounts(page)).reduce((all, one) => all + one, 0);
        expect(await sum()).toBe(2_229_000_000_000);
        await page.getByLabel('Successful, phase-out').selectOption('1');
        const own = page.locator('[data-effect-on="cn-230400"]');
        await own.waitFor();
        await expect.poll(() => own.innerText(), patient).toContain('−25.0 %');
        expect(await sum()).toBe(2_229_000_000_000);
        await page.getByLabel('Phase-out, year 1', { exact: true }).fill('60');
        await expect.poll(() => own.innerText()).toContain('−40.0 %');
        const [seen, link] = [await amounts(page), page.url()];
        const text = await download(page, 'Download allocation as CSV');
        expect(text).toContain(`,true,`);
        expect(text).toContain('phaseout=0.6');
        // what cannot be is refused, and the field to mend it stays
        const fixed = page.getByLabel('Fixed amount: county-level unit', { exact: true });
        await fixed.fill('99999999');
        await page.getByText('TRANSFER_BUDGET').waitFor();
        expect(await page.locator('[data-unit-row]').count()).toBe(0);
        await fixed.fill('');
        await expect.poll(() => own.innerText()).toContain('−40.0 %');
        await page.waitForLoadState('networkidle');
        await page.goto(link);
        await own.waitFor();
        await expect.poll(() => amounts(page)).toEqual(seen);
      },
      { refusals: ['/api/transfer'] },
    ));
});

describe('a phone', () => {
  it.each([
    ['/carbon?lang=zh&own=yes', '看一个虚构的例子', '.plane'],
    ['/transfer?lang=en&change=cn-230400:phase:1&city=cn-230400', null, '[data-effect-on="others"]'],
  ])('shows %s without moving sideways', (path, button, shown) =>
    visit(async (page) => {
      await page.goto(path);
      if (button !== null) await page.getByRole('button', { name: button }).click(patient);
      await page.locator(shown).first().waitFor(patient);
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
    }, phone),
  );
});
