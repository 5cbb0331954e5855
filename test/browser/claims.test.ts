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

const visit = (work: (page: Page) => Promise<void>) => onPage({ browser, address: server.address }, work);
const rows = (page: Page) => page.locator('[data-claim]');
const patient = { timeout: 60_000 };

describe('the page of claims', () => {
  it('is reached from the navigation in both languages', () =>
    visit(async (page) => {
      await page.goto('/?lang=en');
      await page.getByRole('navigation').getByRole('link', { name: 'Claims' }).click();
      await page.getByRole('heading', { level: 1, name: 'Published claims, recomputed' }).waitFor();
      await expect.poll(() => rows(page).count(), patient).toBeGreaterThan(60);
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { level: 1, name: '公开说法的核对' }).waitFor();
    }));

  it('shows the verdict on 52 and 74, opens to its recomputation and down to a licence', () =>
    visit(async (page) => {
      await page.goto('/claims?lang=en');
      const row = page.locator('[data-claim="shrinking_prefectures"]');
      await row.waitFor();
      expect(await row.innerText()).toContain('Holds only if');
      expect(await row.innerText()).toMatch(/52[\s\S]*74[\s\S]*49[\s\S]*77/);
      await row.getByRole('button').click();
      await expect.poll(() => new URL(page.url()).searchParams.get('claim')).toBe('shrinking_prefectures');
      await page.getByText("Huainan, Ma'anshan, Tongling").first().waitFor();
      const reading = page.locator('[data-reading="aligned"]');
      await reading.locator('summary').first().click();
      await reading.locator('[data-why^="value/"]').first().click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('button', { name: 'Open all' }).click();
      await drawer.locator('[data-licence]').first().waitFor();
    }));

  it('narrows by verdict', () =>
    visit(async (page) => {
      await page.goto('/claims?lang=zh');
      await expect.poll(() => rows(page).count(), patient).toBeGreaterThan(60);
      const all = await rows(page).count();
      await page.getByRole('button', { name: /^不成立/ }).click();
      await expect.poll(() => rows(page).count(), patient).toBeLessThan(all);
      await expect.poll(() => rows(page).first().innerText()).toContain('不成立');
    }));
});

describe('flags in the pages', () => {
  it('stand beside the numbers of a city, its score in the overview and the groups of a comparison', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?period=2020&lang=en');
      const row = page.locator('[data-indicator="services_share_employment"]');
      await row.waitFor();
      await row.locator('[data-flag="false_upgrading"]').waitFor();
      expect(await row.locator('.flag-mark').count()).toBeGreaterThan(0);
      await page.goto('/?lang=en&period=2020&q=hegang');
      await page.locator('[data-row="cn-230400"] [data-flags~="false_upgrading"]').waitFor();
      await page.goto('/compare?indicator=services_share_employment&period=2020&lang=zh');
      const flagged = page.locator('[data-group="listed"] [data-flag="false_upgrading"]');
      await flagged.waitFor();
      expect((await flagged.innerText()).trim()).toMatch(/^\d+ 个单位/);
    }));
});
