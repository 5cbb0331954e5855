import { type CityId, type IndicatorId, type Period, quantile, type Text } from '../../base/index.js';
import type { LightRule } from '../../catalog/index.js';
import { formatAddress } from '../address.js';
import { flagsBeside, flagsOf } from '../flags/index.js';
import { cellValue, earlierCell, type JudgeContext, judgeIndicator } from '../judge.js';
import type { PeerClass } from '../peers.js';
import type { Explanation, Judgement, Light } from '../types.js';
import { computationNode, missingNode } from './nodes.js';
import { explainPlan } from './plan.js';
import { explainParameter, explainTarget } from './settings.js';
import { explainValue } from './value.js';
import { indicatorWords, once, placeText, titled, type Walk } from './walk.js';

const lightWords: Readonly<Record<Light, Text>> = {
  green: { en: 'green', zh: '绿' },
  yellow: { en: 'yellow', zh: '黄' },
  red: { en: 'red', zh: '红' },
  none: { en: 'none', zh: '无' },
};

/** The light of an indicator with all its judgements; null where the catalog has no light for it. */
export function explainLight(
  walk: Walk,
  city: CityId,
  period: Period,
  indicator: IndicatorId,
): Explanation | null {
  const rule = walk.catalog.lights.get(indicator);
  const at = walk.panel.cities.indexOf(city);
  if (!rule || at < 0) return null;
  const id = formatAddress({ kind: 'light', city, period, indicator });
  return once(walk, id, () => {
    const context = walk.judgeIn(period);
    const judgement = judgeIndicator(context, rule, at);
    const { label, unit } = indicatorWords(walk.catalog, indicator);
    return computationNode(walk.catalog, {
      id,
      label: titled({ en: `Light of ${label.en}`, zh: `${label.zh}的灯` }, placeText(walk, city, period)),
      value: cellValue(walk.panel, indicator, at, walk.panel.periods.indexOf(period)),
      unit,
      how: lightHow(judgement),
      method: 'lights',
      version: `target ${rule.target !== null} peers ${rule.peers} trend ${rule.trendYears}`,
      remarks: [...breakRemarks(context, rule, at), ...caveatRemarks(context, at, indicator)],
      inputs: lightInputs(walk, context, rule, city, at),
    });
  });
}

function lightHow(judgement: Judgement): Text {
  const { target, people, peers, trend, final } = judgement;
  const say = (language: 'en' | 'zh') => {
    const word = (light: Light) => lightWords[light][language];
    if (people !== 'none') {
      return language === 'en'
        ? `${word(final)}: target ${word(target)}, residents ${word(people)}, peers ${word(peers)}, trend ${word(trend)}; the worse of target and residents is the base, peers and trend move it by one step at most`
        : `${word(final)}：目标 ${word(target)}，居民 ${word(people)}，同类 ${word(peers)}，趋势 ${word(trend)}；以目标与居民中较差者为准，同类与趋势合计最多调一级`;
    }
    return language === 'en'
      ? `${word(final)}: target ${word(target)}, peers ${word(peers)}, trend ${word(trend)}; the target is the base, peers and trend move it by one step at most; without a target the peers are the base`
      : `${word(final)}：目标 ${word(target)}，同类 ${word(peers)}，趋势 ${word(trend)}；以目标为准，同类与趋势合计最多调一级；无目标时以同类为准`;
  };
  return { en: say('en'), zh: say('zh') };
}

function lightInputs(
  walk: Walk,
  context: JudgeContext,
  rule: LightRule,
  city: CityId,
  at: number,
): readonly Explanation[] {
  const { period } = context;
  const inputs: (Explanation | null)[] = [explainValue(walk, city, period, rule.indicator)];
  inputs.push(explainTarget(walk, rule.indicator), explainPlan(walk, city, period, rule.indicator));
  if (rule.peers) inputs.push(...peerInputs(walk, context, rule.indicator, city));
  const earlier = earlierCell(context, rule, at);
  if (earlier && earlier.breaks.length === 0) {
    const before = walk.panel.periods[earlier.period];
    if (before !== undefined) inputs.push(explainValue(walk, city, before, rule.indicator));
    inputs.push(explainParameter(walk, 'trend_dead_band'));
  }
  return inputs.filter((one) => one !== null);
}

/** The two values at which the peers' light turns, and the parameters behind them. */
function peerInputs(
  walk: Walk,
  context: JudgeContext,
  indicator: IndicatorId,
  city: CityId,
): readonly (Explanation | null)[] {
  const better = walk.catalog.indicators.get(indicator)?.better;
  const peers = context.peers.classOf(indicator, city);
  const settings = ['peers_high_quantile', 'peers_low_quantile', 'peers_minimum'].map((name) =>
    explainParameter(walk, name),
  );
  if (!peers || (better !== 'more' && better !== 'less')) return settings;
  const { high, low } = context.thresholds;
  const id = formatAddress({ kind: 'peers', city, period: context.period, indicator });
  const bound = (name: 'green' | 'red', share: number) =>
    quantileNode(
      walk,
      `${id}#${name}`,
      indicator,
      context.period,
      peers,
      better === 'less' ? 1 - share : share,
    );
  return [bound('green', high), bound('red', low), ...settings];
}

function breakRemarks(context: JudgeContext, rule: LightRule, at: number): readonly Text[] {
  const breaks = earlierCell(context, rule, at)?.breaks ?? [];
  return breaks.map(({ year, text }) => ({
    en: `no trend: the boundary changed in ${year}: ${text.en}`,
    zh: `不判断趋势：${year} 年行政区划变动：${text.zh}`,
  }));
}

/** The flags that must stand beside this number. */
function caveatRemarks(context: JudgeContext, at: number, indicator: IndicatorId): readonly Text[] {
  return flagsBeside(flagsOf(context, at), indicator).map(({ label }) => label);
}

/** The median of the class an indicator is compared with; null where the city is not in the panel. */
export function explainPeers(
  walk: Walk,
  city: CityId,
  period: Period,
  indicator: IndicatorId,
): Explanation | null {
  if (!walk.panel.cities.includes(city) || !walk.catalog.indicators.has(indicator)) return null;
  const id = formatAddress({ kind: 'peers', city, period, indicator });
  const peers = walk.judgeIn(period).peers.classOf(indicator, city);
  if (peers) return quantileNode(walk, id, indicator, period, peers, 0.5);
  const { label, unit } = indicatorWords(walk.catalog, indicator);
  return missingNode(walk.catalog, {
    id,
    label: titled({ en: `Peers: ${label.en}`, zh: `同类：${label.zh}` }, placeText(walk, city, period)),
    unit,
    how: { en: 'too few listed units have a value', zh: '名单内有数值的单位过少' },
  });
}

/** A quantile of a class; its inputs are the one or two values it lies at or between. */
function quantileNode(
  walk: Walk,
  id: string,
  indicator: IndicatorId,
  period: Period,
  peers: PeerClass,
  share: number,
): Explanation {
  const place = (peers.values.length - 1) * share;
  const near = [...new Set([Math.floor(place), Math.ceil(place)])];
  const { label, unit } = indicatorWords(walk.catalog, indicator);
  return once(walk, id, () =>
    computationNode(walk.catalog, {
      id,
      label: {
        en: `${label.en} ${period}, ${peers.label.en}`,
        zh: `${label.zh} ${period}，${peers.label.zh}`,
      },
      value: quantile(peers.values, share),
      unit,
      how: {
        en: `quantile ${share} of the ${peers.values.length} values of the class`,
        zh: `该类 ${peers.values.length} 个数值的 ${share} 分位数`,
      },
      method: 'peers',
      version: `quantile ${share}`,
      inputs: near.map((one) =>
        explainValue(walk, walk.panel.cities[peers.cities[one] as number] as CityId, period, indicator),
      ),
    }),
  );
}
