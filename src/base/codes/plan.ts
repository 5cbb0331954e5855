import type { CodeDefinition } from './definition.js';
import { cityPlanCodes } from './plan-city.js';
import { renewalCodes } from './plan-renewal.js';
import { restorationCodes } from './plan-restoration.js';
import { roadmapCodes } from './plan-roadmap.js';

/** Codes of planning: successor industries, linkages, chains, renewal, restoration, roadmaps. */
export const planCodes = {
  COMPLEXITY_TABLE: {
    http: 400,
    message: {
      en: '{where}: {found}; expected {expected}',
      zh: '{where}：{found}；应为{expected}',
    },
    remedy: {
      en: 'Give a table place,activity,value with a row for each pair; pairs without a row count as 0.',
      zh: '请提供 place,activity,value 三列的表，每对一行；没有行的组合按 0 计。',
    },
  },
  COMPLEXITY_EMPTY: {
    http: 400,
    message: {
      en: '{where}: {found} rows without a value; these activities count as not present there, and their advantage is missing',
      zh: '{where}：{found} 行没有数值；这些行业在当地按不具优势处理，其比较优势为缺失',
    },
    remedy: {
      en: 'Fill the values in, or leave the rows out where the value is 0.',
      zh: '请补充数值；数值为 0 的行可以删去。',
    },
  },
  COMPLEXITY_DOUBT: {
    http: 400,
    message: { en: '{where}: doubtful, as {found}', zh: '{where}：结果存疑，{found}' },
    remedy: {
      en: 'Use a finer or larger table, another threshold, or take the index for no more than it is.',
      zh: '请使用更细或更大的表，或更换阈值；否则不要过度解读该指数。',
    },
  },
  RESTORATION_TABLE: {
    http: 400,
    message: {
      en: '{where}: {found}; expected {expected}',
      zh: '{where}：{found}；应为{expected}',
    },
    remedy: {
      en: 'Correct the ledger; items are the classes `restoration_…` of the catalog, to which an overlay can add.',
      zh: '请更正台账；科目为目录中 `restoration_…` 各类，可用叠加层增补。',
    },
  },
  RESTORATION_CLAIM_ONLY: {
    http: 400,
    message: {
      en: '{where}: {found} lines have a claim and no amount: they count in the published ratio alone',
      zh: '{where}：{found} 行只有宣称金额而没有依据金额：只计入公开宣称的比值',
    },
    remedy: {
      en: 'Give an amount, or area_mu and unit_price, where there is evidence for one.',
      zh: '如有依据，请填写金额，或面积与单价。',
    },
  },
  CHAIN_TABLE: {
    http: 400,
    message: {
      en: '{where}: {found}; expected {expected}',
      zh: '{where}：{found}；应为{expected}',
    },
    remedy: {
      en: 'Correct the cell named in the message; leave a cell empty where a figure is not known.',
      zh: '请更正消息所指的单元格；未知数值请留空。',
    },
  },
  LINKAGES_TABLE: {
    http: 400,
    message: {
      en: '{where}: {found}; expected {expected}',
      zh: '{where}：{found}；应为{expected}',
    },
    remedy: {
      en: 'Correct the table of flows or of outputs; both are in one unit of money, of one year.',
      zh: '请更正流量表或总产出表；两者须为同一年份、同一货币单位。',
    },
  },
  LINKAGES_PRODUCTIVE: {
    http: 400,
    message: {
      en: 'sectors use more than they make; most of all {where}, whose inputs are {found} of its output',
      zh: '各部门的消耗超过产出，最甚者为 {where}，中间投入为其总产出的 {found} 倍',
    },
    remedy: {
      en: 'Check that rows sell and columns buy, that outputs are those of the same table, and that imports are left out.',
      zh: '请检查行是否为提供方、列是否为使用方，总产出是否取自同一张表，进口是否已剔除。',
    },
  },
  MATCH_RULES: {
    http: 400,
    message: {
      en: 'the catalog has no rules of matching; expected {expected}',
      zh: '目录中没有匹配规则；应有{expected}',
    },
    remedy: {
      en: 'Add one, as docs/methods/plan/match.md describes, or open a pack that has one.',
      zh: '请按 docs/methods/plan/match.md 添加，或打开带有该规则的数据包。',
    },
  },
  MATCH_FEW: {
    http: 400,
    message: {
      en: '{where} has {found} of the figures by which cities are compared; expected {expected} or more, so no city is called similar',
      zh: '{where} 只有 {found} 项可比指标；至少需要 {expected} 项，故未给出相似城市',
    },
    remedy: {
      en: 'Choose a period with more figures, or import those that are missing.',
      zh: '请选择数据更全的年份，或导入缺少的指标。',
    },
  },
  MATCH_NO_FAILURE: {
    http: 400,
    message: {
      en: 'no failure is among the cases matched to {where}',
      zh: '与 {where} 匹配的案例中没有失败案例',
    },
    remedy: {
      en: 'Add failures to catalog/transition_cases: successes alone teach nothing.',
      zh: '请在 catalog/transition_cases 中补充失败案例：只看成功得不出教训。',
    },
  },
  ...renewalCodes,
  ...restorationCodes,
  ...roadmapCodes,
  ...cityPlanCodes,
} as const satisfies Record<string, CodeDefinition>;
