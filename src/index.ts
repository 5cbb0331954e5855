/** `afterlode`: the pure core, rooms 0 to 6. It runs in a browser, a worker and Node alike. */
export * from './assess/index.js';
export * from './catalog/index.js';
export * from './locate/index.js';
export * from './observe/index.js';
export * from './register/index.js';
export * from './report/index.js';

// All of the room `base` but the words that its messages are made of.
export {
  AfterlodeError,
  type Checked,
  type CityId,
  type Code,
  type CodeDefinition,
  codes,
  type Dated,
  type Evidence,
  evidenceId,
  type EvidenceId,
  type Facts,
  type Id,
  id,
  type IndicatorId,
  type Interval,
  type IsoDate,
  type Issue,
  issue,
  joinTies,
  type Language,
  mean,
  type Period,
  type PlaceId,
  present,
  quantile,
  type Quantity,
  type Random,
  rankDescending,
  type ReferenceId,
  sameText,
  seededRandom,
  sha256Text,
  sortedJson,
  type Text,
  tieWidth,
  toEdge,
  toInside,
  type Unit,
  upperBound,
  yearOf,
} from './base/index.js';

// Names that two rooms have: a mark of a rule and of a table's cell; a comparison of groups and in a condition.
export type { Comparison } from './assess/index.js';
export type { Comparison as ConditionComparison, Mark } from './catalog/index.js';
export type { Mark as CellMark } from './observe/index.js';
