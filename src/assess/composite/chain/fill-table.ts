import { type Issue, issue } from '../../../base/index.js';
import { denominate } from '../denominate/index.js';
import { impute } from '../impute/index.js';
import { treat } from '../treat/index.js';
import type { Chain, DataTable, Hierarchy, ImputedPoint, TreatmentRecord, Values } from '../types.js';
import { checkSizes } from './check-input.js';
import { screenRows } from './screen-rows.js';
import { selectRows } from './select-rows.js';
import { stretchesOf, wholeOf } from './stretches.js';

/** A table as it is before normalisation, with the records of the steps up to there. */
export interface FilledTable {
  /** After division; all rows of the table. */
  readonly denominated: readonly Values[];
  readonly imputedPoints: readonly ImputedPoint[];
  /** Rows of the table that passed the screening; what follows holds these rows only. */
  readonly rows: Int32Array;
  readonly kept: DataTable;
  readonly treated: readonly Values[];
  readonly treatments: readonly TreatmentRecord[];
  /** Rows that make scales and weights; null: all. */
  readonly reference: Uint8Array | null;
}

/**
 * The steps before normalisation: denominate, impute, screen, treat. A run and its replications both take them here.
 *
 * @param issues what the steps tell is added
 * @throws AfterlodeError the faults of the steps, INDEX_… codes
 */
export function fillTable(
  table: DataTable,
  hierarchy: Hierarchy,
  chain: Chain,
  issues: Issue[],
): FilledTable {
  const told = <Step extends { readonly issues: readonly Issue[] }>(step: Step): Step => {
    issues.push(...step.issues);
    return step;
  };
  const denominated = chain.denominate ? told(denominate(table)).columns : table.columns;
  checkSizes(denominated, table);
  const imputed = told(
    impute(denominated, chain.impute, { table, hierarchy, stretches: stretchesOf(table) }),
  );
  const counted = chain.screen?.of === 'observed' ? denominated : imputed.columns;
  const rows = screenRows(counted, table, chain, issues);
  issues.push(...whollyImputed(table, denominated, imputed.columns, rows));
  const kept = selectRows({ ...table, columns: imputed.columns }, rows);
  const treated = told(
    treat(kept.columns, chain.treat, {
      indicators: table.indicators,
      stretches: chain.treatScope === 'each' ? stretchesOf(kept) : [wholeOf(kept)],
    }),
  );
  return {
    denominated,
    imputedPoints: imputed.points,
    rows,
    kept,
    treated: treated.columns,
    treatments: treated.records,
    reference: chain.reference && Uint8Array.from(rows, (row) => chain.reference?.[row] ?? 1),
  };
}

/** Units that are scored though nothing of them was observed: every value was filled in. */
function whollyImputed(
  table: DataTable,
  observed: readonly Values[],
  filled: readonly Values[],
  rows: Int32Array,
): Issue[] {
  const found = Array.from(rows).filter(
    (row) =>
      observed.every((column) => Number.isNaN(column[row])) &&
      filled.some((column) => !Number.isNaN(column[row])),
  );
  if (found.length === 0) return [];
  const names = found.slice(0, 10).map((row) => table.units[row]);
  return [issue('INDEX_WHOLLY_IMPUTED', 'warning', names.join(', '), { found: found.length })];
}
