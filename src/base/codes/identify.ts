import type { CodeDefinition } from './definition.js';

/** Faults and doubts of identification, typing and the register's changes. */
export const identifyCodes = {
  REGISTER_CHANGE: {
    http: 409,
    message: {
      en: '{where} cannot {kind}: it is {found}',
      zh: '{where} 不能执行“{kindZh}”：{foundZh}',
    },
    remedy: {
      en: '`afterlode decide {where}` lists what was decided about it.',
      zh: '`afterlode decide {where}` 列出已有的决定。',
    },
  },
  REGISTER_DOCUMENT: {
    http: 400,
    message: {
      en: 'a change of the register needs the number of a document; {where} has {found}',
      zh: '名录变动须有文号；{where} 为 {found}',
    },
    remedy: {
      en: 'Name the document with --document; the day is that of the call or --as-of.',
      zh: '请用 --document 写明文号；日期为当日或 --as-of 所给日期。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
