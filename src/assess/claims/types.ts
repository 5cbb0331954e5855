import type { CityId, IndicatorId, Period, Text, Unit } from '../../base/index.js';
import type { Catalog, Claim, Mark, PublishedFigure } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { Register } from '../../register/index.js';

/** What a claim came to. */
export const claimVerdicts = ['holds', 'holds only if', 'does not hold', 'cannot be checked'] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** What claims are recomputed from. */
export interface ClaimWorld {
  readonly catalog: Catalog;
  readonly register: Register;
  /** The listed units and the country, with computed indicators. */
  readonly listed: Panel;
  /** All units of a level, for claims that reach beyond the list; null where nobody asked for them. */
  readonly byLevel: ReadonlyMap<string, Panel>;
}

/** A number that went into a recomputation. */
export interface ClaimInput {
  /** Address that `explain` opens; null for numbers from outside the pack. */
  readonly address: string | null;
  readonly label: Text;
  readonly city: CityId | null;
  readonly indicator: IndicatorId | null;
  readonly period: Period | null;
  /** Base unit; `NaN` is missing. */
  readonly value: number;
  readonly unit: Unit;
  /** Of a unit that was counted or not; null where nothing was counted. */
  readonly counted: boolean | null;
  /** Whether the value is doubted or was filled in. */
  readonly doubtful: boolean;
  /** Of a number from outside the pack: what it rests on. */
  readonly reference: string | null;
  readonly mark: Mark | null;
}

/** Why something could not be recomputed, and which import would allow it. */
export interface ClaimGap {
  readonly reason: Text;
  readonly needs: Text;
}

/** A recomputed number; `NaN` is missing, a text is the id of a class. In base units. */
export interface Recomputed {
  readonly value: number | string;
  readonly inputs: readonly ClaimInput[];
  /** Units that were counted, in register order. */
  readonly members: readonly CityId[];
  readonly gaps: readonly ClaimGap[];
}

/** A published figure beside ours, both in the unit of the published one. */
export interface ClaimFigure {
  readonly id: string;
  readonly published: PublishedFigure;
  readonly recomputed: number | string | null;
  /** Null where ours is missing. */
  readonly agrees: boolean | null;
  /** The code path: name of the outermost operation. */
  readonly operation: string;
  readonly inputs: readonly ClaimInput[];
  readonly members: readonly CityId[];
  readonly gaps: readonly ClaimGap[];
}

/** All figures under one reading. */
export interface ClaimReadingResult {
  readonly id: string;
  readonly if: Text | null;
  readonly outcome: 'agrees' | 'differs' | 'open';
  readonly figures: readonly ClaimFigure[];
}

/** A number beside the claim, in its own unit; it decides nothing. */
export interface ClaimBeside {
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly value: number | string | null;
  readonly operation: string;
  readonly inputs: readonly ClaimInput[];
  readonly members: readonly CityId[];
  readonly gaps: readonly ClaimGap[];
}

/** A claim with everything recomputed. */
export interface ClaimResult {
  readonly claim: Claim;
  readonly verdict: ClaimVerdict;
  /** Of `holds only if`: the reading under which it holds. */
  readonly condition: Text | null;
  readonly readings: readonly ClaimReadingResult[];
  readonly beside: readonly ClaimBeside[];
}
