import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.js';
import { focusFaults, tabTo } from './focus.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

/** What people come for, without a mouse. */

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

const visit = (work: (page: Page) => Promise<void>, refusals: readonly string[] = []) =>
  onPage({ browser, address: server.address, refusals }, work);
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const pathOf = (page: Page) => new URL(page.url()).pathname;
const focusIsIn = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);
const hasNone = () => document.activeElement === document.body;

describe('by the keyboard alone', () => {
  it('a city is found by search, a number opens, keeps the focus, and gives it back', () =>
    visit(async (page) => {
      await page.goto('/?lang=en');
      await page.locator('[data-row]').first().waitFor();
      await press(page, 'Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await press(page, 'Enter');
      await expect.poll(() => focusIsIn(page, 'main')).toBe(true);
      await tabTo(page, 'input[type="search"]');
      await page.keyboard.type('hegang');
      await expect.poll(() => page.locator('[data-row]').count()).toBe(1);
      await tabTo(page, '[data-row] a');
      await press(page, 'Enter');
      await page.locator('.figures [data-why]').first().waitFor();
      expect(pathOf(page)).toBe('/city/cn-230400');
      await tabTo(page, '.figures [data-why]', 200);
      const number = await page.evaluate(() => document.activeElement?.getAttribute('data-why'));
      await press(page, 'Enter');
      await page.getByRole('dialog').locator('.tree').waitFor();
      expect(await focusIsIn(page, 'dialog')).toBe(true);
      for (let at = 0; at < 25; at++) {
        await press(page, 'Tab');
        // between the last and the first the browser's own buttons have their turn
        expect((await focusIsIn(page, 'dialog')) || (await page.evaluate(hasNone))).toBe(true);
      }
      await press(page, 'Escape');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-why'))).toBe(number);
    }));

  it('the map is one stop; arrows go from city to city, Enter opens one', () =>
    visit(async (page) => {
      await page.goto('/?lang=zh');
      await page.locator('[data-city]').first().waitFor();
      await tabTo(page, '[data-city]');
      const city = () => page.evaluate(() => document.activeElement?.getAttribute('data-city'));
      const first = await city();
      await press(page, 'ArrowLeft', 'ArrowUp', 'ArrowLeft');
      const reached = await city();
      expect(reached).toMatch(/^cn-/);
      expect(reached).not.toBe(first);
      await press(page, 'Enter');
      await expect.poll(() => pathOf(page)).toBe(`/city/${reached}`);
    }));

  it('a weight is changed, and the address keeps it', () =>
    visit(async (page) => {
      await page.goto('/laboratory?lang=en');
      await page.locator('.weights input[type="range"]').first().waitFor();
      await tabTo(page, '.weights input[type="range"]');
      const value = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
      const before = await value();
      const address = page.url();
      await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
      expect(Number(await value())).toBeGreaterThan(Number(before));
      await expect.poll(() => page.url()).not.toBe(address);
    }));

  it('another figure is compared', () =>
    visit(async (page) => {
      await page.goto('/compare?lang=en');
      await page.locator('[data-group]').first().waitFor();
      await tabTo(page, 'main select');
      const address = page.url();
      await press(page, 'ArrowDown');
      await expect.poll(() => page.url()).not.toBe(address);
      await page.locator('[data-group]').first().waitFor();
    }));

  it('a report is taken along', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=en');
      await page.locator('.city-reports summary').waitFor();
      await tabTo(page, '.city-reports summary');
      await press(page, 'Enter');
      await tabTo(page, '.city-reports a[href*="xlsx"]');
      const offered = page.waitForEvent('download');
      await press(page, 'Enter');
      expect((await offered).suggestedFilename()).toMatch(/\.xlsx$/);
    }));

  it('a round is defined, and its page is one for the keyboard', () =>
    visit(async (page) => {
      await page.goto('/rounds?lang=en');
      await page.locator('[data-section="define"]').waitFor();
      await tabTo(page, '[data-section="define"] input');
      const filled = ['year_2030', '2030年填报', 'Reporting of 2030', '2029', '', '鹤岗', ''];
      for (const text of filled) {
        if (text !== '') await page.keyboard.type(text);
        await press(page, 'Tab');
      }
      // a date is month, day and year, each a stop of its own; the first one has the focus already
      for (const [place, day] of [
        [8, '03032030'],
        [9, '04042030'],
        [10, '05052030'],
      ] as const) {
        if (place > 8) await tabTo(page, `.round-fields > :nth-child(${place}) input`, 5);
        await page.keyboard.type(day);
      }
      await tabTo(page, '[data-section="define"] button[type="submit"]', 10);
      await press(page, 'Enter');
      await expect.poll(() => pathOf(page)).toBe('/rounds/year_2030');
      await page.locator('main h1').waitFor();
      expect(await focusFaults(page)).toEqual([]);
    }));
});
