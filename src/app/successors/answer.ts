import type { Issue, Text } from '../../base/index.js';
import type { Mark } from '../../catalog/index.js';
import type { GateState, SuccessorCriterion, SuccessorWeights } from '../../plan/index.js';
import type { SavedFile } from '../tables/save-sheets.js';

/** A condition of an activity in the place, as it was found. Figures are in the unit that `quantity` names; null is not known. */
export interface SuccessorGateRow {
  readonly gate: string;
  readonly label: Text;
  readonly quantity: Text;
  readonly sense: 'least' | 'most';
  readonly needs: number | null;
  readonly has: number | null;
  /** By how much it is missed; 0 where it is met. */
  readonly lacking: number | null;
  readonly state: GateState;
  /** For orientation, never for the judgement: `usualShare` of the places that have the activity are below this, at gates of a most above. */
  readonly usual: number | null;
  /** What was found, and of a gate that is not open what would have to be true. */
  readonly says: Text;
  readonly why: Text | null;
  readonly needsSource: Text;
  readonly hasSource: Text | null;
  /** How far what is needed may be trusted; null of a table that was brought. */
  readonly mark: Mark | null;
}

/** Figures by criterion; null is not known. */
export type CriterionFigures = Readonly<Record<SuccessorCriterion, number | null>>;

/** Where an activity stands when extractive ones are left out of the whole computation. */
export interface WithoutExtractive {
  /** null where the place has the activity then: what is left out lowers the shares of all others. */
  readonly rank: number | null;
  readonly score: number | null;
  readonly density: number | null;
  readonly pci: number | null;
  readonly gain: number | null;
}

/** An activity that the place might take up, in its order. */
export interface SuccessorRow {
  /** From 1: those with all gates open, then those of which something is not known, then those that are shut; among them by score. */
  readonly rank: number;
  readonly activity: string;
  readonly name: Text | null;
  /** −1 to 1. */
  readonly score: number | null;
  /** Parts of the score. */
  readonly parts: CriterionFigures;
  /** What the parts are made of. */
  readonly figures: CriterionFigures;
  /** Share of the weights whose figures are known, 0 to 1. */
  readonly known: number | null;
  readonly rca: number | null;
  readonly state: 'eligible' | 'conditional' | 'shut';
  readonly gates: readonly SuccessorGateRow[];
  /** May lose its value as the resource did; null where nobody knows. */
  readonly stranded: boolean | null;
  readonly strandedSays: Text;
  readonly controlled: boolean;
  readonly without: WithoutExtractive | null;
}

/** An activity that the place has, or that is no candidate. */
export interface OtherActivity {
  readonly activity: string;
  readonly name: Text | null;
  readonly rca: number | null;
}

/** The answer of `successors`. */
export interface SuccessorsAnswer {
  readonly place: string;
  readonly name: Text | null;
  /** Year of the census; null of a table that was brought. */
  readonly period: string | null;
  readonly periods: readonly string[];
  /** Complexity of what the place has, on the scale of the places of the table; null without anything. */
  readonly eci: number | null;
  readonly diversity: number;
  /** Whether the place is one of the table; else it was held against it. */
  readonly inTable: boolean;
  readonly weights: SuccessorWeights;
  /** Of the catalog, 0 to 1. */
  readonly usualShare: number;
  /** Carbon per unit above which an activity may strand; null where nobody knows. */
  readonly carbonMiddle: number | null;
  readonly rows: readonly SuccessorRow[];
  /** Activities left out in the second computation. */
  readonly activitiesOut: readonly string[];
  readonly present: readonly OtherActivity[];
  /** No candidates by the rules of the catalog. */
  readonly leftOut: readonly OtherActivity[];
  /** Without a figure in the place. */
  readonly unknown: readonly OtherActivity[];
  readonly note: Text | null;
  readonly issues: readonly Issue[];
  readonly files: readonly SavedFile[];
}
