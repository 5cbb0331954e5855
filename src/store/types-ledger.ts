import type { LedgerEvent, LedgerFileType } from '../assess/index.js';
import type { AuditChange, Signed } from './types-access.js';

/** Bytes of a photo or document of the ledger. */
export interface LedgerFile {
  /** Of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType: LedgerFileType;
  readonly content: Uint8Array;
}

/** What comes with events that are added. */
export interface LedgerAddition {
  /** Whom the audit log names; default who an event says recorded it. */
  readonly signed?: Signed;
  /** One line for all events, in place of one for each. */
  readonly line?: (added: readonly LedgerEvent[]) => AuditChange;
  /** Bytes that the events speak of; those that are there already are left as they are. */
  readonly files?: readonly LedgerFile[];
}
