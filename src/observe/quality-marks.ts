import { type Code, type Facts, type Issue, issue } from '../base/index.js';
import { entryWords, type QualitySet } from './quality-series.js';

/** Why a value is doubtful. */
export interface Doubtful {
  /** Position in the columns. */
  readonly at: number;
  readonly issue: Issue;
}

/** Doubts while the checks run. */
export interface QualityMarks {
  /** One byte per value. */
  readonly doubtful: Uint8Array;
  /** Every doubt with its reason, in the order in which it was found; a value may have several. */
  readonly reasons: Doubtful[];
}

export function qualityMarks(length: number): QualityMarks {
  return { doubtful: new Uint8Array(length), reasons: [] };
}

/**
 * Marks a value doubtful, with the reason and what was found.
 *
 * @param others values that the same reason makes doubtful; they share the issue
 */
export function doubt(
  set: QualitySet,
  at: number,
  code: Code,
  facts: Facts,
  marks: QualityMarks,
  others: readonly number[] = [],
): void {
  const found = issue(code, 'warning', entryWords(set.columns, at), facts);
  for (const one of [at, ...others]) {
    marks.doubtful[one] = 1;
    marks.reasons.push({ at: one, issue: found });
  }
}
