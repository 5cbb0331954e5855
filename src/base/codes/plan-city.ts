import type { CodeDefinition } from './definition.js';

/** Codes of the plan of a city. */
export const cityPlanCodes = {
  PLAN_FILE: {
    http: 400,
    message: {
      en: 'faults in the plan file {where} ({found}): {faults}',
      zh: '规划文件 {where} 有 {found} 处错误：{faults}',
    },
    remedy: {
      en: 'Correct the lines; schemas/plan.json and docs/methods/plan/plan.md list what may stand there, examples/huaibei-plan holds three.',
      zh: '请逐行改正；schemas/plan.json 和 docs/methods/plan/plan.md 列出了允许的内容，示例见 examples/huaibei-plan。',
    },
  },
  PLAN_WORD: {
    http: 400,
    message: { en: '{where}: {found}; expected {expected}', zh: '{where}：{found}；应为{expected}' },
    remedy: {
      en: 'Correct the entry; `afterlode catalog list measures` and `afterlode plan CITY` print the ids.',
      zh: '请更正该项；编号可用 `afterlode catalog list measures` 和 `afterlode plan 城市` 查看。',
    },
  },
  PLAN_UNMET: {
    http: 400,
    message: {
      en: '{where}: wanted but not taken, as a condition does not hold: {found}',
      zh: '{where}：已列入但条件不成立，未采用：{found}',
    },
    remedy: {
      en: 'Look at the conditions of the measure; what the figures of the city decide, a plan file cannot turn over.',
      zh: '请查看该措施的条件；由本市数据判定的条件，规划文件不能推翻。',
    },
  },
  PLAN_CONFLICT: {
    http: 400,
    message: {
      en: '{where}: measures that hinder each other are both in the plan: {found}',
      zh: '{where}：规划中有相互妨碍的措施：{found}',
    },
    remedy: {
      en: 'Leave one out, or say in the assumptions how both can stand.',
      zh: '请舍去其一，或在假设中说明两者如何并存。',
    },
  },
  PLAN_UNPRICED: {
    http: 400,
    message: {
      en: '{where}: chosen measures of unknown cost, which stand in no year: {found}',
      zh: '{where}：已选措施成本未知，未排入年度：{found}',
    },
    remedy: {
      en: 'State a cost with its reason and mark in the plan file; unknown is not 0.',
      zh: '请在规划文件中给出成本及理由、标记；未知不等于零。',
    },
  },
  PLAN_OPEN: {
    http: 400,
    message: {
      en: '{where}: chosen measures with a condition that nobody has looked into: {found}',
      zh: '{where}：已选措施尚有条件未查明：{found}',
    },
    remedy: {
      en: 'Find out first, and state it under `conditions` of the plan file.',
      zh: '请先查明，并在规划文件的 `conditions` 中写明。',
    },
  },
  PLAN_GAP: {
    http: 400,
    message: {
      en: '{where}: the years are not proven best; at most {found} of the score could be gained',
      zh: '{where}：年度安排未证明为最优，得分至多还可提高 {found}',
    },
    remedy: {
      en: 'Take it for a good plan, or leave measures out and ask again.',
      zh: '可作为较好方案使用，或减少措施后重算。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
