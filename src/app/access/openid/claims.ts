/** What the provider says of a person: the token of the sign-in, and what it adds when asked for the person. */
export type Claims = Readonly<Record<string, unknown>>;

/** A claim that is a text; null where it is missing, empty or something else. */
export function textClaim(claims: Claims, name: string): string | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A claim that lists texts; some providers give a single one without a list. */
export function listClaim(claims: Claims, name: string): readonly string[] {
  const value: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string');
}

/** Claim by which an account is found; an address of mail counts only where the provider has checked it. */
export function matchClaim(claims: Claims, name: string): string | null {
  if (name === 'email' && claims.email_verified !== true) return null;
  return textClaim(claims, name);
}
