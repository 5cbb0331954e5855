import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.js';
import { addresses, looks } from './looks.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

/** Every page by the rules of axe, and whether it moves sideways. */

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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const serious = ['serious', 'critical'];

/** Findings that matter, each with the first elements it is about. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as AxeResults;
  return violations
    .filter(({ impact }) => serious.includes(impact ?? ''))
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
}

describe.each(looks())('pages in $lang, $scheme, $width px', (look) => {
  const options = {
    viewport: { width: look.width, height: 900 },
    colorScheme: look.scheme,
  } as const;

  it.each(addresses)('%s', (address) =>
    onPage({ browser, address: server.address, options }, async (page) => {
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${look.lang}`);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
      expect(await page.locator('html').getAttribute('lang')).toMatch(look.lang);
      expect(await findings(page)).toEqual([]);
    }),
  );
});
