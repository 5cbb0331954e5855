import type { Issue, Text } from '../../base/index.js';
import type { PlanMeasure, Said, TransitionCase } from '../../catalog/index.js';
import type { MatchedCase, ModeLabel } from '../../plan/index.js';

/** A figure that a reason rests on. Missing is null. */
export interface MatchFigure {
  readonly what: Text;
  /** In the base unit of the indicator; jobs as counted. */
  readonly value: number | null;
  /** Addresses of what it was made of. */
  readonly ids: readonly string[];
}

/** In which way the city replaces what its resource employed. */
export interface CityMode {
  /** `null` where figures do not tell. */
  readonly label: ModeLabel | null;
  readonly name: Text | null;
  readonly reasons: readonly Text[];
  readonly figures: readonly MatchFigure[];
}

/** One indicator of two cities. */
export interface SimilarGap {
  readonly indicator: string;
  readonly label: Text;
  readonly own: number | null;
  readonly other: number | null;
  readonly ownId: string;
  readonly otherId: string;
  /** Other less own in standard deviations; null where one lacks it. */
  readonly gap: number | null;
}

/** A city like the one asked for. */
export interface SimilarCity {
  readonly city: string;
  readonly name: Text;
  readonly province: Text;
  readonly level: string;
  readonly type: string | null;
  readonly resources: readonly string[];
  readonly distance: number;
  /** Indicators that both have, and all that were asked for. */
  readonly shared: number;
  readonly of: number;
  readonly because: readonly Text[];
  readonly gaps: readonly SimilarGap[];
}

/** A case as it is shown: never without its conditions and cautions. */
export interface CaseShown {
  readonly case: string;
  readonly place: Text;
  readonly city: string | null;
  readonly resource: Text;
  readonly mode: Text;
  readonly trigger: Text | null;
  readonly instruments: TransitionCase['instruments'];
  readonly figures: readonly Said[];
  readonly outcome: {
    readonly class: TransitionCase['outcome']['class'];
    readonly name: Text;
    readonly text: Text | null;
  };
  /** It shrank or vanished. */
  readonly failure: boolean;
  readonly conditions: readonly Said[];
  readonly cautions: readonly Said[];
  readonly source: readonly { readonly id: string; readonly title: Text; readonly mark: string }[];
  readonly mark: string;
}

/** A case held against the city. */
export interface MatchingCase extends CaseShown, Pick<MatchedCase, 'shared' | 'asFailure'> {
  /** 0 to 1; null where nothing is shared. */
  readonly distance: number | null;
  readonly because: readonly Text[];
}

/** A measure that answers something found in the city. */
export interface MeasureShown
  extends Pick<
    PlanMeasure,
    'label' | 'does' | 'condition' | 'cost' | 'effects' | 'conflicts' | 'synergies' | 'mark'
  > {
  readonly measure: string;
  /** Names of the findings and red lights that it answers. */
  readonly answers: readonly Text[];
  /** Conditions of the ground on which it is for; nothing here says which of them the city has. */
  readonly ground: readonly Text[];
  readonly source: CaseShown['source'];
}

/** The answer of `match`. */
export interface MatchAnswer {
  readonly city: string;
  readonly name: Text;
  readonly period: string;
  readonly mode: CityMode;
  readonly similar: readonly SimilarCity[];
  /** What the library says of the city itself; null where it says nothing. */
  readonly own: CaseShown | null;
  readonly cases: readonly MatchingCase[];
  readonly measures: readonly MeasureShown[];
  readonly issues: readonly Issue[];
}
