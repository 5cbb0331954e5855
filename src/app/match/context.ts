import type { Period } from '../../base/index.js';
import type { Matching } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { City } from '../../register/index.js';
import type { Workspace } from '../workspace.js';

/** What a match is made from. */
export interface MatchContext {
  readonly ws: Workspace;
  readonly rules: Matching;
  /** Doubtful values are missing. */
  readonly panel: Panel;
  /** Those compared, the city among them, in the order in which equal ones stand. */
  readonly cities: readonly City[];
  readonly city: City;
  readonly period: Period;
}
