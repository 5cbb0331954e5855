import type { SuccessorRow } from '../../api/contract.js';
import {
  type Candidate,
  type Successor,
  type SuccessorCriterion,
  type SuccessorWeights,
  successorCriteria,
  successorsOf,
} from '../../plan/index.js';

/** A row of the answer with score and order by the weights of the reader. */
export interface Ranked {
  readonly row: SuccessorRow;
  readonly rank: number;
  readonly found: Successor;
}

/** Rows in the order that other weights give; gates and what may strand are as answered. */
export function reranked(
  rows: readonly SuccessorRow[],
  weights: SuccessorWeights,
  carbonMiddle: number | null,
): readonly Ranked[] {
  const byName = new Map(rows.map((row) => [row.activity, row]));
  return successorsOf(rows.map(candidateOf), weights, carbonMiddle ?? Number.NaN).map((found, at) => ({
    row: byName.get(found.activity) as SuccessorRow,
    rank: at + 1,
    found,
  }));
}

function candidateOf({ activity, figures, gates, controlled }: SuccessorRow): Candidate {
  const known = Object.fromEntries(
    successorCriteria.map((name) => [name, figures[name] ?? Number.NaN]),
  ) as Record<SuccessorCriterion, number>;
  return {
    activity,
    figures: known,
    controlled,
    gates: gates.map(({ gate, needs, has, sense }) => {
      return { name: gate, needs: needs ?? Number.NaN, has: has ?? Number.NaN, sense };
    }),
  };
}
