import type {
  AccessToken,
  AuditEntry,
  AuditEvent,
  AuditHead,
  AuditVerdict,
  Binding,
  Session,
  WaitRule,
} from '../access/index.js';

/** Who changes something, when and why; goes into the audit log with the change. */
export interface Signed {
  /** Account, or the operator's name. */
  readonly by: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly why: string;
}

/** What was changed; who, when and why come from the call. */
export type AuditChange = Pick<AuditEntry, 'action' | 'target' | 'old' | 'new'>;

export interface AccountRecord {
  readonly name: string;
  /** The person's name. */
  readonly label: string;
  readonly state: AccountState;
  /** Instant, ISO 8601. */
  readonly made: string;
  /** By role and area. */
  readonly holds: readonly Binding[];
}

/** `erased`: its personal data are gone for good; only the name stays, for the log. */
export type AccountState = 'active' | 'locked' | 'erased';

export interface NewAccount {
  readonly name: string;
  readonly label: string;
  /** As `formatPassword` writes it; empty: no sign-in by password. */
  readonly password: string;
  readonly holds: readonly Binding[];
}

/** Something that failed sign-ins have in common, and when it makes wait. */
export interface AttemptKey {
  readonly key: string;
  readonly rule: WaitRule;
}

/** A sign-in whose password was right. */
export interface SignedIn {
  readonly session: Session;
  /** The kept password that was compared: another one by now refuses the sign-in. */
  readonly compared: string;
  /** The password hashed anew with more work; null: stays. */
  readonly upgraded: string | null;
  /** Hash of the session that the browser had before; it ends. */
  readonly previous: string | null;
  /** Sessions of anybody that began before this instant are over and removed. */
  readonly overBefore: string;
  readonly forgiven: Forgiven;
}

/** Keys of failures after a password that was right: those that are forgotten, and those that lose only the attempt counted for it. */
export interface Forgiven {
  readonly cleared: readonly string[];
  readonly lessOne: readonly string[];
}

/**
 * Accounts and what belongs to them. Every change is written together with its line in the audit log, or not at all. Secrets come in as
 * hashes and stand in no line of the log.
 */
export interface AccountStore {
  /** All accounts by name. */
  list(): Promise<readonly AccountRecord[]>;
  /** One account and its kept password; null where there is none. */
  find(name: string): Promise<{ readonly account: AccountRecord; readonly password: string } | null>;
  /** @throws AfterlodeError ACCESS_ACCOUNT_TAKEN */
  add(account: NewAccount, signed: Signed): Promise<void>;
  /** False where the account holds it already. @throws AfterlodeError ACCESS_ACCOUNT_UNKNOWN */
  bind(name: string, binding: Binding, signed: Signed): Promise<boolean>;
  /** False where the account does not hold it. @throws AfterlodeError ACCESS_ACCOUNT_UNKNOWN */
  unbind(name: string, binding: Binding, signed: Signed): Promise<boolean>;
  /** A new password; all sessions of the account end. @throws AfterlodeError ACCESS_ACCOUNT_UNKNOWN */
  setPassword(name: string, password: string, signed: Signed): Promise<void>;
  /**
   * Locks, which ends all sessions, or unlocks, which forgets its failures. False where it is so already.
   *
   * @throws AfterlodeError ACCESS_ACCOUNT_UNKNOWN, ACCESS_ERASED
   */
  setState(name: string, state: 'active' | 'locked', signed: Signed): Promise<boolean>;
  /**
   * Takes all personal data of an account out of the store: the person's name, password, roles, sessions, tokens, identities and
   * failures. The row stays under its name, as the log names it.
   *
   * @throws AfterlodeError ACCESS_ACCOUNT_UNKNOWN, ACCESS_ERASED where it was done already
   */
  erase(name: string, signed: Signed): Promise<void>;

  /** Tokens of an account, the newest first, ended and revoked ones too. */
  tokens(account: string): Promise<readonly AccessToken[]>;
  addToken(token: AccessToken, signed: Signed): Promise<void>;
  /** False where the account has no such token or it is revoked already. */
  revokeToken(account: string, id: string, signed: Signed): Promise<boolean>;
  tokenByHash(hash: string): Promise<AccessToken | null>;
  noteTokenUse(hash: string, at: string): Promise<void>;

  sessionByHash(hash: string): Promise<Session | null>;
  /** Sessions of an account, the last used first, those that are over too until somebody signs in. */
  sessions(account: string): Promise<readonly Session[]>;
  noteSessionUse(hash: string, at: string): Promise<void>;
  /** Ends one session, or all of the account. Returns how many there were. */
  endSessions(account: string, hash: string | null, signed: Signed): Promise<number>;

  /**
   * Counts an attempt as failed before its password is compared, so that many at once do not all pass before the first failure is noted.
   *
   * @returns instant until which sign-in waits, and nothing counted; null: go on
   */
  beginAttempt(keys: readonly AttemptKey[], at: string): Promise<string | null>;
  /** Tells the audit log where this failure made a wait begin; `by` is the name that was tried. */
  failAttempt(keys: readonly AttemptKey[], signed: Signed): Promise<void>;
  /** After a password that was right, where no session is opened. */
  forgiveAttempt(forgiven: Forgiven): Promise<void>;
  /** Opens the session. False where the account was locked or its password changed in between; nothing is opened then. */
  completeSignIn(done: SignedIn, signed: Signed): Promise<boolean>;
}

/** Somebody whom an identity provider knows, bound to an account. */
export interface Identity {
  /** Twelve random digits, so that the log can name it without naming the person. */
  readonly id: string;
  readonly issuer: string;
  /** The provider's own name for the person, which it gives to nobody else. */
  readonly subject: string;
  readonly account: string;
  /** Whether the account was made for it by groups; its roles follow them at each sign-in. */
  readonly byGroups: boolean;
  /** Instants, ISO 8601; `used` is empty where nobody has signed in by it. */
  readonly made: string;
  readonly used: string;
}

/** A sign-in that is under way at an identity provider. */
export interface ProviderVisit {
  /** SHA-256 of the secret that the browser has, hexadecimal. */
  readonly hash: string;
  readonly state: string;
  readonly nonce: string;
  /** What the challenge (PKCE) was made from. */
  readonly verifier: string;
  /** Path of this site that is opened afterwards. */
  readonly back: string;
  /** Instant, ISO 8601. */
  readonly began: string;
}

/** A sign-in that an identity provider vouches for. */
export interface Vouched {
  /** Id of the identity. */
  readonly identity: string;
  readonly session: Session;
  /** As in `SignedIn`. */
  readonly previous: string | null;
  readonly overBefore: string;
}

/** Whom identity providers sign in. Changes are logged as in `AccountStore`; lines name an identity by its id, never by its subject. */
export interface IdentityStore {
  /** All, or those of an account, by account and day. */
  list(account?: string): Promise<readonly Identity[]>;
  find(issuer: string, subject: string): Promise<Identity | null>;
  /**
   * Binds, and adds the account first where one is given.
   *
   * @throws AfterlodeError ACCESS_IDENTITY_TAKEN, ACCESS_ACCOUNT_TAKEN, ACCESS_ACCOUNT_UNKNOWN, ACCESS_ERASED
   */
  add(identity: Identity, account: NewAccount | null, signed: Signed): Promise<void>;
  /** Sessions of the account end. False where the account has no such identity. */
  remove(account: string, id: string, signed: Signed): Promise<boolean>;
  /** Gives and takes roles until the account holds exactly these. */
  setHolds(account: string, holds: readonly Binding[], signed: Signed): Promise<void>;
  /** Opens the session. False where the account was locked or the identity removed in between. */
  openSession(vouched: Vouched, signed: Signed): Promise<boolean>;
  /** Keeps a visit and forgets those that began before an instant, and the oldest beyond `most`. */
  beginVisit(visit: ProviderVisit, over: { readonly before: string; readonly most: number }): Promise<void>;
  /** Takes a visit out, so that nobody comes back from it twice; null where there is none. */
  endVisit(hash: string): Promise<ProviderVisit | null>;
}

/** Which lines of the audit log are wanted. */
export interface AuditFilter {
  /** Only of this one, such as `account/li`. */
  readonly target?: string;
  /** Only lines with a smaller number than this: those that follow a list whose last line has it. */
  readonly before?: number;
  readonly most: number;
}

/** The audit log: lines are only added, each with the hash of the one before. */
export interface AuditStore {
  /** The newest lines of those wanted, the newest first. */
  list(filter: AuditFilter): Promise<readonly AuditEvent[]>;
  head(): Promise<AuditHead | null>;
  /** Adds a line about what does not stand in the store: files of the workspace, a backup. */
  add(change: AuditChange, signed: Signed): Promise<void>;
  /** Reads the whole log in one snapshot and holds it against itself and a published head. */
  verify(anchor: AuditHead | null): Promise<AuditVerdict>;
}
