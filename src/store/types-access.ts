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

export type AccountState = 'active' | 'locked';

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
  /** Locks, which ends all sessions, or unlocks, which forgets its failures. False where it is so already. */
  setState(name: string, state: AccountState, signed: Signed): Promise<boolean>;

  /** Tokens of an account, the newest first, ended and revoked ones too. */
  tokens(account: string): Promise<readonly AccessToken[]>;
  addToken(token: AccessToken, signed: Signed): Promise<void>;
  /** False where the account has no such token or it is revoked already. */
  revokeToken(account: string, id: string, signed: Signed): Promise<boolean>;
  tokenByHash(hash: string): Promise<AccessToken | null>;
  noteTokenUse(hash: string, at: string): Promise<void>;

  sessionByHash(hash: string): Promise<Session | null>;
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

/** The audit log: lines are only added, each with the hash of the one before. */
export interface AuditStore {
  /** The newest lines, the newest first, all or of one target. */
  list(filter: { readonly target?: string; readonly most: number }): Promise<readonly AuditEvent[]>;
  head(): Promise<AuditHead | null>;
  /** Adds a line about what does not stand in the store: files of the workspace, a backup. */
  add(change: AuditChange, signed: Signed): Promise<void>;
  /** Reads the whole log in one snapshot and holds it against itself and a published head. */
  verify(anchor: AuditHead | null): Promise<AuditVerdict>;
}
