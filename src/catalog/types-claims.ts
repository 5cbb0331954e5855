import type { CityId, IndicatorId, Period, ReferenceId, Text, Unit } from '../base/index.js';
import type { Condition, Located, Mark } from './types.js';

/** Which units of the register a recomputation takes; empty lists and null do not narrow. */
export interface UnitChoice {
  /** Null: listed and others. */
  readonly listed: boolean | null;
  readonly levels: readonly string[];
  readonly types: readonly string[];
  /** Batches of exhausted cities. */
  readonly batches: readonly number[];
  /** Kinds of resource under which exhausted cities were announced. */
  readonly kinds: readonly string[];
  readonly resources: readonly string[];
  readonly cities: readonly CityId[];
  /** Leaves out units that lie in another chosen unit, so that nobody is counted twice. */
  readonly outermost: boolean;
}

/** What of a column is taken, over which units. */
interface OverUnits {
  readonly period: Period;
  readonly units: UnitChoice;
  /** Least share of the chosen units that must have a value; below it the result is missing. */
  readonly coverage: number;
}

/** How a published figure is recomputed: a closed list of operations. A text is the name of a constant or published figure. */
export type Recomputation =
  | string
  | { readonly op: 'sum' | 'product'; readonly of: readonly Recomputation[] }
  /** first ÷ second; first − second; second ÷ first − 1. */
  | { readonly op: 'ratio' | 'difference' | 'change'; readonly of: readonly [Recomputation, Recomputation] }
  /** (second ÷ first)^(1 / years) − 1. */
  | {
      readonly op: 'growth_per_year';
      readonly of: readonly [Recomputation, Recomputation];
      readonly years: number;
    }
  /** Units; with a condition, those that meet it in the period. */
  | (OverUnits & { readonly op: 'count'; readonly when: Condition | null })
  /** Sum of an additive indicator. */
  | (OverUnits & { readonly op: 'total'; readonly indicator: IndicatorId })
  /** Sum over sum of what a ratio is made of. */
  | (OverUnits & { readonly op: 'pooled'; readonly indicator: IndicatorId })
  /** Mean of an indicator, weighted by another. */
  | (OverUnits & {
      readonly op: 'mean';
      readonly indicator: IndicatorId;
      readonly weight: IndicatorId | null;
    })
  | {
      readonly op: 'value';
      readonly city: CityId;
      readonly indicator: IndicatorId;
      readonly period: Period;
    }
  /** What the register says of a unit; the year says when its batch was announced. */
  | { readonly op: 'register'; readonly city: CityId; readonly field: 'type' | 'level' | 'batch_year' }
  /** 1 where both units measure the same kind of quantity, else 0. */
  | { readonly op: 'same_base'; readonly of: readonly [Unit, Unit] }
  | { readonly op: 'cannot'; readonly reason: Text; readonly needs: Text };

/** A number that a claim's recomputation takes from outside the pack. */
export interface ClaimConstant {
  readonly label: Text;
  readonly value: number;
  readonly unit: Unit;
  readonly reference: ReferenceId;
  readonly mark: Mark;
}

/** A figure as published; it agrees with ours where the difference is at most the tolerance, in its own unit. */
export interface PublishedFigure {
  readonly label: Text;
  /** A text is the id of a class: an official type or level. */
  readonly value: number | string;
  readonly unit: Unit;
  readonly is: 'eq' | 'ge' | 'gt' | 'le' | 'lt';
  readonly tolerance: number;
}

/** One way to read a claim. The first has no condition; a claim that only another meets holds only under its condition. */
export interface ClaimReading {
  readonly id: string;
  readonly if: Text | null;
  /** By published figure. */
  readonly figures: ReadonlyMap<string, Recomputation>;
}

/** A number that stands beside a claim and does not decide it. */
export interface BesideFigure {
  readonly label: Text;
  readonly unit: Unit;
  readonly by: Recomputation;
}

/** A published statement that can be recomputed, or of which can be said what is missing. */
export interface Claim extends Located {
  readonly id: string;
  readonly theme: string;
  readonly claim: Text;
  readonly source: { readonly reference: ReferenceId; readonly where: string; readonly mark: Mark };
  readonly constants: ReadonlyMap<string, ClaimConstant>;
  readonly published: ReadonlyMap<string, PublishedFigure>;
  readonly readings: readonly ClaimReading[];
  readonly beside: ReadonlyMap<string, BesideFigure>;
  /** Why it comes out as it does; `{reading.figure}`, `{beside}` and `{beside.names}` are filled in. */
  readonly reason: Text;
  /** Claims to be read with it. */
  /** Ids of the cities it speaks of; empty for claims about groups. */
  readonly about: readonly string[];
  readonly see: readonly string[];
}
