import { AfterlodeError, phrases } from '../../../base/index.js';
import type { Hierarchy, JudgementMatrix, Weighting } from '../types.js';
import { column, gridOf, numberIn, wrong } from './grid.js';
import { choiceAt, numberAt, textAt, wordOf } from './words.js';

/** Words of `--weights`. */
export const weightings = [
  'meta',
  'equal',
  'entropy',
  'critic',
  'std',
  'pca',
  'merec',
  'gini',
  'ahp',
  'rank-sum',
  'rank-reciprocal',
  'rank-order-centroid',
  'correlation',
] as const;

/**
 * `meta`, `entropy:levels`, `correlation:2:given`. Weights from ranks order siblings by their given weight, the heaviest
 * first; equal ones share their places.
 *
 * @param judgements table of pairwise judgements, for `ahp`
 */
export function weightingOf(
  text: string,
  hierarchy: Hierarchy,
  judgements: readonly (readonly string[])[] | undefined,
): Weighting {
  const found = wordOf(text, weightings, '--weights');
  switch (found.word) {
    case 'meta':
      return { method: 'given' };
    case 'equal':
      return { method: 'equal' };
    case 'ahp':
      if (judgements) return { method: 'ahp', judgements: judgementsOf(judgements) };
      throw new AfterlodeError('CALL_OPTION', '--weights', {
        found: 'ahp',
        expected: { en: 'ahp with --judgements', zh: 'ahp 与 --judgements 一同给出' },
      });
    case 'rank-sum':
    case 'rank-reciprocal':
    case 'rank-order-centroid':
      return { method: found.word, orders: ordersOf(hierarchy) };
    case 'correlation': {
      textAt(found, 0, 'LEVEL');
      return {
        method: 'correlation',
        level: numberAt(found, 0, 2),
        target: choiceAt(found, 1, ['equal', 'given']),
        bounds: [numberAt(found, 2, 0), numberAt(found, 3, 1)],
      };
    }
    default:
      return { method: found.word, scope: choiceAt(found, 0, ['leaves', 'levels', 'whole']) };
  }
}

function ordersOf({ nodes }: Hierarchy): ReadonlyMap<string, readonly string[]> {
  const groups = nodes.filter(({ children }) => children.length > 0);
  return new Map(
    groups.map(({ code, children }) => {
      const byWeight = new Map<number, string[]>();
      for (const child of children) {
        const node = nodes[child];
        if (node) kept(byWeight, node.weight, (): string[] => []).push(node.code);
      }
      const heaviest = [...byWeight].sort(([a], [b]) => b - a);
      return [code, heaviest.map(([, codes]) => codes.join(' = '))];
    }),
  );
}

/**
 * A table `parent, judge, row, column, value`: one judgement a line; the opposite one may be left out.
 *
 * @throws AfterlodeError INDEX_TABLE
 */
export function judgementsOf(
  rows: readonly (readonly string[])[],
): ReadonlyMap<string, readonly JudgementMatrix[]> {
  const grid = gridOf('judgements', rows);
  const text = (cells: readonly string[], name: string, needed = true) =>
    cells[column(grid, name, needed)]?.trim() ?? '';
  const byParent = new Map<string, Map<string, Map<string, number>>>();
  grid.rows.forEach((cells, at) => {
    const where = phrases.cellOf('judgements', at + 2, 'value');
    const value = numberIn(text(cells, 'value'), where);
    if (!(value > 0)) throw wrong(where, text(cells, 'value') || phrases.nothing, phrases.numberAbove0);
    const judges = kept(byParent, text(cells, 'parent'), () => new Map<string, Map<string, number>>());
    const pairs = kept(judges, text(cells, 'judge', false), () => new Map<string, number>());
    const pair = `${text(cells, 'row')}\n${text(cells, 'column')}`;
    if (pairs.has(pair))
      throw wrong(
        where,
        { en: pair.replace('\n', ' and '), zh: pair.replace('\n', ' 与 ') },
        phrases.pairOnce,
      );
    pairs.set(pair, value);
  });
  return new Map(
    Array.from(byParent, ([parent, judges]) => [
      parent,
      Array.from(judges, ([judge, pairs]) => matrixOf(judge, pairs)),
    ]),
  );
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function matrixOf(judge: string, pairs: ReadonlyMap<string, number>): JudgementMatrix {
  const codes = [...new Set([...pairs.keys()].flatMap((pair) => pair.split('\n')))];
  const values = new Float64Array(codes.length ** 2).fill(Number.NaN);
  const at = (row: string, column: string) => codes.indexOf(row) * codes.length + codes.indexOf(column);
  for (const code of codes) values[at(code, code)] = 1;
  for (const [pair, value] of pairs) {
    const [row = '', column = ''] = pair.split('\n');
    values[at(row, column)] = value;
    if (!pairs.has(`${column}\n${row}`)) values[at(column, row)] = 1 / value;
  }
  return { judge, codes, values };
}
