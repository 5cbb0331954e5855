import type { CodeDefinition } from './definition.js';

/** Faults of a call: its words, its files, the place it was started in. */
export const callCodes = {
  CALL_COMMAND: {
    http: 400,
    message: { en: 'the call is not understood: {found}', zh: '无法理解这条命令：{found}' },
    remedy: { en: 'afterlode --help lists all commands.', zh: 'afterlode --help 列出全部命令。' },
  },
  CALL_OPTION: {
    http: 400,
    message: {
      en: 'option {where} is {found}, expected {expected}',
      zh: '选项 {where}：{found}，应为 {expected}',
    },
    remedy: { en: 'Correct the option; --help lists all.', zh: '请改正该选项；--help 列出全部选项。' },
  },
  CALL_FILE_MISSING: {
    http: 404,
    message: { en: 'no file at {where}', zh: '{where} 处没有文件' },
    remedy: { en: 'Check the path.', zh: '请检查路径。' },
  },
  CALL_PORT_IN_USE: {
    http: 400,
    message: { en: 'port {found} is already in use', zh: '端口 {found} 已被占用' },
    remedy: {
      en: 'Stop the program that holds it or choose another with --port N.',
      zh: '请停止占用它的程序，或用 --port N 另选端口。',
    },
  },
  CITY_UNKNOWN: {
    http: 404,
    message: { en: 'no city "{found}"; near: {near}', zh: '没有“{found}”这个城市；相近的有：{near}' },
    remedy: {
      en: 'Give a code, a Chinese name or an English name.',
      zh: '请给出代码、中文名或英文名。',
    },
  },
  CITY_AMBIGUOUS: {
    http: 400,
    message: { en: '"{found}" may mean {near}', zh: '“{found}”可能指：{near}' },
    remedy: { en: 'Give the code.', zh: '请给出代码。' },
  },
  CITY_NOT_LISTED: {
    http: 404,
    message: {
      en: '{found} is a comparison unit, not on the list of resource-based cities',
      zh: '{found} 是对比单元，不在资源型城市名单上',
    },
    remedy: {
      en: 'Choose a listed city; `afterlode cities` shows all.',
      zh: '请选择名单上的城市；`afterlode cities` 列出全部。',
    },
  },
  REGISTER_ROW: {
    http: 500,
    message: {
      en: 'the register has {found} at {where}, expected {expected}',
      zh: '名录 {where} 处：{found}，应为 {expected}',
    },
    remedy: { en: 'Correct the register file of the data pack.', zh: '请改正数据包中的名录文件。' },
  },
  PACK_INVALID: {
    http: 400,
    message: {
      en: '{where} is not a data pack: {found}, expected {expected}',
      zh: '{where} 不是数据包：{found}，应为 {expected}',
    },
    remedy: {
      en: 'See docs/architecture.md part 2 for the form of a pack.',
      zh: '数据包的形式见 docs/architecture.md 第 2 节。',
    },
  },
  IMPORT_LAYOUT_UNKNOWN: {
    http: 400,
    message: {
      en: 'no layout "{found}"; there are {expected}',
      zh: '没有“{found}”这种表格格式；现有：{expected}',
    },
    remedy: {
      en: 'Choose one of these or add a file to catalog/layouts.',
      zh: '请从中选择，或在 catalog/layouts 中添加一个文件。',
    },
  },
  IMPORT_LAYOUT_NONE: {
    http: 400,
    message: {
      en: 'no layout fits {where}, whose first row is: {found}; layouts: {expected}',
      zh: '没有适合 {where} 的表格格式，其首行为：{found}；现有格式：{expected}',
    },
    remedy: {
      en: 'Name one with --layout to learn what it lacks, or describe the table in catalog/layouts.',
      zh: '请用 --layout 指定一种以查看缺少什么，或在 catalog/layouts 中描述该表。',
    },
  },
  NUMBER_UNKNOWN: {
    http: 404,
    message: {
      en: 'no number "{found}"; expected {expected}',
      zh: '没有“{found}”这个数；应为 {expected}',
    },
    remedy: {
      en: 'Copy the id from a result; `afterlode explain --help` shows the forms.',
      zh: '请从结果中复制编号；`afterlode explain --help` 给出各种形式。',
    },
  },
  PERIOD_UNKNOWN: {
    http: 400,
    message: {
      en: 'period {found} has no data; there are {expected}',
      zh: '{found} 年没有数据；现有：{expected}',
    },
    remedy: { en: 'Choose one of these periods.', zh: '请从中选择一个时期。' },
  },
} as const satisfies Record<string, CodeDefinition>;
