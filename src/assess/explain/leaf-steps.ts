import type { CityId, Period, Text } from '../../base/index.js';
import { formatAddress } from '../address.js';
import type { Imputation, Scale, Transform } from '../composite/index.js';
import type { Explanation, IndexScores, ScoredNode } from '../types.js';
import { computationNode } from './nodes.js';
import { explainValue } from './value.js';
import { indicatorWords, once, placeText, titled, type Walk } from './walk.js';

/** Where an explained score stands. */
export interface ScorePlace {
  readonly city: CityId;
  readonly period: Period;
  /** In the scores' arrays. */
  readonly cell: number;
}

/** The value that a leaf's score is made from: as observed or computed, filled in, treated, whichever came last. */
export function explainStepValue(
  walk: Walk,
  scores: IndexScores,
  at: number,
  place: ScorePlace,
): Explanation {
  const node = scores.nodes[at] as ScoredNode;
  const value = explainValue(walk, place.city, place.period, node.indicator as never);
  const row = scores.rowOf[place.cell] ?? -1;
  if (row < 0) return value;
  const { run } = scores;
  const leaf = scores.placeOf[at] as number;
  const filled = run.kept.columns[leaf]?.[row] as number;
  const treated = run.treated[leaf]?.[row] as number;
  const before = run.denominated[leaf]?.[row] as number;
  const imputed = Number.isNaN(before) && !Number.isNaN(filled);
  const from = imputed
    ? step(walk, node, place, 'imputed', filled, imputedHow(run.chain.impute), value)
    : value;
  if (Number.isNaN(treated) || treated === filled) return from;
  const record = run.treatments.find(
    (one) => one.column === leaf && row >= one.stretch.from && row < one.stretch.to,
  );
  return step(walk, node, place, 'treated', treated, treatedHow(record?.transform ?? null, filled), from);
}

function step(
  walk: Walk,
  node: ScoredNode,
  place: ScorePlace,
  kind: 'imputed' | 'treated',
  value: number,
  how: Text,
  from: Explanation,
): Explanation {
  const id = formatAddress({ kind, city: place.city, period: place.period, node: node.id });
  return once(walk, id, () =>
    computationNode(walk.catalog, {
      id,
      label: titled(node.label, placeText(walk, place.city, place.period)),
      value,
      unit: indicatorWords(walk.catalog, String(node.indicator)).unit,
      how,
      method: kind === 'imputed' ? 'impute/README' : 'treat/winsor',
      inputs: [from],
    }),
  );
}

function imputedHow(how: Imputation): Text {
  const by = 'by' in how ? ` (${how.by})` : '';
  return { en: `missing; filled in by ${how.method}${by}`, zh: `缺失；按 ${how.method}${by} 填补` };
}

function treatedHow(transform: Transform | null, before: number): Text {
  if (transform === null)
    return { en: `outlier; winsorised from ${before}`, zh: `离群值；由 ${before} 缩尾` };
  const name = typeof transform === 'string' ? transform : `Box–Cox, λ = ${transform.boxCox}`;
  return {
    en: `transformed (${name}), since winsorising did not suffice`,
    zh: `经变换（${name}），因缩尾不足以消除偏斜`,
  };
}

/** The scale of a leaf in the time of a cell; null where the run has no such row. */
export function scaleAt(scores: IndexScores, at: number, cell: number): Scale | null {
  const row = scores.rowOf[cell] ?? -1;
  const time = scores.run.stretches.findIndex(({ from, to }) => row >= from && row < to);
  return scores.run.scales[time]?.[scores.placeOf[at] as number] ?? null;
}
