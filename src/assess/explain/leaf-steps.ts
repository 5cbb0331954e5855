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
  const made = imputed
    ? stepNode(
        walk,
        node,
        place,
        { kind: 'imputed', value: filled, ...imputedWords(run.chain.impute) },
        value,
      )
    : value;
  if (Number.isNaN(treated) || treated === filled) return made;
  const record = run.treatments.find(
    ({ column, stretch }) => column === leaf && row >= stretch.from && row < stretch.to,
  );
  const words = treatedWords(record?.transform ?? null, filled);
  return stepNode(walk, node, place, { kind: 'treated', value: treated, ...words }, made);
}

interface Step {
  readonly kind: 'imputed' | 'treated';
  readonly value: number;
  readonly how: Text;
  readonly method: string;
}

function stepNode(
  walk: Walk,
  node: ScoredNode,
  place: ScorePlace,
  { kind, ...step }: Step,
  from: Explanation,
): Explanation {
  const id = formatAddress({ kind, city: place.city, period: place.period, node: node.id });
  return once(walk, id, () =>
    computationNode(walk.catalog, {
      id,
      label: titled(node.label, placeText(walk, place.city, place.period)),
      unit: indicatorWords(walk.catalog, String(node.indicator)).unit,
      ...step,
      inputs: [from],
    }),
  );
}

const imputePages: Readonly<Record<Imputation['method'], string>> = {
  none: 'impute/mean-median',
  mean: 'impute/mean-median',
  median: 'impute/mean-median',
  'group-mean': 'impute/group',
  'group-median': 'impute/group',
  'row-mean': 'impute/row',
  'row-median': 'impute/row',
  latest: 'impute/over-time',
  constant: 'impute/over-time',
  linear: 'impute/over-time',
  'linear-constant': 'impute/over-time',
};

function imputedWords(how: Imputation): Pick<Step, 'how' | 'method'> {
  const by = 'by' in how ? ` (${how.by})` : '';
  return {
    how: { en: `missing; filled in by ${how.method}${by}`, zh: `缺失；按 ${how.method}${by} 填补` },
    method: imputePages[how.method],
  };
}

function treatedWords(transform: Transform | null, before: number): Pick<Step, 'how' | 'method'> {
  if (transform === null) {
    const how = { en: `outlier; winsorised from ${before}`, zh: `离群值；由 ${before} 缩尾` };
    return { how, method: 'treat/winsor' };
  }
  const name = typeof transform === 'string' ? transform : `Box–Cox, λ = ${transform.boxCox}`;
  return {
    how: {
      en: `transformed (${name}), since winsorising did not suffice`,
      zh: `经变换（${name}），因缩尾不足以消除偏斜`,
    },
    method: `treat/${typeof transform === 'string' ? transform : 'box-cox'}`,
  };
}

/** The scale of a leaf in the time of a cell; null where the run has no such row. */
export function scaleAt(scores: IndexScores, at: number, cell: number): Scale | null {
  const row = scores.rowOf[cell] ?? -1;
  const time = scores.run.stretches.findIndex(({ from, to }) => row >= from && row < to);
  return scores.run.scales[time]?.[scores.placeOf[at] as number] ?? null;
}
