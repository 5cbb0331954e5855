import * as openid from 'openid-client';
import type { Claims } from './claims.js';
import { faultOfProvider } from './faults.js';
import { type OpenIdSettings, returnPath } from './settings.js';

/** What is kept of a sign-in between leaving and coming back. */
export interface Leave {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The identity provider as the use cases ask it. All faults are AfterlodeError PROVIDER_FAULT or PROVIDER_REFUSED. */
export interface Provider {
  /** Address to which the browser goes to sign in. */
  leave(kept: Leave): Promise<string>;
  /**
   * Trades what the browser brought back for what the provider says of the person.
   *
   * @param query of the return, without `?`
   * @param wanted claims without which the provider is asked for more than its token says
   */
  come(query: string, kept: Leave, wanted: readonly string[]): Promise<Claims & { readonly sub: string }>;
  /** Address at which the provider ends its own session; null where it offers none. */
  end(): Promise<string | null>;
}

export interface ProviderTimes {
  /** Seconds that what the provider offers is believed, and that it may take to answer. */
  readonly discovery: number;
  readonly patience: number;
}

/** Who an answer is for: secrets for this program alone. */
export function randomLeave(): Leave {
  return {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  };
}

/** The provider at the issuer's address. Nothing is asked before the first sign-in. */
export function providerAt(settings: OpenIdSettings, times: ProviderTimes): Provider {
  const { site, scope } = settings;
  const config = discovered(settings, times);
  const asked = async <T>(work: (known: openid.Configuration) => Promise<T>): Promise<T> => {
    try {
      return await work(await config());
    } catch (cause) {
      throw faultOfProvider(settings.label, cause);
    }
  };
  return {
    leave: ({ state, nonce, verifier }) =>
      asked(async (known) => {
        const challenge = await openid.calculatePKCECodeChallenge(verifier);
        const url = openid.buildAuthorizationUrl(known, {
          redirect_uri: `${site}${returnPath}`,
          scope,
          state,
          nonce,
          code_challenge: challenge,
          code_challenge_method: 'S256',
        });
        return url.href;
      }),
    come: (query, { state, nonce, verifier }, wanted) =>
      asked(async (known) => {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const url = new URL(`${site}${returnPath}?${query}`);
        const tokens = await openid.authorizationCodeGrant(known, url, checks);
        const said = tokens.claims();
        if (said === undefined) throw new TypeError('no token of identity');
        const lacking = wanted.some((name) => said[name] === undefined);
        if (!lacking || known.serverMetadata().userinfo_endpoint === undefined) return said;
        // What the signed token says stands before what is asked for afterwards.
        return { ...(await openid.fetchUserInfo(known, tokens.access_token, said.sub)), ...said };
      }),
    end: () =>
      asked(async (known) => {
        if (known.serverMetadata().end_session_endpoint === undefined) return null;
        const back = { post_logout_redirect_uri: `${site}/sign-in` };
        return openid.buildEndSessionUrl(known, back).href;
      }),
  };
}

/** What the provider offers, asked for once in a while; a failure is not kept. */
function discovered(
  { issuer, client, secret }: OpenIdSettings,
  { discovery, patience }: ProviderTimes,
): () => Promise<openid.Configuration> {
  let known: { readonly until: number; readonly config: Promise<openid.Configuration> } | null = null;
  return () => {
    if (known !== null && performance.now() < known.until) return known.config;
    const config = openid.discovery(
      new URL(issuer),
      client,
      {},
      secret === null ? openid.None() : openid.ClientSecretBasic(secret),
      {
        timeout: patience,
        // The signature is checked too, not only the connection that brought the token.
        execute: [
          openid.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []),
        ],
      },
    );
    const mine = { until: performance.now() + discovery * 1000, config };
    known = mine;
    config.catch(() => {
      if (known === mine) known = null;
    });
    return config;
  };
}
