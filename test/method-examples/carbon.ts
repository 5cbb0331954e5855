import {
  factorsOf,
  lmdi,
  lmdiBySector,
  lmdiChained,
  peakOf,
  type TapioInterval,
  tapio,
  tapioSteps,
} from '../../src/assess/index.js';
import { column, columns, type Examples } from './example.js';

const pair = (list: unknown) => Array.from(column(list)) as [number, number];
const peakRules = { yearsMinimum: 8, yearsAfter: 5, z: 1.96, recentYears: 10, passiveShare: 0.5 };
const tapioRules = { couplingLow: 0.8, couplingHigh: 1.2, smallestGrowth: 0.005 };

/** Examples of the pages in docs/methods/carbon/. */
export const carbonExamples: Examples = {
  'carbon.lmdi': ({ first, last }) => lmdi(column(first), column(last)),
  'carbon.lmdi-chained': ({ times }) => lmdiChained(columns(times)),
  'carbon.sectors': ({ first, last }) => {
    const { effects, total } = lmdiBySector(columns(first), columns(last));
    return { effects, total };
  },
  'carbon.kaya': ({ chain }) => factorsOf(column(chain)),
  'carbon.tapio': ({ co2, gdp, interval }) =>
    tapio(pair(co2), pair(gdp), tapioRules, interval as TapioInterval),
  'carbon.tapio-steps': ({ years, co2, gdp }) =>
    tapioSteps([...column(years)], column(co2), column(gdp), tapioRules).map((step) => [
      step.from,
      step.to,
      step.co2Percent,
      step.gdpPercent,
      step.state,
    ]),
  'carbon.peak': ({ co2, gdp, population }) => {
    const years = column(co2).map((_, at) => 2000 + at);
    const figures = { years: [...years], co2: column(co2), gdp: column(gdp), population: column(population) };
    const { state, year, yearsAfter, after, passiveShare } = peakOf(figures, peakRules);
    return { state, year, yearsAfter, z: after.z, passiveShare };
  },
};
