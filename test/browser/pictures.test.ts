import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchSameChromium } from './chromium.js';
import { type Look, picturedLooksOf } from './looks.js';
import { onPage } from './page.js';
import { difference, faultOfPicture, firstView, tolerance } from './pictures.js';
import { type RunningServer, startServer } from './server.js';

/** First views of the key pages against the pictures in `test/browser/pictures/`. */

let open: RunningServer;
/** Asks who is there; only the page for signing in is looked at there. */
let closed: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [open, closed] = await Promise.all([
    startServer(),
    startServer({ words: ['--accounts', 'on', '--anonymous', 'off'] }),
  ]);
  browser = await launchSameChromium();
});

afterAll(async () => {
  await browser?.close();
  await open?.stop();
  await closed?.stop();
});

/** Name of each picture, address of its page, and what stands there once it is ready. */
const pages = [
  ['overview', '/', '.map .land'],
  ['city', '/city/cn-230400', '.figures'],
  ['compare', '/compare', '[data-group]'],
  ['evaluation', '/evaluation', 'main table'],
  ['laboratory', '/laboratory?city=cn-230400', 'main table'],
  ['distress', '/distress?example=1', '[data-picture="distress"] svg'],
  ['plan', '/plan?example=1&city=cn-340600', '[data-years] svg'],
  ['ground', '/ground?example=1', '[data-made]'],
  ['rounds', '/rounds', 'main form'],
  ['sign-in', '/sign-in', 'main form'],
  ['method', '/methods/identify/county-distress', 'main h1'],
  ['components', '/components', '[data-section="marks"]'],
] as const;

const visits = pages.flatMap(([name, address, ready], place) =>
  picturedLooksOf(place).map((look) => ({ name, address, ready, ...look })),
);

function looking(
  address: string,
  { scheme, width }: Pick<Look, 'scheme' | 'width'>,
  work: (page: Page) => Promise<void>,
) {
  const server = address === '/sign-in' ? closed : open;
  const options = {
    viewport: { width, height: width === 360 ? 740 : 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    locale: 'en-GB',
  } as const;
  const refusals = server === closed ? ['/api/meta'] : [];
  return onPage({ browser, address: server.address, options, refusals }, async (page) => {
    await page.clock.setFixedTime('2026-06-01T04:00:00Z');
    await work(page);
  });
}

async function visit(page: Page, address: string, lang: Look['lang'], ready: string): Promise<void> {
  await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
  await page.locator(ready).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
}

describe('the first view is as in its picture', () => {
  it.each(visits)('$name in $lang, $scheme, $width px', ({ name, address, ready, ...look }) =>
    looking(address, look, async (page) => {
      await visit(page, address, look.lang, ready);
      const kept = `${name}-${look.lang}-${look.scheme}-${look.width}`;
      expect(await faultOfPicture(kept, await firstView(page), browser.version())).toBe('');
    }),
  );
});

describe('a picture', () => {
  it.each([
    ['the colour of letters', '--ink', '#c0269a'],
    ['the colour of the page', '--paper', '#efe0e6'],
    ['the size of letters', '--text-2', '0.875rem'],
  ])('tells %s that is another', (_, token, value) =>
    looking('/sign-in', { scheme: 'light', width: 1440 }, async (page) => {
      await visit(page, '/sign-in', 'zh', 'main form');
      const before = await firstView(page);
      expect(difference(before, await firstView(page)).share).toBe(0);
      await page.evaluate(([name, other]) => document.documentElement.style.setProperty(name, other), [
        token,
        value,
      ] as const);
      expect(difference(before, await firstView(page)).share).toBeGreaterThan(tolerance.share);
    }),
  );
});
