import { AfterlodeError, sameText, type Text } from '../../../base/index.js';
import { ruleOf } from '../chain/index.js';
import type { ChainRun, HierarchyNode, Values } from '../types.js';
import { aggregationWords, scaleWords } from './rule-words.js';

/** A number of a run with what it was made from, down to the cells of the table. */
export interface Trace {
  readonly kind: 'aggregate' | 'normalised' | 'treated' | 'imputed' | 'denominated' | 'cell';
  /** Of the node, or of the column for a denominator. */
  readonly code: string;
  /** `NaN` is missing. */
  readonly value: number;
  /** Share among its siblings; null below an indicator and for the index. */
  readonly weight: number | null;
  /** In words and symbols: what was done with the inputs. */
  readonly how: Text;
  readonly inputs: readonly Trace[];
}

/**
 * Opens one number of a run: an aggregate to its children with their weights, a normalised indicator to its value as
 * treated, filled in, divided and read; steps that changed nothing are left out.
 *
 * @param row of the rows that stayed (`run.kept`)
 * @throws AfterlodeError NUMBER_UNKNOWN for a code or row that the run does not have
 */
export function traceScore(run: ChainRun, code: string, row: number): Trace {
  const at = run.hierarchy.nodes.findIndex((node) => node.code === code);
  if (at < 0 || !(row >= 0 && row < run.kept.units.length)) {
    throw new AfterlodeError('NUMBER_UNKNOWN', code, {
      found: at < 0 ? code : { en: `row ${row}`, zh: `第 ${row} 行` },
      expected: run.hierarchy.nodes.map((node) => node.code).join(', '),
    });
  }
  return traceNode(run, at, row);
}

function traceNode(run: ChainRun, at: number, row: number): Trace {
  const node = run.hierarchy.nodes[at] as HierarchyNode;
  const shared = {
    code: node.code,
    value: run.scores[at]?.[row] as number,
    weight: node.parent < 0 ? null : (run.weights[at] as number),
  };
  if (at < run.hierarchy.leaves) {
    const time = run.stretches.findIndex(({ from, to }) => row >= from && row < to);
    const scale = run.scales[time]?.[at];
    const how = scale ? scaleWords(scale) : sameText('');
    return { ...shared, kind: 'normalised', how, inputs: [traceTreated(run, at, row)] };
  }
  return {
    ...shared,
    kind: 'aggregate',
    how: aggregationWords(ruleOf(node, run.hierarchy, run.chain)),
    inputs: node.children.map((child) => traceNode(run, child, row)),
  };
}

function traceTreated(run: ChainRun, at: number, row: number): Trace {
  const from = traceImputed(run, at, row);
  const value = run.treated[at]?.[row] as number;
  if (Object.is(value, from.value)) return from;
  const record = run.treatments.find(
    ({ column, stretch }) => column === at && row >= stretch.from && row < stretch.to,
  );
  const transform = record?.transform ?? null;
  const name =
    typeof transform === 'string' || transform === null ? transform : `Box–Cox ${transform.boxCox}`;
  const how =
    name === null
      ? { en: 'outlier, winsorised', zh: '离群值，缩尾' }
      : { en: `transformed: ${name}`, zh: `变换：${name}` };
  return { kind: 'treated', code: from.code, value, weight: null, how, inputs: [from] };
}

function traceImputed(run: ChainRun, at: number, row: number): Trace {
  const from = traceDenominated(run, at, row);
  const value = run.kept.columns[at]?.[row] as number;
  if (Object.is(value, from.value)) return from;
  const { method } = run.chain.impute;
  const how = { en: `missing, filled in: ${method}`, zh: `缺失，已填补：${method}` };
  return { kind: 'imputed', code: from.code, value, weight: null, how, inputs: [from] };
}

function traceDenominated(run: ChainRun, at: number, row: number): Trace {
  const { code, denominator } = run.table.indicators[at] as ChainRun['table']['indicators'][number];
  const cell = cellOf(run, code, run.table.columns[at] as Values, row);
  if (!run.chain.denominate || denominator === null) return cell;
  const divisor = cellOf(run, denominator, run.table.denominators.get(denominator) as Values, row);
  const value = run.denominated[at]?.[row] as number;
  const how = { en: `${code} ÷ ${denominator}`, zh: `${code} ÷ ${denominator}` };
  return { kind: 'denominated', code, value, weight: null, how, inputs: [cell, divisor] };
}

/** A cell of the table as it was given. */
function cellOf({ rows, table }: ChainRun, code: string, column: Values, row: number): Trace {
  const given = rows[row] as number;
  const time = table.times ? ` ${table.times[given]}` : '';
  const unit = `${table.units[given]}${time}`;
  return {
    kind: 'cell',
    code,
    value: column[given] as number,
    weight: null,
    how: { en: `table, ${unit}, column ${code}`, zh: `表，${unit}，列 ${code}` },
    inputs: [],
  };
}
