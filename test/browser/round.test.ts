import { cwd } from 'node:process';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorNamed } from '../../src/access/index.js';
import { addAccount, openWorkspace } from '../../src/app/index.js';
import { id, type Language } from '../../src/base/index.js';
import { words } from '../../src/web/words.js';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

/**
 * A round from its definition to a snapshot that is computed again, as its people play it: an evaluator opens it, a city uploads a
 * workbook with two mistakes, mends them and submits, the province returns it once, the nation accepts, locks and publishes.
 */

const password = 'coal ferry umbrella';
const people = [
  ['evaluator', 'national_evaluator', 'all'],
  ['second', 'national_evaluator', 'all'],
  ['reporter', 'city_reporter', '鹤岗'],
  ['reviewer', 'provincial_reviewer', '黑龙江'],
] as const;

async function prepare(folder: string): Promise<void> {
  const on = id<'date'>('2026-01-15');
  const ws = await openWorkspace({ pack: cwd(), folder, database: null, overlays: [], version: '0', on });
  for (const [name, role, area] of people) {
    const given = { name, label: name, password, holds: [{ role, area }] };
    await addAccount(ws, given, { actor: operatorNamed('operator:test') });
  }
  await ws.close();
}

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ prepare, words: ['--accounts', 'on'] }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The form with a figure in each cell; `mistakes` writes words into one and a share above 100 % into another. */
async function filled(bytes: Buffer, mistakes: boolean): Promise<{ file: Buffer; wrong: string[] }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const wrong: string[] = [];
  for (const sheet of book.worksheets) {
    sheet.eachRow((row, at) => {
      const rule = row.getCell(5).dataValidation as ExcelJS.DataValidation | undefined;
      if (rule === undefined || at <= 4) return;
      const code = row.getCell(1).text;
      const isShare = ['good_air_days_share', 'solid_waste_use'].includes(code);
      const whole = code === 'gross_regional_product' ? 360 : 120;
      row.getCell(5).value = isShare ? 60 : whole;
      row.getCell(6).value = '按年报口径';
      row.getCell(7).value = '2025年统计年报';
      if (!mistakes || wrong.length === 2) return;
      if (wrong.length === 0) row.getCell(5).value = '约一百';
      else if (isShare) row.getCell(5).value = 140;
      else return;
      const name = sheet.name.includes(' ') ? `'${sheet.name}'` : sheet.name;
      wrong.push(`${name}!E${at}`);
    });
  }
  return { file: Buffer.from(await book.xlsx.writeBuffer()), wrong };
}

describe.each(['zh', 'en'] as const)('a round in %s', (lang: Language) => {
  const round = `round_${lang}`;
  const w = (key: keyof typeof words) => words[key][lang];
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

  async function signIn(page: Page, name: string): Promise<void> {
    const answer = await page.request.post('/api/session', {
      data: { name, password },
      headers: { 'x-afterlode': '1' },
    });
    expect(answer.status()).toBe(200);
  }

  const go = (page: Page, path: string) => page.goto(`${path}?lang=${lang}`);
  const step = (page: Page, kind: string) => page.locator(`button[data-step="${kind}"]`).click();
  const state = (page: Page, name: string) => page.locator(`p[data-state="${name}"]`).waitFor();

  /** Takes a step of the return with a word. */
  async function settle(page: Page, kind: string, why: string, then: string): Promise<void> {
    await page.getByLabel(w('returnWhy')).fill(why);
    await step(page, kind);
    await state(page, then);
  }

  async function upload(page: Page, file: Buffer): Promise<void> {
    const field = page.getByLabel(w('returnFile'));
    await field.setInputFiles({ name: 'form.xlsx', mimeType: xlsx, buffer: file });
    await page.getByRole('button', { name: w('returnPreview'), exact: true }).click();
  }

  /** A proof for each figure that asks for one. */
  async function attach(page: Page): Promise<void> {
    for (const indicator of ['gross_regional_product', 'fiscal_revenue']) {
      const pdf = {
        name: `${indicator}.pdf`,
        mimeType: 'application/pdf',
        buffer: Buffer.from(`%PDF-1.4 ${indicator}`),
      };
      await page.getByLabel(w('returnAttachFile')).setInputFiles(pdf);
      await page.getByLabel(w('returnAttachTo')).selectOption(indicator);
      const before = await page.locator('[data-file]').count();
      await page.getByRole('button', { name: w('returnAttach'), exact: true }).click();
      await expect.poll(() => page.locator('[data-file]').count()).toBe(before + 1);
    }
  }

  it('is played from its definition to a snapshot that verifies', () =>
    onPage({ browser, address: server.address, refusals: [] }, async (page) => {
      const city = `/rounds/${round}/cn-230400`;
      await signIn(page, 'evaluator');
      await go(page, '/rounds');
      for (const [word, value] of [
        ['roundId', round],
        ['roundLabelZh', '2025年度填报'],
        ['roundLabelEn', 'Round of 2025'],
        ['roundYear', '2025'],
        ['roundForms', 'city_core'],
        ['roundCities', '鹤岗, 双鸭山'],
        ['roundDayReport', '2026-03-31'],
        ['roundDayProvince', '2026-04-30'],
        ['roundDayNation', '2026-05-31'],
      ] as const)
        await page.getByLabel(w(word), { exact: true }).fill(value);
      await page.getByRole('button', { name: w('roundDefine'), exact: true }).click();
      await state(page, 'draft');
      await step(page, 'open');
      await state(page, 'open');

      await signIn(page, 'reporter');
      await go(page, city);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: w('returnDownload') }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const form = Buffer.concat(chunks);
      const bad = await filled(form, true);
      await upload(page, bad.file);
      await page.locator('[data-preview="2"]').waitFor();
      for (const cell of bad.wrong) expect(await page.locator(`[data-cell="${cell}"]`).count()).toBe(1);
      await upload(page, (await filled(form, false)).file);
      await page.locator('[data-preview="0"]').waitFor();
      await page.locator('[data-preview="0"] > button').click();
      await state(page, 'in_work');
      await attach(page);
      await settle(page, 'submit', '', 'submitted');

      await signIn(page, 'reviewer');
      await go(page, city);
      await settle(page, 'return_province', '床位数含乡镇卫生院吗？', 'returned_by_province');
      await signIn(page, 'reporter');
      await go(page, city);
      await page.locator('[data-said="returnQuestion"]').getByText('床位数含乡镇卫生院吗？').waitFor();
      await settle(page, 'submit', '含乡镇卫生院', 'submitted');
      await signIn(page, 'reviewer');
      await go(page, city);
      await settle(page, 'accept_province', '', 'accepted_by_province');

      await signIn(page, 'evaluator');
      await go(page, city);
      await settle(page, 'accept_nation', '', 'accepted_by_nation');
      await go(page, `/rounds/${round}`);
      await step(page, 'close');
      await state(page, 'closed');
      await page.getByLabel(w('roundLeaveOut')).check();
      await page.getByLabel(w('roundWhy')).fill('双鸭山未上报');
      await step(page, 'lock');
      await state(page, 'locked');
      await step(page, 'compute');
      await page.getByText(w('roundComputed')).waitFor();
      await signIn(page, 'second');
      await go(page, `/rounds/${round}`);
      await step(page, 'recompute');
      await page.getByText(w('roundEqual').split('{n}')[0] ?? '').waitFor();
      await step(page, 'publish');
      await page.getByRole('link', { name: w('roundToSnapshot') }).click();
      await page.getByRole('button', { name: w('snapshotVerify') }).click();
      await page.locator('[data-verified="true"]').waitFor();
      const hash = /\/snapshots\/([0-9a-f]{64})/.exec(page.url())?.[1] ?? 'none';
      expect(await page.locator('.round-citation').innerText()).toContain(hash);
    }));
});
