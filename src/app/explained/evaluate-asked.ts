import type { CityEvaluation } from '../../assess/index.js';
import type { CityId } from '../../base/index.js';
import type { Catalog, Evaluation } from '../../catalog/index.js';
import type { GivenTable } from './given-table.js';

/** What the rules of an evaluated city need besides its row. */
export interface EvaluateAsked {
  readonly row: CityEvaluation;
  readonly catalog: Catalog;
  readonly evaluation: Evaluation | undefined;
  /** Units whose scores make the region: the province, or the others of the class. */
  readonly region: readonly CityId[];
  /** Evaluated cities just before and just behind in the class. */
  readonly neighbours: readonly CityId[];
  /** Indicators of the index. */
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
  /** Address of a number of another city of the same call. */
  readonly other: (city: CityId, path: string) => string;
  readonly targets: GivenTable | null;
  /** Id of the city that a row of targets names. */
  readonly cityOf: (word: string) => CityId | null;
}
