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
    buffer: readFileSync(`examples/chain/${name}`),
  });
const saved = async (page: Page, button: string) => {
  const offered = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return readFileSync(await (await offered).path(), 'utf8');
};
const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the page of industry chains', () => {
  it('computes chosen files, says what it refuses, draws and saves', () =>
    visit(
      async (page) => {
        await page.goto('/chain?lang=en');
        await give(page, 'Nodes (CSV', 'nodes.csv');
        await give(page, 'Edges (CSV', 'firms.csv');
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.getByRole('alert').getByText('CHAIN_TABLE').waitFor();
        await give(page, 'Edges (CSV', 'edges.csv');
        await give(page, 'Firms (CSV', 'firms.csv');
        await page.getByLabel('Name of the chain').fill('Northpit');
        await page.getByRole('button', { name: 'Compute' }).click();
        await page.locator('[data-map="panorama"] [data-node="ore"]').waitFor();
        expect(await page.locator('[data-section="records"]').count()).toBe(0);
        expect(await page.locator('[data-row="terminals"]').innerText()).toContain('extend');
        const map = await saved(page, 'Download map (SVG)');
        expect(map).toMatch(/^<svg .*Northpit · panorama of the chain/s);
        const lines = (await saved(page, 'Download verdicts (CSV)')).trim().split('\r\n');
        expect(lines).toHaveLength(10);
        expect(await saved(page, 'Promotion report (HTML)')).toContain('no promise');
      },
      { refusals: ['/api/chain'] },
    ));

  it('shows the examples: a made place with all tables, and cities with what is not known', () =>
    visit(async (page) => {
      await page.goto('/chain?example=made&lang=en');
      await page.locator('[data-section="records"]').getByText('university, platform, policy file').waitFor();
      expect(await page.locator('[data-table="pools"] tbody tr').count()).toBe(7);
      expect(await page.locator('[data-table="partners"] tbody tr').count()).toBe(5);
      await page.getByRole('button', { name: 'Example: Tongling (copper)' }).click();
      await page.locator('[data-row="scrap"]').getByText('if absent: fill').waitFor();
      expect(await page.locator('[data-map="panorama"] [data-node]').count()).toBe(19);
      const scrap = page.locator('[data-map="panorama"] [data-node="scrap"]');
      await scrap.focus();
      expect(await scrap.getAttribute('aria-label')).toContain('nobody has looked');
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { level: 1, name: '产业链：强链、补链、延链' }).waitFor();
      await page.locator('[data-map="present"] svg').getByText('产业链现状图').waitFor();
    }));

  it('does not move sideways on a phone', () =>
    visit(
      async (page) => {
        await page.goto('/chain?example=changzhi&lang=zh');
        await page.locator('[data-map="present"] svg').waitFor();
        expect(await isTooWide(page)).toBeLessThanOrEqual(0);
        await page.goto('/linkages?example=1&extract=02&lang=en');
        await page.locator('[data-section="extraction"]').waitFor();
        expect(await isTooWide(page)).toBeLessThanOrEqual(0);
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ));
});

describe('the page of linkages', () => {
  it('opens with the national table, takes a sector out, and brings the table to a city', () =>
    visit(async (page) => {
      await page.goto('/linkages?lang=en');
      await page.locator('[data-scatter] [data-sector="02"]').waitFor();
      expect(await page.locator('[data-table="sectors"] tbody tr').count()).toBe(42);
      expect(await page.locator('[data-section="extraction"]').count()).toBe(0);
      await page.getByLabel('Sector that stops').selectOption('02');
      const extraction = page.locator('[data-section="extraction"]');
      await extraction.getByText('If Mining and washing of coal stops').waitFor();
      expect(page.url()).toContain('extract=02');
      const lines = (await saved(page, 'Download what is lost (CSV)')).trim().split('\r\n');
      expect(lines).toHaveLength(43);
      await page.getByRole('button', { name: 'Open the worked example' }).click();
      await page.getByText('brought to the city, δ = 0.3').waitFor();
      await page.getByRole('columnheader', { name: 'Range of influence' }).waitFor();
      await page.getByLabel('Exponent δ').fill('0.1');
      await page.getByText('brought to the city, δ = 0.1').waitFor();
      await page.getByRole('button', { name: 'Back to the national table' }).click();
      await extraction.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByText('2020年全国42部门表', { exact: true }).waitFor();
    }));
});
