import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.js';
import { focusFaults, unreached } from './focus.js';
import { addresses, allLooks, looksOf } from './looks.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

/** Every page by the rules of axe, whether it moves sideways, and whether the keyboard reaches what is on it. */

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

const visits = addresses.flatMap((address, place) => looksOf(place).map((look) => ({ address, ...look })));

describe('every page', () => {
  it.each(visits)('$address in $lang, $scheme, $width px', ({ address, lang, scheme, width }) =>
    onPage(
      {
        browser,
        address: server.address,
        options: { viewport: { width, height: 900 }, colorScheme: scheme },
      },
      async (page) => {
        await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.locator('main h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(tooWide).toBeLessThanOrEqual(0);
        expect(await page.locator('html').getAttribute('lang')).toMatch(lang);
        expect(await page.locator('.citation').innerText()).toMatch(
          /afterlode \d.*[0-9a-f]{8}.*http.*\d{4}-\d\d-\d\d/,
        );
        // by keys: after a mouse the focus is rightly not shown
        await page.locator('.export-menu summary').press('Enter');
        // every view that is listed can be saved, and the list is held to the rules too
        for (const view of await page.locator('[data-view]').all())
          expect(await view.getByRole('button').count()).toBeGreaterThanOrEqual(2);
        expect(await findings(page)).toEqual([]);
        expect(await focusFaults(page)).toEqual([]);
        // language and colours change no stop
        if (allLooks && lang === 'zh' && scheme === 'light') expect(await unreached(page)).toEqual([]);
      },
    ),
  );
});
