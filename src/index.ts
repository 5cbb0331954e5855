/** `afterlode`: the pure core, rooms 0 to 6. It runs in a browser, a worker and Node alike. */

// Names that two rooms have: a mark of a rule and of a table's cell; a comparison of groups and in a condition.
export type { Comparison } from './assess/index.js';
export * from './assess/index.js';
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
  type EvidenceId,
  evidenceId,
  type Facts,
  type Id,
  type IndicatorId,
  type Interval,
  type IsoDate,
  type Issue,
  id,
  issue,
  joinTies,
  type Language,
  mean,
  type Period,
  type PlaceId,
  present,
  type Quantity,
  quantile,
  type Random,
  type ReferenceId,
  rankDescending,
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
export type { Comparison as ConditionComparison, Mark } from './catalog/index.js';
export * from './catalog/index.js';
export * from './locate/index.js';
export type { Mark as CellMark } from './observe/index.js';
export * from './observe/index.js';
export * from './register/index.js';
export * from './report/index.js';
