export { type Code, type CodeDefinition, codes } from './codes/index.js';
export { csvCell, csvLine, plainCell, readPlainCell, sheetLine } from './csv.js';
export { AfterlodeError, type Checked, type Facts, type Issue, issue, renamedIn } from './error.js';
export { type Evidence, evidenceId, sha256Text, sortedJson } from './evidence.js';
export { foreignReason } from './foreign-words.js';
export {
  type CityId,
  type EvidenceId,
  type Id,
  type IndicatorId,
  type IsoDate,
  id,
  type Period,
  type PlaceId,
  type ReferenceId,
  type Unit,
  yearOf,
} from './ids.js';
export { escapeMarkup } from './markup.js';
export { officeTypes } from './media-types.js';
export { toEdge, toInside } from './missing.js';
export { phrases } from './phrases.js';
export { allAtOnce, type Pieces } from './pieces.js';
export type { Dated, Interval, Quantity } from './quantity.js';
export { type Random, seededRandom } from './random.js';
export { quantileUnsorted, selectPlace } from './select.js';
export { expectedShape, type ShapeFault } from './shape-words.js';
export { nestsDeeper, shownJson } from './shown-json.js';
export { joinTies, mean, present, quantile, rankDescending, tieWidth, upperBound } from './statistics.js';
export { type Language, sameText, type Text } from './text.js';
export { type TableFault, type TextTable, textTable, writtenNumber } from './text-table.js';
export type { Trace } from './trace.js';
