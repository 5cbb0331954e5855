import { type CityId, type IndicatorId, upperBound } from '../base/index.js';
import { judgedValue } from './comparable.js';
import type { JudgeContext } from './judge.js';

/** At most so many strong and weak points are named. */
const most = 5;

/** Indicators in which a city stands best and worst in its class. */
export interface StrongPoints {
  readonly strongest: readonly string[];
  readonly weakest: readonly string[];
}

/**
 * Orders the lit indicators that have a direction by the city's position in its class. A strong point lies above the
 * middle of the class, a weak one below; equal positions keep the order of the catalog. What flatters is no strong point, and
 * of two readings of the same thing, on one boundary and on each year's own, only the first is named.
 *
 * @param city index into the panel's cities
 * @param flagged indicators beside which a flag stands
 */
export function strongPoints(
  context: JudgeContext,
  city: number,
  flagged: ReadonlySet<string> = new Set(),
): StrongPoints {
  const places: { readonly indicator: string; readonly place: number }[] = [];
  for (const { indicator } of context.catalog.lights.values()) {
    const place = placeInClass(context, indicator, city);
    if (!Number.isNaN(place)) places.push({ indicator, place });
  }
  const above = places
    .filter(({ indicator, place }) => place > 0.5 && !flagged.has(indicator))
    .sort((a, b) => b.place - a.place);
  const below = places.filter(({ place }) => place < 0.5).sort((a, b) => a.place - b.place);
  const names = (of: typeof places) => {
    const things = new Map<string, string>();
    for (const { indicator } of of)
      if (!things.has(thing(indicator))) things.set(thing(indicator), indicator);
    return [...things.values()].slice(0, most);
  };
  return { strongest: names(above), weakest: names(below) };
}

/** What two readings have in common: `urban_share` and `urban_share_aligned` are one thing. */
function thing(indicator: string): string {
  return indicator.replace(/_(un)?aligned$/, '');
}

/**
 * Share of the class that a city surpasses in one indicator, equals counted half: 0 worst, 1 best.
 *
 * @returns `NaN` where the value, the class or a direction is missing
 */
export function placeInClass(context: JudgeContext, indicator: IndicatorId, city: number): number {
  const { panel, catalog, peers } = context;
  const better = catalog.indicators.get(indicator)?.better;
  if (better !== 'more' && better !== 'less') return Number.NaN;
  const value = judgedValue(context, indicator, city);
  const found = Number.isNaN(value) ? null : peers.classOf(indicator, panel.cities[city] as CityId);
  if (!found) return Number.NaN;
  const upTo = upperBound(found.values, value);
  let below = upTo;
  while (below > 0 && found.values[below - 1] === value) below -= 1;
  const place = (below + (upTo - below) / 2) / found.values.length;
  return better === 'more' ? place : 1 - place;
}
