import type { PreparedGroup } from '../aggregate/index.js';
import { type FilledTable, normaliseColumns } from '../chain/index.js';
import type { AggregationRule, Chain, ChainRun, IndicatorSpec, Stretch, Values } from '../types.js';

/** A table as it is before aggregation, with what can be worked out once for it. */
export interface ScaledTable {
  readonly filled: Pick<FilledTable, 'rows' | 'kept' | 'treated' | 'reference'>;
  readonly normalised: readonly Values[];
  /** Rows that are ranked, in the columns. */
  readonly stretch: Stretch;
  /** The normalised columns of these rows. */
  readonly leaves: readonly Values[];
  /** By choice of rules, then by node. */
  readonly groups: Map<string, (RuledGroup | undefined)[]>;
  /** By what decides on them: weights by node. */
  readonly weights: Map<string, Float64Array>;
}

/** How a node is aggregated; `ready` holds what can be worked out once, `within` the columns for which it was. */
export interface RuledGroup {
  readonly rule: AggregationRule;
  readonly minimumCoverage: number | null;
  readonly names: (child: number, row: number) => string;
  /** Whether all children are indicators, whose scores stay as they are. */
  readonly ofLeaves: boolean;
  ready: PreparedGroup | null;
  within: readonly Values[] | null;
}

/**
 * Normalises a table and cuts out the rows that are ranked.
 *
 * @param ranked rows of the first table
 */
export function scaleTable(
  filled: FilledTable,
  indicators: readonly IndicatorSpec[],
  chain: Chain,
  ranked: Stretch,
): ScaledTable {
  const kept = { ...filled.kept, indicators };
  const { columns } = normaliseColumns(filled.treated, kept, { ...chain, reference: filled.reference });
  return cut(filled, columns, ranked);
}

/**
 * The table as the run itself left it, for replications that choose nothing before the weights: normalising it again would give the same.
 *
 * @param ranked rows of the first table
 */
export function ownTable(run: ChainRun, ranked: Stretch): ScaledTable {
  const { rows, kept, treated, chain, hierarchy, scores } = run;
  const reference = chain.reference && Uint8Array.from(rows, (row) => chain.reference?.[row] ?? 1);
  return cut({ rows, kept, treated, reference }, scores.slice(0, hierarchy.leaves), ranked);
}

function cut(filled: ScaledTable['filled'], columns: readonly Values[], ranked: Stretch): ScaledTable {
  const { rows } = filled;
  let from = 0;
  while (from < rows.length && (rows[from] as number) < ranked.from) from += 1;
  let to = from;
  while (to < rows.length && (rows[to] as number) < ranked.to) to += 1;
  return {
    filled,
    normalised: columns,
    stretch: { from, to },
    leaves: columns.map((column) => column.subarray(from, to)),
    groups: new Map(),
    weights: new Map(),
  };
}
