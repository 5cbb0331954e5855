import { AfterlodeError } from '../../../base/index.js';
import { combine, type PreparedGroup, prepare, prepareChanging } from '../aggregate/index.js';
import { fillTable, ruleOf } from '../chain/index.js';
import type { HierarchyNode, Values } from '../types.js';
import { type Choices, choose } from './choose.js';
import { ownTable, type RuledGroup, type ScaledTable, scaleTable } from './columns.js';
import { drawWeights } from './draw-weights.js';
import { perturbGoalposts, perturbValues } from './perturb.js';
import { type RankSpace, rankInto, rankSpace } from './rank-into.js';
import type { Study } from './study.js';

/** Score and rank of every unit of a study in one replication; `NaN` is missing. */
export interface Replication {
  readonly scores: Values;
  readonly ranks: Values;
  /** Room in which the units are ranked. */
  readonly space: RankSpace;
}

/** Space for a replication of a study. */
export function emptyReplication({ units }: Study): Replication {
  return {
    scores: new Float64Array(units.length),
    ranks: new Float64Array(units.length),
    space: rankSpace(units.length),
  };
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
  place(study, scaled, index, into.scores);
  if (rankInto(into.scores, into.ranks, into.space) > 0) return;
  throw new AfterlodeError('INDEX_EMPTY', 'replication', {
    found: { en: 'no unit with a score', zh: '没有单元得到分数' },
    expected: { en: 'one unit or more', zh: '至少一个单元' },
  });
}

/** Scores of the index by unit; units that were screened out or are not ranked have none. */
function place({ stretch, ranked }: Study, scaled: ScaledTable, index: Values, into: Values): void {
  const { rows } = scaled.filled;
  const first = scaled.stretch.from;
  const shift = stretch.from;
  into.fill(Number.NaN);
  for (let row = 0; row < index.length; row++) {
    const unit = (rows[first + row] as number) - shift;
    if (ranked === null || ranked[unit] === 1) into[unit] = index[row] as number;
  }
}

function scaledTable(study: Study, choices: Choices): ScaledTable {
  const { run, factors, stretch } = study;
  const { chain, fillKey, scaleKey, numbers } = choices;
  return study.scaled.get(`${fillKey}/${scaleKey}`, () => {
    if (fillKey === '' && scaleKey === '') return ownTable(run, stretch);
    const filled = study.filled.get(fillKey, () => {
      const at = factors.findIndex(({ vary }) => vary === 'values');
      const factor = factors[at];
      const table =
        factor?.vary === 'values' ? perturbValues(run.table, factor, numbers[at] as number) : run.table;
      return fillTable(table, run.hierarchy, chain, []);
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
  const { columns, shares: allShares } = spaceFor(study, scaled);
  const groups = groupsOf(study, choices, scaled);
  for (let at = leaves; at < nodes.length; at++) {
    const { children } = nodes[at] as HierarchyNode;
    const into = columns[at] as Values;
    const shares = allShares[at] as Float64Array;
    let sum = 0;
    for (let place = 0; place < shares.length; place++) {
      const share = weights[children[place] as number] as number;
      shares[place] = share;
      sum += share;
    }
    // Nothing of the group is left: it is missing and has no weight.
    if (sum === 0) into.fill(Number.NaN);
    else combine(readyGroup(groups[at] as RuledGroup, children, columns), shares, into);
  }
  return columns[nodes.length - 1] as Values;
}

/** A group that was made ready before, unless the columns it reads are no longer those in use. */
function readyGroup(
  group: RuledGroup,
  children: readonly number[],
  columns: readonly Values[],
): PreparedGroup {
  if (group.ready && (group.ofLeaves || group.within === columns)) return group.ready;
  const make = group.ofLeaves ? prepare : prepareChanging;
  const scores = children.map((child) => columns[child] as Values);
  group.ready = make(scores, group.rule, group);
  group.within = columns;
  return group.ready;
}

/** By node, with what can be kept for this table and these rules. */
function groupsOf(
  study: Study,
  { chain, ruleKey }: Choices,
  scaled: ScaledTable,
): (RuledGroup | undefined)[] {
  const found = scaled.groups.get(ruleKey);
  if (found) return found;
  const { hierarchy, table } = study.run;
  const { rows } = scaled.filled;
  const { from } = scaled.stretch;
  const made = hierarchy.nodes.map((node, at): RuledGroup | undefined => {
    if (at < hierarchy.leaves) return undefined;
    const names = (child: number, row: number) =>
      `${hierarchy.nodes[node.children[child] as number]?.code} of ${table.units[rows[from + row] as number]}`;
    const minimumCoverage = node.minimumCoverage ?? chain.minimumCoverage;
    const ofLeaves = node.children.every((child) => child < hierarchy.leaves);
    const rule = ruleOf(node, hierarchy, chain);
    return { rule, minimumCoverage, names, ofLeaves, ready: null, within: null };
  });
  scaled.groups.set(ruleKey, made);
  return made;
}

/** Normalised columns of the rows that are ranked, followed by space for the aggregates; space for weights by node. */
function spaceFor({ run, space }: Study, { leaves }: ScaledTable): Study['space'] {
  const { nodes } = run.hierarchy;
  const rows = leaves[0]?.length ?? 0;
  if (space.rows !== rows) {
    space.columns = nodes.map((_, at) => new Float64Array(at < leaves.length ? 0 : rows));
    space.shares = nodes.map(({ children }) => new Float64Array(children.length));
    space.rows = rows;
  }
  leaves.forEach((column, at) => {
    space.columns[at] = column;
  });
  return space;
}
