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
    mimeType: 'application/octet-stream',
    buffer: readFileSync(`examples/roadmap/${name}`),
  });

describe('the page of roadmaps', () => {
  it('computes chosen files, says what it refuses, and goes on', () =>
    visit(
      async (page) => {
        await page.goto('/?lang=en');
        await page.getByRole('navigation').getByRole('link', { name: 'Planning' }).click();
        await page.getByRole('main').getByRole('link', { name: 'Roadmap' }).click();
        await give(page, 'Years (CSV', 'drivers.csv');
        await give(page, 'Scenarios (YAML)', 'labour.csv');
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByRole('alert').getByText('ROADMAP_SCENARIOS').waitFor();
        await give(page, 'Scenarios (YAML)', 'scenarios.yaml');
        await page.getByRole('button', { name: 'Compute' }).click();
        const rows = page.locator('[data-table="roadmap"] tbody tr');
        await rows.first().waitFor();
        expect(await rows.count()).toBe(4);
        expect(await page.locator('[data-row="Northpit high"]').innerText()).toContain('none before 2045');
        expect(await page.locator('[data-row="Northpit base"]').innerText()).toContain('2030');
        expect(await page.locator('[data-table="jobs"]').count()).toBe(0);
        const offered = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download paths (CSV)' }).click();
        const lines = readFileSync(await (await offered).path(), 'utf8')
          .trim()
          .split('\r\n');
        expect(lines).toHaveLength(1 + 4 * 24);
        expect(lines[1]).toBe('Northpit,low,2022,6.222,6.222,6.222,,54.54,223.16');
        await page.locator('[data-section="doubts"]').getByText('ROADMAP_STATED').waitFor();
      },
      { refusals: ['/api/roadmap'] },
    ));

  it('shows the made example with jobs, in both languages', () =>
    visit(async (page) => {
      await page.goto('/roadmap?example=1&lang=en');
      await page.locator('[data-path="green"] circle').waitFor();
      expect(await page.locator('[data-path] polyline').count()).toBe(3);
      expect(await page.locator('[data-table="terms"] tbody tr').count()).toBe(3);
      expect(await page.locator('[data-table="jobs"] [data-row="Northpit green"]').innerText()).toContain(
        '4,750',
      );
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { level: 1, name: '碳与就业路线图' }).waitFor();
      await page.locator('[data-table="roadmap"]').getByText('2045 年前未达峰').waitFor();
    }));

  it('does not move sideways on a phone', () =>
    visit(
      async (page) => {
        await page.goto('/roadmap?example=1&lang=en');
        await page.locator('[data-path="green"]').waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ));
});
