import type { Text } from '../../base/index.js';
import type { Said } from '../../catalog/index.js';
import type { caseTraits, ModeReason } from '../../plan/index.js';

/** Why a mode was given, in words. */
export const modeReasons: Readonly<Record<ModeReason, Text>> = {
  missing: { en: 'jobs of one of the two years are missing', zh: '缺少其中一年的就业数' },
  nothing_grew: {
    en: 'neither the chain of the resource nor other branches grew beyond the country',
    zh: '资源产业链和其他行业的岗位增长都没有超过全国',
  },
  not_made_good: {
    en: 'jobs gained do not yet make good the resource jobs lost',
    zh: '新增岗位尚未补上资源岗位的损失',
  },
  resource_stands: {
    en: 'the resource has lost no jobs: there is nothing yet that others could replace',
    zh: '资源岗位没有减少，谈不上替代',
  },
  outside_carries: {
    en: 'most jobs gained lie in branches that owe nothing to the resource',
    zh: '新增岗位主要在与资源无关的行业',
  },
  chain_carries: {
    en: 'most jobs gained lie in branches that work the resource up',
    zh: '新增岗位主要在资源加工链上',
  },
  both_carry: {
    en: 'jobs gained lie on both sides',
    zh: '资源加工链与其他行业都有新增岗位',
  },
};

/** Reasons that stand before any figure. */
export const noMode = {
  resource: {
    en: 'the branches of the census do not tell the jobs of this resource',
    zh: '普查行业门类反映不出该资源的就业',
  },
  boundary: {
    en: 'the area of the city changed between the two years: its jobs cannot be compared',
    zh: '两年之间行政区划有变，岗位数不可比',
  },
} as const satisfies Record<string, Text>;

/** What a mode rests on that no figure shows. */
export const modeCaution: Text = {
  en: 'manufacturing stands for the chain of the resource; the census does not tell it from other manufacturing',
  zh: '以制造业代表资源产业链，普查不能将其与其他制造业分开',
};

export const figureWords = {
  lost: { en: 'resource jobs lost', zh: '资源岗位减少' },
  chain: { en: 'jobs gained in the chain beyond the country', zh: '产业链超出全国增幅的新增岗位' },
  outside: { en: 'jobs gained outside beyond the country', zh: '其他行业超出全国增幅的新增岗位' },
  madeGood: { en: 'jobs gained for each one lost', zh: '每减一个岗位的新增岗位' },
  outsidePart: { en: 'part of the gain outside the chain', zh: '新增岗位中链外占比' },
} as const satisfies Record<string, Text>;

export const traitWords: Readonly<Record<(typeof caseTraits)[number], Text>> = {
  resource: { en: 'resource', zh: '资源' },
  size: { en: 'size', zh: '规模' },
  remoteness: { en: 'remoteness', zh: '偏远程度' },
  stage: { en: 'stage', zh: '阶段' },
  shrinkage: { en: 'loss of people', zh: '人口收缩' },
};

/** What stands where the notes name no condition or caution: a case without them would read as advice. */
export const nothingSaid = {
  condition: {
    text: {
      en: 'the source names no condition that helped: a lead, not advice',
      zh: '资料未载明有利条件：只是线索，不是建议',
    },
    mark: 'D',
  },
  caution: {
    text: {
      en: 'told without comparison: nobody knows what would have happened anyway',
      zh: '所引资料无对照：不知若不作为会如何',
    },
    mark: 'D',
  },
} as const satisfies Record<string, Said>;

/** In what two places are alike and in what they differ. */
export function nearAndFar(near: readonly Text[], far: readonly Text[]): readonly Text[] {
  const joined = (texts: readonly Text[]): Text => ({
    en: texts.map(({ en }) => en).join(', '),
    zh: texts.map(({ zh }) => zh).join('、'),
  });
  const [a, b] = [joined(near), joined(far)];
  return [
    ...(near.length > 0 ? [{ en: `nearest in: ${a.en}`, zh: `最相近：${a.zh}` }] : []),
    ...(far.length > 0 ? [{ en: `farthest in: ${b.en}`, zh: `差距最大：${b.zh}` }] : []),
  ];
}
