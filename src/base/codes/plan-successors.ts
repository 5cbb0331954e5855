import type { CodeDefinition } from './definition.js';

/** Codes of successor industries. */
export const successorCodes = {
  SUCCESSORS_TABLE: {
    http: 400,
    message: { en: '{where}: {found}; expected {expected}', zh: '{where}：{found}；应为{expected}' },
    remedy: {
      en: 'Correct the table of needs, of what places have, or of figures; leave a cell empty where nobody knows.',
      zh: '请更正要求表、现状表或指标表；未知数值请留空。',
    },
  },
  SUCCESSORS_PLACE: {
    http: 400,
    message: {
      en: '{where}: {found} is not there; expected {expected}',
      zh: '{where}：没有{found}；应为{expected}',
    },
    remedy: {
      en: 'Name a place of the table, or give a table in which the place stands.',
      zh: '请给出表中的地区，或提供含该地区的表。',
    },
  },
  SUCCESSORS_RULES: {
    http: 400,
    message: {
      en: '{where}: the catalog has no rules of successors; expected {expected}',
      zh: '{where}：目录没有接续产业规则；应有 {expected}',
    },
    remedy: {
      en: 'Add a file to catalog/successors of the pack.',
      zh: '请在数据包的 catalog/successors 中增加规则文件。',
    },
  },
  SUCCESSORS_GATES: {
    http: 400,
    message: {
      en: '{where}: {found} conditions are neither met nor missed, as nobody has set what is asked or knows what is there',
      zh: '{where}：{found} 项条件因要求未设定或现状未知而无法判断',
    },
    remedy: {
      en: 'Fill them in with tables of needs and of what the place has, or in an overlay of catalog/successors.',
      zh: '请用要求表和现状表补充，或在 catalog/successors 的叠加层中填写。',
    },
  },
  SUCCESSORS_UNGATED: {
    http: 400,
    message: {
      en: '{where}: nobody has named a condition for {found}; that they look open says nothing',
      zh: '{where}：{found} 没有列出任何条件，显示为可行并无意义',
    },
    remedy: {
      en: 'Give a table of needs that names what these activities ask for.',
      zh: '请在要求表中列出这些行业的条件。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
