import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';
import { playTour } from './tour.js';

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

describe('the tour of README.md', () => {
  it.each(['en', 'zh'] as const)('is played as it stands there, with the figures it names (%s)', (language) =>
    onPage({ browser, address: server.address }, async (page) => {
      const told: (readonly [figure: string, text: string])[] = [];
      let saved = '';
      await playTour(page, language, async (shown, { text }) => {
        told.push(...shown.figures.map((figure) => [figure, text] as const));
        saved = shown.saved ?? saved;
      });
      const lacking = told.filter(([figure, text]) => !text.includes(figure));
      expect(lacking).toEqual([]);
      expect(told.length).toBeGreaterThan(7);
      expect((await readFile(saved)).subarray(0, 5).toString()).toBe('%PDF-');
    }),
  );
});
