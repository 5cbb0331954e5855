import type { IndexScores } from '../types.js';
import type { ScoreChangePart } from './types.js';

/**
 * What each branch right below an index adds to the change of its score between two periods: its share of the weights of the branches
 * that have a score, times its score, at the end less at the beginning. The parts sum to the change; a branch that has a score at one
 * end only moves the others' shares too, which is in their parts.
 *
 * @param city place in `scores.cities`
 * @param from place in `scores.periods`
 * @returns empty where the index is no weighted arithmetic mean, or has no score at one of the ends
 */
export function changeParts(
  scores: IndexScores,
  city: number,
  from: number,
  to: number,
): readonly ScoreChangePart[] {
  const [root] = scores.nodes;
  if (root?.aggregate !== 'arithmetic') return [];
  const at = (node: number, period: number) =>
    scores.values[node]?.[city * scores.periods.length + period] ?? Number.NaN;
  if (Number.isNaN(at(0, from) + at(0, to))) return [];
  const weightOf = (node: number) => scores.nodes[node]?.weight ?? 0;
  const shares = (period: number) => {
    const known = root.children.filter((node) => !Number.isNaN(at(node, period)));
    const sum = known.reduce((all, node) => all + weightOf(node), 0);
    return new Map(known.map((node) => [node, (weightOf(node) / sum) * at(node, period)]));
  };
  const [first, last] = [shares(from), shares(to)];
  return root.children
    .filter((node) => first.has(node) || last.has(node))
    .map((node) => ({
      node: scores.nodes[node]?.id ?? '',
      points: (last.get(node) ?? 0) - (first.get(node) ?? 0),
    }));
}
