import type { CodeDefinition } from './definition.js';

/** Faults and doubts of a foreign table that is imported, and of the values in it. */
export const importCodes = {
  IMPORT_EMPTY: {
    http: 400,
    message: { en: '{where} has no rows below its header', zh: '{where} 表头以下没有数据行' },
    remedy: { en: 'Give a file with at least one row.', zh: '请提供至少有一行数据的文件。' },
  },
  IMPORT_COLUMN_MISSING: {
    http: 400,
    message: {
      en: '{where}: no column for {missing}; expected one of: {expected}; found: {found}',
      zh: '{where}：没有“{missing}”列；应有其中之一：{expected}；实有：{found}',
    },
    remedy: {
      en: 'Rename the column, or choose or write a layout that knows this heading.',
      zh: '请改列名，或选用（编写）认识该列名的读取方案。',
    },
  },
  IMPORT_COLUMN_TWICE: {
    http: 400,
    message: {
      en: '{where}: columns {found} and {other} both give {expected}',
      zh: '{where}：第 {found} 列与第 {other} 列都是 {expected}',
    },
    remedy: { en: 'Remove or rename one of the columns.', zh: '请删除其中一列或改名。' },
  },
  IMPORT_COLUMNS_UNUSED: {
    http: 400,
    message: {
      en: '{where}: columns that the layout does not know were not read: {found}',
      zh: '{where}：读取方案不认识、因而未读的列：{found}',
    },
    remedy: {
      en: 'If they matter, add them to `columns` of the layout.',
      zh: '如需要，请把它们加入读取方案的 columns。',
    },
  },
  IMPORT_ROW_WIDTH: {
    http: 400,
    message: {
      en: '{where}: the row has {found} cells, the header {expected}',
      zh: '{where}：该行有 {found} 个单元格，表头为 {expected} 个',
    },
    remedy: {
      en: 'Look for an unquoted comma or a broken line in this row.',
      zh: '请检查该行是否有未加引号的逗号或断行。',
    },
  },
  IMPORT_CITY_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: no city "{found}"; near: {near}',
      zh: '{where}：没有“{found}”这个城市；相近的有：{near}',
    },
    remedy: {
      en: 'Give a code, a Chinese name or an English name of the register.',
      zh: '请使用名录中的代码、中文名或英文名。',
    },
  },
  IMPORT_INDICATOR_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: the layout does not know the indicator "{found}"; known: {expected}',
      zh: '{where}：读取方案不认识指标“{found}”；认识的有：{expected}',
    },
    remedy: {
      en: 'Correct the name or add it to `columns` of the layout.',
      zh: '请改正名称，或把它加入读取方案的 columns。',
    },
  },
  IMPORT_UNIT_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: unknown unit "{found}" for {indicator}; expected for example: {expected}',
      zh: '{where}：{indicator} 的单位“{found}”无法识别；例如应为：{expected}',
    },
    remedy: {
      en: 'Correct the unit or add the spelling to `aliases` in catalog/units.yaml.',
      zh: '请改正单位，或把该写法加入 catalog/units.yaml 的 aliases。',
    },
  },
  IMPORT_UNIT_MISSING: {
    http: 400,
    message: { en: '{where}: no unit for {indicator}', zh: '{where}：{indicator} 没有单位' },
    remedy: {
      en: 'Fill the unit column or state the unit in the layout.',
      zh: '请填写单位列，或在读取方案中写明单位。',
    },
  },
  IMPORT_UNIT_OTHER_KIND: {
    http: 400,
    message: {
      en: '{where}: {indicator} is given in {found}, which cannot be converted into {expected}',
      zh: '{where}：{indicator} 的单位为 {found}，无法换算为 {expected}',
    },
    remedy: {
      en: 'Check that the value belongs to this indicator, then correct the unit.',
      zh: '请核对该值是否属于此指标，再改正单位。',
    },
  },
  IMPORT_UNIT_CONTRADICTS: {
    http: 400,
    message: {
      en: '{where}: the table says {found} for {indicator}, the layout says {expected}',
      zh: '{where}：{indicator} 的单位，表中为 {found}，读取方案为 {expected}',
    },
    remedy: {
      en: 'Find out which is right; empty the unit in the layout to follow the table.',
      zh: '请查明何者正确；若以表为准，请清空读取方案中的单位。',
    },
  },
  IMPORT_NUMBER_TEXT: {
    http: 400,
    message: { en: '{where}: "{found}" is not a number', zh: '{where}：“{found}”不是数字' },
    remedy: {
      en: 'Write a number, leave the cell empty, or add the word to `missing` of the layout.',
      zh: '请填数字或留空，或把该词加入读取方案的 missing。',
    },
  },
  IMPORT_FORMULA_ERROR: {
    http: 400,
    message: {
      en: '{where}: the cell holds the formula error {found}',
      zh: '{where}：单元格中是公式错误 {found}',
    },
    remedy: { en: 'Mend the formula and save the file again.', zh: '请改正公式后重新保存文件。' },
  },
  IMPORT_PERIOD_FORM: {
    http: 400,
    message: { en: '{where}: "{found}" is not a period', zh: '{where}：“{found}”不是时期' },
    remedy: { en: 'Write 2024, 2024-Q3 or 2024-07.', zh: '请写作 2024、2024-Q3 或 2024-07。' },
  },
  IMPORT_YEAR_RANGE: {
    http: 400,
    message: {
      en: '{where}: the year {found} lies outside {expected}',
      zh: '{where}：年份 {found} 超出 {expected}',
    },
    remedy: {
      en: 'Correct the year or widen `years` of the layout.',
      zh: '请改正年份，或放宽读取方案的 years。',
    },
  },
  IMPORT_DUPLICATE_EQUAL: {
    http: 400,
    message: {
      en: '{where}: repeats row {other} ({key}) with the same value; read once',
      zh: '{where}：与第 {other} 行重复（{key}），数值相同；只读入一次',
    },
    remedy: { en: 'Nothing to do.', zh: '无需处理。' },
  },
  IMPORT_DUPLICATE_OTHER: {
    http: 400,
    message: {
      en: '{where}: {key} is {found} here but {expected} in row {other}; this later row was not taken',
      zh: '{where}：{key} 此处为 {found}，第 {other} 行为 {expected}；未取此后一行',
    },
    remedy: { en: 'Keep the row that is right.', zh: '请保留正确的一行。' },
  },
  IMPORT_STATUS_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: unknown word "{found}" in the status column; the value was taken as reported',
      zh: '{where}：状态列中有未知词“{found}”；该值按“公布值”读入',
    },
    remedy: {
      en: 'Add the word to `status_words` of the layout.',
      zh: '请把该词加入读取方案的 status_words。',
    },
  },
  IMPORT_MORE: {
    http: 400,
    message: { en: '{where}: {count} more of {of}', zh: '{where}：{of} 另有 {count} 条' },
    remedy: {
      en: 'Rejected rows stand in full in the file of rejects.',
      zh: '被拒的行全部列在拒收文件中。',
    },
  },
  QUALITY_SUM: {
    http: 400,
    message: {
      en: '{where}: parts add up to {found}, the whole is {expected} ({difference} percent)',
      zh: '{where}：各部分之和为 {found}，总数为 {expected}（相差 {difference}%）',
    },
    remedy: {
      en: 'Compare with the source; whole and parts are marked doubtful.',
      zh: '请与来源核对；总数与各部分均标为存疑。',
    },
  },
  QUALITY_SPIKE: {
    http: 400,
    message: {
      en: '{where}: {found} lies far from both neighbours {before} and {after}',
      zh: '{where}：{found} 与前后两年的 {before}、{after} 都相差很大',
    },
    remedy: {
      en: 'Compare with the source (digits, unit, row); the value is marked doubtful.',
      zh: '请与来源核对（数位、单位、行）；该值标为存疑。',
    },
  },
  QUALITY_REPEAT: {
    http: 400,
    message: {
      en: '{where}: {found} is exactly the value of the year before',
      zh: '{where}：{found} 与上一年完全相同',
    },
    remedy: {
      en: 'Check whether the year was filled in from the one before; the value is marked doubtful.',
      zh: '请核对是否沿用了上一年的数；该值标为存疑。',
    },
  },
  QUALITY_RANGE: {
    http: 400,
    message: {
      en: '{where}: {found} lies outside the valid range {expected}',
      zh: '{where}：{found} 超出有效范围 {expected}',
    },
    remedy: {
      en: 'Compare with the source; the value is marked doubtful.',
      zh: '请与来源核对；该值标为存疑。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
