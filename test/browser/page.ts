import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What a page must never do: complain in the console, ask another host, fail in a call. */
function watch(page: Page, address: string, allowed: readonly string[]): readonly string[] {
  const faults: string[] = [];
  const host = new URL(address).host;
  page.on('console', (message) => {
    // the browser reports a refused call in its own words; it is judged by its status below
    const refused = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !refused) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['blob:', 'data:'].includes(url.protocol) && url.host !== host)
      faults.push(`asks outside: ${url.href}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Whoever leaves a page ends what it still waits for.
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    const known = allowed.some((part) => response.url().includes(part));
    if (response.status() >= 400 && !known) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

interface Visit {
  readonly browser: Browser;
  readonly address: string;
  readonly options?: BrowserContextOptions;
  /** Parts of addresses whose refusal belongs to the test. */
  readonly refusals?: readonly string[];
}

/**
 * Runs a test on a fresh page and fails with the path of a screenshot, also for what the page did unasked: messages in the
 * console, calls to other hosts, failed calls.
 */
export async function onPage(visit: Visit, work: (page: Page) => Promise<void>): Promise<void> {
  const { browser, address, options = {}, refusals = [] } = visit;
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: address,
    ...options,
  });
  const page = await context.newPage();
  // a busy machine is no fault of the page
  page.setDefaultTimeout(60_000);
  const faults = watch(page, address, refusals);
  try {
    await work(page);
    await page.waitForLoadState('networkidle');
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } catch (cause) {
    const picture = join(await mkdtemp(join(tmpdir(), 'afterlode-picture-')), 'page.png');
    await page.screenshot({ path: picture });
    const message = cause instanceof Error ? cause.message : String(cause);
    const unasked = faults.length === 0 ? '' : `\n${faults.join('\n')}`;
    throw new Error(`${message}${unasked}\nThe page is at ${page.url()}, its picture in ${picture}`, {
      cause,
    });
  } finally {
    await context.close();
  }
}
