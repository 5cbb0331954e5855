import type { CodeDefinition } from './definition.js';

/** Codes of urban renewal. */
export const renewalCodes = {
  RENEWAL_TABLE: {
    http: 400,
    message: { en: '{where}: {found}; expected {expected}', zh: '{where}：{found}；应为{expected}' },
    remedy: {
      en: 'Correct the table; docs/methods/plan/renewal.md describes its columns, examples/renewal holds one.',
      zh: '请更正该表；各列说明见 docs/methods/plan/renewal.md，示例见 examples/renewal。',
    },
  },
  RENEWAL_CIRCLE: {
    http: 400,
    message: {
      en: '{where}: each of {found} waits for the one before it, and the first for the last',
      zh: '{where}：{found} 依次等待，首尾相接成环',
    },
    remedy: { en: 'Take one of these pairs out.', zh: '请删去其中一对先后关系。' },
  },
  RENEWAL_INFEASIBLE: {
    http: 400,
    message: {
      en: '{where}: no plan does all projects that are required; the cause: {found}',
      zh: '{where}：没有方案能完成全部必做项目；原因：{found}',
    },
    remedy: {
      en: 'Loosen what is named, or take `required` from a project.',
      zh: '请放宽所列条件，或取消某个项目的 `required`。',
    },
  },
  RENEWAL_EMPTY: {
    http: 400,
    message: { en: '{where}: the plan is empty; the cause: {found}', zh: '{where}：方案为空；原因：{found}' },
    remedy: {
      en: 'Doing nothing keeps every rule. Loosen what is named, or add projects that it lets in.',
      zh: '什么都不做总是可行的。请放宽所列条件，或补充可行的项目。',
    },
  },
  RENEWAL_NEVER: {
    http: 400,
    message: {
      en: '{where}: dearer than every yearly budget, or needing more than any year’s capacity, and never done: {found}',
      zh: '{where}：费用超过任一年度预算，或超过任一年度能力，无法安排：{found}',
    },
    remedy: {
      en: 'Split the project into parts with precedence, or raise a year’s budget or capacity.',
      zh: '请将项目拆分并给出先后关系，或提高某一年的预算或能力。',
    },
  },
  RENEWAL_GAP: {
    http: 400,
    message: {
      en: '{where}: the search ended at its limit; a plan may be better by {found} at most',
      zh: '{where}：求解到限即止；最优方案至多再好 {found}',
    },
    remedy: {
      en: 'Give a longer --time-limit, or be content with this bound.',
      zh: '可加大 --time-limit，或接受该界限。',
    },
  },
  RENEWAL_LINE_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: a figure is missing, so these lines are not judged and bind nothing: {found}',
      zh: '{where}：数据缺失，以下红线无法判断，也未作约束：{found}',
    },
    remedy: {
      en: 'Fill in floor areas and households of each project of the unit; 0 where there are none.',
      zh: '请补齐该单元各项目的建筑面积与户数；没有则填 0。',
    },
  },
  RENEWAL_EXEMPT: {
    http: 400,
    message: {
      en: '{where}: {found} square metres are left aside without a reason',
      zh: '{where}：{found} 平方米被列为例外但未说明理由',
    },
    remedy: {
      en: 'Say in exempt_reason why: only illegal and condemned buildings are left aside.',
      zh: '请在 exempt_reason 中说明理由：只有违法建筑与危险房屋可以除外。',
    },
  },
  RENEWAL_RENT: {
    http: 400,
    message: {
      en: '{where}: housing rent rises by {found} a year; at most {limit}',
      zh: '{where}：住房租金年涨幅 {found}；不得超过 {limit}',
    },
    remedy: {
      en: 'Demolish less at a time, and supply homes for rent before.',
      zh: '请放缓拆除节奏，并先行增加租赁住房供应。',
    },
  },
  RENEWAL_LAND_SALE: {
    http: 400,
    message: {
      en: '{where}: pays only if land is sold; without it the net value is {found}',
      zh: '{where}：只有出让土地才有收益；不计土地出让时净现值为 {found}',
    },
    remedy: {
      en: 'In a city that loses people land may not sell: find operating income, or leave the project.',
      zh: '人口流失城市的土地未必卖得出去：请落实运营收入，或放弃该项目。',
    },
  },
  RENEWAL_FACTOR: {
    http: 400,
    message: {
      en: '{where}: no figure of {found}, which drops out with its weight',
      zh: '{where}：缺少{found}数据，该因子连同权重不计',
    },
    remedy: {
      en: 'Fill the cells in; a parcel judged by fewer factors is not judged like the others.',
      zh: '请补齐数据；因子较少的地块与其他地块不完全可比。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
