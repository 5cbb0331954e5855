import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
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

const visit = (work: (page: Page) => Promise<void>, more: Partial<Parameters<typeof onPage>[0]> = {}) =>
  onPage({ browser, address: server.address, ...more }, work);

const symbols = (page: Page) => page.locator('[data-city]');
const rows = (page: Page) => page.locator('[data-row]');
const patient = { timeout: 60_000 };
async function count(page: Page, of: (page: Page) => ReturnType<Page['locator']>, n: number): Promise<void> {
  await expect.poll(() => of(page).count(), patient).toBe(n);
}

/** Opens everything in the drawer and waits for a licence at the end of a branch. */
async function expectLicence(page: Page): Promise<void> {
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: /Open all|全部展开/ }).click();
  const licence = drawer.locator('[data-licence]').first();
  await licence.waitFor();
  expect(await licence.getAttribute('data-licence')).toMatch(/\S/);
}

describe('the overview', () => {
  it('shows all listed cities on the map and in the list, and narrows both', () =>
    visit(async (page) => {
      await page.goto('/?lang=en');
      await count(page, symbols, 262);
      await count(page, rows, 262);
      await page.locator('.map .land').waitFor({ state: 'attached' });
      await expect.poll(() => page.title()).toBe('Overview · afterlode');
      await page.getByLabel('Official type').selectOption('declining');
      await count(page, symbols, 67);
      await count(page, rows, 67);
      await expect.poll(() => new URL(page.url()).searchParams.get('type')).toBe('declining');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      for (const [batch, n] of [
        ['1', 12],
        ['2', 32],
        ['3', 25],
      ] as const) {
        await page.getByLabel('Batch').selectOption(batch);
        await count(page, rows, n);
      }
    }));

  it('finds a city by Chinese, pinyin and code', () =>
    visit(async (page) => {
      await page.goto('/?lang=zh');
      await count(page, rows, 262);
      const search = page.getByRole('searchbox');
      for (const words of ['鹤岗', 'hegang', '230400']) {
        await search.fill(words);
        await count(page, rows, 1);
        expect(await rows(page).first().innerText()).toContain('鹤岗');
      }
      await search.fill('没有这个城市');
      await page.getByText('没有符合条件的城市').waitFor();
      await count(page, symbols, 0);
    }));

  it('writes the filtered list as CSV', () =>
    visit(async (page) => {
      await page.goto('/?lang=en&type=declining');
      await count(page, rows, 67);
      const offered = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download CSV' }).click();
      const text = await readFile(await (await offered).path(), 'utf8');
      expect(text.trim().split('\r\n')).toHaveLength(68);
    }));

  it('is reached by the keyboard: one stop, arrow keys, Enter', () =>
    visit(async (page) => {
      await page.goto('/?lang=en');
      await count(page, symbols, 262);
      expect(await page.locator('[data-city][tabindex="0"]').count()).toBe(1);
      await page.locator('[data-city="cn-230400"]').focus();
      await page.locator('.tip').filter({ hasText: 'Hegang' }).waitFor();
      await page.keyboard.press('ArrowLeft');
      const reached = await page.evaluate(() => document.activeElement?.getAttribute('data-city'));
      expect(reached).toMatch(/^cn-/);
      expect(reached).not.toBe('cn-230400');
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).pathname).toBe(`/city/${reached}`);
    }));
});

describe('a city', () => {
  it('opens from the list, and its numbers open down to a licence', () =>
    visit(async (page) => {
      await page.goto('/?lang=en&q=hegang');
      await rows(page).getByRole('link', { name: 'Hegang' }).click();
      await page.getByRole('heading', { level: 1, name: /Hegang/ }).waitFor();
      await expect.poll(() => new URL(page.url()).pathname).toBe('/city/cn-230400');
      const number = page.locator('.figures [data-why]').filter({ hasNotText: '–' }).first();
      await number.click();
      await expectLicence(page);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
    }));

  it('opens a score from an address alone', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=zh&why=score/cn-230400/2020/people_work');
      await expectLicence(page);
      await page.getByRole('button', { name: '关闭' }).click();
      await expect.poll(() => page.url()).not.toContain('why=');
    }));

  it('shows the course of a figure on demand', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=en');
      await page.locator('.figures tr:has(.sparkline) .row-open').first().click();
      await page.locator('.trend-chart svg path').first().waitFor({ state: 'attached' });
      await expect.poll(() => page.locator('.course-values [data-why]').count()).toBeGreaterThan(1);
    }));

  it('switches the language at once without loading anew', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=zh');
      await page.getByRole('heading', { level: 1, name: /^鹤岗/ }).waitFor();
      await page.evaluate(() => document.body.setAttribute('data-seen', 'yes'));
      await page.getByRole('button', { name: 'Switch to English' }).click();
      await page.getByRole('heading', { level: 1, name: /^Hegang/ }).waitFor();
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('body').getAttribute('data-seen')).toBe('yes');
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: '262 resource-based cities' }).waitFor();
    }));

  it('takes decisions about a number: left out it is missing, accepted it is back', () =>
    visit(async (page) => {
      await page.goto('/city/cn-230400?lang=en&why=value/cn-230400/2020/employed_mining');
      const drawer = page.getByRole('dialog');
      const value = drawer.locator('.tree > .node > .node-head .node-value');
      const computed = page.locator('.figures [data-why="value/cn-230400/2020/mining_share_employment"]');
      await drawer.getByText('Nothing has been decided about this number.').waitFor();
      // the catalog, which names units and digits, may come after the value
      await expect.poll(() => value.innerText(), patient).toContain('persons');
      const before = [await value.innerText(), await computed.innerText()];
      expect(before.join()).toMatch(/^[\d,]+.*,[\d.]+$/);
      const decide = async (kind: string, reason: string) => {
        await drawer.getByRole('button', { name: 'Record a decision' }).click();
        const record = drawer.getByRole('button', { name: 'Record', exact: true });
        expect(await record.isDisabled()).toBe(true);
        await drawer.getByLabel('Kind').selectOption(kind);
        await drawer.getByLabel('Reason').fill(reason);
        await drawer.getByLabel('Document').fill('2026-7');
        await record.click();
      };
      await decide('exclude', 'belongs to another row');
      // the first decision makes the database, which takes seconds
      await drawer.locator('[data-decision="exclude"]').waitFor();
      await expect.poll(() => value.innerText(), patient).toBe('No data');
      // the page behind follows: what was computed from it is missing and out of the table of figures
      await expect.poll(() => computed.count(), patient).toBe(0);
      expect(await drawer.locator('[data-decision="exclude"]').innerText()).toContain('2026-7');
      await decide('accept', 'checked with the county');
      await expect.poll(() => value.innerText(), patient).toBe(before[0]);
      await expect.poll(() => computed.innerText(), patient).toBe(before[1]);
      const kinds = drawer.locator('[data-decision]');
      expect(await kinds.evaluateAll((all) => all.map((one) => one.getAttribute('data-decision')))).toEqual([
        'accept',
        'exclude',
      ]);
    }));

  it('offers notes alone for what is computed, and says why a decision is refused', () =>
    visit(
      async (page) => {
        await page.goto('/city/cn-230400?lang=zh&why=score/cn-230400/2020/people_work');
        const drawer = page.getByRole('dialog');
        await drawer.getByRole('button', { name: '记一个决定' }).click();
        expect(await drawer.getByLabel('种类').count()).toBe(0);
        await page.route('**/api/decisions', (route) =>
          route.request().method() === 'POST'
            ? route.continue({
                postData: JSON.stringify({ about: 'nothing/at/all', kind: 'note', reason: '一' }),
              })
            : route.continue(),
        );
        await drawer.getByLabel('理由').fill('一');
        await drawer.getByRole('button', { name: '记录', exact: true }).click();
        const alert = drawer.getByRole('alert');
        await alert.waitFor();
        expect(await alert.innerText()).toContain('怎么办');
      },
      { refusals: ['/api/decisions'] },
    ));

  it('says what is wrong with an unknown one, with the next step', () =>
    visit(
      async (page) => {
        await page.goto('/city/nowhere?lang=en');
        const alert = page.getByRole('alert');
        await alert.waitFor();
        expect(await alert.innerText()).toMatch(/What to do/);
        expect(await alert.locator('code').innerText()).toMatch(/^[A-Z_]+$/);
      },
      { refusals: ['/api/cities/nowhere/page'] },
    ));
});

describe('the other pages', () => {
  it('show methods, one indicator and the data with their licences', () =>
    visit(async (page) => {
      await page.goto('/methods?lang=en');
      await page.locator('#indices table').first().waitFor();
      await expect.poll(() => page.locator('#indicators li').count()).toBeGreaterThan(40);
      await expect.poll(() => page.locator('#parameters tbody tr').count()).toBeGreaterThan(0);
      await page.locator('#indicators li a').first().click();
      await page.getByText('Defined in').waitFor();
      await page.getByRole('link', { name: 'Data', exact: true }).click();
      await page.locator('.table-card').first().waitFor();
      await expect.poll(() => page.locator('.table-card').count()).toBeGreaterThan(4);
      expect(await page.locator('.table-card').first().innerText()).toMatch(/MIT|CC|ODbL|Public/i);
    }));

  it('compare listed prefectures with the others: 2.53 % and 0.52 % worked in mining in 2010', () =>
    visit(async (page) => {
      await page.goto('/compare?lang=en');
      const pooled = page.locator('[data-group] [data-why]');
      await pooled.first().waitFor();
      await expect.poll(() => pooled.allInnerTexts()).toEqual(expect.arrayContaining(['2.53', '0.52']));
    }));

  it('check a file without keeping it', () =>
    visit(
      async (page) => {
        await page.goto('/data?lang=en');
        const text =
          'city,period,indicator,value,unit\n鹤岗,2019,gross_regional_product,not a number,100_million_cny\n';
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: 'small.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
        await page.getByRole('button', { name: 'Try without saving' }).click();
        const note = page.locator('section:has(.import-form) .note').first();
        await note.waitFor();
        expect(await note.innerText()).toMatch(/nothing was saved|What to do/);
        expect(await page.getByText('Nothing has been imported yet.').count()).toBe(1);
      },
      { refusals: ['/api/imports'] },
    ));

  it('name an address that leads nowhere', () =>
    visit(async (page) => {
      await page.goto('/nowhere?lang=zh');
      await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
      expect(await page.locator('main').innerText()).toContain('/nowhere');
    }));

  it('fit a narrow screen without moving sideways', () =>
    visit(
      async (page) => {
        for (const path of ['/', '/city/cn-230400', '/methods', '/data', '/compare']) {
          await page.goto(`${path}?lang=en`);
          await page.waitForLoadState('networkidle');
          const [wide, screen] = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            innerWidth,
          ]);
          expect([path, wide]).toEqual([path, Math.min(wide ?? 0, screen ?? 0)]);
        }
      },
      { options: { viewport: { width: 360, height: 740 } } },
    ));

  // stays last: it leaves an import behind
  it('give back the rows that an import refused', () =>
    visit(async (page) => {
      await page.goto('/data?lang=en');
      await page.getByText('Nothing has been imported yet.').waitFor();
      const good = '鹤岗,2013,gross_regional_product,310,100_million_cny';
      const bad = '鹤岗,2014,gross_regional_product,many,100_million_cny';
      const text = `city,period,indicator,value,unit\n${good}\n${bad}\n`;
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'figures.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.getByLabel('Layout').selectOption('long');
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      const offered = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download the rejected rows' }).click();
      const file = await offered;
      expect(file.suggestedFilename()).toMatch(/^rejects-[0-9a-f]{12}\.csv$/);
      const rows = (await readFile(await file.path(), 'utf8')).trim().split('\n');
      expect(rows).toHaveLength(2);
      expect(rows[1]).toContain(bad);
      // the list of imports below is asked again
      await page.getByRole('rowheader', { name: 'figures.csv' }).waitFor();
    }));
});
