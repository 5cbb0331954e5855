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
  IDENTIFY_RESERVES: {
    http: 400,
    message: {
      en: 'reserves of {where}: {found}, expected {expected}',
      zh: '{where} 的储量数据：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; docs/methods/identify/exhaustion-clock.md shows its form.',
      zh: '请改正表格；格式见 docs/methods/identify/exhaustion-clock.md。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
