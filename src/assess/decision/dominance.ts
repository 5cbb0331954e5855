import type { DecisionMatrix } from './types.js';

/** One alternative against another, over the criteria of which both have a value. */
export interface Dominance {
  /** Numbers of the two alternatives. */
  readonly over: number;
  readonly under: number;
  readonly better: number;
  readonly equal: number;
  readonly worse: number;
  /** Criteria that cannot be compared, for a value is missing. */
  readonly unknown: number;
  /** At least as good on every criterion and better on one; a missing value rules it out. */
  readonly dominates: boolean;
}

/** Every ordered pair of alternatives, without weights and without normalisation, which change nothing here. */
export function dominanceTable({ alternatives, criteria, columns }: DecisionMatrix): readonly Dominance[] {
  const pairs: Dominance[] = [];
  for (let over = 0; over < alternatives.length; over++) {
    for (let under = 0; under < alternatives.length; under++) {
      if (over === under) continue;
      const counts = { better: 0, equal: 0, worse: 0, unknown: 0 };
      columns.forEach((column, at) => {
        const sign = criteria[at]?.type === 'cost' ? -1 : 1;
        const lead = sign * ((column[over] as number) - (column[under] as number));
        if (Number.isNaN(lead)) counts.unknown += 1;
        else if (lead > 0) counts.better += 1;
        else if (lead < 0) counts.worse += 1;
        else counts.equal += 1;
      });
      const dominates = counts.worse === 0 && counts.unknown === 0 && counts.better > 0;
      pairs.push({ over, under, ...counts, dominates });
    }
  }
  return pairs;
}

/** Numbers of the alternatives that no other dominates: only among them can a sound method find the best. */
export function notDominated(matrix: DecisionMatrix): readonly number[] {
  const beaten = new Set(
    dominanceTable(matrix).flatMap(({ under, dominates }) => (dominates ? [under] : [])),
  );
  return Array.from(matrix.alternatives.keys()).filter((row) => !beaten.has(row));
}
