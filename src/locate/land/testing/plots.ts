import type { LandSettings, PlotFacts } from '../types.js';

/** Industrial land of which nothing else is known. */
export const knownFacts: PlotFacts = {
  use: 'industrial',
  industry: 'chemicals',
  output: Number.NaN,
  tax: Number.NaN,
  jobs: Number.NaN,
  energy: Number.NaN,
  occupied: Number.NaN,
  disuse: Number.NaN,
  living: Number.NaN,
  green: Number.NaN,
  built: Number.NaN,
  listed: null,
  exemption: null,
  safetyM2: Number.NaN,
};

/** As the catalog has them. */
export const landSettings: LandSettings = {
  medianShare: 0.5,
  peersMinimum: 5,
  scoreLeast: 0.4,
  occupiedLeast: Number.NaN,
  oldEstateYear: 2000,
  villageFootprintM2: Number.NaN,
  villageCoverage: Number.NaN,
};
