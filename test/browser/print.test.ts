import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchSameChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

/** Pages on paper: A4, light whatever the screen is, without what only a screen can do. */

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await launchSameChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Width between the margins of an A4 page, pixels of CSS: 210 − 2 × 14 mm. */
const a4 = 688;

it.each([
  ['/city/cn-230400', '.figures tr', 5],
  ['/compare', '[data-group]', 1],
  ['/evaluation', '[data-evaluated]', 5],
] as const)('%s prints on A4', (path, content, leastPages) =>
  onPage({ browser, address: server.address, options: { colorScheme: 'dark' } }, async (page) => {
    await page.goto(`${path}?lang=zh`);
    await page.locator(content).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = Array.from(file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g), (found) =>
      found.slice(1).map((points) => Math.round(Number(points))),
    );
    expect(sizes.length).toBeGreaterThanOrEqual(leastPages);
    expect(new Set(sizes.map(String))).toEqual(new Set(['595,842']));

    await page.setViewportSize({ width: a4, height: 970 });
    await page.emulateMedia({ media: 'print' });
    for (const useless of ['.top nav', '.skip', '.bottom a', 'main button.plain']) {
      expect([useless, await page.locator(useless).filter({ visible: true }).count()]).toEqual([useless, 0]);
    }
    expect(await page.locator(content).first().isVisible()).toBe(true);
    const shown = await page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      tooWide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
      hidden: [...document.querySelectorAll('.sideways')].filter(
        (box) => getComputedStyle(box).overflowX !== 'visible',
      ).length,
    }));
    expect(shown).toEqual({ ink: 'rgb(27, 33, 38)', tooWide: 0, hidden: 0 });
  }),
);

it('a link that leads outside has its address beside it', () =>
  onPage({ browser, address: server.address }, async (page) => {
    await page.goto('/methods?lang=en');
    const link = page.locator('main a[href^="http"]').first();
    await link.waitFor();
    await page.emulateMedia({ media: 'print' });
    const beside = await link.evaluate((element) => getComputedStyle(element, '::after').content);
    expect(beside).toContain(await link.getAttribute('href'));
  }));
