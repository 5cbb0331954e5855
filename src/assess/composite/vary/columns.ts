import { AfterlodeError } from '../../../base/index.js';
import { normaliseColumns, selectRows, stretchesOf, wholeOf } from '../chain/index.js';
import { screen } from '../check/index.js';
import { denominate } from '../denominate/index.js';
import { impute } from '../impute/index.js';
import { treat } from '../treat/index.js';
import type { PreparedGroup } from '../aggregate/index.js';
import type {
  AggregationRule,
  Chain,
  DataTable,
  Hierarchy,
  IndicatorSpec,
  Stretch,
  Values,
} from '../types.js';

/** A table as it is before normalisation. */
export interface FilledTable {
  /** Rows of the first table that are left. */
  readonly rows: Int32Array;
  readonly kept: DataTable;
  readonly treated: readonly Values[];
  readonly reference: Uint8Array | null;
}

/** A table as it is before aggregation, with what can be worked out once for it. */
export interface ScaledTable {
  readonly filled: FilledTable;
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

/** How a node is aggregated; `ready` holds what can be worked out once for a group of indicators. */
export interface RuledGroup {
  readonly rule: AggregationRule;
  readonly minimumCoverage: number | null;
  readonly names: (child: number, row: number) => string;
  ready: PreparedGroup | null;
}

/**
 * The steps up to the treatment of outliers, as `runChain` takes them, without their records.
 *
 * @throws AfterlodeError INDEX_EMPTY where the screening leaves no unit, and the faults of the steps
 */
export function fillTable(table: DataTable, hierarchy: Hierarchy, chain: Chain): FilledTable {
  const divided = chain.denominate ? denominate(table).columns : table.columns;
  const imputed = impute(divided, chain.impute, { table, hierarchy, stretches: stretchesOf(table) });
  const rows = screened(imputed.columns, table, chain);
  const kept = selectRows({ ...table, columns: imputed.columns }, rows);
  const { columns } = treat(kept.columns, chain.treat, {
    indicators: table.indicators,
    stretches: chain.treatScope === 'each' ? stretchesOf(kept) : [wholeOf(kept)],
  });
  const reference = chain.reference && Uint8Array.from(rows, (row) => chain.reference?.[row] ?? 1);
  return { rows, kept, treated: columns, reference };
}

function screened(columns: readonly Values[], table: DataTable, chain: Chain): Int32Array {
  const all = Int32Array.from(table.units, (_, row) => row);
  if (!chain.screen) return all;
  const { keep } = screen(columns, chain.screen);
  const rows = all.filter((row) => keep[row] === 1);
  if (rows.length > 0) return rows;
  throw new AfterlodeError('INDEX_EMPTY', 'screen', {
    found: {
      en: `no unit with ${chain.screen.threshold} of its cells`,
      zh: `没有单元的数值比例达到 ${chain.screen.threshold}`,
    },
    expected: { en: 'a lower share', zh: '较低的比例' },
  });
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
