import {
  type DecisionResult,
  decide,
  dominanceTable,
  rankReversal,
  readDecision,
  type WeightStability,
  weightStability,
} from '../../assess/index.js';
import type { Issue } from '../../base/index.js';
import { readCsvRows } from '../../files/index.js';
import { type McdaWords, optionsOf } from './options.js';

/** Settings of a decision as words, and what is wanted besides. */
export interface McdaAsked extends McdaWords {
  readonly dominance?: boolean;
  readonly pairs?: boolean;
  readonly stability?: boolean;
  readonly reversal?: boolean;
}

/** Options of the command `mcda`, as written. */
export interface McdaCall extends McdaAsked {
  /** CSV of alternatives. */
  readonly matrix: string;
  /** CSV of criteria. */
  readonly criteria: string;
  /** CSV of pairwise judgements, for the weights `ahp`. */
  readonly judgements?: string;
}

type Cells = readonly (readonly string[])[];

/** The tables of a decision, headings first. */
export interface McdaTables {
  readonly matrix: Cells;
  readonly criteria: Cells;
  readonly judgements: Cells | null;
}

type Numbers = Readonly<Record<string, number | null>>;

/** Answer of `mcda`; missing is null. */
export interface McdaAnswer {
  readonly method: string;
  readonly higherIsBetter: boolean;
  /** In the order of the table of criteria, sum 1. */
  readonly weights: readonly {
    readonly code: string;
    readonly type: string;
    readonly weight: number;
    /** Intermediate values by criterion, such as the best value. */
    readonly details: Numbers;
  }[];
  /** In the order of the matrix. */
  readonly results: readonly {
    readonly alternative: string;
    /** null for an alternative that was left out. */
    readonly score: number | null;
    readonly rank: number | null;
    /** Intermediate values by alternative, such as both distances. */
    readonly details: Numbers;
  }[];
  /** Settings and conditions, such as the acceptable advantage of VIKOR. */
  readonly facts: Readonly<Record<string, number | boolean>>;
  /** With `--pairs`: intermediate values of one alternative against another. */
  readonly pairs?: readonly {
    readonly alternative: string;
    readonly over: string;
    readonly details: Numbers;
  }[];
  /** With `--dominance`: criteria on which one is better, equal, worse than the other, or unknown. */
  readonly dominance?: readonly {
    readonly alternative: string;
    readonly over: string;
    readonly better: number;
    readonly equal: number;
    readonly worse: number;
    readonly unknown: number;
    readonly dominates: boolean;
  }[];
  /** With `--stability`: how far each weight may move before another comes first. */
  readonly stability?: readonly WeightStability[];
  /** With `--reversal`: what removing or copying an alternative turns round among the others. */
  readonly reversal?: readonly {
    readonly change: 'removed' | 'copied';
    readonly alternative: string;
    readonly turned: readonly (readonly [before: string, after: string])[];
    readonly firstChanged: boolean;
  }[];
  readonly issues: readonly Issue[];
}

/**
 * Judges the alternatives of a table by a method of decision analysis.
 *
 * @throws AfterlodeError CALL_OPTION, CALL_FILE_MISSING, and the faults of `readDecision` and `decide`
 */
export async function mcda(call: McdaCall): Promise<McdaAnswer> {
  const [matrix, criteria] = [await readCsvRows(call.matrix), await readCsvRows(call.criteria)];
  const judgements = call.judgements === undefined ? null : await readCsvRows(call.judgements);
  return mcdaOf({ matrix, criteria, judgements }, call);
}

/** As `mcda`, of tables that are there. */
export function mcdaOf({ judgements, ...tables }: McdaTables, call: McdaAsked): McdaAnswer {
  const read = readDecision(tables);
  const options = optionsOf(call, read, judgements);
  const { matrix } = read;
  const result = decide(matrix, options);
  const name = (row: number) => matrix.alternatives[row] as string;
  return {
    method: result.method,
    higherIsBetter: result.higherIsBetter,
    weights: matrix.criteria.map(({ code, type }, at) => ({
      code,
      type,
      weight: result.weights[at] as number,
      details: numbersAt(result.byCriterion, at),
    })),
    results: matrix.alternatives.map((alternative, at) => ({
      alternative,
      score: orNull(result.scores[at]),
      rank: orNull(result.ranks[at]),
      details: numbersAt(result.byAlternative, at),
    })),
    facts: result.facts,
    ...(call.pairs && { pairs: pairsOf(result, name) }),
    ...(call.dominance && {
      dominance: dominanceTable(matrix).map(({ over, under, ...counts }) => ({
        alternative: name(over),
        over: name(under),
        ...counts,
      })),
    }),
    ...(call.stability && {
      stability: weightStability(matrix, options),
    }),
    ...(call.reversal && {
      reversal: rankReversal(matrix, options).map(({ alternative, turned, ...one }) => ({
        ...one,
        alternative: name(alternative),
        turned: turned.map(([before, after]) => [name(before), name(after)] as const),
      })),
    }),
    issues: [...read.issues, ...result.issues],
  };
}

function pairsOf({ rows, byPair }: DecisionResult, name: (row: number) => string) {
  return Array.from(rows).flatMap((row, at) =>
    Array.from(rows).flatMap((other, place) =>
      row === other
        ? []
        : [
            {
              alternative: name(row),
              over: name(other),
              details: numbersAt(byPair, at * rows.length + place),
            },
          ],
    ),
  );
}

function numbersAt(named: DecisionResult['byPair'], at: number): Numbers {
  return Object.fromEntries(Object.entries(named).map(([name, values]) => [name, orNull(values[at])]));
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
