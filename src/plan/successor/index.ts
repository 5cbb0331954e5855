export { type SuccessorWeights, successorsOf } from './successor.js';
export {
  type Candidate,
  type Gate,
  type GateState,
  type JudgedGate,
  type Successor,
  type SuccessorCriterion,
  successorCriteria,
} from './types.js';
