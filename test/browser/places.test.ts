import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
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

describe('the comparison of places and groups', () => {
  it('takes a place by pinyin and a group by keyboard alone, and keeps both in the address', () =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto('/places?places=cn-230400&groups=,&indicators=mining_share_employment&lang=en');
      const row = page.locator('.compared-table tbody tr');
      await row.first().waitFor();
      const search = page.getByRole('combobox', { name: 'Add a place' });
      await search.focus();
      await page.keyboard.type('tongl');
      await page.locator('[role="option"][data-place="cn-340700"]').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('[data-chip="cn-340700"]').waitFor();
      // a unit off the list, by its Chinese name
      await search.fill('济南');
      await page.locator('[role="option"][aria-selected="true"]').getByText('370100').waitFor();
      await page.keyboard.press('Enter');
      await page.getByLabel('Group by').selectOption('like');
      await page.getByRole('button', { name: 'Add the group' }).press('Enter');
      await page.locator('tr[data-group="like:cn-230400"]').waitFor();
      await page.locator('tr[data-place="cn-370100"]').waitFor();
      expect(new URL(page.url()).searchParams.get('places')).toBe('cn-230400,cn-340700,cn-370100');
      expect(new URL(page.url()).searchParams.get('groups')).toBe('like:cn-230400');

      // The area of Tongling changed in 2015: the line to 2020 is dotted, the value marked.
      await page.locator('tr[data-place="cn-340700"] .break-mark').waitFor();
      expect(await page.locator('.course-line.changed').count()).toBe(2);

      // Delete takes a chip out, the focus stays among the chips.
      await page
        .getByRole('button', { name: 'Remove 鹤岗市' })
        .or(page.getByRole('button', { name: 'Remove Hegang' }))
        .focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Delete');
      await page.locator('[data-chip="cn-340700"]').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Remove Jinan',
      );
    }));

  it('makes a list of the places chosen, shows a chart for each and offers CSV, in Chinese', () =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto('/places?places=cn-230400,cn-340700&groups=,&indicators=people_work&lang=zh');
      await page.locator('.compared-table tbody tr').first().waitFor();
      await page.getByLabel('分组方式').selectOption('list');
      await page.getByLabel('清单名称').fill('两市');
      await page.getByRole('button', { name: '添加分组' }).click();
      await page.locator('tr[data-group="list:两市=cn-230400+cn-340700"]').getByText('两市').waitFor();
      await page.getByRole('button', { name: '每个地方一幅小图' }).click();
      expect(await page.locator('.course-each svg').count()).toBe(2);
      const offered = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载 CSV' }).click();
      const text = await readFile(await (await offered).path(), 'utf8');
      const rows = text.slice(1).trim().split('\r\n');
      expect(rows[0]).toMatch(/^measure,unit,period,kind,id,/);
      expect(rows.filter((row) => row.includes(',group,list:两市='))).toHaveLength(2);

      // The same view again by its address alone.
      await page.reload();
      await page.locator('.course-each svg').nth(1).waitFor();
    }));

  it('says what is wrong with a group, and goes on once it is taken out', () =>
    onPage({ browser, address: server.address, refusals: ['/api/compare/places'] }, async (page) => {
      await page.goto('/places?places=cn-230400&groups=type:round&indicators=people_work&lang=en');
      await page.getByRole('alert').getByText('type:round').waitFor();
      await page.getByRole('button', { name: 'Remove type:round' }).press('Backspace');
      await page.locator('.compared-table').waitFor();
      await page.getByRole('button', { name: 'Remove People and work' }).click();
      await page.getByText('Choose at least one indicator and one place or group.').waitFor();
      expect(await page.locator('.compared-table').count()).toBe(0);
    }));
});
