import type { McdaAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** Says a thing in the language of the call. */
type Say = (en: string, zh: string) => string;

/** The answer of `mcda` for people: ranking, weights, and what was asked for besides. */
export function mcdaTables(answer: McdaAnswer, lang: Language): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  return [
    rankingTable(answer, say),
    weightTable(answer, say),
    Object.entries(answer.facts)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join('\n'),
    ...(answer.dominance ? [dominanceLines(answer.dominance, say)] : []),
    ...(answer.stability ? [stabilityTable(answer.stability, say)] : []),
    ...(answer.reversal ? [reversalLines(answer.reversal, say)] : []),
    ...(answer.pairs ? [pairTable(answer.pairs, say)] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function rankingTable(answer: McdaAnswer, say: Say): string {
  const ranked = [...answer.results].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const names = Object.keys(answer.results[0]?.details ?? {});
  const direction = answer.higherIsBetter
    ? say('larger is better', '越大越好')
    : say('smaller is better', '越小越好');
  return printTable(ranked, [
    { title: say('rank', '名次'), of: (one) => String(one.rank ?? '—'), right: true },
    { title: say('alternative', '方案'), of: (one) => one.alternative },
    { title: `${answer.method} (${direction})`, of: (one) => shown(one.score), right: true },
    ...names.map((title) => ({
      title,
      of: (one: (typeof ranked)[number]) => shown(one.details[title]),
      right: true,
    })),
  ]);
}

function weightTable(answer: McdaAnswer, say: Say): string {
  return printTable(answer.weights, [
    { title: say('criterion', '准则'), of: (one) => one.code },
    {
      title: say('type', '类型'),
      of: (one) => (one.type === 'cost' ? say('cost', '成本') : say('benefit', '效益')),
    },
    { title: say('weight', '权重'), of: (one) => shown(one.weight), right: true },
  ]);
}

function dominanceLines(pairs: NonNullable<McdaAnswer['dominance']>, say: Say): string {
  const lines = pairs
    .filter(({ dominates }) => dominates)
    .map(({ alternative, over, better, equal }) => {
      const why = say(`better on ${better}, equal on ${equal}`, `${better} 项更优，${equal} 项相同`);
      return `${alternative} > ${over}: ${why}`;
    });
  return lines.join('\n') || say('no alternative dominates another', '没有方案全面优于另一方案');
}

function stabilityTable(intervals: NonNullable<McdaAnswer['stability']>, say: Say): string {
  return printTable(intervals, [
    { title: say('weight of', '权重'), of: (one) => one.code },
    { title: say('from', '下限'), of: (one) => shown(one.low), right: true },
    { title: say('to', '上限'), of: (one) => shown(one.high), right: true },
    { title: say('first below', '低于时居首'), of: (one) => one.beyondLow ?? '—' },
    { title: say('first above', '高于时居首'), of: (one) => one.beyondHigh ?? '—' },
  ]);
}

function reversalLines(changes: NonNullable<McdaAnswer['reversal']>, say: Say): string {
  const lines = changes
    .filter(({ turned }) => turned.length > 0)
    .map(({ change, alternative, turned }) => {
      const done = change === 'removed' ? say('removed', '去掉') : say('copied', '复制');
      const pairs = turned.map(([before, after]) => `${before} > ${after}`).join(', ');
      return `${alternative} ${done}: ${pairs} ${say('turned round', '次序颠倒')}`;
    });
  return lines.join('\n') || say('no rank reversal', '无名次逆转');
}

function pairTable(pairs: NonNullable<McdaAnswer['pairs']>, say: Say): string {
  const names = Object.keys(pairs[0]?.details ?? {});
  if (names.length === 0) return say('this method keeps no values of pairs', '该方法没有两两比较的中间值');
  return printTable(pairs, [
    { title: say('alternative', '方案'), of: (one) => one.alternative },
    { title: say('over', '相对'), of: (one) => one.over },
    ...names.map((title) => ({
      title,
      of: (one: (typeof pairs)[number]) => shown(one.details[title]),
      right: true,
    })),
  ]);
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : value.toFixed(4);
}
