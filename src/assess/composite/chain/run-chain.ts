import { type Issue, issue } from '../../../base/index.js';
import { denominate } from '../denominate/index.js';
import { impute } from '../impute/index.js';
import { emptyScaleIssue } from '../normalise/index.js';
import { treat } from '../treat/index.js';
import type {
  Chain,
  ChainRun,
  DataTable,
  Hierarchy,
  Scale,
  Stretch,
  TreatmentRecord,
  Values,
} from '../types.js';
import { checkInput, checkSizes } from './check-input.js';
import { effectiveWeights } from './given-weights.js';
import { listed } from './listed.js';
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
  checkInput(table, hierarchy);
  const issues: Issue[] = [];
  const told = <Step extends { readonly issues: readonly Issue[] }>(step: Step): Step => {
    issues.push(...step.issues);
    return step;
  };
  const denominated = chain.denominate ? told(denominate(table)).columns : table.columns;
  checkSizes(denominated, table);
  const stretches = stretchesOf(table);
  const imputed = told(impute(denominated, chain.impute, { table, hierarchy, stretches }));
  const counted = chain.screen?.of === 'observed' ? denominated : imputed.columns;
  const rows = screenRows(counted, table, chain, issues);
  issues.push(...whollyImputed(table, denominated, imputed.columns, rows));
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
  issues.push(
    ...lostColumns(kept, keptStretches, normalised.scales),
    ...mixedUnits(table, chain, treated.records),
  );
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
