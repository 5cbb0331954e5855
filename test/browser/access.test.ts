import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cwd } from 'node:process';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorNamed } from '../../src/access/index.js';
import { addAccount, openWorkspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

const operator = { actor: operatorNamed('operator:test') };
const password = 'coal ferry umbrella';

async function prepare(folder: string): Promise<void> {
  const on = id<'date'>('2026-01-15');
  const ws = await openWorkspace({ pack: cwd(), folder, database: null, overlays: [], version: '0', on });
  const chief = [{ role: 'administrator', area: 'all' }];
  const given = { label: '陈处', password, holds: chief };
  await addAccount(ws, { name: 'chief', ...given }, operator);
  const reports = [{ role: 'city_reporter', area: '鹤岗' }];
  await addAccount(ws, { name: 'wang', label: '王芳', password, holds: reports }, operator);
  await ws.close();
}

let open: RunningServer;
let closed: RunningServer;
let browser: Browser;
beforeAll(async () => {
  const provider = {
    AFTERLODE_OPENID_ISSUER: 'http://127.0.0.1:9',
    AFTERLODE_OPENID_CLIENT: 'afterlode',
    AFTERLODE_OPENID_SITE: 'http://localhost',
    AFTERLODE_OPENID_LABEL: '省平台',
  };
  closed = await startServer({
    prepare,
    words: ['--accounts', 'on', '--anonymous', 'off'],
    env: provider,
  });
  open = await startServer({ prepare, words: ['--accounts', 'on'] });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await open?.stop();
  await closed?.stop();
});

const visit = (
  server: RunningServer,
  work: (page: Page) => Promise<void>,
  refusals: readonly string[] = [],
  options = {},
) => onPage({ browser, address: server.address, refusals, options }, work);

async function signIn(page: Page, name: string, lang: 'en' | 'zh' = 'en'): Promise<void> {
  const [account, secret, button] =
    lang === 'en' ? ['Account', 'Password', 'Sign in'] : ['账号', '密码', '登录'];
  await page.getByLabel(account, { exact: true }).fill(name);
  await page.getByLabel(secret, { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: button, exact: true }).click();
}

describe('signing in', () => {
  it('is asked for by a page that needs it, and leads back there, by keyboard alone', () =>
    visit(
      closed,
      async (page) => {
        await page.goto('/city/cn-230400?lang=zh');
        await page.waitForURL(/\/sign-in\?/);
        expect(new URL(page.url()).searchParams.get('back')).toBe('/city/cn-230400?lang=zh');
        await page.getByLabel('账号', { exact: true }).focus();
        await page.keyboard.type('wang');
        await page.keyboard.press('Tab');
        await page.keyboard.type(password);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/city\/cn-230400/);
        await page.getByRole('heading', { level: 1, name: /鹤岗/ }).waitFor();
        await page.locator('.who').getByText('王芳').waitFor();
        await page.getByRole('button', { name: '退出' }).click();
        await page.getByText('已退出。').waitFor();
        expect(await page.getByRole('link', { name: '同时退出 省平台' }).getAttribute('href')).toBe(
          '/api/session/openid/end',
        );
      },
      ['/api/'],
    ));

  it('says what is wrong, in both languages, and keeps the name', () =>
    visit(
      open,
      async (page) => {
        await page.goto('/sign-in?lang=en&back=//elsewhere.example/');
        await page.getByLabel('Account', { exact: true }).fill('wang');
        await page.getByLabel('Password', { exact: true }).fill('not this one at all');
        await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('alert').getByText('name or password is not right').waitFor();
        expect(await page.getByLabel('Account', { exact: true }).inputValue()).toBe('wang');
        await page.getByRole('button', { name: '切换到中文' }).click();
        await page.getByRole('alert').getByText('账号名或密码不正确').waitFor();
        await signIn(page, 'wang', 'zh');
        await page.locator('.who').getByText('王芳').waitFor();
        expect(new URL(page.url()).pathname).toBe('/');
      },
      ['/api/session'],
    ));

  it('offers the provider, and tells what it said by code, not by words of the address', () =>
    visit(
      closed,
      async (page) => {
        await page.goto('/sign-in?lang=en&back=%2Faccount#code=ACCESS_IDENTITY_UNBOUND&found=%22sub-1%22');
        await page.getByRole('alert').getByText('省平台 knows you').waitFor();
        expect(await page.getByRole('alert').innerText()).toContain('"sub-1"');
        const link = page.getByRole('link', { name: 'Sign in by 省平台' });
        expect(await link.getAttribute('href')).toBe('/api/session/openid?back=%2Faccount%3Flang%3Den');
        await link.click();
        await page.getByRole('alert').getByText('cannot be used now').waitFor();
        expect(await page.getByRole('alert').innerText()).toContain('PROVIDER_FAULT');
      },
      ['/api/meta'],
    ));

  it('is offered by a page that needs it in the midst of its work, and leads back there', () =>
    visit(
      open,
      async (page) => {
        await page.goto('/restoration?example=1&lang=en');
        const note = page.getByRole('alert');
        await note.getByText('Sign in first').waitFor();
        expect(await note.innerText()).not.toContain('ACCESS_SESSION');
        await note.getByRole('link', { name: 'Sign in' }).click();
        await signIn(page, 'wang');
        await page.waitForURL(/\/restoration\?example=1/);
        await page.locator('.who').getByText('王芳').waitFor();
      },
      ['/api/restoration'],
    ));

  it('is not there where nobody signs in: the header has no name', async () => {
    const plain = await startServer();
    try {
      await visit(plain, async (page) => {
        await page.goto('/sign-in?lang=en');
        await page.getByText('nobody signs in').waitFor();
        expect(await page.locator('.who').count()).toBe(0);
        await page.locator('footer').getByRole('link', { name: 'Administration' }).click();
        await page.locator('main').getByRole('link', { name: 'Webhooks' }).click();
        await page.getByRole('button', { name: 'Add', exact: true }).waitFor();
        expect(new URL(page.url()).pathname).toBe('/webhooks');
        expect(await page.locator('header').getByText('Webhooks').count()).toBe(0);
      });
    } finally {
      await plain.stop();
    }
  });
});

describe('the own account', () => {
  it('shows roles, makes a token whose secret is shown once, revokes it, and ends the session', () =>
    visit(
      open,
      async (page) => {
        await page.goto('/account?lang=en');
        await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
        await signIn(page, 'wang');
        await page.getByText('City reporter · Hegang').waitFor();
        await page.getByLabel('What it is for').fill('office upload');
        await page.getByLabel('figures.change').check();
        expect(await page.getByLabel('audit.read').count()).toBe(0);
        await page.getByRole('button', { name: 'Make a token' }).click();
        expect(await page.locator('.secret').innerText()).toMatch(/^afterlode_[0-9a-f]{64}$/);
        await page.getByRole('button', { name: 'Revoke the token office upload' }).click();
        await page.locator('[data-token]').getByText('Revoked').waitFor();
        await page.reload();
        await page.locator('[data-token]').waitFor();
        expect(await page.locator('.secret').count()).toBe(0);
        await page.getByLabel('New password').fill('another ferry window');
        await page.getByLabel('The same again').fill('another ferry windo');
        await page.getByText('The two new passwords differ.').waitFor();
        await page.locator('[data-session]').first().getByRole('button').click();
        await page.locator('main').getByRole('link', { name: 'Sign in' }).waitFor();
      },
      ['/api/sessions'],
    ));
});

describe('an account without a password', () => {
  it('is not asked for one', () =>
    visit(open, async (page) => {
      await page.route('**/api/session', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { readonly account: object | null };
        const account = answer.account && { ...answer.account, hasPassword: false };
        await route.fulfill({ response, json: { ...answer, account } });
      });
      await page.goto('/sign-in?lang=en&back=/account');
      await signIn(page, 'wang');
      await page.getByText('This account has no password').waitFor();
      expect(await page.getByLabel('Present password').count()).toBe(0);
    }));
});

describe('administration', () => {
  it('binds a person of the provider to an account, and takes him from it', () =>
    visit(
      closed,
      async (page) => {
        await page.goto('/sign-in?lang=zh&back=/administration');
        await signIn(page, 'chief', 'zh');
        const row = page.locator('[data-account="wang"]');
        await row.getByRole('button', { name: '更改账号 wang' }).click();
        expect(await row.getByLabel('提供方地址').inputValue()).toBe('http://127.0.0.1:9');
        await row.getByLabel('理由').fill('来函');
        await row.getByLabel('身份标识').fill('wang-001');
        await row.getByRole('button', { name: '绑定', exact: true }).click();
        await row.locator('[data-identity]').getByText('wang-001').waitFor();
        await row.getByRole('button', { name: '解除身份 wang-001' }).click();
        await row.getByText('未绑定身份。').waitFor();
        await page.reload();
        await page.locator('[data-line]').first().waitFor();
        expect(await page.locator('[data-line]').first().innerText()).toContain('identity.remove');
      },
      ['/api/'],
    ));

  it('adds an account, gives and takes roles, locks, erases, and shows all of it in a whole log', () =>
    visit(open, async (page) => {
      await page.goto('/sign-in?lang=en&back=/administration');
      await signIn(page, 'chief');
      const form = page.locator('[data-form="add"]');
      await form.getByLabel('Account', { exact: true }).fill('zhao');
      await form.getByLabel("Person's name").fill('赵磊');
      await form.getByLabel(/No password/).check();
      await form.getByLabel('First role').selectOption('provincial_reviewer');
      await form.getByLabel('Area').fill('Heilongjiang');
      await form.getByRole('button', { name: 'Add an account' }).click();
      const row = page.locator('[data-account="zhao"]');
      await row.getByText('Provincial reviewer · Heilongjiang').waitFor();
      await row.getByRole('button', { name: 'Change the account zhao' }).click();
      await row.getByLabel('Reason').fill('moved to the city');
      await row.getByRole('button', { name: 'Take Provincial reviewer (Heilongjiang)' }).click();
      await row.getByLabel('Role', { exact: true }).selectOption('city_reporter');
      await row.getByLabel('Area').fill('Hegang');
      await row.getByRole('button', { name: 'Give the role' }).click();
      await row.locator('.roles').getByText('City reporter · Hegang').waitFor();
      await row.getByRole('button', { name: 'Lock' }).click();
      await page.locator('[data-account="zhao"][data-state="locked"]').waitFor();
      await row.getByRole('button', { name: 'Erase personal data' }).click();
      await row.getByRole('button', { name: 'Erase', exact: true }).click();
      await page.locator('[data-account="zhao"][data-state="erased"]').waitFor();
      expect(await row.innerText()).not.toContain('赵磊');
      await page.getByLabel('About').fill('account/zhao');
      await page.getByRole('button', { name: 'Search' }).click();
      const lines = page.locator('[data-line]');
      await expect.poll(() => lines.count()).toBe(6);
      expect(await lines.first().innerText()).toContain('account.erase');
      expect(await lines.nth(3).innerText()).toContain('moved to the city');
      await page.getByRole('button', { name: 'Check the log' }).click();
      await page.getByText(/\d+ lines, whole\./).waitFor();
    }));

  it('is no page for others', () =>
    visit(open, async (page) => {
      await page.goto('/sign-in?lang=en&back=/administration');
      await signIn(page, 'wang');
      await page.getByRole('heading', { level: 1, name: 'Administration' }).waitFor();
      await page.locator('.who').getByText('王芳').waitFor();
      expect(await page.locator('main section').count()).toBe(0);
      expect(await page.locator('.who').getByText('Administration').count()).toBe(0);
    }));
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What axe calls serious. */
async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`);
}

describe('on a phone', () => {
  it.each(['/sign-in', '/account', '/administration'])(
    '%s keeps the rules of axe and does not move sideways',
    (path) =>
      visit(
        open,
        async (page) => {
          await page.goto(`/sign-in?lang=zh&back=${path === '/sign-in' ? '/account' : path}`);
          await signIn(page, 'chief', 'zh');
          await page.locator('main section h2').first().waitFor();
          if (path === '/sign-in') await page.goto('/sign-in?lang=zh');
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(wide).toBeLessThanOrEqual(0);
          expect(await axeFindings(page)).toEqual([]);
        },
        [],
        { viewport: { width: 360, height: 760 } },
      ),
  );
});
