export { aggregateNode, ruleOf } from './aggregate-nodes.js';
export { effectiveWeights, shareWeights } from './given-weights.js';
export { type Normalised, normaliseColumns } from './normalise-columns.js';
export { runChain } from './run-chain.js';
export { rescore } from './optimise-level.js';
export { scoreNodes, type ScoredNodes, type ScoringInput } from './score-nodes.js';
export { rowsOf, selectRows } from './select-rows.js';
export { stretchesOf, wholeOf } from './stretches.js';
export { usualChain } from './usual-chain.js';
