export { type Agreement, type Disputed } from './agreement.js';
export { type AhpOptions, type AhpWeights, ahpWeights, type OddJudgement } from './ahp.js';
export { angleWeights } from './angle.js';
export { type CilosOptions, cilosWeights } from './cilos.js';
export {
  type CorrelationGoal,
  type CorrelationWeights,
  correlationWeights,
} from './correlation-weights.js';
export { type CriticOptions, criticWeights } from './critic.js';
export { type EntropyOptions, entropyWeights } from './entropy.js';
export { equalWeights } from './equal.js';
export { giniWeights } from './gini.js';
export { type GroupAhpWeights, groupAhpWeights, type JudgeWeights } from './group-ahp.js';
export { type IdocriwOptions, idocriwWeights } from './idocriw.js';
export { checkJudgements } from './judgement-matrix.js';
export { lopcowWeights } from './lopcow.js';
export { merecWeights } from './merec.js';
export { normaliseWeights } from './normalise-weights.js';
export { type PcaOptions, pcaWeights } from './pca.js';
export { type PrincipalComponents, principalComponents } from './principal-components.js';
export type { PriorityMethod } from './priorities.js';
export { compareRandomIndex, type RandomIndex, randomIndexOf } from './random-index.js';
export { orderWeights, type RankWeights, rankWeights } from './rank-weights.js';
export { standardDeviationWeights } from './standard-deviation.js';
export type { Direction, Weighed, WeighOptions } from './types.js';
export { varianceWeights } from './variance.js';
export { type SiblingColumns, weighSiblings } from './weigh-siblings.js';
