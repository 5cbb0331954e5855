import { contains, exists } from './areas.js';
import { type Action, neverScopes, permissions, reachOf } from './permissions.js';
import type { Actor, Area, Places } from './types.js';

/**
 * Whether somebody may do something somewhere. Whatever the table does not name is refused: an action, a role or a place that is
 * not known, an actor who is not.
 *
 * @param actor null: nobody has signed in
 * @param target where the action takes effect; `all` for what belongs to no city
 */
export function may(actor: Actor | null, action: string, target: Area, places: Places): boolean {
  if (actor === null || !exists(target, places)) return false;
  if (actor.scopes !== null && !isInScopes(action, actor.scopes)) return false;
  return actor.holds.some(({ role, area }) => {
    const reach = reachOf(action, role);
    return reach === 'any' || (reach === 'own' && contains(area, target, places));
  });
}

/**
 * What somebody may do in some place at least, by the table alone: where, `may` says.
 *
 * @param actor null: nobody has signed in
 */
export function actionsOf(actor: Actor | null): readonly Action[] {
  if (actor === null) return [];
  const { holds, scopes } = actor;
  return (Object.keys(permissions) as Action[]).filter(
    (action) =>
      (scopes === null || isInScopes(action, scopes)) &&
      holds.some(({ role }) => reachOf(action, role) !== null),
  );
}

function isInScopes(action: string, scopes: readonly string[]): boolean {
  return scopes.includes(action) && !neverScopes.some((never) => never === action);
}

/**
 * The reader who has not signed in, where the service lets him in: what is published and the catalog, nothing else.
 *
 * @param on whether the service has readers who do not sign in
 */
export function anonymousReader(on: boolean): Actor | null {
  if (!on) return null;
  return {
    name: '',
    holds: [{ role: 'reader', area: { kind: 'all' } }],
    scopes: ['published.read', 'catalog.read'],
  };
}

/** Whether somebody is the operator. */
export function isOperator({ holds }: Actor): boolean {
  return holds.some(({ role }) => role === 'operator');
}

/** Who works on the machine that holds the database, by the name that the system has for him. */
export function operatorNamed(name: string): Actor {
  return { name, holds: [{ role: 'operator', area: { kind: 'all' } }], scopes: null };
}
