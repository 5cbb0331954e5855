import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** The tour of README.md, played: what a reader does at each of its steps, with the words that README has for controls. */

export type TourLanguage = 'zh' | 'en';

/** A numbered step as README tells it. */
export interface TourStep {
  readonly text: string;
  /** What stands in bold: names of controls and headings, in order. */
  readonly bold: readonly string[];
  /** What stands as code: what is typed. */
  readonly code: readonly string[];
}

const headings: Readonly<Record<TourLanguage, string>> = { en: '## Five minutes', zh: '### 五分钟' };

/** The steps below the heading of the tour; a step ends where the next begins or a line is not indented. */
export function tourSteps(language: TourLanguage): TourStep[] {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, after = ''] = readme.split(`\n${headings[language]}\n`);
  const lines = after.split('\n').slice(1);
  const end = lines.findIndex((line) => line !== '' && !/^(\d+\.| {3})/.test(line));
  const texts = lines
    .slice(0, end)
    .join('\n')
    .split(/^\d+\. /m)
    .slice(1);
  return texts.map((text) => ({
    text,
    bold: [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, word]) => String(word).replace(/\s+/g, ' ')),
    code: [...text.matchAll(/`(.+?)`/g)].map(([, word]) => String(word)),
  }));
}

/** What a step came to, told while the page shows it. */
export interface Shown {
  /** Picture of the step, if it has one, and the part of the page on it; null: the page as it is. */
  readonly picture: readonly [name: string, part: string | null] | null;
  /** Figures on the page that README must name. */
  readonly figures: readonly string[];
  /** File that was saved. */
  readonly saved?: string;
}

type See = (shown: Shown) => Promise<void>;
type Play = (page: Page, step: TourStep, see: See) => Promise<void>;

/** Plays the steps in order; `seen` is called while the page shows what the step came to. */
export async function playTour(
  page: Page,
  language: TourLanguage,
  seen: (shown: Shown, step: TourStep) => Promise<void>,
): Promise<void> {
  const plays: readonly Play[] = [start, find, readRank, openSource, changeWeight, exportReport];
  const steps = tourSteps(language);
  if (steps.length !== plays.length) throw new Error(`README has ${steps.length} steps, not ${plays.length}`);
  await page.goto(`/?lang=${language}`);
  for (const [at, step] of steps.entries()) await plays[at]?.(page, step, (shown) => seen(shown, step));
}

async function start(page: Page, { bold: [other = ''] }: TourStep, see: See): Promise<void> {
  await page.getByText(other, { exact: true }).waitFor();
  await page.locator('[data-row]').first().waitFor();
  await page.locator('.map .land').waitFor({ state: 'attached' });
  const cities = await page.locator('[data-row]').count();
  await see({ picture: ['overview', null], figures: [String(cities)] });
}

async function find(page: Page, step: TourStep, see: See): Promise<void> {
  const [search = '', city = ''] = step.bold;
  await page.getByLabel(search, { exact: true }).fill(step.code[0] ?? '');
  await page.getByRole('link', { name: city, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: city }).waitFor();
  await see({ picture: null, figures: [] });
}

/** The section below a heading of the city's page. */
function section(page: Page, heading: string): Locator {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) });
}

async function readRank(page: Page, { bold: [heading = ''] }: TourStep, see: See): Promise<void> {
  const part = section(page, heading);
  const score = await part.locator('[data-why^="score/"]').first().innerText();
  const rank = await part.locator('[data-why^="rank/"]').first().innerText();
  const told = (await part.locator('.headline small').allInnerTexts()).join(' ');
  await see({ picture: ['rank', '.standing'], figures: [score, rank, ...(told.match(/\d+/g) ?? [])] });
}

async function openSource(page: Page, step: TourStep, see: See): Promise<void> {
  const [heading = '', figure = '', openAll = '', close = ''] = step.bold;
  const row = section(page, heading)
    .getByRole('row')
    .filter({ has: page.getByText(figure, { exact: true }) });
  const number = row.locator('[data-why]').first();
  const value = await number.innerText();
  await number.click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: openAll, exact: true }).click();
  await drawer.locator('[data-licence]').nth(1).waitFor();
  await see({ picture: ['source', null], figures: [value] });
  await drawer.getByRole('button', { name: close, exact: true }).click();
}

async function changeWeight(page: Page, step: TourStep, see: See): Promise<void> {
  const [link = '', node = '', copy = ''] = step.bold;
  await page.getByRole('link', { name: link, exact: true }).click();
  const weight = page.locator('[data-node]').filter({ has: page.getByText(node, { exact: true }) });
  const entry = weight.getByRole('spinbutton');
  const before = Number(await entry.inputValue());
  await entry.fill(step.code[0] ?? '');
  await entry.press('Enter');
  await page.locator('.rank-up').first().waitFor();
  // the intervals follow the ranks
  await page.locator('.lab-progress[data-done="1000"]').waitFor();
  await page.locator('.lab-ranked:not(:has(.stale))').waitFor();
  await page.getByRole('button', { name: copy, exact: true }).waitFor();
  const [rank = ''] = (await page.locator('.lab-detail').innerText()).match(/\d+/) ?? [];
  await see({ picture: ['weights', null], figures: [String(before), rank] });
}

async function exportReport(page: Page, step: TourStep, see: See): Promise<void> {
  const [city = '', reports = '', format = ''] = step.bold;
  await page.getByRole('region', { name: city }).getByRole('link', { name: city, exact: true }).click();
  await page.getByText(reports, { exact: true }).click();
  const offered = page.waitForEvent('download');
  await page.locator('.city-reports').getByText(format, { exact: true }).first().click();
  const saved = await (await offered).path();
  await see({ picture: ['reports', '.page-head'], figures: [], saved });
}
