/**
 * What the rules of this room rest on. They stand here and not in the catalog: a call may lay overlays over the catalog, and a
 * catalog editor must not be able to loosen the rules of sign-in. Marks as in the catalog: M from memory, D our own.
 */
export const accessSettings = {
  password: {
    /** Code points. NIST SP 800-63B-4, 3.1.1.2, for a password that is the only factor. M */
    least: 15,
    /** Code points; above the 64 that the same text asks a service to allow, and low enough that hashing has a bound. D */
    most: 256,
  },
  /** OWASP Password Storage Cheat Sheet, one of its equal choices: 32 MiB for each of the few hashes at work. M */
  scrypt: { cost: 32_768, blockSize: 8, parallelization: 3 },
  session: {
    /** Seconds without a request. NIST SP 800-63B-3, 4.2.3. M */
    idle: 30 * 60,
    /** Seconds since sign-in. NIST SP 800-63B-3, 4.2.3. M */
    whole: 12 * 3600,
    /** Seconds between two notes of the last use, so that not every read becomes a write. D */
    noted: 60,
  },
  token: {
    /** Days; longest and usual life. D */
    longest: 366,
    usual: 90,
  },
  provider: {
    /** Seconds in which a reader comes back from the identity provider. D */
    visit: 600,
    /** Sign-ins under way at the same time; beyond them the oldest are forgotten. D */
    visits: 5000,
    /** Seconds after which the provider is asked anew what it offers. D */
    discovery: 3600,
    /** Seconds that it may take to answer. D */
    patience: 10,
  },
  /**
   * Failures after which sign-in has to wait, by what they have in common; seconds. Waits double. A name together with the address it
   * is tried from waits early and briefly; a name alone late, so that a stranger cannot keep its owner out at will.
   */
  lockOut: {
    /** D */
    pair: { failures: 5, firstWait: 60, longestWait: 3600, forget: 86_400 },
    /** NIST SP 800-63B-4, 3.2.2: at most 100 failures in a row for an account. M; waits D */
    account: { failures: 100, firstWait: 3600, longestWait: 86_400, forget: 30 * 86_400 },
    /** Offices share an address. D */
    address: { failures: 50, firstWait: 300, longestWait: 3600, forget: 86_400 },
  },
} as const;

/** Settings in the form that tests may vary. */
export type AccessSettings = Widened<typeof accessSettings>;

type Widened<T> = { readonly [Key in keyof T]: T[Key] extends number ? number : Widened<T[Key]> };
