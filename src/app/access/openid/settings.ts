/** How this service signs in by an identity provider, as the operator set it. */
export interface OpenIdSettings {
  /** Address of the provider, as its tokens name it. */
  readonly issuer: string;
  /** Name of this service at the provider. */
  readonly client: string;
  /** Null: a public client, which has none; the proof of PKCE stands alone then. */
  readonly secret: string | null;
  /** Address of this service as browsers see it, without a path. */
  readonly site: string;
  /** What the button says. */
  readonly label: string;
  /** What is asked for, such as `openid profile`. */
  readonly scope: string;
  /** Claim that equals the name of the account for an identity that nobody bound; null: only bound identities sign in. */
  readonly match: string | null;
  /** File that says which group gives which role where; null: groups give nothing. */
  readonly roles: string | null;
}

/** Path to which the provider sends browsers back. */
export const returnPath = '/api/session/openid/back';
