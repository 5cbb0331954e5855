import { entries } from '../../src/web/places.js';

/** How a page is looked at. */
export interface Look {
  readonly lang: 'zh' | 'en';
  readonly scheme: 'light' | 'dark';
  readonly width: 360 | 1440;
}

/** Whether every page is looked at in every look. */
export const allLooks = process.env['AFTERLODE_LOOKS'] === 'all';

const wide: Look = { lang: 'zh', scheme: 'light', width: 1440 };
const narrow: Look = { lang: 'en', scheme: 'dark', width: 360 };

/**
 * How a page is looked at: in one of two looks, in which each value of each property stands, by its place in the list;
 * `AFTERLODE_LOOKS=all` (.ci/run) takes all eight.
 */
export function looksOf(place: number): readonly Look[] {
  if (!allLooks) return [place % 2 === 0 ? wide : narrow];
  return (['zh', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      ([360, 1440] as const).map((width) => ({ lang, scheme, width })),
    ),
  );
}

/** Four looks in which each value of a property stands beside each value of another. */
const crossed: readonly Look[] = [
  { lang: 'zh', scheme: 'light', width: 1440 },
  { lang: 'en', scheme: 'light', width: 360 },
  { lang: 'zh', scheme: 'dark', width: 360 },
  { lang: 'en', scheme: 'dark', width: 1440 },
];

/** Looks of which the repository keeps a picture of a page: one of four in turn, with `AFTERLODE_LOOKS=all` all four. */
export function picturedLooksOf(place: number): readonly Look[] {
  return allLooks ? crossed : crossed.filter((_, at) => at === place % 4);
}

/** Pages that work out an example as they open; what they show then is looked at too. */
const withExample = new Set([
  '/distress',
  '/zones',
  '/vacancy',
  '/inefficient-land',
  '/ground',
  '/plan',
  '/complexity',
  '/successors',
  '/linkages',
  '/chain',
  '/renewal',
  '/restoration',
  '/roadmap',
]);

/** Every page that the navigation leads to, and those that other pages lead to. */
export const addresses: readonly string[] = [
  ...entries.flatMap(({ places }) => places.map(({ to }) => (withExample.has(to) ? `${to}?example=1` : to))),
  '/city/cn-230400',
  '/methods/mining_share_employment',
  '/methods/identify/county-distress',
  '/components',
  '/no-such-page',
];
