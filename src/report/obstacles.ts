import { obstacleDegrees } from '../assess/index.js';
import { column, percentCell, scoreCell, textCell, type Writing } from './blocks.js';
import type { IndexPart } from './labels.js';
import type { TableBlock } from './types.js';
import { words as common } from './words.js';
import { storyWords as words } from './words-story.js';

/** So many are named. */
const most = 5;

/**
 * The indicators that hold the first index of the period back most, by obstacle degree; null where no leaf has a score, or
 * where weights are not the catalog's own and so cannot be read from it.
 */
export function obstacleTable(writing: Writing, parts: readonly IndexPart[]): TableBlock | null {
  const { lang, page, context } = writing;
  const root = parts.find(({ depth }) => depth === 0);
  const index = [...context.catalog.indices.values()].find(({ id }) => id === root?.index);
  if (!root || index?.steps.weights.method !== 'given') return null;
  const own = parts.filter((part) => part.index === root.index);
  const leaves = own
    .filter(({ leaf }) => leaf)
    .map((part) => ({ part, score: page.checkup.scores[part.node] ?? null, weight: weightOf(own, part) }));
  const scores = leaves.map(({ score }) => Float64Array.of(score === null ? Number.NaN : score / 100));
  const degrees = obstacleDegrees(
    scores,
    leaves.map(({ weight }) => weight),
  );
  const found = leaves
    .map((leaf, at) => ({ ...leaf, degree: degrees[at]?.[0] ?? Number.NaN }))
    .filter(({ degree }) => degree > 0)
    .sort((a, b) => b.degree - a.degree)
    .slice(0, most);
  if (found.length === 0) return null;
  const head = common.heads;
  return {
    kind: 'table',
    caption: words.captions.obstacles[lang],
    columns: [
      column(head.indicator, lang, 'left', 44),
      column(words.heads.degree, lang, 'right', 16),
      column(head.score, lang, 'right', 12),
    ],
    rows: found.map(({ part, score, degree }) => [
      textCell(part.label),
      percentCell(degree, lang),
      scoreCell(score, lang, `score/${page.city.id}/${page.period}/${part.node}`),
    ]),
    notes: [words.notes.obstacles[lang], writing.origin],
  };
}

/** Share of a leaf in the whole index: the product of shares among siblings on its way up. */
function weightOf(parts: readonly IndexPart[], leaf: IndexPart): number {
  const above = (node: string) => node.slice(0, node.lastIndexOf('.'));
  let product = 1;
  for (let node = leaf.node; node.includes('.'); node = above(node)) {
    const siblings = parts.filter((one) => one.depth > 0 && above(one.node) === above(node));
    const sum = siblings.reduce((all, one) => all + (one.weight ?? 0), 0);
    product *= (parts.find((one) => one.node === node)?.weight ?? 0) / sum;
  }
  return product;
}
