export {
  type Address,
  addressForms,
  formatAddress,
  isResult,
  parseAddress,
  type ResultAddress,
  type ResultKind,
} from './address.js';
export * from './carbon/index.js';
export { type CheckupRequest, checkupAll, checkupInPieces } from './checkup.js';
export * from './checkup-lists/index.js';
export * from './claims/index.js';
export { breaksBetween, judgedValue } from './comparable.js';
export * from './compare/index.js';
export { type CompareRequest, compareGroups, type GroupedBy, groupMembers } from './compare-groups.js';
export { type CompiledIndex, timeOf } from './compile-index.js';
export * from './composite/index.js';
export { type ComputeOptions, computeIndicators } from './compute-indicators.js';
export {
  decide as decideCondition,
  type Facts as ConditionFacts,
  readBy as readByCondition,
  type Verdict,
} from './conditions.js';
export { decide } from './decision/decide.js';
export { type Dominance, dominanceTable, notDominated } from './decision/dominance.js';
export { normaliseCriterion } from './decision/normalise.js';
export { type RankReversal, rankReversal } from './decision/rank-reversal.js';
export { type RankSimilarity, rankSimilarity } from './decision/rank-similarity.js';
export { type RankRule, rankScores as rankAlternatives } from './decision/ranks.js';
export { type DecisionTables, type ReadDecision, readDecision } from './decision/read-decision.js';
export { readJudgements } from './decision/read-judgements.js';
export { decisionMethods } from './decision/run-method.js';
export { readThreshold } from './decision/sheet.js';
export {
  type Criterion,
  type CriterionType,
  type CriterionWeighting,
  criterionWeightings,
  type DecisionMatrix,
  type DecisionMethod,
  type DecisionMethodName,
  type DecisionNormalisation,
  type DecisionOptions,
  type DecisionResult,
  type DecisionSettings,
  decisionNormalisations,
  type MissingRule,
  type MooraForm,
  missingRules,
  type Preference,
  type PreferenceFunction,
  preferenceFunctions,
  type Threshold,
  type TieRule,
  tieRules,
} from './decision/types.js';
export { weighCriteria } from './decision/weigh-criteria.js';
export { type WeightStability, weightStability } from './decision/weight-stability.js';
export * from './evaluate/index.js';
export { type ExplainContext, explain, type ResultInput, type ResultNumber } from './explain/index.js';
export { findProblems, problemVerdict } from './find-problems.js';
export * from './flags/index.js';
export { type FormulaMethod, formulaMethods } from './formulas/index.js';
export * from './identify/index.js';
export * from './jobs/index.js';
export { cellValue, type JudgeContext, judgeContext, judgeIndicator } from './judge.js';
export * from './ledger/index.js';
export * from './panel-effects/index.js';
export { parameterValue } from './parameter-value.js';
export { classLabel, type PeerClass, type Peers, peersIn } from './peers.js';
export * from './plan-targets/index.js';
export * from './population/index.js';
export { rankIndex, usualRankOptions } from './rank-index.js';
export { rankOptionsOf } from './rank-options.js';
export { coverageAt, scoreIndex } from './score-index.js';
export {
  compileListed,
  listedMembers,
  scoreIndices,
  scoreIndicesInPieces,
  scoreListed,
} from './score-indices.js';
export { placeInClass, strongPoints } from './strong-points.js';
export * from './structure/index.js';
export * from './survey/index.js';
export * from './transfer/index.js';
export type * from './types.js';
export { withoutDoubt } from './without-doubt.js';
