import { AfterlodeError, type Issue, issue, rankDescending, toEdge } from '../../../base/index.js';
import { aggregateColumn } from './aggregate-column.js';
import { normaliseColumn } from './normalise-column.js';
import { readTables } from './read-tables.js';
import {
  aggregations,
  normalisations,
  type ReadTables,
  type ScoreTables,
  type ScoreTablesOptions,
  type TableAggregation,
  type TableNode,
  type TableNormalisation,
  type TableScores,
  type TableWeighting,
  weightings,
} from './types.js';

interface Plan {
  readonly normalise: TableNormalisation;
  /** The last one counts for all levels above. */
  readonly aggregate: readonly TableAggregation[];
  readonly weights: TableWeighting;
  readonly minimumCoverage: number | null;
  readonly range: readonly [low: number, high: number];
}

/**
 * A composite index from COINr's two tables: normalise the indicators, then aggregate level by level, then rank.
 *
 * @throws AfterlodeError CALL_OPTION for a word or number that is no choice, INDEX_TABLE, INDEX_NOT_POSITIVE
 */
export function scoreTables(tables: ScoreTables, options: ScoreTablesOptions = {}): TableScores {
  const plan = planOf(options);
  const read = readTables(tables);
  const issues: Issue[] = [...read.issues];
  const scores = new Map<string, Float64Array>();
  for (const [code, values] of read.values) {
    const normal = normaliseColumn(read.nodes.get(code) as TableNode, values, plan.normalise, plan.range);
    const lost = normal.every(Number.isNaN) && !values.every(Number.isNaN);
    if (lost) issues.push(issue('INDEX_CONSTANT', 'warning', code));
    scores.set(code, normal);
  }
  const levels = [...new Set([...read.nodes.values()].filter(isAggregate).map(({ level }) => level))];
  for (const node of read.nodes.values()) {
    if (!isAggregate(node)) continue;
    const rule = plan.aggregate[levels.indexOf(node.level)] ?? (plan.aggregate.at(-1) as TableAggregation);
    const children = node.children.map((code) => ({
      node: read.nodes.get(code) as TableNode,
      weight: weightOf(read.nodes.get(code) as TableNode, plan),
      scores: scores.get(code) as Float64Array,
    }));
    scores.set(node.code, aggregateColumn(children, read.units, rule, plan.minimumCoverage));
  }
  return { ...answer(read, scores), weights: weightTable(read, plan), steps: stepTable(plan), issues };
}

function isAggregate(node: TableNode): boolean {
  return node.children.length > 0;
}

function planOf(options: ScoreTablesOptions): Plan {
  const { impute = 'none', treat = 'none', minimumCoverage = null, range = [0, 100] } = options;
  chosen(impute, ['none'], '--impute');
  chosen(treat, ['none'], '--treat');
  if (minimumCoverage !== null && !(minimumCoverage >= 0 && minimumCoverage <= 1)) {
    throw new AfterlodeError('CALL_OPTION', '--minimum-coverage', {
      found: minimumCoverage,
      expected: 'a number from 0 to 1',
    });
  }
  const rules = (options.aggregate ?? 'amean').split(',');
  return {
    normalise: chosen(options.normalise ?? 'minmax', normalisations, '--normalise'),
    aggregate: rules.map((rule) => chosen(rule.trim(), aggregations, '--aggregate')),
    weights: chosen(options.weights ?? 'meta', weightings, '--weights'),
    minimumCoverage,
    range,
  };
}

function chosen<Word extends string>(found: string, words: readonly Word[], option: string): Word {
  const word = words.find((one) => one === found);
  if (word) return word;
  throw new AfterlodeError('CALL_OPTION', option, { found, expected: words.join(', ') });
}

function weightOf(node: TableNode, plan: Plan): number {
  return plan.weights === 'equal' ? 1 : node.weight;
}

function answer(read: ReadTables, scores: ReadonlyMap<string, Float64Array>): Pick<TableScores, 'results'> {
  const top = [...read.nodes.keys()].at(-1) as string;
  const ranks = rankDescending(scores.get(top) as Float64Array);
  const results = read.units.map((unit, at) => ({
    unit,
    scores: Object.fromEntries(
      [...read.nodes.keys()].map((code) => [code, toEdge(scores.get(code)?.[at] ?? Number.NaN)]),
    ),
    rank: toEdge(ranks[at] as number),
  }));
  return { results };
}

/** Parents stand behind their children, so effective weights are found from the end. */
function weightTable(read: ReadTables, plan: Plan): TableScores['weights'] {
  const effective = new Map<string, number>();
  for (const node of [...read.nodes.values()].reverse()) {
    const siblings = node.parent === null ? [node.code] : (read.nodes.get(node.parent)?.children ?? []);
    const sum = siblings.reduce((all, code) => all + weightOf(read.nodes.get(code) as TableNode, plan), 0);
    const above = node.parent === null ? 1 : (effective.get(node.parent) as number);
    effective.set(node.code, sum === 0 ? 0 : (above * weightOf(node, plan)) / sum);
  }
  return [...read.nodes.values()].map((node) => ({
    code: node.code,
    level: node.level,
    parent: node.parent,
    weight: weightOf(node, plan),
    effective: effective.get(node.code) as number,
  }));
}

function stepTable(plan: Plan): TableScores['steps'] {
  const coverage = plan.minimumCoverage === null ? 'none' : `${plan.minimumCoverage}`;
  return [
    { step: 'impute', method: 'none', detail: 'a missing value drops out together with its weight' },
    { step: 'treat', method: 'none', detail: 'values as they stand' },
    {
      step: 'normalise',
      method: plan.normalise,
      detail: plan.normalise === 'minmax' ? `${plan.range[0]} to ${plan.range[1]}` : '',
    },
    { step: 'weights', method: plan.weights, detail: 'relative among siblings' },
    { step: 'aggregate', method: plan.aggregate.join(', '), detail: `minimum coverage ${coverage}` },
  ];
}
