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

describe('the annual check-up of a city', () => {
  it('lists every entry with its coverage, and never shows green for what is missing', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=zh');
      const section = page.locator('section.annual');
      await section.locator('[data-list="national_2021"] summary').click();
      await section.locator('[data-list="national_2021"] [data-item="sewage_collection"]').waitFor();
      const missing = section.locator('[data-state="missing"]');
      await expect.poll(() => missing.count()).toBeGreaterThan(100);
      expect(await missing.locator('.light-green').count()).toBe(0);
      expect(await section.locator('[data-list="national_2021"] [data-item]').count()).toBe(64);
      await section.getByText('未核实').first().waitFor();
    }));
});

describe('the ledger of a city', () => {
  it('opens a finding, takes a measure, and shows its history in both languages', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=en');
      const section = page.locator('section.ledger');
      await section.getByRole('button', { name: /that nobody has opened/ }).click();
      const found = section.locator('[data-status="found"]').first();
      const id = await found.getAttribute('data-finding');
      await found.getByRole('button', { name: 'Open', exact: true }).click();
      const row = section.locator(`[data-finding="${id}"][data-status="open"]`);
      await row.getByRole('button', { name: 'Details' }).click();
      await row.getByLabel('Measure').fill('培训');
      await row.getByLabel('Responsible body').fill('人社局');
      await row.getByLabel('Budget (yuan)').fill('3000000');
      await row.getByLabel('Deadline').fill('2030-06-30');
      await row.getByRole('button', { name: 'Record the measure' }).click();
      const planned = section.locator(`[data-finding="${id}"][data-status="planned"]`);
      await planned.locator('[data-event="measure"]').waitFor();
      expect(await planned.locator('[data-event="measure"]').innerText()).toContain('2030-06-30');
      await planned.getByRole('button', { name: /under way/ }).click();
      await section.locator(`[data-finding="${id}"][data-status="under_way"]`).waitFor();
      await page.getByRole('button', { name: '切换到中文' }).click();
      const now = section.locator(`[data-finding="${id}"]`);
      await now.getByText('实施中').first().waitFor();
      await expect.poll(() => now.locator('[data-event]').count()).toBe(3);
    }));
});
