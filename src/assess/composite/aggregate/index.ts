export {
  type AggregateOptions,
  aggregate,
  combine,
  type PreparedGroup,
  prepare,
  prepareChanging,
} from './aggregate.js';
export { type BenefitOfDoubt, benefitOfDoubt } from './benefit-of-doubt.js';
export { exponentOf } from './exponent.js';
export type { GroupOptions } from './group.js';
export { copelandScores, outranking } from './outranking.js';
export { type AmpiReference, rescaleAmpi } from './rescale-ampi.js';
export type { ShareBounds } from './share-programme.js';
