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

describe('the match of a city', () => {
  it('shows mode, similar cities, cases with a failure among them, and measures, in both languages', () =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto('/city/cn-230400?lang=en');
      const section = page.locator('[data-section="match"]');
      await section.locator('summary').click();
      expect(await section.locator('[data-mode="too_early"]').innerText()).toContain('too early to say');
      expect(await section.locator('[data-own="hegang"]').innerText()).toContain('extension');
      expect(await section.locator('[data-similar]').count()).toBe(8);
      const failure = section.locator('[data-failure="true"]');
      expect(await failure.count()).toBeGreaterThan(0);
      const warned = await section.locator('[data-case="yubari"]').innerText();
      expect(warned).toContain('What helped: the source names no condition');
      expect(warned).toContain('Cautions: A warning, not a success');
      expect(await section.locator('[data-measure="smart_shrinkage"]').innerText()).toContain('unknown');
      await page.getByRole('button', { name: '切换到中文' }).click();
      await section.getByText('案例不是建议', { exact: false }).waitFor();
      expect(await section.locator('[data-mode]').innerText()).toContain('尚难判断');
      await section.locator('[data-similar="cn-230900"] a').click();
      await page.getByRole('heading', { level: 1, name: /七台河/ }).waitFor();
    }));
});
