import { type Issue, issue } from '../../base/index.js';
import { checkMatrix, constantCriteria } from './check-matrix.js';
import { presentRows } from './missing.js';
import { logarithms } from './normalise.js';
import { rankScores } from './ranks.js';
import { runMethod } from './run-method.js';
import { spansOf } from './spans.js';
import type { DecisionMatrix, DecisionOptions, DecisionResult, Named, Problem } from './types.js';
import { weighCriteria } from './weigh-criteria.js';

/**
 * Judges alternatives by one method of multi-criteria decision analysis.
 *
 * Weights are those of the criteria, brought to the sum 1 (a note tells if they had another), unless `weigh` takes them from
 * the alternatives that take part. Scores have the method's own
 * unit and direction, see `higherIsBetter`; rank 1 is best. Values that led to the scores come along by name.
 *
 * @throws AfterlodeError DECISION_TABLE, DECISION_WEIGHTS, DECISION_MISSING, DECISION_OPTION, DECISION_VALUE;
 * INDEX_WEIGHTS_DATA or INDEX_JUDGEMENTS of weights that are computed
 * @example
 * decide({ alternatives: ['A', 'B'], criteria: [{ code: 'C', type: 'cost', weight: 1 }],
 *   columns: [Float64Array.of(3, 2)] }, { method: 'wsm' }).ranks // [2, 1]
 */
export function decide(matrix: DecisionMatrix, options: DecisionOptions): DecisionResult {
  const all = spansOf(matrix.columns);
  const isWhole = checkMatrix(matrix, all);
  const present = presentRows(matrix, isWhole, options.missing ?? 'refuse', options.method);
  const weighing = options.weigh ?? { method: 'given' };
  const spans = present.columns === matrix.columns ? all : spansOf(present.columns);
  const { weights, issues } = weighCriteria(matrix.criteria, present.columns, weighing, spans);
  const problem: Problem = {
    names: isWhole
      ? matrix.alternatives
      : Array.from(present.rows, (row) => matrix.alternatives[row] as string),
    codes: matrix.criteria.map(({ code }) => code),
    columns: present.columns,
    isBenefit: matrix.criteria.map(({ type }) => type === 'benefit'),
    spans,
    weights,
  };
  const outcome = runMethod(problem, options);
  const { higherIsBetter } = outcome;
  const rule = { higherIsBetter, ties: options.ties ?? 'min', tieDigits: digitsOf(options) };
  const ranks = outcome.ranks ?? rankScores(outcome.scores, rule);
  const whole = (values: Float64Array) => spread(values, present.rows, matrix.alternatives.length);
  return {
    method: options.method,
    weights,
    scores: whole(outcome.scores),
    ranks: whole(ranks),
    higherIsBetter,
    rows: present.rows,
    byAlternative: mapped(outcome.byAlternative, whole),
    byCriterion: outcome.byCriterion ?? {},
    byPair: outcome.byPair ?? {},
    facts: outcome.facts ?? {},
    issues: [...issues, ...present.issues, ...constantCriteria(problem), ...turnedCriteria(problem, options)],
  };
}

function digitsOf({ tieDigits }: DecisionOptions): number | null {
  return tieDigits === undefined ? 12 : tieDigits;
}

/** Puts values of those that took part at their place among all; the others are missing. */
function spread(values: Float64Array, rows: Int32Array, count: number): Float64Array {
  if (rows.length === count) return values;
  const all = new Float64Array(count).fill(Number.NaN);
  rows.forEach((row, at) => {
    all[row] = values[at] as number;
  });
  return all;
}

function mapped(named: Named<Float64Array>, of: (values: Float64Array) => Float64Array): Named<Float64Array> {
  return Object.fromEntries(Object.entries(named).map(([name, values]) => [name, of(values)]));
}

/** A warning for criteria that the logarithmic normalisation turns round. */
function turnedCriteria(problem: Problem, options: DecisionOptions): readonly Issue[] {
  if (!('normalise' in options) || options.normalise !== 'logarithmic') return [];
  return problem.columns.flatMap((column, at) => {
    const { total } = logarithms(column);
    if (total >= 0) return [];
    const found = Number(total.toPrecision(6));
    return [issue('DECISION_ORDER_TURNED', 'warning', problem.codes[at] as string, { found })];
  });
}
