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
const phone = { options: { viewport: { width: 360, height: 740 } } };
const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const order = (page: Page) =>
  page.locator('[data-activity]').evaluateAll((all) => all.map((one) => one.getAttribute('data-activity')));
const downloaded = async (page: Page, name: string) => {
  const offered = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFileSync(await (await offered).path(), 'utf8')
    .trim()
    .split('\r\n');
};

describe('the page of successors', () => {
  it('orders anew with every weight, and no weight opens a gate', () =>
    visit(async (page) => {
      await page.goto('/successors?example=1&lang=en');
      await page.locator('[data-activity="care"]').waitFor();
      expect(await order(page)).toEqual([
        'care',
        'machinery',
        'batteries',
        'software',
        'tourism',
        'chemicals',
      ]);
      const water = page.locator('[data-activity="chemicals"] [data-gate="water"]');
      expect(await water.getAttribute('data-state')).toBe('shut');
      expect(await water.innerText()).toContain('it would have to be 3 more');
      for (const name of ['pci', 'gain', 'jobs', 'skills', 'carbon', 'water'])
        await page.locator(`input[name="${name}"]`).fill('0');
      await page.locator('input[name="density"]').fill('5');
      // Chemicals are nearest by far and stay shut; of the shut ones they come first now.
      expect(await order(page)).toEqual([
        'care',
        'machinery',
        'batteries',
        'chemicals',
        'tourism',
        'software',
      ]);
      const lines = await downloaded(page, 'Download candidates and conditions (CSV)');
      expect(lines[0]).toMatch(/place,rank,activity,name,state,score/);
      expect(lines.find((line) => line.startsWith('Northpit,4,chemicals,,shut,'))).toBeDefined();
      await page.getByRole('button', { name: 'Weights of the catalog' }).click();
      expect((await order(page)).at(-1)).toBe('chemicals');
    }));

  it('answers for a city in both languages, and names one it does not know', () =>
    visit(
      async (page) => {
        await page.goto('/successors?lang=zh');
        await page.getByLabel('城市（中文名、英文名或代码）').fill('鹤岗');
        await page.getByRole('button', { name: '查看' }).click();
        await page.getByRole('heading', { name: /^鹤岗市 2020/ }).waitFor();
        await page
          .locator('[data-activity="employed_trade"] [data-gate="city_size"]')
          .getByText('尚无人设定要求')
          .waitFor();
        expect(await page.locator('[data-state="eligible"]').count()).toBe(0);
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByRole('heading', { level: 1, name: 'Successor industries' }).waitFor();
        await page.getByLabel('City (Chinese').fill('Nowhere');
        await page.getByRole('button', { name: 'Show', exact: true }).click();
        await page.getByRole('alert').getByText('CITY_UNKNOWN').waitFor();
      },
      { refusals: ['/api/successors'] },
    ));

  it('does not move sideways on a phone', () =>
    visit(async (page) => {
      await page.goto('/successors?example=1&lang=en');
      await page.locator('[data-activity="care"]').waitFor();
      expect(await wider(page)).toBeLessThanOrEqual(0);
    }, phone));
});

describe('the page of complexity', () => {
  it('ranks places of a census, with and without mining, and looks at one of them', () =>
    visit(async (page) => {
      await page.goto('/complexity?lang=en');
      await page.locator('[data-dot]').first().waitFor();
      expect(await page.locator('[data-table="activities"] thead th').count()).toBe(3);
      await page.getByLabel('Second time without').selectOption('employed_mining');
      await page.locator('[data-table="activities"] thead th').nth(3).waitFor();
      await page.getByLabel('Find a place').fill('Hegang');
      await page.getByRole('button', { name: 'Look at Hegang' }).click();
      await page.getByRole('heading', { name: 'Hegang: activities without an advantage' }).waitFor();
      const lacking = await page.locator('[data-table="cells"] tbody tr').count();
      expect(await page.locator('[data-dot]').count()).toBe(lacking);
      const lines = await downloaded(page, 'Download places (CSV)');
      expect(lines.length).toBeGreaterThan(300);
      expect(lines[0]).toContain('rank,place,name,eci,eci_without,diversity,coi');
      await page.getByRole('link', { name: 'What could follow' }).click();
      await page.getByRole('heading', { name: /^Hegang 2020/ }).waitFor();
    }));

  it('computes a table of the reader and says what it refuses', () =>
    visit(
      async (page) => {
        await page.goto('/complexity?lang=en');
        const give = (text: string) =>
          page.getByLabel('Own table').setInputFiles({
            name: 'own.csv',
            mimeType: 'text/csv',
            buffer: Buffer.from(text),
          });
        await give('place,value\na,1\n');
        await page.getByRole('alert').getByText('COMPLEXITY_TABLE').waitFor();
        await give(readFileSync('examples/successors/table.csv', 'utf8'));
        await page.locator('[data-row="Northpit"]').waitFor();
        expect(await page.locator('[data-table="places"] tbody tr').count()).toBe(6);
      },
      { refusals: ['/api/complexity'] },
    ));

  it('does not move sideways on a phone', () =>
    visit(async (page) => {
      await page.goto('/complexity?example=1&lang=zh');
      await page.locator('[data-dot]').first().waitFor();
      expect(await wider(page)).toBeLessThanOrEqual(0);
    }, phone));
});
