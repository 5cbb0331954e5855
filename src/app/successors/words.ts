import type { Text } from '../../base/index.js';
import type { JudgedGate } from '../../plan/index.js';
import { formatDecimal } from '../../report/index.js';

/** A figure in a sentence: people and yuan in whole numbers, shares to four digits. */
const figure = (value: number) =>
  Math.abs(value) >= 1000 ? formatDecimal(value, 0) : String(Number(value.toPrecision(4)));

/** What a gate is called, and what it counts. */
export interface GateWords {
  readonly label: Text;
  readonly quantity: Text;
}

/** What a share of the places that have an activity stay below, or above where at most so much may be; `NaN` where nobody knows. */
export interface Usual {
  readonly value: number;
  /** 0 to 1. */
  readonly share: number;
}

/** What was found at a gate, and of one that is not open what would have to be true. */
export function gateSentence({ label, quantity }: GateWords, gate: JudgedGate, usual: Usual): Text {
  const { needs, has, sense, state, lacking } = gate;
  const most = sense === 'most';
  const [zh, en] = [`${label.zh}（${quantity.zh}）：`, `${label.en} (${quantity.en}): `];
  const bound: Text = {
    zh: `${most ? '至多' : '至少'} ${figure(needs)}`,
    en: `at ${most ? 'most' : 'least'} ${figure(needs)}`,
  };
  if (state === 'open')
    return {
      zh: `${zh}现为 ${figure(has)}，满足${bound.zh}。`,
      en: `${en}${figure(has)}, as asked ${bound.en}.`,
    };
  if (state === 'shut')
    return {
      zh: `${zh}现为 ${figure(has)}，须${bound.zh}；须再${most ? '减少' : '增加'} ${figure(lacking)}。`,
      en: `${en}${figure(has)}, where ${bound.en} is asked; it would have to be ${figure(lacking)} ${most ? 'less' : 'more'}.`,
    };
  if (!Number.isNaN(needs))
    return {
      zh: `${zh}当地数值未知；须查明为${bound.zh}。`,
      en: `${en}what the place has is not known; it would have to be shown to be ${bound.en}.`,
    };
  const tail = orientation(usual, most);
  if (Number.isNaN(has))
    return {
      zh: `${zh}要求与现状均未知；须先设定要求并查明现状。`,
      en: `${en}neither what is asked nor what the place has is known; the one would have to be set, the other found out.`,
    };
  return {
    zh: `${zh}现为 ${figure(has)}；尚无人设定要求，须先设定。${tail.zh}`,
    en: `${en}${figure(has)}; nobody has set what is asked, which would have to come first.${tail.en}`,
  };
}

function orientation({ value, share }: Usual, most: boolean): Text {
  if (Number.isNaN(value)) return { zh: '', en: '' };
  return {
    zh: `参考：具有该行业优势的地区中，${figure(100 * share)}% ${most ? '高于' : '低于'} ${figure(value)}。`,
    en: ` For orientation: ${figure(100 * share)} % of the places that have it are ${most ? 'above' : 'below'} ${figure(value)}.`,
  };
}

/** Why an activity may strand, or may not, or nobody knows. */
export function strandedSentence(
  stranded: boolean | null,
  controlled: boolean,
  carbon: number,
  middle: number,
): Text {
  if (controlled) return { zh: '列入产能管控。', en: 'On a list of controlled capacity.' };
  if (stranded === null)
    return {
      zh: '碳强度或其中位数未知，能否搁浅无从判断。',
      en: 'Its carbon or the middle of all is not known, so nobody can say whether it may strand.',
    };
  const [zh, en] = [
    `碳强度 ${figure(carbon)}，中位数 ${figure(middle)}`,
    `carbon ${figure(carbon)}, middle ${figure(middle)}`,
  ];
  return stranded
    ? { zh: `${zh}：可能像原资源产业一样贬值。`, en: `${en}: it may lose its value as the resource did.` }
    : { zh: `${zh}：不高于中位数。`, en: `${en}: not above the middle.` };
}

/** Sources that the program itself names. */
export const sourceWords = {
  table: (source: string): Text =>
    source === '' ? { zh: '所给表格', en: 'table given' } : { zh: source, en: source },
  indicator: (label: Text, period: string): Text => ({
    zh: `${label.zh}，${period}`,
    en: `${label.en}, ${period}`,
  }),
  findings: (open: number, all: number): Text => ({
    zh: `问题台账：${all} 项中 ${open} 项未办结`,
    en: `ledger of findings: ${open} of ${all} not closed`,
  }),
  remoteness: { zh: '到最近大城市的球面距离', en: 'great-circle distance to the nearest large town' },
} as const;
