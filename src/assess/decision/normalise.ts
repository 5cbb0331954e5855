import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { DecisionNormalisation, Problem } from './types.js';

/** x: values of one criterion, `NaN` where missing; out: as long, filled with values of which larger is better. */
type Formula = (x: Float64Array, isBenefit: boolean, out: Float64Array) => void;

/** What a formula needs of every value: any number, none below 0, or all above 0. */
type Need = 'any' | 'from 0' | 'above 0';

interface Normalisation {
  readonly benefit: Need;
  readonly cost: Need;
  readonly formula: Formula;
}

const minmax: Formula = (x, isBenefit, out) => {
  const [low, high] = extremes(x);
  const span = high - low;
  const from = isBenefit ? low : high;
  const sign = isBenefit ? 1 : -1;
  // A constant criterion: nobody lies behind the best.
  for (let i = 0; i < x.length; i++)
    out[i] = span === 0 ? (x[i] as number) - low + 1 : (sign * ((x[i] as number) - from)) / span;
};

const vector: Formula = (x, isBenefit, out) => {
  let squares = 0;
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    if (!Number.isNaN(value)) squares += value * value;
  }
  const length = squares === 0 ? 1 : Math.sqrt(squares);
  if (isBenefit) for (let i = 0; i < x.length; i++) out[i] = (x[i] as number) / length;
  else for (let i = 0; i < x.length; i++) out[i] = 1 - (x[i] as number) / length;
};

/** Share of the best: x ÷ max or min ÷ x. Benefits that are all 0 are all at their best. */
const linear: Formula = (x, isBenefit, out) => {
  const [low, high] = extremes(x);
  if (!isBenefit) for (let i = 0; i < x.length; i++) out[i] = low / (x[i] as number);
  else if (high === 0) for (let i = 0; i < x.length; i++) out[i] = (x[i] as number) + 1;
  else for (let i = 0; i < x.length; i++) out[i] = (x[i] as number) / high;
};

const sum: Formula = (x, isBenefit, out) => {
  let total = 0;
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    const value = isBenefit ? (x[i] as number) : 1 / (x[i] as number);
    out[i] = value;
    if (Number.isNaN(value)) continue;
    total += value;
    count += 1;
  }
  for (let i = 0; i < x.length; i++)
    out[i] = total === 0 ? (out[i] as number) + 1 / count : (out[i] as number) / total;
};

const logarithmic: Formula = (x, isBenefit, out) => {
  const { total, count } = logarithms(x);
  for (let i = 0; i < x.length; i++) {
    const share = Math.log(x[i] as number) / total;
    out[i] = isBenefit ? share : (1 - share) / (count - 1);
  }
};

const enhancedAccuracy: Formula = (x, isBenefit, out) => {
  const [low, high] = extremes(x);
  const best = isBenefit ? high : low;
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    const gap = Math.abs((x[i] as number) - best);
    if (!Number.isNaN(gap)) total += gap;
  }
  for (let i = 0; i < x.length; i++) {
    const gap = Math.abs((x[i] as number) - best);
    out[i] = total === 0 ? gap + 1 : 1 - gap / total;
  }
};

/** Another normalisation, and then something done to each value. */
function then(
  first: Formula,
  after: (value: number, isBenefit: boolean, x: Float64Array) => number,
): Formula {
  return (x, isBenefit, out) => {
    first(x, isBenefit, out);
    for (let i = 0; i < x.length; i++) out[i] = after(out[i] as number, isBenefit, x);
  };
}

const normalisations: Readonly<Record<DecisionNormalisation, Normalisation>> = {
  vector: { benefit: 'any', cost: 'any', formula: vector },
  minmax: { benefit: 'any', cost: 'any', formula: minmax },
  'minmax-plus-one': { benefit: 'any', cost: 'any', formula: then(minmax, (value) => value + 1) },
  linear: { benefit: 'from 0', cost: 'above 0', formula: linear },
  // x ÷ max is that of `linear`; for costs it is turned round by 1 − x ÷ max.
  max: {
    benefit: 'from 0',
    cost: 'from 0',
    formula: (x, isBenefit, out) => {
      linear(x, true, out);
      if (!isBenefit) for (let i = 0; i < x.length; i++) out[i] = 1 - (out[i] as number);
    },
  },
  sum: { benefit: 'from 0', cost: 'above 0', formula: sum },
  logarithmic: { benefit: 'above 0', cost: 'above 0', formula: logarithmic },
  nonlinear: {
    benefit: 'from 0',
    cost: 'above 0',
    formula: then(linear, (value, isBenefit) => (isBenefit ? value ** 2 : value ** 3)),
  },
  'enhanced-accuracy': { benefit: 'any', cost: 'any', formula: enhancedAccuracy },
  // 1 − |best − x| ÷ best: x ÷ max for benefits, 2 − x ÷ min for costs.
  'zavadskas-turskis': {
    benefit: 'from 0',
    cost: 'above 0',
    formula: then(linear, (value, isBenefit) => (isBenefit ? value : 2 - 1 / value)),
  },
};

/**
 * Normalises one criterion by name so that larger is better; formulas on docs/methods/decide/normalisations.md.
 *
 * @param out as long as the column; may not be the column itself. Missing values stay missing and take no part.
 * @throws AfterlodeError DECISION_VALUE where the formula cannot take a value: a cost of 0 under `linear`, say
 */
export function normaliseCriterion(
  problem: Pick<Problem, 'names' | 'codes' | 'columns' | 'isBenefit'>,
  criterion: number,
  name: DecisionNormalisation,
  out: Float64Array,
): Float64Array {
  const column = problem.columns[criterion] as Float64Array;
  const isBenefit = problem.isBenefit[criterion] === true;
  const { formula, ...needs } = normalisations[name];
  const need = isBenefit ? needs.benefit : needs.cost;
  if (need !== 'any')
    requireValues(problem, criterion, need, { en: `${name} normalisation`, zh: `${name} 标准化` });
  if (name === 'logarithmic') requireLogarithms(problem, criterion);
  formula(column, isBenefit, out);
  return out;
}

/** All criteria normalised; see `normaliseCriterion`. */
export function normaliseAll(problem: Problem, name: DecisionNormalisation): Float64Array[] {
  return problem.columns.map((column, criterion) =>
    normaliseCriterion(problem, criterion, name, new Float64Array(column.length)),
  );
}

/**
 * Refuses values of one criterion that a formula cannot take; missing ones pass.
 *
 * @throws AfterlodeError DECISION_VALUE naming criterion and alternative
 */
export function requireValues(
  problem: Pick<Problem, 'names' | 'codes' | 'columns' | 'isBenefit'>,
  criterion: number,
  need: 'from 0' | 'above 0',
  what: Text,
): void {
  const column = problem.columns[criterion] as Float64Array;
  const at = column.findIndex((value) => (need === 'from 0' ? value < 0 : value <= 0));
  if (at < 0) return;
  const type = problem.isBenefit[criterion]
    ? { en: 'benefits', zh: '效益准则' }
    : { en: 'costs', zh: '成本准则' };
  const least = need === 'from 0' ? phrases.numberFrom0 : phrases.numberAbove0;
  throw new AfterlodeError('DECISION_VALUE', `${problem.codes[criterion]}, ${problem.names[at]}`, {
    found: column[at] as number,
    expected: {
      en: `${least.en} (${what.en} of ${type.en})`,
      zh: `${least.zh}（${what.zh}，${type.zh}）`,
    },
  });
}

/** Σ ln x over the values that are not missing; below 0 the normalisation `logarithmic` turns the order round. */
export function logarithms(x: Float64Array): { readonly total: number; readonly count: number } {
  let total = 0;
  let count = 0;
  for (const value of x) {
    if (Number.isNaN(value)) continue;
    total += Math.log(value);
    count += 1;
  }
  return { total, count };
}

function requireLogarithms(problem: Pick<Problem, 'codes' | 'columns'>, criterion: number): void {
  const { total, count } = logarithms(problem.columns[criterion] as Float64Array);
  if (total !== 0 && count > 1) return;
  throw new AfterlodeError('DECISION_VALUE', problem.codes[criterion] as string, {
    found: { en: `Σ ln x = ${total} of ${count} alternatives`, zh: `${count} 个方案的 Σ ln x = ${total}` },
    expected: {
      en: 'other than 0, of two alternatives at least (logarithmic normalisation)',
      zh: '至少两个方案且不为 0（logarithmic 标准化）',
    },
  });
}

/** Smallest and largest value; missing ones take no part. */
export function extremes(x: Float64Array): readonly [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
