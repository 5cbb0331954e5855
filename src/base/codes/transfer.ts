import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the transfer simulator. */
export const transferCodes = {
  TRANSFER_AMOUNT: {
    http: 400,
    message: {
      en: '{where} is {found}, expected {expected}',
      zh: '{where} 为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Give yuan, at most two digits after the point, below 90 trillion.',
      zh: '请以元为单位，最多两位小数，低于90万亿元。',
    },
  },
  TRANSFER_SHARES: {
    http: 400,
    message: {
      en: 'no division by {where}: they sum to {found}, expected {expected}',
      zh: '无法按 {where} 分配：合计为 {found}，应为 {expected}',
    },
    remedy: { en: 'Give at least one share above 0.', zh: '请至少给出一个大于0的份额。' },
  },
  TRANSFER_UNIT: {
    http: 400,
    message: { en: '{where} has {found}, expected {expected}', zh: '{where} 为 {found}，应为 {expected}' },
    remedy: { en: 'Correct the row of the table of units.', zh: '请改正单位表中的该行。' },
  },
  TRANSFER_BUDGET: {
    http: 409,
    message: {
      en: 'fixed amounts and phase-outs come to {found} yuan of a budget of {expected} ({where})',
      zh: '定额与退坡补助合计 {found} 元，预算为 {expected} 元（{where}）',
    },
    remedy: {
      en: 'Raise the budget, lower the fixed amounts, or add units supported by the formula.',
      zh: '请提高预算、降低定额，或加入按公式补助的单位。',
    },
  },
  TRANSFER_PERFORMANCE: {
    http: 400,
    message: {
      en: 'performance adjustment of {where} comes to {found} yuan, expected {expected}',
      zh: '{where} 的绩效调节为 {found} 元，应为 {expected}',
    },
    remedy: {
      en: 'Rewards and deductions sum to zero and leave nobody below zero.',
      zh: '奖励与扣减须合计为零，且不得使任何单位为负。',
    },
  },
  TRANSFER_PHASE_OUT_PERFORMANCE: {
    http: 200,
    message: {
      en: '{where} is in its phase-out: the evaluation does not change its amount',
      zh: '{where} 处于退坡期，绩效评价不改变其补助额',
    },
    remedy: { en: 'Nothing has to be done.', zh: '无需处理。' },
  },
  TRANSFER_SHAPE_ONLY: {
    http: 200,
    message: {
      en: '{found} units of the register with census population and coefficients 1: the shape of a formula, not an allocation',
      zh: '名录中的 {found} 个单位，按普查人口、系数取1：仅示意公式形状，不是分配方案',
    },
    remedy: {
      en: 'Give grades, populations and coefficients with --units.',
      zh: '请用 --units 给出档次、人口与系数。',
    },
  },
  TRANSFER_FIXED_UNKNOWN: {
    http: 200,
    message: {
      en: 'the fixed amounts of {found} could not be read in the document: nothing is fixed here, everything goes by factors',
      zh: '{found} 的定额未能从文件读到：此处不设定额，全部按因素分配',
    },
    remedy: { en: 'Give them with --fixed grade=yuan.', zh: '请用 --fixed 档次=元 给出。' },
  },
  TRANSFER_FORMULA_UNREAD: {
    http: 200,
    message: {
      en: '{found} was in force in {where}, but its text could not be read: {expected} is used',
      zh: '{where} 年施行的是“{found}”，但未读到原文：改用“{expected}”',
    },
    remedy: {
      en: 'Fill catalog/transfer_formulas, or name a formula with --formula.',
      zh: '请填写 catalog/transfer_formulas，或用 --formula 指定公式。',
    },
  },
  TRANSFER_FORMULA_UNKNOWN: {
    http: 400,
    message: {
      en: 'no filled transfer formula "{found}"; there are {expected}',
      zh: '没有已填写的转移支付公式“{found}”；现有：{expected}',
    },
    remedy: {
      en: 'Choose one of these or fill a file of catalog/transfer_formulas.',
      zh: '请从中选择，或填写 catalog/transfer_formulas 中的文件。',
    },
  },
  TRANSFER_POPULATION_MISSING: {
    http: 200,
    message: {
      en: '{where} has no census population and is left out of the division',
      zh: '{where} 没有普查人口，未参与分配',
    },
    remedy: { en: 'Give its population with --units.', zh: '请用 --units 给出其人口。' },
  },
  TRANSFER_TERMS_OVER: {
    http: 200,
    message: {
      en: '{where}: both terms are over and no success is recorded; it is still supported by the formula here',
      zh: '{where}：两个补助期均已届满且无成功认定记录；此处仍按公式补助',
    },
    remedy: { en: 'Record the judgement in the column successful.', zh: '请在 successful 列记录认定年份。' },
  },
  TRANSFER_ENDED: {
    http: 200,
    message: {
      en: '{where} gets nothing in {found}: its support {en}',
      zh: '{where} 在 {found} 年不获补助：{zh}',
    },
    remedy: {
      en: 'Correct start or successful if that is wrong.',
      zh: '如有误，请改正 start 或 successful。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
