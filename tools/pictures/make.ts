// `npm run pictures`: the pictures of README.md and the guide, from the built program with an empty workspace.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { AfterlodeError } from '../../src/base/index.js';
import { decodePng } from '../../src/files/picture/png.js';
import { launchChromium } from '../../test/browser/chromium.js';
import { startServer } from '../../test/browser/server.js';
import { playTour, type TourLanguage } from '../../test/browser/tour.js';
import { pagePictures, pictureFile, pictureFolder } from './list.js';
import { smallPng } from './small-png.js';

/** A screen on which a page of README shows a picture as it is. */
const viewport = { width: 1320, height: 825 };
const mostPixels = 1e8;
/** What differs from one run to the next: the time a computation took. */
const unsteady = '[data-shown-after] { visibility: hidden }';

await rm(pictureFolder, { recursive: true, force: true });
await mkdir(pictureFolder, { recursive: true });
const server = await startServer();
const browser = await launchChromium();
try {
  for (const language of ['en', 'zh'] as const) {
    await pictureTour(browser, language);
    await picturePages(browser, language);
  }
} finally {
  await browser.close();
  await server.stop();
}

async function newPage(from: Browser): Promise<Page> {
  const page = await from.newPage({ viewport, baseURL: server.address, reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  return page;
}

async function pictureTour(from: Browser, language: TourLanguage): Promise<void> {
  const page = await newPage(from);
  await playTour(page, language, async ({ picture }) => {
    if (picture !== null) await take(page, language, ...picture);
  });
  await page.close();
}

async function picturePages(from: Browser, language: TourLanguage): Promise<void> {
  for (const [name, [path, ready, alone]] of Object.entries(pagePictures)) {
    const page = await newPage(from);
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    await page.locator(ready).first().waitFor();
    await take(page, language, name, alone ? ready : null);
    await page.close();
  }
}

async function take(page: Page, language: TourLanguage, name: string, part: string | null): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const options = { animations: 'disabled', caret: 'hide', style: unsteady } as const;
  const bytes =
    part === null ? await page.screenshot(options) : await page.locator(part).first().screenshot(options);
  const fault = () => new AfterlodeError('FILE_PICTURE', name, { found: 'no PNG', expected: 'PNG' });
  const { width, height, pixels } = decodePng(bytes, mostPixels, fault);
  const file = pictureFile(name, language);
  const small = smallPng(width, height, pixels);
  await writeFile(file, small);
  console.log(`${file}: ${width} × ${height}, ${Math.round(small.length / 1000)} kB`);
}
