import type { ClaimGap, ClaimVerdict } from '../assess/index.js';
import type { Text } from '../base/index.js';

/** One figure of a claim under one reading; numbers are in its unit, a text is the id of a class, missing is null. */
export interface ClaimFigureAnswer {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly published: number | string;
  readonly is: 'eq' | 'ge' | 'gt' | 'le' | 'lt';
  readonly tolerance: number;
  readonly recomputed: number | string | null;
  readonly agrees: boolean | null;
  /** The code path: the outermost operation, and the page that describes it. */
  readonly operation: string;
  readonly method: string;
}

export interface ClaimReadingAnswer {
  readonly id: string;
  /** Null for the first reading. */
  readonly if: Text | null;
  readonly outcome: 'agrees' | 'differs' | 'open';
  readonly figures: readonly ClaimFigureAnswer[];
}

/** `GET /api/claims`: the command's answer. */
export interface ClaimAnswer {
  readonly id: string;
  readonly theme: string;
  readonly claim: Text;
  readonly source: {
    readonly reference: string;
    readonly title: Text;
    readonly number: string | null;
    /** Where in the source. */
    readonly where: string;
    readonly mark: string;
  };
  /** By figure, in the figure's unit. */
  readonly published: Readonly<Record<string, number | string>>;
  /** By figure, under the first reading. */
  readonly recomputed: Readonly<Record<string, number | string | null>>;
  readonly verdict: ClaimVerdict;
  /** Of `holds only if`. */
  readonly condition: Text | null;
  readonly reason: Text;
  readonly readings: readonly ClaimReadingAnswer[];
  /** Claims to be read with it. */
  readonly see: readonly string[];
  readonly file: string;
}
export type ClaimsAnswer = readonly ClaimAnswer[];

/** What a number was recomputed from. */
export interface ClaimNumberAnswer {
  readonly inputs: readonly {
    /** Address that `explain` opens; null for a number from outside the pack. */
    readonly address: string | null;
    readonly label: Text;
    readonly city: string | null;
    readonly name: Text | null;
    readonly indicator: string | null;
    readonly period: string | null;
    /** In the base unit `unit`. */
    readonly value: number | null;
    readonly unit: string;
    /** Whether its unit was counted; null where nothing was counted or it could not be decided. */
    readonly counted: boolean | null;
    readonly doubtful: boolean;
    readonly reference: string | null;
    readonly mark: string | null;
  }[];
  /** Units that were counted. */
  readonly members: readonly { readonly id: string; readonly name: Text }[];
  readonly gaps: readonly ClaimGap[];
}

/** `GET /api/claims/:id`: one claim in full. */
export interface ClaimDetails extends Omit<ClaimAnswer, 'readings'> {
  readonly readings: readonly (Omit<ClaimReadingAnswer, 'figures'> & {
    readonly figures: readonly (ClaimFigureAnswer & ClaimNumberAnswer)[];
  })[];
  /** Numbers that stand beside the claim and decide nothing. */
  readonly beside: readonly (Pick<
    ClaimFigureAnswer,
    'id' | 'label' | 'unit' | 'recomputed' | 'operation' | 'method'
  > &
    ClaimNumberAnswer)[];
}
