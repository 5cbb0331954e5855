import type { CityId, IndicatorId, Period, Text } from '../../base/index.js';
import { flagsBeside, flagsOf } from '../flags/index.js';
import { cellValue } from '../judge.js';
import type { Explanation, IndexScores } from '../types.js';
import type { Walk } from './walk.js';

/** A node with the flags that must stand beside its number; a gap has none. */
export function flagged(
  walk: Walk,
  node: Explanation,
  city: CityId,
  period: Period,
  indicator: IndicatorId,
): Explanation {
  if (node.value === null) return node;
  const notes = flagNotes(walk, city, period, [indicator]);
  return notes.length === 0 ? node : { ...node, remarks: [...node.remarks, ...notes] };
}

/** Labels of the flags beside values of some indicators in a unit and period, each once. */
export function flagNotes(
  walk: Walk,
  city: CityId,
  period: Period,
  indicators: readonly IndicatorId[],
): readonly Text[] {
  const row = walk.panel.cities.indexOf(city);
  const at = walk.panel.periods.indexOf(period);
  if (row < 0 || at < 0) return [];
  const known = indicators.filter((one) => !Number.isNaN(cellValue(walk.panel, one, row, at)));
  const flags = flagsOf(walk.judgeIn(period), row);
  const here = new Set(known.flatMap((one) => flagsBeside(flags, one)));
  return [...here].map(({ label }) => label);
}

/** The flags beside what a node of an index is made of: its leaf, or the leaves below it. */
export function nodeFlagNotes(
  walk: Walk,
  scores: IndexScores,
  node: number,
  city: CityId,
  period: Period,
): readonly Text[] {
  const notes = flagNotes(walk, city, period, leavesBelow(scores, node));
  if (scores.nodes[node]?.indicator !== null) return notes;
  return notes.map(({ en, zh }) => ({ en: `part of it flatters: ${en}`, zh: `其中有粉饰之数：${zh}` }));
}

/** Indicators of the leaves at or below a node. */
export function leavesBelow(scores: Pick<IndexScores, 'nodes'>, node: number): readonly IndicatorId[] {
  const found = scores.nodes[node];
  if (!found) return [];
  return found.indicator === null
    ? found.children.flatMap((child) => leavesBelow(scores, child))
    : [found.indicator];
}
