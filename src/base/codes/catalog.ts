import type { CodeDefinition } from './definition.js';

const see = {
  en: 'Correct the line; the schema named in the first line of the file lists what may stand there.',
  zh: '请改正该行；文件首行所指的模式列出了允许的内容。',
};

/** Faults and doubts of the room `catalog`. */
export const catalogCodes = {
  CATALOG_INVALID: {
    http: 400,
    message: {
      en: 'the catalog has {found} faults: {first}',
      zh: '指标目录有 {found} 处错误：{first}',
    },
    remedy: {
      en: 'Mend them; `afterlode catalog check` lists all with file and line.',
      zh: '请逐处改正；`afterlode catalog check` 列出全部错误及其文件和行号。',
    },
  },
  CATALOG_FILE_UNKNOWN: {
    http: 400,
    message: {
      en: '{where} is not a kind of catalog file; there are {expected}',
      zh: '{where} 不是目录文件的任何一种；现有种类：{expected}',
    },
    remedy: { en: 'Move or remove the file.', zh: '请移动或删除该文件。' },
  },
  CATALOG_FILE_MISSING: {
    http: 400,
    message: { en: 'the catalog has no {expected}', zh: '目录缺少 {expected}' },
    remedy: { en: 'Add the file.', zh: '请补上该文件。' },
  },
  CATALOG_SYNTAX: {
    http: 400,
    message: { en: 'not readable as YAML: {found} ({where})', zh: '无法按 YAML 读取：{found}（{where}）' },
    remedy: { en: 'Correct indentation, quotes or colons.', zh: '请检查缩进、引号和冒号。' },
  },
  CATALOG_KEY_DUPLICATE: {
    http: 400,
    message: {
      en: '"{found}" stands twice in the same place ({where}); first in line {expected}',
      zh: '“{found}”在同一处出现两次（{where}）；第一次在第 {expected} 行',
    },
    remedy: { en: 'Keep one of them.', zh: '请只保留一个。' },
  },
  CATALOG_KEY_UNKNOWN: {
    http: 400,
    message: {
      en: 'unknown key "{found}"; allowed are {expected} ({where})',
      zh: '未知的键“{found}”；允许的有 {expected}（{where}）',
    },
    remedy: { en: 'Correct the spelling or remove the key.', zh: '请改正拼写或删除该键。' },
  },
  CATALOG_KEY_MISSING: {
    http: 400,
    message: { en: '"{expected}" is missing ({where})', zh: '缺少“{expected}”（{where}）' },
    remedy: { en: 'Add it.', zh: '请补上。' },
  },
  CATALOG_REFERENCE_MISSING: {
    http: 400,
    message: {
      en: 'a value without a reference: "{expected}" is missing or empty ({where})',
      zh: '数值没有依据：缺少“{expected}”或为空（{where}）',
    },
    remedy: {
      en: 'Name an entry of references.yaml; a rule of our own names the project.',
      zh: '请指明 references.yaml 中的一项；自定规则写明为本项目所定。',
    },
  },
  CATALOG_VALUE: {
    http: 400,
    message: {
      en: '"{key}" is {found}, expected {expected} ({where})',
      zh: '“{key}”为 {found}，应为 {expected}（{where}）',
    },
    remedy: see,
  },
  CATALOG_ID_DUPLICATE: {
    http: 400,
    message: {
      en: '{kind} "{found}" is defined twice ({where}); first in {expected}',
      zh: '{kind}“{found}”定义了两次（{where}）；第一次在 {expected}',
    },
    remedy: { en: 'Rename or remove one of them.', zh: '请改名或删除其中一个。' },
  },
  CATALOG_ID_UNKNOWN: {
    http: 400,
    message: {
      en: 'there is no {kind} "{found}"; near: {near} ({where})',
      zh: '没有{kind}“{found}”；相近的有：{near}（{where}）',
    },
    remedy: { en: 'Correct the id or define it.', zh: '请改正编号，或先定义它。' },
  },
  CATALOG_UNIT_MISMATCH: {
    http: 400,
    message: {
      en: '{of}: the unit is {found}, expected {expected} ({where})',
      zh: '{of}：单位为 {found}，应为 {expected}（{where}）',
    },
    remedy: {
      en: 'Correct the unit or the formula; quantities of different units are not added or compared.',
      zh: '请改正单位或公式；不同单位的量不能相加或比较。',
    },
  },
  CATALOG_CYCLE: {
    http: 400,
    message: {
      en: 'computed in a circle: {found} ({where})',
      zh: '公式循环引用：{found}（{where}）',
    },
    remedy: { en: 'Take one of them out of the circle.', zh: '请断开其中一环。' },
  },
  CATALOG_WEIGHTS_SUM: {
    http: 400,
    message: {
      en: '{of} sums to {found}, expected {expected} ({where})',
      zh: '{of} 的权重合计为 {found}，应为 {expected}（{where}）',
    },
    remedy: {
      en: 'Change the weights by {gap} in all or rescale them.',
      zh: '请将权重合计调整 {gap}，或按比例重算。',
    },
  },
  CATALOG_RANGE: {
    http: 400,
    message: {
      en: '{of} is {found}, expected {expected} ({where})',
      zh: '{of} 为 {found}，应为 {expected}（{where}）',
    },
    remedy: see,
  },
  CATALOG_NOT_IN_FORCE: {
    http: 400,
    message: {
      en: 'parameter {found} has no value in force on {expected} ({where})',
      zh: '参数 {found} 在 {expected} 没有生效的数值（{where}）',
    },
    remedy: {
      en: 'Add a dated value or expect what uses it to stay undecided.',
      zh: '请补充带日期的数值；否则用到它的判断将无法得出。',
    },
  },
  CATALOG_CONFIRMED_OLD: {
    http: 400,
    message: {
      en: 'parameter {found} was last confirmed on {confirmed}, more than a year before {expected} ({where})',
      zh: '参数 {found} 最近一次核对是 {confirmed}，距 {expected} 已超过一年（{where}）',
    },
    remedy: {
      en: 'Check the source again and write the day.',
      zh: '请重新核对来源并写上日期。',
    },
  },
  CATALOG_OVERLAY_MEANING: {
    http: 400,
    message: {
      en: 'an overlay may change values, not meanings: "{found}" ({where})',
      zh: '覆盖层只能改数值，不能改含义：“{found}”（{where}）',
    },
    remedy: {
      en: 'Leave it out of the overlay; a new meaning is a new definition in the catalog.',
      zh: '请从覆盖层中删去；新的含义应在目录中另立定义。',
    },
  },
  CATALOG_OVERLAY_TARGET: {
    http: 400,
    message: {
      en: 'the overlay changes {kind} "{found}", which the catalog does not have ({where})',
      zh: '覆盖层修改的{kind}“{found}”在目录中不存在（{where}）',
    },
    remedy: { en: 'Correct the id or remove the entry.', zh: '请改正编号或删除该项。' },
  },
} as const satisfies Record<string, CodeDefinition>;
