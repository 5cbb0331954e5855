import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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

const visit = (work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  onPage({ browser, address: server.address, options }, work);
const patient = { timeout: 60_000 };

/** Opens a number by its address and goes down to the licences of its sources. */
const opened = async (page: Page, address: string) => {
  await page.locator(`[data-why="${address}"]`).first().click();
  const drawer = page.locator('dialog.drawer');
  await drawer.getByRole('button', { name: /Open all|全部展开/ }).click(patient);
  await drawer.locator('[data-licence]').first().waitFor(patient);
  const text = await drawer.innerText();
  await page.keyboard.press('Escape');
  return text;
};

describe('the page of identification', () => {
  it('is reached from the navigation, in both languages, with marks and ranges', () =>
    visit(async (page) => {
      await page.goto('/?lang=en');
      await page.getByRole('navigation').getByRole('link', { name: 'Identification' }).click();
      const row = page.locator('[data-test="t1_high"]').first();
      await row.waitFor(patient);
      await page.getByLabel('Year').selectOption('2010');
      await expect.poll(() => row.innerText()).toMatch(/126 \/ 333[\s\S]*5 \/ 5/);
      expect(await row.locator('[data-column="precision"]').innerText()).toBe('100.0 %');
      expect(await row.locator('[data-column="recall"]').innerText()).toBe('4.0 %');
      expect(await row.innerText()).toMatch(/1\.1 %[\s\S]*\(0\.5 – 1\.1\)/);
      const precision =
        'recovery/prefecture/2010,indicator=mining_share_employment,test=T1.t1_high/precision';
      expect(await opened(page, precision)).toMatch(/Precision[\s\S]*hits ÷ passing[\s\S]*census_2010/);
      const unverified = page.locator('[data-test="t4_staff_share"]').first();
      expect(await unverified.innerText()).toContain('unverified');
      await page.locator('[data-untested="t2_minerals"]').waitFor();
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('columnheader', { name: '查准率' }).waitFor();
    }));

  it('keeps prefectures and counties apart and offers all of them as CSV', () =>
    visit(async (page) => {
      await page.goto('/identification?lang=en&period=2010');
      const row = page.locator('[data-test="t1_high"]').first();
      await row.waitFor(patient);
      const prefectures = await row.innerText();
      await page.getByLabel('Among').selectOption('county');
      await expect.poll(() => row.innerText()).not.toBe(prefectures);
      const offered = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download CSV' }).click();
      const text = await readFile(await (await offered).path(), 'utf8');
      expect(text).toMatch(/^\ufeff?period,scope,set,test/);
      for (const scope of ['2010,prefecture', '2020,county', '2020,county-outside'])
        expect(text).toContain(`\n${scope},`);
    }));
});

describe('the sections of a city', () => {
  const open = async (page: Page, name: string) => {
    const section = page.locator(`[data-section="${name}"]`);
    await section.locator('summary').first().click();
    return section;
  };

  it('what kind of city: official beside computed, and why there is none', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?period=2020&lang=en');
      const kind = await open(page, 'kind');
      await kind.locator('[data-fact="official"]').waitFor(patient);
      expect(await kind.locator('[data-fact="official"]').innerText()).toMatch(/declining[\s\S]*Batch 3/i);
      expect(await kind.locator('[data-fact="computed"]').innerText()).toContain('not known');
      expect(await kind.locator('[data-fact="sets"]').innerText()).toBe(
        '3 of 3 that could be tested (7 in all)',
      );
      expect(await kind.locator('[data-test="t1_high"]').getAttribute('data-pass')).toBe('false');
      expect(await kind.locator('[data-test="t5_low"]').innerText()).toMatch(/11\.1[\s\S]*2020[\s\S]*3\.9/);
    }));

  it('people of Tongling: a severe loss on one boundary, not the growth by annexation', () =>
    visit(async (page) => {
      await page.goto('/city/cn-340700?lang=en');
      const people = await open(page, 'population');
      await people.locator('[data-fact="grade"]').waitFor(patient);
      expect(await people.locator('[data-fact="grade"]').innerText()).toContain('severe shrinkage');
      expect(await people.locator('[data-fact="change"]').innerText()).toMatch(/−16\.1 %[\s\S]*\+81\.2 %/);
      expect(await people.locator('[data-missing]').innerText()).toContain('Births');
      const change = await opened(page, 'population/cn-340700/2010..2020/changePercent');
      expect(change).toMatch(/last − first[\s\S]*population_aligned[\s\S]*MIT/);
      // its parts were redrawn, which says nothing against the verdict on the whole
      expect(await people.locator('.issues').innerText()).not.toContain('no verdict is given');
    }));

  it('structure of Hegang: the rise of services is named as decline; jobs say what they count', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=zh');
      const structure = await open(page, 'structure');
      const cause = structure.locator('[data-cause="false upgrading"]');
      await cause.waitFor(patient);
      expect(await cause.innerText()).toContain('−54.5 %');
      const jobs = await open(page, 'jobs');
      await jobs.locator('[data-activity="employed_mining"]').waitFor(patient);
      expect(await jobs.innerText()).toContain('长表抽样');
      expect(await jobs.locator('[data-fact="mining"]').innerText()).toBe('18.10 → 12.86');
    }));
});

describe('the page of evaluation', () => {
  it('ranks each city among its like, with an interval, and leads to it', () =>
    visit(async (page) => {
      await page.goto('/evaluation?lang=en');
      const rows = page.locator('[data-evaluated]');
      await expect.poll(() => rows.count(), patient).toBe(262);
      const own = page.locator('[data-evaluated="cn-130700"]');
      expect(await own.innerText()).toMatch(/61\.7[\s\S]*\+19\.9[\s\S]*\+3\.2[\s\S]*1 \/ 13 \(1–1\)/);
      expect(await opened(page, 'evaluate/cn-130700/2010..2020/change')).toMatch(/score at the end/);
      const part = page.locator('[data-mover] [data-why$="/parts/people_work.work/points"]').first();
      expect(await opened(page, (await part.getAttribute('data-why')) ?? '')).toMatch(
        /share among the branches/,
      );
      expect(await page.locator('[data-dot]').count()).toBe(255);
      await page.getByLabel('Verdict').selectOption('real_transition');
      await expect.poll(() => rows.count()).toBe(53);
      expect(await page.locator('[data-dot]').count()).toBe(53);
      await page.getByText('Reports to download').click();
      const report = page.getByRole('link', { name: 'Evaluation of all cities, 中文, HTML' });
      const answer = await page.request.get((await report.getAttribute('href')) ?? '');
      expect(await answer.text()).toContain('2010—2020年评估报告');
      await own.getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: /Zhangjiakou/ }).waitFor(patient);
    }));
});

describe('a city among all others', () => {
  it('stays in view from its page to identification and evaluation, and back', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?period=2020&lang=en');
      const kind = page.locator('[data-section="kind"]');
      await kind.locator('summary').click();
      await kind.getByRole('link', { name: /How well each set/ }).click(patient);
      const test = page.locator('[data-test="t5_low"] [data-own="true"]').first();
      await test.waitFor(patient);
      expect(await test.innerText()).toMatch(/11\.1 %[^]*Yes/);
      await page.getByRole('link', { name: 'Back to its page' }).click();
      await page.getByRole('link', { name: 'Among all cities in the evaluation' }).click(patient);
      await page.locator('[data-in-view="cn-230400"]').waitFor(patient);
      await expect.poll(() => page.locator('[data-evaluated="cn-230400"]').count(), patient).toBe(2);
      await page.getByRole('button', { name: 'Let go' }).click();
      await expect.poll(() => page.locator('[data-evaluated="cn-230400"]').count()).toBe(1);
    }));
});

describe('a phone', () => {
  // each page alone: going on would cut off what the page before still asks for
  it.each([
    ['/identification', '[data-test]', 'en'],
    ['/identification', '[data-test]', 'zh'],
    ['/evaluation', '[data-evaluated]', 'en'],
    ['/evaluation', '[data-evaluated]', 'zh'],
    ['/city/cn-230400', '.opening :is(.facts, .lacking, [data-claims])', 'en'],
    ['/city/cn-230400', '.opening :is(.facts, .lacking, [data-claims])', 'zh'],
  ])('shows %s without moving sideways, the navigation too (%s, %s)', (path, shown, lang) =>
    visit(
      async (page) => {
        await page.goto(`${path}?lang=${lang}`);
        await page
          .locator(path.startsWith('/city') ? '.opening' : shown)
          .first()
          .waitFor(patient);
        const sections = await page.locator('.opening > summary').all();
        // Not by the mouse: what was opened above still grows, and a click beside the mark opens nothing.
        for (const section of sections) await section.dispatchEvent('click');
        const least = Math.max(1, sections.length);
        await expect.poll(() => page.locator(shown).count(), patient).toBeGreaterThanOrEqual(least);
        await page.evaluate(async () => {
          await document.fonts.ready;
        });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
      },
      { viewport: { width: 360, height: 740 } },
    ),
  );
});
