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

describe('the page of county status', () => {
  it('ranks the counties of the example, draws their intervals, and saves them', () =>
    visit(async (page) => {
      await page.goto('/distress?example=1&lang=en');
      await page.locator('[data-picture="distress"] svg').waitFor();
      expect(await page.locator('[data-county]').count()).toBe(59);
      expect(await page.locator('[data-table="classes"] tbody tr').first().innerText()).toMatch(
        /distressed\s+6/,
      );
      await page.getByText('1 without rank: a figure is missing.').waitFor();
      const offered = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the counties (CSV)' }).click();
      const text = readFileSync(await (await offered).path(), 'utf8');
      expect(text.trim().split('\r\n')).toHaveLength(61);
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '名次区间' }).waitFor();
    }));

  it('computes a chosen file, holds the thresholds of a day beside it, and fits a phone', () =>
    visit(
      async (page) => {
        await page.goto('/distress?lang=en');
        await page.getByLabel('Counties (CSV').setInputFiles('examples/county-distress/counties.csv');
        await page.getByLabel('Also by the thresholds').fill('2005-11-01');
        await page.getByRole('button', { name: 'Work out the status' }).click();
        await page.getByRole('columnheader', { name: 'Thresholds of 2005-11-01' }).waitFor();
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBeLessThanOrEqual(0);
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ));
});
