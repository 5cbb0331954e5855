import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../test/browser/chromium.js';
import type { Result } from './measure.js';
import { startServer } from './program.js';

type Act = (page: Page) => Promise<void>;

/** Pages that most people open: a part that is there when the page is of use, the limit of its first paint, and what one does there. */
const pages: readonly (readonly [path: string, part: string, limitMs: number | null, act: Act])[] = [
  ['/', '.ranked-list, main table', 1000, typeInSearch],
  [
    '/city/cn-230400',
    '.figures [data-why]',
    null,
    (page) => page.locator('.standing [data-why]').first().click(),
  ],
  ['/evaluation', '[data-evaluated]', null, chooseNext],
  ['/laboratory', 'main input[type="range"]', null, moveWeight],
  [
    '/chain?example=tongling',
    'main svg',
    null,
    (page) => page.locator('main summary, main h2').first().click(),
  ],
];

async function typeInSearch(page: Page): Promise<void> {
  await page.getByRole('searchbox').first().focus();
  await page.keyboard.type('he', { delay: 100 });
}

async function chooseNext(page: Page): Promise<void> {
  await page.locator('main select').first().focus();
  await page.keyboard.press('ArrowDown');
}

async function moveWeight(page: Page): Promise<void> {
  await page.locator('main input[type="range"]').first().focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight', { delay: 100 });
}

const visits = 5;

/** What a visit of a page came to. */
interface Visit {
  /** First contentful paint and largest contentful paint, ms from the request on. */
  readonly painted: number;
  readonly largest: number;
  /** Sum of layout shifts, without unit. */
  readonly shift: number;
  /** Longest time from a key or click to the next picture, ms. */
  readonly answered: number;
  /** Bytes that came over the line, packed. */
  readonly bytes: number;
}

const bare = (port: number) => [
  '-e',
  `require('node:http').createServer((_, answer) => {
     answer.setHeader('content-type', 'text/html');
     answer.end('<!doctype html><title>bare</title><h1>bare</h1>');
   }).listen(${port}, '127.0.0.1')`,
];

/**
 * First contentful paint of the pages in a headless Chromium, each in a fresh profile, from a server that has answered before; the note
 * says what Lighthouse would ask too. The baseline is a page of one heading.
 */
export async function pagePaints(
  name: string,
  serve: (port: number) => readonly string[],
): Promise<Result[]> {
  const [server, empty] = [await startServer(serve, '/'), await startServer(bare, '/')];
  const browser = await launchChromium();
  try {
    const least = median(
      (await visited(browser, empty.address, '/', 'h1', rest)).map(({ painted }) => painted),
    );
    const results: Result[] = [];
    for (const [path, part, limitMs, act] of pages) {
      // The first visit makes the server work the answers out.
      await visit(browser, server.address, path, part, act);
      const seen = await visited(browser, server.address, path, part, act);
      const of = (key: keyof Visit) => median(seen.map((one) => one[key]));
      const note = [
        `page of one heading; largest paint ${of('largest').toFixed(0)} ms`,
        `key or click to picture ${of('answered').toFixed(0)} ms`,
        `layout shift ${of('shift').toFixed(3)}`,
        `${(of('bytes') / 1024).toFixed(0)} kB`,
      ].join(', ');
      results.push({ name: `${name} ${path}`, ms: of('painted'), baselineMs: least, limitMs, note });
    }
    return results;
  } finally {
    await browser.close();
    await server.stop();
    await empty.stop();
  }
}

async function rest(): Promise<void> {}

async function visited(
  browser: Browser,
  address: string,
  path: string,
  part: string,
  act: Act,
): Promise<Visit[]> {
  const seen: Visit[] = [];
  for (let at = 0; at < visits; at++) seen.push(await visit(browser, address, path, part, act));
  return seen;
}

async function visit(
  browser: Browser,
  address: string,
  path: string,
  part: string,
  act: Act,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    let bytes = 0;
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    // The compiler that runs this file names functions by a helper, which the page has not.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(watchEntries);
    await page.goto(`${address}${path}`);
    await page.locator(part).first().waitFor();
    await page.waitForLoadState('networkidle');
    // the bytes of the visit, before those that the act asks for
    const arrived = bytes;
    await act(page);
    await page.waitForTimeout(300);
    return { ...(await entriesOf(page)), bytes: arrived };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before everything of it: the browser tells of these only to who listens. */
function watchEntries(): void {
  const seen = { largest: 0, shift: 0, answered: 0 };
  Object.assign(globalThis, { afterlodeSeen: seen });
  const watch = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.largest = startTime;
  });
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
  // Shorter ones than 16 ms are not told.
  watch(
    'event',
    ({ duration }) => {
      seen.answered = Math.max(seen.answered, duration);
    },
    { durationThreshold: 16 },
  );
}

function entriesOf(page: Page): Promise<Omit<Visit, 'bytes'>> {
  return page.evaluate(() => {
    const seen = (
      globalThis as unknown as { afterlodeSeen: { largest: number; shift: number; answered: number } }
    ).afterlodeSeen;
    return {
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      ...seen,
    };
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
