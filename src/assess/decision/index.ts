export { decide } from './decide.js';
export { type Dominance, dominanceTable, notDominated } from './dominance.js';
export { normaliseCriterion } from './normalise.js';
export { type RankReversal, rankReversal } from './rank-reversal.js';
export { type RankSimilarity, rankSimilarity } from './rank-similarity.js';
export { type RankRule, rankScores } from './ranks.js';
export { type DecisionTables, type ReadDecision, readDecision } from './read-decision.js';
export { readJudgements } from './read-judgements.js';
export { decisionMethods } from './run-method.js';
export { readThreshold } from './sheet.js';
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
} from './types.js';
export { weighCriteria } from './weigh-criteria.js';
export { type WeightStability, weightStability } from './weight-stability.js';
