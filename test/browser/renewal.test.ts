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
const give = (page: Page, label: string, name: string) =>
  page.getByLabel(label).setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: readFileSync(`examples/renewal/${name}`),
  });

describe('the page of renewal', () => {
  it('plans chosen files, says what it refuses, and goes on', () =>
    visit(
      async (page) => {
        await page.goto('/planning?lang=en');
        await page.getByRole('main').getByRole('link', { name: 'Renewal' }).click();
        await give(page, 'Projects (CSV', 'projects.csv');
        await give(page, 'Budgets (CSV', 'precedence.csv');
        await page.getByRole('button', { name: 'Plan', exact: true }).click();
        await page.getByRole('alert').getByText('RENEWAL_TABLE').waitFor();
        await give(page, 'Budgets (CSV', 'budget.csv');
        await page.getByRole('button', { name: 'Plan', exact: true }).click();
        await page.locator('[data-headline="optimal"]').waitFor();
        expect(await page.locator('[data-table="schedule"] tbody tr').count()).toBe(20);
        expect(await page.locator('[data-row="New town square"]').first().innerText()).toContain('not done');
        expect(await page.locator('[data-section="parcels"]').count()).toBe(0);
        const offered = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download the schedule (CSV)' }).click();
        const lines = readFileSync(await (await offered).path(), 'utf8')
          .trim()
          .split('\r\n');
        expect(lines).toHaveLength(21);
        expect(lines[0]).toBe('project,kind,year,cost,value,livelihood,stays');
      },
      { refusals: ['/api/renewal'] },
    ));

  it('shows the made example, in both languages and on a phone', () =>
    visit(
      async (page) => {
        await page.goto('/renewal?example=1&lang=en');
        await page.locator('[data-picture="gantt"] [data-bar]').first().waitFor();
        expect(await page.locator('[data-picture="gantt"] [data-bar]').count()).toBe(14);
        expect(await page.locator('[data-picture="quadrant"] circle').count()).toBe(10);
        expect(await page.locator('[data-table="lines"] tbody tr').count()).toBe(15);
        expect(await page.locator('[data-rent="broken"]').count()).toBe(1);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name: '中文' }).click();
        await page.getByRole('heading', { level: 1, name: '预算约束下的城市更新' }).waitFor();
        await page.locator('[data-table="parcels"]').getByText('高潜力低难度').first().waitFor();
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ));
});
