import { type Issue, issue } from '../../../base/index.js';
import { denominate } from '../denominate/index.js';
import { impute } from '../impute/index.js';
import { treat } from '../treat/index.js';
import type { Chain, ChainRun, DataTable, Hierarchy, Values } from '../types.js';
import { effectiveWeights } from './given-weights.js';
import { normaliseColumns } from './normalise-columns.js';
import { scoreNodes } from './score-nodes.js';
import { screenRows } from './screen-rows.js';
import { rowsOf, selectRows } from './select-rows.js';
import { stretchesOf, wholeOf } from './stretches.js';

/**
 * Runs an index: denominate, impute, screen, treat, normalise, weigh, aggregate; every step leaves its record.
 *
 * @throws AfterlodeError the faults of the steps, INDEX_… codes
 */
export function runChain(table: DataTable, hierarchy: Hierarchy, chain: Chain): ChainRun {
  const issues: Issue[] = [];
  const told = <Step extends { readonly issues: readonly Issue[] }>(step: Step): Step => {
    issues.push(...step.issues);
    return step;
  };
  const denominated = chain.denominate ? told(denominate(table)).columns : table.columns;
  const stretches = stretchesOf(table);
  const imputed = told(impute(denominated, chain.impute, { table, hierarchy, stretches }));
  const rows = screenRows(imputed.columns, table, chain, issues);
  const kept = selectRows({ ...table, columns: imputed.columns }, rows);
  const reference = chain.reference && Uint8Array.from(rows, (row) => chain.reference?.[row] ?? 1);
  const keptStretches = stretchesOf(kept);
  const treated = told(
    treat(kept.columns, chain.treat, {
      indicators: table.indicators,
      stretches: chain.treatScope === 'each' ? keptStretches : [wholeOf(kept)],
    }),
  );
  const normalised = normaliseColumns(treated.columns, kept, { ...chain, reference });
  issues.push(...lostColumns(table, treated.columns, normalised.columns));
  const input = { hierarchy, kept, treated: treated.columns, normalised: normalised.columns, reference };
  const scored = scoreNodes(input, chain, issues);
  const all = rows.length === table.units.length;
  return {
    table,
    hierarchy,
    chain,
    rows,
    kept,
    denominated: all ? denominated : denominated.map((column) => rowsOf(column, rows)),
    imputedPoints: imputed.points,
    treated: treated.columns,
    treatments: treated.records,
    scales: normalised.scales,
    stretches: keptStretches,
    ...scored,
    effectiveWeights: effectiveWeights(hierarchy, scored.weights),
    issues,
  };
}

/** Indicators that have values and no score: equal everywhere, or a reference that is no reference. */
function lostColumns(table: DataTable, before: readonly Values[], after: readonly Values[]): Issue[] {
  return table.indicators.flatMap(({ code }, at) => {
    const lost = after[at]?.every(Number.isNaN) && !before[at]?.every(Number.isNaN);
    return lost ? [issue('INDEX_CONSTANT', 'warning', code)] : [];
  });
}
