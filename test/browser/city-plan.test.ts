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
const plan = (name: string) => ({
  name,
  mimeType: 'application/yaml',
  buffer: readFileSync(`examples/huaibei-plan/${name}`),
});

describe('the page of the plan of a city', () => {
  it('leads from a city to its findings, and on to years with plan files that were chosen', () =>
    visit(
      async (page) => {
        await page.goto('/?lang=en');
        await page.getByRole('navigation').getByRole('link', { name: 'Planning' }).click();
        await page.getByRole('main').getByRole('link', { name: 'Plan of a city' }).click();
        await page.getByLabel('City', { exact: true }).selectOption('cn-340600');
        await page.locator('[data-table="findings"] [data-row="moderate_shrinkage"]').waitFor();
        expect(await page.locator('[data-scenario]').count()).toBe(0);
        const library = page.locator('[data-table="library"] [data-row="reserve_fund"]');
        expect(await library.locator('[data-state="unknown"]').count()).toBe(2);
        const files = page.getByLabel('Plan files');
        const wrong = {
          name: 'wrong.yaml',
          mimeType: 'application/yaml',
          buffer: Buffer.from('scenario: 1'),
        };
        await files.setInputFiles([wrong]);
        await page.getByRole('alert').getByText('PLAN_FILE').waitFor();
        await files.setInputFiles([plan('least.yaml'), plan('smart-shrinkage.yaml')]);
        await page.locator('[data-years="smart_shrinkage"] rect').first().waitFor();
        expect(await page.locator('[data-table="scenarios"] tbody tr').count()).toBe(2);
        const offered = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download the years (CSV)' }).click();
        const rows = readFileSync(await (await offered).path(), 'utf8');
        expect(rows).toMatch(/least,hold_new_land,.*,scheduled,0,1000000,D,2026/);
        const sent = page.waitForEvent('download');
        await page.getByRole('button', { name: 'report of the plan (HTML)' }).click();
        expect(readFileSync(await (await sent).path(), 'utf8')).toContain('Do the least');
      },
      { refusals: ['/plan'] },
    ));

  it('shows the worked plan in both languages, and opens its numbers', () =>
    visit(async (page) => {
      await page.goto('/plan?city=cn-340600&example=1&lang=en');
      const sale = page.locator('[data-scenario="industry_first"] [data-row="sell_restored_land"]');
      await sale.waitFor();
      expect(await sale.innerText()).toContain('does not hold');
      expect(await page.locator('[data-years]').count()).toBe(3);
      await page.locator('[data-row="moderate_shrinkage"] button.number').first().click();
      await page.getByRole('dialog').getByText('Population').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '四、年度安排：精明收缩与地面安全' }).waitFor();
    }));

  it('does not move sideways on a phone', () =>
    visit(
      async (page) => {
        await page.goto('/plan?city=cn-340600&example=1&lang=zh');
        await page.locator('[data-years="least"]').waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ));
});
