import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeJpeg } from '../../src/files/picture/testing/made-picture.js';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

let server: RunningServer;
let browser: Browser;
let finding = '';

beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
  const post = async (path: string, body: object) => {
    const response = await fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { id: string };
  };
  const opening = { city: '230400', period: '2020', about: 'housing_area_per_person', place: '一号楼' };
  finding = (await post('/api/ledger', opening)).id;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const visit = (work: (page: Page) => Promise<void>, more: object = {}) =>
  onPage({ browser, address: server.address, ...more }, work);
const rowOf = (page: Page) => page.locator(`[data-finding="${finding}"]`);

describe('two people at one finding', () => {
  it('the second is told who decided, keeps what was written, and sends it again', () =>
    visit(
      async (one) => {
        await one.goto('/findings?lang=en');
        await rowOf(one).getByRole('button', { name: 'Details' }).click();
        await visit(async (other) => {
          await other.goto('/findings?lang=zh');
          await rowOf(other).getByRole('button', { name: '详情' }).click();
          await other.getByLabel('经办人（账号或姓名）').fill('王');
          await other.getByLabel('办理期限').fill('2020-01-31');
          await other.getByRole('button', { name: '交办', exact: true }).click();
          await rowOf(other).getByText('逾期').waitFor();
        });
        await one.getByLabel('Person (account or name)').fill('Li');
        await one.getByRole('button', { name: 'Assign', exact: true }).click();
        const refusal = one.getByRole('alert');
        await refusal.getByText(/assigned it at/).waitFor();
        expect(await one.getByLabel('Person (account or name)').inputValue()).toBe('Li');
        await rowOf(one).getByText('Assigned to 王').waitFor();
        await one.getByRole('button', { name: 'Assign', exact: true }).click();
        await rowOf(one).getByText('Assigned to Li').waitFor();
      },
      { refusals: ['/api/ledger/assignment'] },
    ));

  it('comments and a photo stand side by side, small, and filters find them', () =>
    visit(async (page) => {
      await page.goto('/findings?lang=en');
      await rowOf(page).getByRole('button', { name: 'Details' }).click();
      await page.getByLabel('Your comment').fill('Crack in the stair\nsee photo');
      await page.getByRole('button', { name: 'Send' }).click();
      await rowOf(page).locator('.comment-words').waitFor();
      const buffer = Buffer.from(madeJpeg(8, 8, [[40]]));
      await page
        .getByLabel('Add a photo or document')
        .setInputFiles({ name: '裂缝.jpg', mimeType: 'image/jpeg', buffer });
      await page.getByLabel('Caption').fill('Stair');
      await page.getByRole('button', { name: 'Upload' }).click();
      const picture = rowOf(page).getByRole('img', { name: 'Stair' });
      await picture.waitFor();
      await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(8);
      await page.getByLabel('Words').fill('no such words');
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByText('No finding meets these conditions.').waitFor();
      await page.getByLabel('Words').fill('stair');
      await page.getByLabel('Words').press('Enter');
      await rowOf(page).waitFor();
      expect(page.url()).toContain('text=stair');
    }));

  it('stand on a phone without moving sideways, with the camera within reach', () =>
    visit(
      async (page) => {
        await page.goto('/findings?lang=zh');
        await rowOf(page).getByRole('button', { name: '详情' }).click();
        await page.getByLabel('拍照').waitFor();
        expect(await page.getByLabel('拍照').getAttribute('capture')).toBe('environment');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(360);
      },
      { options: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    ));
});
