import { AfterlodeError } from '../../base/index.js';
import { type City, findCities } from '../../register/index.js';
import type { CityAnswer } from '../answers.js';
import type { Workspace } from '../workspace.js';
import { registerOf } from './register.js';

/** What `cities` may be narrowed to; `q` is a code, a name or its beginning. */
export interface CityFilter {
  readonly type?: string;
  readonly resource?: string;
  readonly level?: string;
  readonly q?: string;
}

/**
 * The listed cities, narrowed; register order.
 *
 * @throws AfterlodeError CALL_OPTION for a type, resource or level the catalog has no class for
 */
export async function listCities(ws: Workspace, filter: CityFilter): Promise<CityAnswer[]> {
  checkClass(ws, '--type', 'official_type', filter.type);
  checkClass(ws, '--resource', 'resource', filter.resource);
  checkClass(ws, '--level', 'level', filter.level);
  const meant =
    filter.q === undefined ? null : new Set(findCities(ws.register, filter.q).map((city) => city.id));
  return (await registerOf(ws)).cities
    .filter((city) => city.listed && (meant === null || meant.has(city.id)))
    .filter((city) => filter.type === undefined || city.type === filter.type)
    .filter((city) => filter.resource === undefined || city.resources.includes(filter.resource))
    .filter((city) => filter.level === undefined || city.level === filter.level)
    .map(cityAnswer);
}

/** A city as it is answered at every door: maps become plain objects. */
export function cityAnswer(city: City): CityAnswer {
  return { ...city, areas: Object.fromEntries(city.areas) };
}

/**
 * @param option name for the message
 * @throws AfterlodeError CALL_OPTION where the scheme lacks the class
 */
export function checkClass(ws: Workspace, option: string, scheme: string, asked: string | undefined): void {
  if (asked === undefined) return;
  const classes = ws.catalog.classes.get(scheme)?.classes.map((one) => one.id) ?? [];
  if (!classes.includes(asked)) {
    throw new AfterlodeError('CALL_OPTION', option, { found: asked, expected: classes.join(', ') });
  }
}
