import type { CityId } from '../base/index.js';

/** Roles that an account may hold, each in an area. */
export const roles = [
  'reader',
  'city_reporter',
  'provincial_reviewer',
  'national_evaluator',
  'catalog_editor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * Where a role holds or an action takes effect. A city is exactly that unit: a county-level city inside a prefecture reports for
 * itself, so the prefecture does not contain it. A province contains the units whose chain of parents reaches it.
 */
export type Area =
  | { readonly kind: 'all' }
  | { readonly kind: 'province'; readonly id: CityId }
  | { readonly kind: 'city'; readonly id: CityId };

/** A role in an area. */
export interface Binding {
  readonly role: Role;
  readonly area: Area;
}

/**
 * Who asks. The operator sits at the machine that holds the database, where no sign-in could keep him out; he is no role and can be
 * given to no account.
 */
export interface Actor {
  /** Name of the account; of an operator the user of the system. */
  readonly name: string;
  readonly holds: readonly (
    | Binding
    | { readonly role: 'operator'; readonly area: { readonly kind: 'all' } }
  )[];
  /** Actions that a token is limited to; null: no limit beyond the roles. */
  readonly scopes: readonly string[] | null;
}

/** What the register says of the places that areas name. */
export interface Places {
  /** Province of a unit below the provinces; null for any other id, known or not. */
  provinceOf(unit: CityId): CityId | null;
  isProvince(unit: CityId): boolean;
  /** Whether it is a unit below the provinces; a country may have none of these, and its units are units all the same. */
  isUnit(unit: CityId): boolean;
}
