import { decideCondition, readByCondition } from '../../assess/index.js';
import { describeCondition, type PlanMeasure } from '../../catalog/index.js';
import type { ConditionState, PlanCondition } from '../../plan/index.js';
import { nameOf } from '../match/names.js';
import { type NamedPlan, type PlanContext, statedOf, valueAddress } from './context.js';

const states = { yes: 'met', no: 'unmet', open: 'unknown' } as const satisfies Record<string, ConditionState>;

/**
 * The conditions of a measure in a city: those that its figures decide, that of the ground, and the one in words, which only a
 * person can decide. What the figures decide, a plan file cannot turn over.
 *
 * @param plan null where there is no plan file
 */
export function conditionsOf(
  context: PlanContext,
  measure: PlanMeasure,
  plan: NamedPlan | null,
): readonly PlanCondition[] {
  return [
    ...measure.requires.map((one) => byFigures(context, one)),
    ...groundCondition(context, measure, plan),
    ...inWords(context, measure, plan),
  ];
}

function byFigures(
  { ws, city, period, facts }: PlanContext,
  { label, when }: PlanMeasure['requires'][number],
): PlanCondition {
  const { values, lights } = readByCondition(when);
  const text = (lang: 'en' | 'zh') => describeCondition(when, ws.catalog, lang);
  const verdict = decideCondition(when, facts);
  return {
    text: { en: `${label.en} (${text('en')})`, zh: `${label.zh}（${text('zh')}）` },
    state: states[verdict],
    by: verdict === 'open' ? 'nobody' : 'figures',
    evidence: [
      ...values.map((one) => valueAddress(city, period, one)),
      ...lights.map((one) => `light/${city.id}/${period}/${one}`),
    ],
    stated: null,
  };
}

/** For ground of a kind: known only where the plan file says that the city has it; its silence proves nothing. */
function groundCondition(
  { ws }: PlanContext,
  { answers: { ground } }: PlanMeasure,
  plan: NamedPlan | null,
): readonly PlanCondition[] {
  if (ground.length === 0) return [];
  const names = ground.map((one) => nameOf(ws, 'ground_condition', one));
  const text = {
    en: `Ground: ${names.map(({ en }) => en).join(', ')}`,
    zh: `地块：${names.map(({ zh }) => zh).join('、')}`,
  };
  const known = ground.find((one) => plan?.file.findings[one] !== undefined);
  const said = known === undefined ? undefined : plan?.file.findings[known];
  if (said === undefined) return [{ text, state: 'unknown', by: 'nobody', evidence: [], stated: null }];
  const stated = statedOf(ws, said, `${plan?.name}: findings.${known}`);
  return [{ text, state: 'met', by: 'statement', evidence: [], stated }];
}

function inWords(
  { ws }: PlanContext,
  { id, condition }: PlanMeasure,
  plan: NamedPlan | null,
): readonly PlanCondition[] {
  const said = plan?.file.conditions[id];
  if (said === undefined)
    return condition === null
      ? []
      : [{ text: condition, state: 'unknown', by: 'nobody', evidence: [], stated: null }];
  return [
    {
      text: condition ?? said.because,
      state: said.holds ? 'met' : 'unmet',
      by: 'statement',
      evidence: [],
      stated: statedOf(ws, said, `${plan?.name}: conditions.${id}`),
    },
  ];
}
