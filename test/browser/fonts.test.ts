import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchSameChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

/** Chinese on a machine whose only font has Latin letters. */

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

/** Letters drawn by fonts of the page and by others, of elements whose own text is Chinese alone. */
async function fontsOfChinese(page: Page): Promise<{ shipped: number; others: readonly string[] }> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('body *')) {
      const text = element.children.length === 0 ? element.textContent.trim() : '';
      if (/^\p{Script=Han}+$/u.test(text) && element.checkVisibility())
        element.setAttribute('data-chinese', '');
    }
  });
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const found = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-chinese]',
  });
  let shipped = 0;
  const others: string[] = [];
  for (const nodeId of found.nodeIds.slice(0, 150)) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont, glyphCount } of fonts) {
      if (isCustomFont && familyName.startsWith('Noto Sans SC')) shipped += glyphCount;
      else others.push(familyName);
    }
  }
  return { shipped, others };
}

it.each(['/', '/city/cn-230400', '/methods', '/rounds'])(
  '%s draws it with the font that is shipped',
  (path) =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto(`${path}?lang=zh`);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const { shipped, others } = await fontsOfChinese(page);
      expect(others).toEqual([]);
      expect(shipped).toBeGreaterThan(50);
    }),
);

it('a page without that font is told apart: it has boxes', () =>
  onPage({ browser, address: server.address }, async (page) => {
    await page.goto('/methods?lang=zh');
    await page.locator('main h1').first().waitFor();
    await page.evaluate(() => document.documentElement.style.setProperty('--font', 'sans-serif'));
    expect((await fontsOfChinese(page)).others.length).toBeGreaterThan(0);
  }));
