import { type Text } from '../base/index.js';
/** The kinds of catalog files, in the order of docs/architecture.md part 3. */
export const kindNames = [
  'catalog',
  'units',
  'references',
  'source_order',
  'observed',
  'indicators',
  'parameters',
  'classes',
  'indices',
  'lights',
  'problems',
  'claims',
  'layouts',
  'threshold_sets',
  'axes',
  'transfer_formulas',
  'land_rules',
  'checkup',
  'survey',
  'forms',
  'aspects',
  'evaluations',
  'disorder',
  'transition_cases',
  'measures',
  'matching',
  'successors',
  'cases',
  'overlay',
] as const;

/** A kind of catalog file. */
export type Kind = (typeof kindNames)[number];

/** Kinds as messages call one of their definitions; English messages use the names of the files. */
export const kindWords: Readonly<Record<Kind, Text>> = {
  catalog: { en: 'catalog', zh: '目录' },
  units: { en: 'units', zh: '单位' },
  references: { en: 'references', zh: '依据' },
  source_order: { en: 'source_order', zh: '来源次序' },
  observed: { en: 'observed', zh: '观测指标' },
  indicators: { en: 'indicators', zh: '指标' },
  parameters: { en: 'parameters', zh: '参数' },
  classes: { en: 'classes', zh: '分级' },
  indices: { en: 'indices', zh: '指数' },
  lights: { en: 'lights', zh: '评价灯' },
  problems: { en: 'problems', zh: '问题' },
  layouts: { en: 'layouts', zh: '表格格式' },
  claims: { en: 'claims', zh: '论断' },
  threshold_sets: { en: 'threshold_sets', zh: '判别标准' },
  axes: { en: 'axes', zh: '分类轴' },
  land_rules: { en: 'land_rules', zh: '用地控制指标' },
  transfer_formulas: { en: 'transfer_formulas', zh: '转移支付公式' },
  checkup: { en: 'checkup', zh: '体检指标清单' },
  forms: { en: 'forms', zh: '填报表' },
  survey: { en: 'survey', zh: '居民调查' },
  aspects: { en: 'aspects', zh: '评价方面' },
  evaluations: { en: 'evaluations', zh: '评估' },
  disorder: { en: 'disorder', zh: '失序要素清单' },
  transition_cases: { en: 'transition_cases', zh: '转型案例' },
  measures: { en: 'measures', zh: '措施' },
  matching: { en: 'matching', zh: '案例匹配规则' },
  successors: { en: 'successors', zh: '接续产业规则' },
  cases: { en: 'cases', zh: '算例' },
  overlay: { en: 'overlay', zh: '覆盖层' },
};

/** What a path says about its file. `id` is empty in files with many entries. */
export interface FileKind {
  readonly kind: Kind;
  readonly id: string;
  readonly theme: string;
}

/** Kinds whose files hold many definitions, each under its id. */
export const manyInFile: ReadonlySet<Kind> = new Set([
  'units',
  'references',
  'observed',
  'lights',
  'claims',
  'survey',
  'transition_cases',
  'measures',
]);

const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['catalog', /^catalog\.yaml$/],
  ['units', /^units\.yaml$/],
  ['references', /^references\.yaml$/],
  ['source_order', /^source_order\.yaml$/],
  ['observed', /^observed\/(?<theme>[a-z0-9_]+)\.yaml$/],
  ['indicators', /^indicators\/(?<theme>[a-z0-9_]+)\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['parameters', /^parameters\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['classes', /^classes\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['indices', /^indices\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['lights', /^lights\/(?<theme>[a-z0-9_]+)\.yaml$/],
  ['problems', /^problems\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['claims', /^claims\/(?<theme>[a-z0-9_]+)\.yaml$/],
  ['layouts', /^layouts\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['threshold_sets', /^threshold_sets\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['axes', /^axes\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['transfer_formulas', /^transfer_formulas\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['land_rules', /^land_rules\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['checkup', /^checkup\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['survey', /^survey\/(?<theme>[a-z0-9_]+)\.yaml$/],
  ['forms', /^forms\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['aspects', /^aspects\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['evaluations', /^evaluations\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['disorder', /^disorder\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['transition_cases', /^transition_cases\/(?<theme>[a-z0-9_]+)\.yaml$/],
  ['measures', /^measures\/(?<theme>[a-z0-9_]+)\.yaml$/],
  ['matching', /^matching\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['successors', /^successors\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['cases', /^cases\/(?<id>[a-z0-9_]+)\.yaml$/],
  ['overlay', /^overlay\.yaml$/],
];

/** The kind a path belongs to; null for none. */
export function kindOf(path: string): FileKind | null {
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(path);
    if (found) return { kind, id: found.groups?.id ?? '', theme: found.groups?.theme ?? '' };
  }
  return null;
}
