/** Years of support by the formula: first term, extension, and shares of the last amount while it ends. */
export interface TransferTerms {
  readonly first: number;
  readonly extension: number;
  /** 0.75, 0.5, 0.25 in the method of 2012. */
  readonly phaseOut: readonly number[];
}

/** What is known of a unit's support. */
export interface SupportHistory {
  /** First year of support. */
  readonly start: number;
  /** Year in which its transition was judged successful; null: never. */
  readonly successful: number | null;
}

/** Where a unit stands in its support. */
export type SupportStage =
  | { readonly stage: 'before' | 'first-term' | 'extension' | 'ended' }
  /** Both terms are over without a success: the method says nothing of what follows. */
  | { readonly stage: 'terms-over' }
  /** `year` counts from 1; `share` is that of the last amount. */
  | { readonly stage: 'phase-out'; readonly year: number; readonly share: number };

/**
 * The stage of a unit's support in a year: a first term, one extension where it was not judged successful, and after a
 * success the phase-out, a year for each share, then the end. Source: method of 2012, Art. 3 (V).
 */
export function supportStage(history: SupportHistory, year: number, terms: TransferTerms): SupportStage {
  const { start, successful } = history;
  if (year < start) return { stage: 'before' };
  if (successful !== null && year > successful) {
    const at = year - successful;
    const share = terms.phaseOut[at - 1];
    return share === undefined ? { stage: 'ended' } : { stage: 'phase-out', year: at, share };
  }
  if (year < start + terms.first) return { stage: 'first-term' };
  return { stage: year < start + terms.first + terms.extension ? 'extension' : 'terms-over' };
}

/**
 * The amount of a phase-out year, in whole fen and never below the schedule: fractions of a fen are rounded up.
 *
 * @param base last amount before the phase-out, fen
 */
export function phaseOutFen(base: number, share: number): number {
  // A product such as 0.1 · 30 is a hair above 3; fifteen digits tell the schedule from the noise.
  return Math.ceil(Number((base * share).toPrecision(15)));
}
