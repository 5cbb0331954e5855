/** A measure that has a price, as money is shared out among years. */
export interface PricedMeasure {
  readonly id: string;
  /** Yuan, all its years together, 0 or more. */
  readonly cost: number;
  readonly score: number;
  /** Years over which it is spread evenly, 1 or more. */
  readonly years: number;
  /** Measures of which the last part stands strictly before its first; those without a price are passed over. */
  readonly after: readonly string[];
}

/** One year's part of a measure. */
export interface MeasurePart {
  readonly id: string;
  readonly measure: string;
  /** Of its parts, from 1. */
  readonly part: number;
  readonly cost: number;
  readonly value: number;
}

/**
 * Cuts measures into parts of one year with an equal share of cost and score each, every part strictly later than the one
 * before; so a measure of several years can be sequenced like projects of one. A measure whose later parts find no money is
 * begun and not finished: the answer says how many of its parts stand.
 */
export function partsOf(measures: readonly PricedMeasure[]): {
  readonly parts: readonly MeasurePart[];
  /** Ids of parts: the second not without, and strictly later than, the first. */
  readonly precedence: readonly (readonly [before: string, after: string])[];
} {
  const known = new Map(measures.map((one) => [one.id, one]));
  const parts = measures.flatMap(({ id, cost, score, years }) =>
    Array.from({ length: years }, (_, at) => ({
      id: partId(id, at + 1),
      measure: id,
      part: at + 1,
      cost: cost / years,
      value: score / years,
    })),
  );
  const precedence = measures.flatMap(({ id, years, after }) => [
    ...after.flatMap((one) => {
      const before = known.get(one);
      return before === undefined ? [] : [[partId(one, before.years), partId(id, 1)] as const];
    }),
    ...Array.from({ length: years - 1 }, (_, at) => [partId(id, at + 1), partId(id, at + 2)] as const),
  ]);
  return { parts, precedence };
}

function partId(measure: string, part: number): string {
  return `${measure}#${part}`;
}
