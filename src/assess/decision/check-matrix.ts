import { AfterlodeError, type Issue, issue, phrases, type Text } from '../../base/index.js';
import type { Span } from './spans.js';
import type { Criterion, DecisionMatrix, Problem } from './types.js';

/**
 * Refuses a matrix that cannot be judged, and tells whether it is whole.
 *
 * @param spans of the columns
 * @returns whether no value is missing
 * @throws AfterlodeError DECISION_TABLE for no alternative or criterion, a name given twice, a column of another length or
 * a number whose square is endless
 */
export function checkMatrix(
  { alternatives, criteria, columns }: DecisionMatrix,
  spans: readonly Span[],
): boolean {
  if (alternatives.length === 0) throw wrong('alternatives', phrases.none, phrases.atLeastOne);
  if (criteria.length === 0) throw wrong('criteria', phrases.none, phrases.atLeastOne);
  if (columns.length !== criteria.length)
    throw wrong('columns', `${columns.length}`, {
      en: `${criteria.length}, one per criterion`,
      zh: `${criteria.length} 个（每项准则一个）`,
    });
  refuseTwice('alternatives', alternatives);
  refuseTwice(
    'criteria',
    criteria.map(({ code }) => code),
  );
  let isWhole = true;
  columns.forEach((column, at) => {
    const { code } = criteria[at] as Criterion;
    if (column.length !== alternatives.length)
      throw wrong(code, phrases.values(column.length), {
        en: `${alternatives.length}, one per alternative`,
        zh: `${alternatives.length} 个（每个方案一个）`,
      });
    // Not so where a value is missing, endless or too large, and for a long column of values that are nearly too large.
    if ((spans[at] as Span).squares <= largest ** 2) return;
    if (column.some(Number.isNaN)) isWhole = false;
    const huge = column.findIndex((value) => Math.abs(value) > largest);
    const expected = {
      en: `a number between -${largest} and ${largest}`,
      zh: `-${largest} 到 ${largest} 之间的数`,
    };
    if (huge >= 0) throw wrong(`${code}, ${alternatives[huge]}`, `${column[huge]}`, expected);
  });
  return isWhole;
}

/** Squares of larger numbers leave the range of numbers: TOPSIS would tell nobody apart. */
const largest = 1e150;

function refuseTwice(where: string, names: readonly string[]): void {
  if (new Set(names).size === names.length) return;
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw wrong(where, phrases.twice(name), { en: 'each once', zh: '不重复的名称' });
    seen.add(name);
  }
}

/** The fault of a table. */
export function wrong(where: string | Text, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('DECISION_TABLE', where, { found, expected });
}

/**
 * Weights brought to the sum 1; a note tells where the given ones did not have it.
 *
 * @throws AfterlodeError DECISION_WEIGHTS for a weight that is absent, negative or endless, or where all are 0
 */
export function usedWeights(criteria: readonly Criterion[]): {
  readonly weights: Float64Array;
  readonly issues: readonly Issue[];
} {
  let sum = 0;
  for (const { code, weight } of criteria) {
    if (weight === null || !(weight >= 0) || weight === Number.POSITIVE_INFINITY) {
      const found = weight === null ? { en: 'not given', zh: '未给出' } : weight;
      throw new AfterlodeError('DECISION_WEIGHTS', code, { found, expected: phrases.numberFrom0 });
    }
    sum += weight;
  }
  if (sum === 0) {
    const codes = criteria.map(({ code }) => code).join(', ');
    throw new AfterlodeError('DECISION_WEIGHTS', codes, {
      found: 0,
      expected: { en: 'one above 0 at least', zh: '至少一个大于 0 的权重' },
    });
  }
  if (sum === Number.POSITIVE_INFINITY) {
    throw new AfterlodeError(
      'DECISION_WEIGHTS',
      { en: 'all criteria', zh: '所有准则' },
      {
        found: sum,
        expected: { en: 'a sum that is a number', zh: '有限的合计' },
      },
    );
  }
  const isWhole = Math.abs(sum - 1) <= 1e-9;
  return {
    weights: Float64Array.from(criteria, ({ weight }) => (weight as number) / sum),
    issues: isWhole
      ? []
      : [issue('DECISION_WEIGHTS_RESCALED', 'note', 'weights', { found: Number(sum.toPrecision(12)) })],
  };
}

/** A note for each criterion that has one value everywhere. */
export function constantCriteria({ names, codes, spans }: Problem): readonly Issue[] {
  if (names.length < 2) return [];
  const constant = codes.filter((_, at) => !((spans[at] as Span).low < (spans[at] as Span).high));
  return constant.map((code) => issue('DECISION_CONSTANT', 'note', code));
}
