import { AfterlodeError } from '../../../base/index.js';
import { aggregate, combine, prepare } from '../aggregate/index.js';
import { ruleOf } from '../chain/index.js';
import type { HierarchyNode, Values } from '../types.js';
import { type Choices, choose } from './choose.js';
import { fillTable, type ScaledTable, scaleTable } from './columns.js';
import { drawWeights } from './draw-weights.js';
import { perturbGoalposts, perturbValues } from './perturb.js';
import { rankInto } from './rank-into.js';
import type { Study } from './study.js';

/** Score and rank of every unit of a study in one replication; `NaN` is missing. */
export interface Replication {
  readonly scores: Values;
  readonly ranks: Values;
}

/** Space for a replication of a study. */
export function emptyReplication({ units }: Study): Replication {
  return { scores: new Float64Array(units.length), ranks: new Float64Array(units.length) };
}

/**
 * Runs the index once as uniform numbers choose, one for each factor.
 *
 * @param shares in [0, 1)
 * @param into written over
 * @throws AfterlodeError the fault that makes the replication fail; INDEX_EMPTY where no unit gets a score
 */
export function replicate(study: Study, shares: Float64Array, into: Replication): void {
  const choices = choose(study, shares);
  const scaled = scaledTable(study, choices);
  const weights = drawWeights(study, choices, scaled);
  const index = aggregateAll(study, choices, scaled, weights);
  into.scores.fill(Number.NaN);
  const { rows } = scaled.filled;
  for (let row = 0; row < index.length; row++) {
    const unit = (rows[scaled.stretch.from + row] as number) - study.stretch.from;
    into.scores[unit] = index[row] as number;
  }
  if (rankInto(into.scores, into.ranks) > 0) return;
  throw new AfterlodeError('INDEX_EMPTY', 'replication', {
    found: 'no unit with a score',
    expected: 'one unit or more',
  });
}

function scaledTable(study: Study, choices: Choices): ScaledTable {
  const { run, factors, stretch } = study;
  const { chain, fillKey, scaleKey, numbers } = choices;
  return study.scaled.get(`${fillKey}/${scaleKey}`, () => {
    const filled = study.filled.get(fillKey, () => {
      const at = factors.findIndex(({ vary }) => vary === 'values');
      const factor = factors[at];
      const table =
        factor?.vary === 'values' ? perturbValues(run.table, factor, numbers[at] as number) : run.table;
      return fillTable(table, run.hierarchy, chain);
    });
    const at = factors.findIndex(({ vary }) => vary === 'goalposts');
    const factor = factors[at];
    const { indicators } = run.table;
    const shifted =
      factor?.vary === 'goalposts' ? perturbGoalposts(indicators, factor, numbers[at] as number) : indicators;
    return scaleTable(filled, shifted, chain, stretch);
  });
}

/** The index in the rows that are ranked. Groups of indicators are made ready once for a table and its rules. */
function aggregateAll(study: Study, choices: Choices, scaled: ScaledTable, weights: Float64Array): Values {
  const { nodes, leaves } = study.run.hierarchy;
  const columns = columnsFor(study, scaled);
  const known = scaled.prepared.get(choices.ruleKey) ?? [];
  scaled.prepared.set(choices.ruleKey, known);
  for (let at = leaves; at < nodes.length; at++) {
    const node = nodes[at] as HierarchyNode;
    const into = columns[at] as Values;
    const shares = Float64Array.from(node.children, (child) => weights[child] as number);
    // Nothing of the group is left: it is missing and has no weight.
    if (shares.every((share) => share === 0)) {
      into.fill(Number.NaN);
      continue;
    }
    const ready = known[at];
    if (ready) {
      combine(ready, shares, into);
      continue;
    }
    const { children, rule, options } = groupOf(study, choices, scaled, node, columns);
    if (node.children.every((child) => child < leaves)) {
      const group = prepare(children, rule, options);
      known[at] = group;
      combine(group, shares, into);
    } else {
      aggregate(children, shares, rule, { ...options, into });
    }
  }
  return columns[nodes.length - 1] as Values;
}

function groupOf(
  study: Study,
  { chain }: Choices,
  scaled: ScaledTable,
  node: HierarchyNode,
  columns: readonly Values[],
) {
  const { hierarchy, table } = study.run;
  return {
    children: node.children.map((child) => columns[child] as Values),
    rule: ruleOf(node, hierarchy, chain),
    options: {
      minimumCoverage: node.minimumCoverage ?? chain.minimumCoverage,
      names: (child: number, row: number) => {
        const unit = table.units[scaled.filled.rows[scaled.stretch.from + row] as number];
        return `${hierarchy.nodes[node.children[child] as number]?.code} of ${unit}`;
      },
    },
  };
}

/** Normalised columns of the rows that are ranked, followed by space for the aggregates. */
function columnsFor({ run, space }: Study, { leaves }: ScaledTable): readonly Values[] {
  const rows = leaves[0]?.length ?? 0;
  if (space.rows !== rows) {
    space.columns = run.hierarchy.nodes.map(() => new Float64Array(0));
    for (let at = leaves.length; at < space.columns.length; at++) space.columns[at] = new Float64Array(rows);
    space.rows = rows;
  }
  leaves.forEach((column, at) => {
    space.columns[at] = column;
  });
  return space.columns;
}
