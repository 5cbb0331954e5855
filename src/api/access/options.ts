import { type Rates, usualRates } from './rates.js';

/** Who is let in. */
export type AccessOptions =
  | {
      /** Whoever asks is the operator: for a server that only this machine reaches. */
      readonly mode: 'open';
    }
  | {
      /** By account, session and token. */
      readonly mode: 'accounts';
      /** Whether readers who have not signed in are let in. */
      readonly anonymous: boolean;
      /** Whether pages are always reached by https, whatever a request seems to have come by. */
      readonly https: boolean;
      readonly rates: Rates;
    };

export const openAccess: AccessOptions = { mode: 'open' };

/** Accounts as usual. */
export const accountsAccess = {
  mode: 'accounts',
  anonymous: true,
  https: false,
  rates: usualRates,
} as const satisfies AccessOptions;
