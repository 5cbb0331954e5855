import type { Chain } from '../types.js';

/** The chain where nothing else is said: min–max from 0 to 100, given weights, arithmetic means, nothing filled or cut. */
export const usualChain: Chain = {
  denominate: false,
  impute: { method: 'none' },
  screen: null,
  treat: {
    method: 'none',
    // COINr's usual limits; docs/methods/treat/winsor.md.
    skew: 2,
    kurtosis: 3.5,
    points: 5,
    fallback: 'log',
    combined: false,
    forced: new Map(),
  },
  normalise: { method: 'minmax', low: 0, high: 100, trim: 0 },
  normaliseOne: new Map(),
  treatScope: 'each',
  scaleScope: 'whole',
  reference: null,
  weigh: { method: 'given' },
  aggregate: [{ rule: 'amean' }],
  minimumCoverage: null,
};
