import type { Action } from '../../access/index.js';
import type { RateClass } from './rates.js';

/** What a route asks of whoever calls it. */
export interface RouteNeeds {
  readonly action: Action;
  /**
   * Where the action takes effect: `all`: everywhere; the name of a parameter of the path or of the query that names a city, where a
   * missing one means everywhere; `use case`: only what is asked for tells where, so the use case demands it by `AccessCall`, and the
   * door asks that the caller may do so somewhere. A route whose use case does not demand stands as `all`.
   */
  readonly area: 'all' | 'use case' | { readonly parameter: string };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly needs?: RouteNeeds;
    /** How often it may be asked; default by what it needs. */
    readonly rate?: RateClass;
  }
}

/** The `config` of a route that asks for an action. */
export function needs(action: Action, area: RouteNeeds['area'] = 'all'): { readonly needs: RouteNeeds } {
  return { needs: { action, area } };
}
