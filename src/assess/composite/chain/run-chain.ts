import { type Issue, issue } from '../../../base/index.js';
import { emptyScaleIssue } from '../normalise/index.js';
import type { Chain, ChainRun, DataTable, Hierarchy, Scale, Stretch, TreatmentRecord } from '../types.js';
import { checkInput } from './check-input.js';
import { fillTable } from './fill-table.js';
import { effectiveWeights } from './given-weights.js';
import { listed } from './listed.js';
import { normaliseColumns } from './normalise-columns.js';
import { scoreNodes } from './score-nodes.js';
import { rowsOf } from './select-rows.js';
import { stretchesOf } from './stretches.js';

/**
 * Runs an index: denominate, impute, screen, treat, normalise, weigh, aggregate; every step leaves its record.
 *
 * @throws AfterlodeError the faults of the steps, INDEX_… codes
 */
export function runChain(table: DataTable, hierarchy: Hierarchy, chain: Chain): ChainRun {
  checkInput(table, hierarchy);
  const issues: Issue[] = [];
  const filled = fillTable(table, hierarchy, chain, issues);
  const { rows, kept, treated, reference } = filled;
  const stretches = stretchesOf(kept);
  const normalised = normaliseColumns(treated, kept, { ...chain, reference });
  issues.push(
    ...lostColumns(kept, stretches, normalised.scales),
    ...mixedUnits(table, chain, filled.treatments),
  );
  const input = { hierarchy, kept, treated, normalised: normalised.columns, reference };
  const scored = scoreNodes(input, chain, issues);
  const all = rows.length === table.units.length;
  return {
    table,
    hierarchy,
    chain,
    rows,
    kept,
    denominated: all ? filled.denominated : filled.denominated.map((column) => rowsOf(column, rows)),
    imputedPoints: filled.imputedPoints,
    treated,
    treatments: filled.treatments,
    scales: normalised.scales,
    stretches,
    ...scored,
    effectiveWeights: effectiveWeights(hierarchy, scored.weights),
    issues,
  };
}

/** Indicators that have values and no score, in a time or in all. */
function lostColumns(
  { indicators, times }: DataTable,
  stretches: readonly Stretch[],
  scales: readonly (readonly Scale[])[],
): Issue[] {
  return indicators.flatMap(({ code }, at) => {
    const lost = [...scales.keys()].filter((time) => emptyScaleIssue(scales[time]?.[at] as Scale, code));
    const [first] = lost;
    if (first === undefined) return [];
    const named = listed(lost.map((time) => `${times?.[stretches[time]?.from ?? 0] ?? ''}`));
    const where = lost.length === scales.length ? code : `${code} (${named})`;
    return emptyScaleIssue(scales[first]?.[at] as Scale, where) ?? [];
  });
}

/**
 * Goalposts and targets are in natural units: after a transform of the values they no longer fit, which is said.
 */
function mixedUnits(table: DataTable, chain: Chain, records: readonly TreatmentRecord[]): Issue[] {
  const changed = new Set(records.filter(({ transform }) => transform !== null).map(({ column }) => column));
  return [...changed].flatMap((column) => {
    const code = table.indicators[column]?.code ?? '';
    const { method } = chain.normaliseOne.get(code) ?? chain.normalise;
    const natural = method === 'goalposts' || method === 'distance-to-target';
    return natural ? [issue('INDEX_UNITS_MIXED', 'warning', code, { found: method })] : [];
  });
}
