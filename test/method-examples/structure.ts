import {
  classAt,
  diversityOf,
  krugman,
  lilien,
  newFactorIndex,
  priceBeta,
  resourceCurseCoefficient,
  shockResponse,
  type ThreeSectors,
  theilRationalisation,
  upgradingChange,
  volatility,
} from '../../src/assess/index.js';
import { column, type Examples } from './example.js';

type Three = [number, number, number];
const three = (list: unknown) => Array.from(column(list)) as Three;
const curseGrades = [
  { id: 'none', from: null, to: 1 },
  { id: 'edge', from: 1, to: 2 },
  { id: 'serious', from: 2, to: 4 },
  { id: 'high-risk', from: 4, to: null },
];

/** Examples of the pages in docs/methods/structure/. */
export const structureExamples: Examples = {
  'structure.diversity': ({ amounts, groups, reference, first, last }) => ({
    diversity: diversityOf(column(amounts), groups as string[]),
    krugman: krugman(column(amounts), column(reference)),
    lilien: lilien(column(first), column(last)),
  }),
  'structure.rationalisation': ({ output, jobs }) => theilRationalisation(column(output), column(jobs)),
  'structure.upgrading': ({ first, last }) => {
    const made = upgradingChange(three(first) as ThreeSectors, three(last) as ThreeSectors);
    const { secondaryChange, tertiaryChange, falseUpgrading } = made;
    const both = (of: 'a' | 'b') => [made.first[of], made.last[of]];
    return { a: both('a'), b: both('b'), secondaryChange, tertiaryChange, falseUpgrading };
  },
  'structure.dependence': ({ energy, nationEnergy, secondary, nationSecondary, loss, factors }) => {
    const shares = [energy, nationEnergy, secondary, nationSecondary].map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const coefficient = resourceCurseCoefficient(...shares);
    const values = Array.from(column(factors), (value, at) => ({ id: `f${at}`, value, nation: 100 }));
    const { index, coverage, missing } = newFactorIndex(values);
    return {
      coefficient,
      grade: classAt(coefficient, curseGrades),
      corrected: resourceCurseCoefficient(...shares, Number(loss)),
      index,
      coverage,
      missing,
    };
  },
  'structure.resilience': ({ city, reference, growth, price, years }) => ({
    ...shockResponse(three(city), three(reference)),
    beta: priceBeta(column(growth), column(price), Number(years)).beta,
    volatility: volatility(column(growth), Number(years)),
  }),
};
