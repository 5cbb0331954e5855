export {
  type Bounds,
  classAt,
  type NewFactor,
  type NewFactorIndex,
  newFactorIndex,
  resourceCurseCoefficient,
  resourcePovertyIndex,
} from './dependence.js';
export { type Diversity, diversityOf, krugman, lilien, sharesOf } from './diversity.js';
export { theilRationalisation } from './rationalisation.js';
export { type PriceBeta, priceBeta, type ShockResponse, shockResponse, volatility } from './resilience.js';
export {
  type ThreeSectors,
  type Upgrading,
  type UpgradingChange,
  upgradingChange,
  upgradingOf,
} from './upgrading.js';
