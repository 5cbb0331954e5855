import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EvidenceId, IsoDate } from './ids.js';
import type { Text } from './text.js';

/** Why a number may be believed: read from a source, computed from other numbers, or judged by a person. */
export type Evidence =
  | {
      readonly kind: 'source';
      readonly source: string;
      /** Page, table, row and column. */
      readonly locator: string;
      readonly sha256: string;
      readonly licence: string;
    }
  | {
      readonly kind: 'computation';
      readonly method: string;
      readonly version: string;
      /** Content hash of the catalog that defined it. */
      readonly catalog: string;
      readonly inputs: readonly EvidenceId[];
    }
  | {
      readonly kind: 'judgement';
      readonly by: string;
      readonly on: IsoDate;
      readonly reason: Text;
      readonly replaces: readonly EvidenceId[];
    };

/** The id of an evidence: SHA-256 of its content with sorted keys, so equal evidence has equal ids. */
export function evidenceId(evidence: Evidence): EvidenceId {
  return sha256Text(sortedJson(evidence)) as EvidenceId;
}

/** SHA-256 of UTF-8 text, lower-case hexadecimal. */
export function sha256Text(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** JSON with object keys in code-unit order: equal values give equal text. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
