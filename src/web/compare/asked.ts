import { navigate, withQuery } from '../router.js';

/** What the page compares, as its address has it. */
export interface ComparedThings {
  readonly places: readonly string[];
  readonly groups: readonly string[];
  readonly measures: readonly string[];
}

/** Two cities, their like and an index: what a reader sees who has chosen nothing yet. */
export const usualThings: ComparedThings = {
  places: ['cn-230400', 'cn-340700'],
  groups: ['like:cn-230400', 'listed'],
  measures: ['people_work', 'mining_share_employment'],
};

const keys = { places: 'places', groups: 'groups', measures: 'indicators' } as const;

/** The lists of an address, divided by commas; the usual ones where it has none of them. */
export function thingsOf(query: URLSearchParams): ComparedThings {
  const list = (key: string) => [...new Set((query.get(key) ?? '').split(',').filter((one) => one !== ''))];
  if (!Object.values(keys).some((key) => query.has(key))) return usualThings;
  return { places: list(keys.places), groups: list(keys.groups), measures: list(keys.measures) };
}

/** Puts changed lists into the address. A list that is empty stands there as a comma, so that it stays empty. */
export function changeThings(now: ComparedThings, change: Partial<ComparedThings>): void {
  const next = { ...now, ...change };
  const words = (list: readonly string[]) => (list.length === 0 ? ',' : list.join(','));
  navigate(
    withQuery({
      [keys.places]: words(next.places),
      [keys.groups]: words(next.groups),
      [keys.measures]: words(next.measures),
    }),
    true,
  );
}

/** The question to the server; null where there is nothing to compare. */
export function pathOfThings({ places, groups, measures }: ComparedThings): string | null {
  if (measures.length === 0 || places.length + groups.length === 0) return null;
  const query = new URLSearchParams([
    ...measures.map((one) => ['indicator', one]),
    ...places.map((one) => ['place', one]),
    ...groups.map((one) => ['group', one]),
  ]);
  return `/api/compare/places?${query.toString()}`;
}
