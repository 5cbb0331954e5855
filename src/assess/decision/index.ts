export { decide } from './decide.js';
export { type Dominance, dominanceTable, notDominated } from './dominance.js';
export { normaliseCriterion } from './normalise.js';
export { type RankReversal, rankReversal } from './rank-reversal.js';
export { type RankSimilarity, rankSimilarity } from './rank-similarity.js';
export { type RankRule, rankScores } from './ranks.js';
export { decisionMethods } from './run-method.js';
export {
  type Criterion,
  type CriterionType,
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
export { type WeightStability, weightStability } from './weight-stability.js';
