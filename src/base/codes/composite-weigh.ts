import type { CodeDefinition } from './definition.js';

/** Codes of the weights of a composite index: given, from data, from judgements. */
export const compositeWeighCodes = {
  INDEX_WEIGHTS: {
    http: 400,
    message: {
      en: 'weights of {where}: found {found}, expected {expected}',
      zh: '{where} 的权重：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Weights are numbers from 0, relative among siblings, one above 0 in every group.',
      zh: '权重应为不小于 0 的数，同级之间为相对值，每组至少一个大于 0。',
    },
  },
  INDEX_WEIGHTS_DATA: {
    http: 400,
    message: {
      en: '{method} weights, {where}: found {found}, expected {expected}',
      zh: '{method} 赋权，{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Mend or leave out that column, or give weights or take equal ones.',
      zh: '请改正或去掉该列，或自行给定权重，或采用等权。',
    },
  },
  INDEX_WEIGHTS_CONSTANT: {
    http: 200,
    message: {
      en: '{where} has no two different values and gets weight 0',
      zh: '{where} 没有两个不同的数值，权重为 0',
    },
    remedy: {
      en: 'Weights of this kind know only differences; give a weight if it matters all the same.',
      zh: '此类赋权只看差异；如该指标仍然重要，请自行给定权重。',
    },
  },
  INDEX_WEIGHTS_LOADING: {
    http: 200,
    message: {
      en: '{where} runs against the first principal component (loading {found}); its weight is taken from {expected}',
      zh: '{where} 与第一主成分方向相反（载荷 {found}），权重取 {expected}',
    },
    remedy: {
      en: 'Check its direction, move it to another group, or give weights.',
      zh: '请核对其方向，或移至其他组，或自行给定权重。',
    },
  },
  INDEX_WEIGHTS_RELATIVE: {
    http: 200,
    message: {
      en: 'weights of {where} sum to {found}; they are taken as relative and brought to a sum of 1',
      zh: '{where} 的权重之和为 {found}；按相对值处理，归一为 1',
    },
    remedy: {
      en: 'Give weights that sum to 1 if they were meant as shares.',
      zh: '如权重本意为份额，请使其合计为 1。',
    },
  },
  INDEX_WEIGHTS_TARGET: {
    http: 200,
    message: {
      en: 'no weights within the bounds bring the correlations to the target: {where} is off by {found}',
      zh: '在限值内没有权重能使相关系数达到目标：{where} 相差 {found}',
    },
    remedy: {
      en: 'Take the weights as the nearest that were found, widen the bounds, or regroup what runs against the rest.',
      zh: '可把所得权重视为找到的最接近解，或放宽限值，或将与其余方向相反的项另行分组。',
    },
  },
  INDEX_JUDGEMENTS: {
    http: 400,
    message: {
      en: 'judgements of {judge}, {where}: found {found}, expected {expected}',
      zh: '{judge} 的判断，{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Every pair needs one number above 0; the mirrored cell is its reciprocal and may stay empty.',
      zh: '每一对应有一个大于 0 的数；对称格为其倒数，可留空。',
    },
  },
  INDEX_JUDGEMENTS_AT_ODDS: {
    http: 200,
    message: {
      en: 'judgements of {judge} contradict one another (consistency ratio {found}, usual limit {expected}), most of all {where}',
      zh: '{judge} 的判断相互矛盾（一致性比例 {found}，通常不超过 {expected}），以 {where} 最甚',
    },
    remedy: {
      en: 'Ask the judge again about that pair; the value that fits the others stands beside it.',
      zh: '请就该对比较再次询问；与其他判断相符的数值列于其旁。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
