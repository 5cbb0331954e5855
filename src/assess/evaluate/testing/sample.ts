import { id, type Period } from '../../../base/index.js';
import type { Aspect, Catalog, ClassScheme, Evaluation } from '../../../catalog/index.js';
import type { Panel } from '../../../observe/index.js';
import type { City } from '../../../register/index.js';
import {
  branch,
  catalog,
  city,
  index,
  indicator,
  leaf,
  lightParameters,
  panel,
  parameter,
  register,
} from '../../testing/sample.js';
import type { EvaluateRequest } from '../evaluate.js';

/** A province and its towns with an index of two goalposts, for the tests of this folder. */

export const word = (text: string) => ({ en: text, zh: text });
const place = { file: 'x.yaml', line: 1 };
export const from = id<'period'>('2010') as Period;
export const to = id<'period'>('2020') as Period;

const evaluation: Evaluation = {
  id: 'e',
  order: 1,
  label: word('e'),
  note: null,
  index: 'i',
  structure: 'i.work',
  region: 'province',
  weights: { level: 1, change: 1, gap: 1 },
  references: [],
  mark: 'D',
  ...place,
};

const grades: ClassScheme = {
  id: 'evaluation_quality',
  label: word('quality'),
  classes: [
    { id: 'insufficient', label: word('i'), from: null, to: 0.5 },
    { id: 'weak', label: word('w'), from: 0.5, to: 0.8 },
    { id: 'fair', label: word('f'), from: 0.8, to: 0.95 },
    { id: 'good', label: word('g'), from: 0.95, to: null },
  ],
  references: [],
  mark: 'D',
  ...place,
};

const aspect: Aspect = {
  id: 'industry',
  order: 1,
  label: word('industry'),
  note: null,
  items: ['jobs', 'nowhere'].map((name) => ({
    id: name,
    label: null,
    indicator: id<'indicator'>(name),
    fit: 'same' as const,
    note: null,
    source: word('bureau'),
    form: 'long',
    mark: 'D' as const,
  })),
  references: [],
  mark: 'D',
  ...place,
};

/** Two goalposts 0–100, so that scores are the mean of both values. */
export function catalogOf(more: Partial<Catalog> = {}, evaluated = evaluation): Catalog {
  const post = [0, 100] as const;
  const of = [branch('work', [leaf('jobs', 1, post)]), branch('life', [leaf('homes', 1, post)])].map(
    (one) => ({ ...one, weight: 0.5 }),
  );
  const made = catalog({
    indicators: [
      indicator('jobs'),
      indicator('homes'),
      indicator('nowhere'),
      indicator('funds_approved'),
      indicator('funds_disbursed'),
      indicator('less', { better: 'less' }),
      indicator('plain', { better: 'neither' }),
    ],
    indices: [index('i', of, { minimumCoverage: 1 })],
    parameters: [
      ...lightParameters(),
      parameter('evaluation_region_minimum', 2),
      parameter('rank_runs', 200),
    ],
  });
  return {
    ...made,
    classes: new Map([[grades.id, grades]]),
    aspects: new Map([[aspect.id, aspect]]),
    evaluations: new Map([[evaluated.id, evaluated]]),
    ...more,
  };
}

export const province = city('x-1', {
  level: 'province',
  listed: false,
  type: null,
  name: word('North'),
  resources: [],
});
export const towns = (count: number): City[] =>
  Array.from({ length: count }, (_, at) => city(`x-${at + 2}`, { parent: 'x-1', name: word(`T${at}`) }));

/** Rows of province and towns: `[jobs 2010, jobs 2020]`; homes are always 50. */
export function request(
  rows: readonly (readonly number[])[],
  more: Partial<EvaluateRequest> = {},
  flags: Record<string, number[][]> = {},
): EvaluateRequest {
  const given: Panel = panel(['2010', '2020'], { jobs: rows, homes: rows.map(() => [50, 50]) }, flags);
  return {
    panel: given,
    catalog: catalogOf(),
    register: register([province, ...towns(rows.length - 1)]),
    evaluation,
    from,
    to,
    ...more,
  };
}
