import { issue, rankDescending, toEdge } from '../../../base/index.js';
import { runChain } from '../chain/index.js';
import type { ChainRun, HierarchyNode, Values } from '../types.js';
import { chainOf } from './chain-of.js';
import { readTables } from './read-tables.js';
import { stepRecords } from './step-records.js';
import type { ReadTables, ScoreTables, ScoreTablesOptions, TableScores } from './types.js';

/** A run of two tables with what was said while they were read. */
export interface TablesRun extends Pick<ReadTables, 'names' | 'issues'> {
  readonly run: ChainRun;
}

/**
 * Runs an index from COINr's two tables.
 *
 * @throws AfterlodeError CALL_OPTION for a word or number that is no choice, INDEX_TABLE, INDEX_NOT_POSITIVE and other
 * faults of the steps
 */
export function runTables(tables: ScoreTables, options: ScoreTablesOptions = {}): TablesRun {
  const { table, hierarchy, names, issues } = readTables(tables);
  const run = runChain(table, hierarchy, chainOf(options, hierarchy));
  // What imputation leaves open it says itself.
  const isOpen = (code: string) => code !== 'INDEX_MISSING' || run.chain.impute.method === 'none';
  return {
    run,
    names,
    issues: [...issues.filter(({ code }) => isOpen(code)), ...unapplied(run), ...run.issues],
  };
}

/** A composite index from COINr's two tables, as the doors answer it; faults as of `runTables`. */
export function scoreTables(tables: ScoreTables, options: ScoreTablesOptions = {}): TableScores {
  return tableScores(runTables(tables, options));
}

/** The answer of a run: scores and ranks by unit, weights, steps. */
export function tableScores({ run, issues }: TablesRun): TableScores {
  const { hierarchy, kept, scores } = run;
  const ranks = ranksOf(run);
  const several = run.stretches.length > 1;
  const results = kept.units.map((unit, row) => ({
    unit,
    ...(several && { time: kept.times?.[row] as number }),
    scores: Object.fromEntries(
      hierarchy.nodes.map(({ code }, at) => [code, toEdge((scores[at] as Values)[row] as number)]),
    ),
    rank: toEdge(ranks[row] as number),
  }));
  return { results, weights: weightTable(run), steps: stepRecords(run), issues };
}

/** Ranks by the index inside each time, by kept row; missing scores and rows out of the reference have none. */
export function ranksOf({ scores, stretches, rows, chain }: ChainRun): Values {
  const top = (scores.at(-1) as Values).map((score, at) =>
    chain.reference?.[rows[at] as number] === 0 ? Number.NaN : score,
  );
  const ranks = new Float64Array(top.length);
  for (const { from, to } of stretches) ranks.set(rankDescending(top.subarray(from, to)), from);
  return ranks;
}

function unapplied({ chain, table }: ChainRun) {
  const found = table.indicators.filter(({ denominator }) => denominator !== null).length;
  if (chain.denominate || found === 0) return [];
  return [
    issue(
      'INDEX_DENOMINATOR_UNUSED',
      'note',
      { en: 'meta column Denominator', zh: 'meta 的 Denominator 列' },
      { found },
    ),
  ];
}

/** Given weights stand as they were given; computed ones sum to 1 among siblings. */
function weightTable(run: ChainRun): TableScores['weights'] {
  const { nodes } = run.hierarchy;
  return nodes.map((node, at) => ({
    code: node.code,
    level: node.level,
    parent: nodes[node.parent]?.code ?? null,
    weight: weightShown(run, node, at),
    effective: run.effectiveWeights[at] as number,
  }));
}

function weightShown({ chain, weights }: ChainRun, node: HierarchyNode, at: number): number {
  const { method } = chain.weigh;
  if (method === 'given') return node.weight;
  return method === 'equal' ? 1 : (weights[at] as number);
}
