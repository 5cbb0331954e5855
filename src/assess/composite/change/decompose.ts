import { AfterlodeError } from '../../../base/index.js';
import { aggregate, exponentOf } from '../aggregate/index.js';
import { ruleOf } from '../chain/index.js';
import type { AggregationRule, Hierarchy, HierarchyNode } from '../types.js';
import { splitMean } from './split-mean.js';
import { mostChildren, splitOrders } from './split-orders.js';
import { splitScore } from './split-score.js';
import type { ChangePart, Decomposition, PartKind, Place, SiblingParts, Side } from './types.js';

/** Numbers of the same node in both runs; -1 where a run does not have it. */
interface Twin {
  readonly code: string;
  readonly before: number;
  readonly after: number;
}

/** Rules that look at all units at once; a change of one unit cannot be split under them. */
const wholeRules: ReadonlySet<AggregationRule['rule']> = new Set(['copeland', 'wroclaw', 'bod']);

/**
 * Splits the difference between the scores of two rows into indicators, exactly: two times of a unit, two units, or the
 * same unit in two versions of an index (nodes are matched by code).
 *
 * Level by level a parent's change falls on its children (`splitMean`, `splitOrders`); a child's part is handed down by
 * its slope, points of the index for a point of the child, so that the parts of all levels sum to the change. At the
 * indicators, what came from the figure is told from what came from other ends of the scale (`splitScore`). The rest of
 * the rounding, below 1e-12 of the scores, is added to the largest part. Missing on one side: a part of kind `coverage`
 * of that node; missing at the node itself: no parts.
 *
 * @param node code of the node that is split; the index if absent
 * @throws AfterlodeError INDEX_NOT_SPLIT for a rule that looks at all units, different rules, or more children than
 *   orders can be tried; INDEX_NOT_FOUND for a node that both runs do not have
 */
export function decompose(before: Place, after: Place, node?: string): Decomposition {
  const top = twinOf(before.run.hierarchy, after.run.hierarchy, node ?? indexCode(after.run.hierarchy));
  if (top.before < 0 || top.after < 0) {
    throw new AfterlodeError('INDEX_NOT_FOUND', 'node', {
      found: top.code,
      expected: after.run.hierarchy.nodes.map(({ code }) => code).join(', '),
    });
  }
  const from = scoreOf(before, top.before);
  const to = scoreOf(after, top.after);
  const change = to - from;
  const empty = { node: top.code, before: from, after: to, change, parts: [], children: [] };
  if (Number.isNaN(change)) return empty;
  const parts: ChangePart[] = [];
  const origins: number[] = [];
  const children = childrenOf(top, before, after);
  const add = (origin: number) => (code: string, kind: PartKind, amount: number) => {
    if (amount === 0) return;
    parts.push({ code, kind, amount });
    origins.push(origin);
  };
  if (children.length === 0) addLeaf(top, 1, before, after, add(0));
  else walk(top, 1, before, after, (at) => add(at));
  giveRounding(parts, change);
  const sums = children.map(({ code }) => ({ code, amount: 0 }));
  parts.forEach(({ amount }, at) => {
    const sum = sums[origins[at] as number];
    if (sum) sum.amount += amount;
  });
  return { ...empty, parts, children: sums };
}

type Add = (code: string, kind: PartKind, amount: number) => void;

/** Hands the change of a node, times its slope in the top node, down to its children. */
function walk(twin: Twin, slope: number, before: Place, after: Place, adding: (child: number) => Add): void {
  const children = childrenOf(twin, before, after);
  const made = splitSiblings(twin, children, before, after);
  children.forEach((child, at) => {
    const add = adding(at);
    add(child.code, 'weight', slope * (made.weight[at] as number));
    add(child.code, 'coverage', slope * (made.coverage[at] as number));
    const inner = slope * (made.slopes[at] as number);
    if (inner === 0) return;
    if (childrenOf(child, before, after).length === 0) addLeaf(child, inner, before, after, add);
    else walk(child, inner, before, after, () => add);
  });
}

function addLeaf(twin: Twin, slope: number, before: Place, after: Place, add: Add): void {
  const { value, scale } = splitScore(twin.after, before, twin.before, after);
  add(twin.code, 'value', slope * value);
  add(twin.code, 'scale', slope * scale);
}

function splitSiblings(twin: Twin, children: readonly Twin[], before: Place, after: Place): SiblingParts {
  const rule = sharedRule(twin, before, after);
  const sides = [sideOf(twin, children, before, 'before'), sideOf(twin, children, after, 'after')] as const;
  const exponent = exponentOf(rule);
  if (exponent !== null) return splitMean(...sides, exponent);
  const moving = children.length;
  if (wholeRules.has(rule.rule) || moving > mostChildren) {
    throw new AfterlodeError('INDEX_NOT_SPLIT', twin.code, {
      found: wholeRules.has(rule.rule)
        ? rule.rule
        : { en: `${rule.rule} of ${moving} children`, zh: `${moving} 个子项的 ${rule.rule}` },
      expected: {
        en: `amean, gmean, hmean, power, or mpi, ampi, owa of at most ${mostChildren} children`,
        zh: `amean、gmean、hmean、power，或子项不超过 ${mostChildren} 个的 mpi、ampi、owa`,
      },
    });
  }
  return splitOrders(...sides, (columns, shares) =>
    aggregate(columns, shares, rule, { minimumCoverage: null }),
  );
}

function sharedRule(twin: Twin, before: Place, after: Place): AggregationRule {
  const [old, young] = [
    [before, twin.before],
    [after, twin.after],
  ].map(([place, at]) => {
    const { hierarchy, chain } = (place as Place).run;
    return ruleOf(hierarchy.nodes[at as number] as HierarchyNode, hierarchy, chain);
  }) as [AggregationRule, AggregationRule];
  if (JSON.stringify(old) === JSON.stringify(young)) return young;
  throw new AfterlodeError('INDEX_NOT_SPLIT', twin.code, {
    found: { en: `${old.rule} before, ${young.rule} after`, zh: `前为 ${old.rule}，后为 ${young.rule}` },
    expected: { en: 'the same rule on both sides', zh: '前后相同的汇总方法' },
  });
}

function sideOf(twin: Twin, children: readonly Twin[], place: Place, side: 'before' | 'after'): Side {
  return {
    values: Float64Array.from(children, (child) => scoreOf(place, child[side])),
    shares: Float64Array.from(children, (child) => place.run.weights[child[side]] ?? 0),
    score: scoreOf(place, twin[side]),
  };
}

function scoreOf({ run, row }: Place, node: number): number {
  return run.scores[node]?.[row] ?? Number.NaN;
}

/** Children of either run, those of the later one first. */
function childrenOf(twin: Twin, before: Place, after: Place): Twin[] {
  const codes = (hierarchy: Hierarchy, at: number) =>
    (hierarchy.nodes[at]?.children ?? []).map((child) => hierarchy.nodes[child]?.code ?? '');
  const [old, young] = [before.run.hierarchy, after.run.hierarchy];
  const all = new Set([...codes(young, twin.after), ...codes(old, twin.before)]);
  return Array.from(all, (code) => twinOf(old, young, code));
}

function twinOf(before: Hierarchy, after: Hierarchy, code: string): Twin {
  const find = (hierarchy: Hierarchy) => hierarchy.nodes.findIndex((node) => node.code === code);
  const young = find(after);
  return { code, before: before === after ? young : find(before), after: young };
}

function indexCode(hierarchy: Hierarchy): string {
  return hierarchy.nodes.at(-1)?.code ?? '';
}

/** Adds what rounding left over to the largest part, so that the parts sum to the change as added from first to last. */
function giveRounding(parts: ChangePart[], change: number): void {
  const largest = parts.reduce(
    (best, { amount }, at) => (Math.abs(amount) > Math.abs(parts[best]?.amount ?? 0) ? at : best),
    0,
  );
  const found = parts[largest];
  if (!found) return;
  for (let round = 0; round < 3; round++) {
    const rest = change - parts.reduce((sum, { amount }) => sum + amount, 0);
    if (rest === 0) return;
    const part = parts[largest] as ChangePart;
    parts[largest] = { ...part, amount: part.amount + rest };
  }
}
