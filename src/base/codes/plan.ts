import type { CodeDefinition } from './definition.js';

/** Codes of planning: successor industries, linkages, chains, renewal, restoration, roadmaps. */
export const planCodes = {
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
} as const satisfies Record<string, CodeDefinition>;
