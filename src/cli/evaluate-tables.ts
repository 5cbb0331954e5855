import type { EffectsAnswer } from '../app/index.js';
import type { CityEvaluation, Estimate, MatchResult, TargetStatus } from '../assess/index.js';
import type { Language, Text, Unit } from '../base/index.js';
import { type Catalog, displayOf } from '../catalog/index.js';
import { printTable } from './table.js';

type Titled = CityEvaluation & { readonly name: Text | null };

const shown = (value: number | null, digits = 1) => (value === null ? '—' : value.toFixed(digits));
const signed = (value: number | null) =>
  value === null ? '—' : `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
const six = (value: number | null) =>
  value === null || Number.isNaN(value) ? '—' : String(Number(value.toPrecision(6)));

/** One line per city, the best ranks first. */
export function evaluationTable(found: readonly Titled[], catalog: Catalog, lang: Language): string {
  const zh = lang === 'zh';
  const sorted = [...found].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return printTable(sorted, [
    { title: zh ? '城市' : 'city', of: (one) => `${one.name?.zh ?? ''} ${one.name?.en ?? one.city}` },
    { title: zh ? '水平' : 'level', of: (one) => shown(one.level), right: true },
    { title: zh ? '变化' : 'change', of: (one) => signed(one.change), right: true },
    { title: zh ? '与区域差距变化' : 'gap change', of: (one) => signed(one.gapChange), right: true },
    {
      title: zh ? '类型判断' : 'quadrant',
      of: (one) =>
        `${className(catalog, 'evaluation_quadrant', one.quadrant, lang)}${disguised(one) ? ' !' : ''}`,
    },
    {
      title: zh ? '同类名次' : 'rank',
      of: (one) => (one.rank === null ? '—' : `${one.rank}/${one.ranked}`),
      right: true,
    },
    { title: zh ? '区间' : 'interval', of: (one) => one.rankInterval?.join('–') ?? '—', right: true },
    { title: zh ? '同类' : 'class', of: (one) => one.rankClass?.[lang] ?? '—' },
    {
      title: zh ? '数据' : 'data',
      of: (one) => className(catalog, 'evaluation_quality', one.quality.grade, lang),
    },
  ]);
}

/** Numbers in the unit in which readers expect them. */
function inDisplay(catalog: Catalog, unit: Unit, lang: Language) {
  const shownIn = displayOf(unit, catalog);
  const own = catalog.units.get(unit)?.factor ?? 1;
  return {
    of: (value: number | null) => (value === null ? '—' : six((value * own) / shownIn.factor)),
    unit: shownIn.label[lang],
  };
}

/** Whether something says that the numbers look like success and are decline. */
function disguised(one: Titled): boolean {
  return one.flags.some((flag) => flag.disguise);
}

function className(catalog: Catalog, scheme: string, name: string | null, lang: Language): string {
  if (name === null) return '—';
  return catalog.classes.get(scheme)?.classes.find(({ id }) => id === name)?.label[lang] ?? name;
}

const statusWords: Readonly<Record<TargetStatus, Text>> = {
  met: { en: 'met', zh: '达到' },
  missed: { en: 'missed', zh: '未达到' },
  open: { en: 'still open', zh: '未到期' },
  'no-data': { en: 'no data in its year', zh: '目标年无数据' },
  doubtful: { en: 'value doubtful', zh: '数值存疑' },
  'no-direction': { en: 'no direction', zh: '无优劣方向' },
};

/** One city in lines: region, targets, aspects with what is missing, funds. */
export function evaluationDetails(one: Titled, catalog: Catalog, lang: Language): string {
  const zh = lang === 'zh';
  const title = `${one.name?.zh ?? ''} ${one.name?.en ?? one.city}, ${one.from}–${one.to}`.trim();
  const region = one.region
    ? [
        `${zh ? '对照区域' : 'held against'}: ${one.region.label[lang]} ${shown(one.region.from)} → ${shown(one.region.to)}`,
      ]
    : [];
  const targets = one.targets.map((plan) => {
    const { of, unit } = inDisplay(catalog, plan.unit, lang);
    return `  ${plan.label[lang]} ${plan.year}: ${of(plan.target)} / ${of(plan.actual)} ${unit}, ${statusWords[plan.status][lang]} [${plan.document}${plan.issued === null ? '' : `, ${plan.issued}`}]${earlierText(plan, of, zh)}`;
  });
  const aspects = one.aspects.flatMap((aspect) => [
    aspect.label[lang],
    ...aspect.values.map((value) => {
      const fit = value.fit === 'stand_in' ? (zh ? '（替代指标）' : ' (stand-in)') : '';
      const doubt = value.doubtful ? (zh ? '（存疑）' : ' (doubtful)') : '';
      const flagged = value.flags.length > 0 ? ' !' : '';
      const { of, unit } = inDisplay(catalog, value.unit, lang);
      return `  ${value.label[lang]}${fit}: ${of(value.from)} → ${of(value.to)} ${unit}${doubt}${flagged}`;
    }),
    ...(aspect.missing.length > 0
      ? [
          `  ${zh ? '缺' : 'missing'}: ${aspect.missing.map(({ label }) => label[lang]).join(zh ? '；' : '; ')}`,
        ]
      : []),
  ]);
  const { approved, disbursed, effect } = one.funds;
  const funds = zh
    ? `资金：批准 ${six(approved)}，拨付 ${six(disbursed)}，效果 ${six(effect)}（三列不得混用）`
    : `funds: approved ${six(approved)}, disbursed ${six(disbursed)}, effect ${six(effect)} (three columns, never mixed)`;
  const flags = one.flags.map((flag) => `  ! ${flag.label[lang]}`);
  const none = zh ? '无规划目标' : 'no plan targets were imported';
  return [
    title,
    ...flags,
    ...region,
    ...(targets.length > 0 ? [zh ? '规划目标' : 'plan targets', ...targets] : [none]),
    ...aspects,
    funds,
  ].join('\n');
}

const line = (one: Estimate) =>
  `${six(one.estimate)} (${six(one.low)} – ${six(one.high)}), s.e. ${six(one.standardError)}, t ${one.t.toFixed(2)}, p ${one.p.toFixed(4)}`;

/** Difference in differences and event study in lines. */
export function effectsText({ difference, events }: EffectsAnswer, lang: Language): string {
  const zh = lang === 'zh';
  const basis = zh
    ? `${difference.observations} 个观测，${difference.units} 个单位（${difference.treatedUnits} 个处理），${difference.clusters} 个聚类`
    : `${difference.observations} observations, ${difference.units} units (${difference.treatedUnits} treated), ${difference.clusters} clusters`;
  const steps = events
    ? [
        zh ? '事件研究（以 −1 期为基准）' : 'event study, against step −1',
        ...events.steps.map((one) => `  ${one.step > 0 ? '+' : ''}${one.step}: ${line(one)}`),
        events.preTrend
          ? `${zh ? '事前趋势检验' : 'pre-trend test'}: F(${events.preTrend.numerator}, ${events.preTrend.denominator}) = ${six(events.preTrend.f)}, p ${events.preTrend.p.toFixed(4)}`
          : zh
            ? '无事前期可检验'
            : 'no steps before to be tested',
      ]
    : [];
  return [
    `${zh ? '双向固定效应双重差分' : 'difference in differences'}: ${line(difference)}`,
    basis,
    ...steps,
  ].join('\n');
}

/** Matched comparison with its balance table. */
export function matchText(found: MatchResult, lang: Language): string {
  const zh = lang === 'zh';
  const table = printTable(found.balance, [
    { title: zh ? '协变量' : 'covariate', of: (row) => row.covariate },
    { title: zh ? '名单内' : 'listed', of: (row) => six(row.matchedTreated), right: true },
    { title: zh ? '配对' : 'matches', of: (row) => six(row.matches), right: true },
    { title: zh ? '配对前差异' : 'before', of: (row) => shown(row.standardisedBefore, 3), right: true },
    { title: zh ? '配对后差异' : 'after', of: (row) => shown(row.standardisedAfter, 3), right: true },
  ]);
  const head = zh
    ? `配对差异 ${six(found.estimate)}，标准误 ${six(found.standardError)}；未配对差异 ${six(found.unmatched)}；配对 ${found.matched.length}，缺数据 ${found.leftOut.length}`
    : `matched difference ${six(found.estimate)}, s.e. ${six(found.standardError)}; unmatched ${six(found.unmatched)}; matched ${found.matched.length}, without data ${found.leftOut.length}`;
  return `${head}\n${table}`;
}

/** What was aimed at before: a target that was lowered on the way shows. */
function earlierText(
  { earlier }: CityEvaluation['targets'][number],
  of: (value: number | null) => string,
  zh: boolean,
): string {
  if (earlier.length === 0) return '';
  const said = earlier.map(
    ({ target, document, issued }) => `${of(target)} [${document}${issued === null ? '' : `, ${issued}`}]`,
  );
  return zh ? `；此前为 ${said.join('、')}` : `; before ${said.join(', ')}`;
}
