import type { CityEvaluation } from '../assess/index.js';
import type { Text } from '../base/index.js';
import type { Evaluation } from '../catalog/index.js';
import type { ReportCity } from './types.js';

/** A unit with its evaluation. */
export interface NationUnit {
  readonly city: Pick<ReportCity, 'id' | 'adcode' | 'name' | 'province' | 'type' | 'resources'>;
  readonly evaluation: CityEvaluation;
}

/** What the evaluation report of all units, or of those of one province, is written from. */
export interface NationPage {
  /** `2010–2020`. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** The province; null: all units. Ranks and classes are those of all units in any case. */
  readonly province: Text | null;
  readonly definition: Pick<Evaluation, 'label' | 'note' | 'index' | 'structure' | 'weights' | 'region'>;
  readonly units: readonly NationUnit[];
  /** Ids of the tables and imports that figures of the index come from. */
  readonly sources: readonly string[];
}
