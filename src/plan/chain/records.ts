/** What a record of a chain names: nine in one, after the experts' set of Xiangtan (domain notes, complexity, mark S). */
export const chainRoles = [
  'chain_head',
  'alliance_head',
  'lead_firm',
  'bank',
  'university',
  'platform',
  'park',
  'office',
  'policy',
] as const;
export type ChainRole = (typeof chainRoles)[number];

/** Who or what stands for a role. Texts are empty where nobody has said them. */
export interface ChainRecord {
  readonly role: ChainRole;
  readonly name: string;
  /** Node it belongs to; null for the whole chain. */
  readonly node: string | null;
  readonly contact: string;
  readonly source: string;
  readonly since: string;
}

/** Roles that no record names, in their order. */
export function missingRoles(records: readonly ChainRecord[]): readonly ChainRole[] {
  const named = new Set(records.map(({ role }) => role));
  return chainRoles.filter((role) => !named.has(role));
}
