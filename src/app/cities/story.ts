import { type CityInShort, cityInShort, type StoryClaim } from '../../report/index.js';
import { reportContext } from '../report/report.js';
import { censuses, storyParts } from '../report/story.js';
import type { Workspace } from '../workspace.js';
import { cityPage } from './page.js';

/** `GET /api/cities/:city/story[?period=P]`: the city in sentences, what is known of its carbon, and claims about it. */
export interface CityStory extends CityInShort {
  readonly city: string;
  readonly period: string;
  readonly claims: readonly StoryClaim[];
}

/**
 * The sentences with which the report begins, for the page of one city.
 *
 * @throws AfterlodeError as `cityPage`
 */
export async function cityStory(
  ws: Workspace,
  city: string,
  call: { readonly period?: string },
): Promise<CityStory> {
  const page = await cityPage(ws, city, call);
  const story = await storyParts(ws, page, censuses);
  const told = cityInShort({ ...page, story }, await reportContext(ws));
  return { city: page.city.id, period: page.period, ...told, claims: story.claims };
}
