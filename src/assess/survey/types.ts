import type { CityId, IndicatorId, Interval, Period, Text } from '../../base/index.js';
import type { Light } from '../types.js';

/** The answers to one question in one city and period. */
export interface SurveyAnswer {
  readonly city: CityId;
  readonly period: Period;
  /** Id of a question of the catalog, or the words of the table where it has none. */
  readonly item: string;
  /** The indicator the table itself names; null: those of the catalog's question. */
  readonly indicator: IndicatorId | null;
  /** Persons asked. */
  readonly asked: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
  readonly source: string;
  readonly note: string;
}

/** What is asked of a survey before it lights anything. */
export interface SurveyThresholds {
  /** Share above which a majority is meant. */
  readonly majority: number;
  /** Confidence of the margin of error, 0 to 1. */
  readonly confidence: number;
}

/** What the people asked say of one question. */
export interface PeopleJudgement {
  readonly light: Light;
  /** Share of all who were asked, with its margin of error; NaN where nobody was. */
  readonly satisfied: Interval;
  readonly dissatisfied: Interval;
  /** Share of the dissatisfied among those who took a side. */
  readonly discontent: Interval;
}

/** A question as it was answered and judged. */
export interface JudgedAnswer {
  readonly answer: SurveyAnswer;
  readonly label: Text;
  readonly judgement: PeopleJudgement;
  readonly indicators: readonly IndicatorId[];
}
