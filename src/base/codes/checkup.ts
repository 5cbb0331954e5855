import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the check-up's survey and ledger. */
export const checkupCodes = {
  CHECKUP_LIST_UNKNOWN: {
    http: 404,
    message: {
      en: 'no indicator list "{found}"; there are {expected}',
      zh: '没有指标清单“{found}”；现有 {expected}',
    },
    remedy: {
      en: 'Name one of these, or add a file to catalog/checkup.',
      zh: '请从中选择，或在 catalog/checkup 中添加文件。',
    },
  },
  SURVEY_COLUMN: {
    http: 400,
    message: {
      en: '{where}: the headings are {found}; missing is {expected}',
      zh: '{where}：表头为 {found}；缺少 {expected}',
    },
    remedy: {
      en: 'Give the table these columns. Nothing was imported.',
      zh: '请为该表补上这些列。未导入任何数据。',
    },
  },
  SURVEY_ROW: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the row and import the file again; rows that are in already stay as they are.',
      zh: '请改正该行后重新导入；已导入的行保持不变。',
    },
  },
  SURVEY_ITEM_UNMAPPED: {
    http: 200,
    message: {
      en: '{where}: {found} questions speak of no indicator: {words}',
      zh: '{where}：{found} 个调查项没有对应指标：{words}',
    },
    remedy: {
      en: 'Fill the column indicator, or add the question to catalog/survey; until then it is shown by itself.',
      zh: '请填写“指标”列，或在 catalog/survey 中添加该项；在此之前单独显示。',
    },
  },
  LEDGER_FINDING: {
    http: 404,
    message: {
      en: 'the ledger has no finding {where}',
      zh: '台账中没有 {where}',
    },
    remedy: {
      en: '`afterlode findings CITY` lists what was found; open it with `afterlode findings open`.',
      zh: '`afterlode findings 城市` 列出已发现的问题；用 `afterlode findings open` 立项。',
    },
  },
  LEDGER_SUBJECT: {
    http: 400,
    message: {
      en: '{where}: {found} is not what the check-up found; expected {expected}',
      zh: '{where}：{found} 不是体检发现的内容；应为 {expected}',
    },
    remedy: {
      en: 'Name an indicator with a light or a problem that the check-up of this period found.',
      zh: '请使用该期体检中有灯的指标或已判定的问题。',
    },
  },
  LEDGER_STEP: {
    http: 409,
    message: {
      en: '{where}: {found} is no step from here; expected {expected}',
      zh: '{where}：不能从当前状态到 {found}；应为 {expected}',
    },
    remedy: {
      en: 'Read the history of the finding and record the step that is missing.',
      zh: '请查看该问题的记录，先补上缺少的一步。',
    },
  },
  LEDGER_VALUE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：实为 {found}，应为 {expected}',
    },
    remedy: { en: 'Correct the field. Nothing was recorded.', zh: '请改正该项。未作任何记录。' },
  },
  LEDGER_STALE: {
    http: 409,
    message: {
      en: '{where}: {by} {found} at {at}, after you looked',
      zh: '{where}：您查看之后，{by} 于 {at} {found}',
    },
    remedy: {
      en: 'Nothing was recorded, and your entry is still here. Read what the other one did, then record it again if it still holds.',
      zh: '未作任何记录，您填写的内容仍在。请先看对方的改动，如仍适用再提交一次。',
    },
  },
  LEDGER_FILE_TYPE: {
    http: 415,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Save it as JPEG, PNG or PDF and add it again. Nothing was recorded.',
      zh: '请存为 JPEG、PNG 或 PDF 后重新添加。未作任何记录。',
    },
  },
  LEDGER_FILE: {
    http: 404,
    message: { en: 'the finding {where} has no file {found} here', zh: '{where} 在此处没有文件 {found}' },
    remedy: {
      en: '`afterlode findings show` lists its files. A ledger that came as CSV carries no bytes; import its JSON.',
      zh: '`afterlode findings show` 列出其文件。CSV 台账不含文件内容，请导入 JSON。',
    },
  },
  LEDGER_CHAIN: {
    http: 409,
    message: {
      en: '{where}: the event follows {found}, but the last one here is {expected}',
      zh: '{where}：该记录接在 {found} 之后，而此处最后一条为 {expected}',
    },
    remedy: {
      en: 'The two histories parted. Import into an empty workspace, or record the missing steps by hand.',
      zh: '两份记录已分叉。请导入空工作区，或手工补记缺少的步骤。',
    },
  },
  LEDGER_CHANGED: {
    http: 400,
    message: {
      en: '{where}: the event {found} was changed after it was recorded',
      zh: '{where}：记录 {found} 在写入之后被改动过',
    },
    remedy: {
      en: 'Use an unchanged copy of the file. Nothing was imported.',
      zh: '请使用未经改动的文件。未导入任何内容。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
