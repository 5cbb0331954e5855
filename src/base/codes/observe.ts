import type { CodeDefinition } from './definition.js';
import { fileCodes } from './files.js';
import { importCodes } from './import.js';

/** Faults and doubts of the rooms `observe` and `files`: shipped tables, panels, imports, files. */
export const observeCodes = {
  TABLE_SIDECAR: {
    http: 400,
    message: { en: '{where} is {found}, expected {expected}', zh: '{where}：{found}，应为 {expected}' },
    remedy: {
      en: 'Correct the description of the table; docs/architecture.md shows its form.',
      zh: '请改正表的说明文件；格式见 docs/architecture.md。',
    },
  },
  TABLE_HEADER: {
    http: 400,
    message: {
      en: '{where}: the header does not fit the description: {found}; expected {expected}',
      zh: '{where}：表头与说明文件不符：{found}；应为 {expected}',
    },
    remedy: {
      en: 'Make the header and `columns` of the description agree.',
      zh: '请使表头与说明文件的 columns 一致。',
    },
  },
  TABLE_COLUMNS: {
    http: 400,
    message: {
      en: '{where}: the row has {found} fields, expected {expected}',
      zh: '{where}：该行有 {found} 个字段，应为 {expected} 个',
    },
    remedy: { en: 'Mend the row.', zh: '请改正该行。' },
  },
  TABLE_NUMBER: {
    http: 400,
    message: { en: '{where}: "{found}" is not a number', zh: '{where}：“{found}”不是数字' },
    remedy: {
      en: 'Write a plain number; an empty cell is missing.',
      zh: '请写普通数字；空单元格表示缺失。',
    },
  },
  TABLE_ROWS: {
    http: 400,
    message: {
      en: '{where} has {found} rows, its description says {expected}',
      zh: '{where} 有 {found} 行，说明文件写 {expected} 行',
    },
    remedy: {
      en: 'The file is cut off or its description is outdated; get both again.',
      zh: '文件不完整或说明已过时；请重新获取两者。',
    },
  },
  TABLE_ROW_TWICE: {
    http: 400,
    message: {
      en: '{where}: {found} stands already in row {expected}',
      zh: '{where}：{found} 已见于第 {expected} 行',
    },
    remedy: { en: 'Keep one row for each code and period.', zh: '每个代码和时期只保留一行。' },
  },
  TABLE_MARK: {
    http: 400,
    message: {
      en: '{where}: the mark names {found}; expected {expected}',
      zh: '{where}：标记指向 {found}；应为 {expected}',
    },
    remedy: { en: 'Correct the row of data/marks.csv.', zh: '请改正 data/marks.csv 的该行。' },
  },
  PANEL_INDICATOR_UNKNOWN: {
    http: 400,
    message: { en: 'no indicator "{found}" in the catalog', zh: '目录中没有指标“{found}”' },
    remedy: { en: '`afterlode catalog list` names them.', zh: '`afterlode catalog list` 列出全部指标。' },
  },
  PANEL_UNIT: {
    http: 400,
    message: {
      en: '{where}: unit {found} cannot be converted into {expected}',
      zh: '{where}：单位 {found} 无法换算为 {expected}',
    },
    remedy: {
      en: 'Correct the unit of the column or of the indicator.',
      zh: '请改正列的单位或指标的单位。',
    },
  },
  PANEL_SOURCES_DIFFER: {
    http: 400,
    message: {
      en: '{where}: two sources differ by more than {tolerance} percent in {count} cells, most at {example}: {found} ({first}, taken) and {expected} ({second})',
      zh: '{where}：两个来源在 {count} 处相差超过 {tolerance}%，最大的在 {example}：{found}（{first}，采用）与 {expected}（{second}）',
    },
    remedy: {
      en: 'catalog/source_order.yaml decides which is taken; change it there if the other is right.',
      zh: '取哪个来源由 catalog/source_order.yaml 决定；如另一个正确，请在那里修改。',
    },
  },
  PANEL_NOT_ADDITIVE: {
    http: 400,
    message: {
      en: '{where}: the unit consists of {count} areas ({found}); these cannot be summed and are missing: {expected}',
      zh: '{where}：该单元由 {count} 个区域组成（{found}）；以下指标不能相加，故缺失：{expected}',
    },
    remedy: {
      en: 'Import a value for the whole unit if you have one.',
      zh: '如有整个单元的数值，请导入。',
    },
  },
  ...importCodes,
  ...fileCodes,
} as const satisfies Record<string, CodeDefinition>;
