import type { CodeDefinition } from './definition.js';

/** Faults of workbooks that cities fill in a round, and of files that they attach. */
export const returnWorkbookCodes = {
  ROUND_FILE_KIND: {
    http: 415,
    message: {
      en: '{where}: {found} is by its content no file that can be attached',
      zh: '{where}：{found} 按内容不属于可上传的附件类型',
    },
    remedy: {
      en: 'Attach a PDF, JPEG, PNG, XLSX or DOCX without macros, or a CSV or text file.',
      zh: '请上传 PDF、JPEG、PNG、不含宏的 XLSX 或 DOCX，或 CSV、文本文件。',
    },
  },
  WORKBOOK_NO_FORM: {
    http: 400,
    message: {
      en: '{where} is no form of a reporting round; its sheets are: {found}',
      zh: '{where} 不是填报批次的表格；其中的工作表为：{found}',
    },
    remedy: {
      en: 'Fill in the workbook that the round gives out, and keep its hidden sheet.',
      zh: '请填写本批次下发的工作簿，不要删除其中隐藏的工作表。',
    },
  },
  WORKBOOK_OTHER_ROUND: {
    http: 400,
    message: {
      en: '{where} is a form of the round {found}, not of {expected}',
      zh: '{where} 是批次 {found} 的表格，不是 {expected} 的',
    },
    remedy: {
      en: "Choose the file of this round, or download this round's form and fill it in.",
      zh: '请选择本批次的文件，或下载本批次的表格后填写。',
    },
  },
  WORKBOOK_OTHER_CITY: {
    http: 400,
    message: {
      en: '{where} is the form of the city {found}, not of {expected}',
      zh: '{where} 是城市 {found} 的表格，不是 {expected} 的',
    },
    remedy: {
      en: "Hand in this city's own form; another city's figures are not taken over.",
      zh: '请上交本市自己的表格；不会采用其他城市的数据。',
    },
  },
  WORKBOOK_OTHER_FORM: {
    http: 409,
    message: {
      en: '{where} was made before the form was changed',
      zh: '{where} 是表格改动之前生成的',
    },
    remedy: {
      en: 'Download the form anew; what has been saved stands in it already.',
      zh: '请重新下载表格；已保存的数据会预先填好。',
    },
  },
  WORKBOOK_SHEET: {
    http: 400,
    message: {
      en: '{where} has no sheet {expected}; there are: {found}',
      zh: '{where} 缺少工作表 {expected}；现有：{found}',
    },
    remedy: {
      en: 'Give the sheet its former name, or copy the figures into the form downloaded anew.',
      zh: '请恢复工作表原来的名称，或重新下载表格后把数据抄入。',
    },
  },
  WORKBOOK_HEADING: {
    http: 400,
    message: {
      en: 'the sheet {where} has no row with the headings {expected}',
      zh: '工作表 {where} 中没有含 {expected} 的表头行',
    },
    remedy: {
      en: 'Restore the headings, or copy the figures into the form downloaded anew.',
      zh: '请恢复表头，或重新下载表格后把数据抄入。',
    },
  },
  WORKBOOK_ROW_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: the form asks for no indicator "{found}"',
      zh: '{where}：表格中没有代码为“{found}”的指标',
    },
    remedy: {
      en: 'Clear the row, or restore the code in column A.',
      zh: '请清除该行，或恢复 A 列的代码。',
    },
  },
  WORKBOOK_ROW_TWICE: {
    http: 400,
    message: {
      en: '{where}: the indicator {found} stands in the sheet a second time',
      zh: '{where}：指标 {found} 在工作表中重复出现',
    },
    remedy: { en: 'Keep one row of it.', zh: '请只保留一行。' },
  },
  WORKBOOK_ROW_MISSING: {
    http: 400,
    message: {
      en: 'the sheet {where} has no row of {found} ({expected})',
      zh: '工作表 {where} 中没有 {found}（{expected}）这一行',
    },
    remedy: {
      en: 'Restore the row with its code in column A; an empty cell says that there is no value.',
      zh: '请恢复该行及其 A 列的代码；没有数据时单元格留空即可。',
    },
  },
  WORKBOOK_CELL_NUMBER: {
    http: 400,
    message: {
      en: '{where}: "{found}" is not a number; expected {expected}',
      zh: '{where}：“{found}”不是数字；应为 {expected}',
    },
    remedy: {
      en: 'Write the number alone; remarks belong in the column for explanations.',
      zh: '请只填数字；说明请写在说明栏。',
    },
  },
  WORKBOOK_CELL_UNIT: {
    http: 400,
    message: {
      en: '{where}: "{found}" does not fit the unit {expected}',
      zh: '{where}：“{found}”与单位 {expected} 不符',
    },
    remedy: {
      en: 'Convert the value into the unit of the row and write the number alone.',
      zh: '请换算为本行的单位，只填数字。',
    },
  },
  WORKBOOK_CELL_DAY: {
    http: 400,
    message: {
      en: '{where}: the cell shows the day {found}, not a number',
      zh: '{where}：单元格显示为日期 {found}，不是数字',
    },
    remedy: {
      en: 'Set the number format of the cell to a number and type the value again.',
      zh: '请把单元格格式改为数值，然后重新输入。',
    },
  },
  WORKBOOK_CELL_ERROR: {
    http: 400,
    message: {
      en: '{where}: the cell holds the formula error {found}',
      zh: '{where}：单元格中是公式错误 {found}',
    },
    remedy: {
      en: 'Mend the formula, or write the number in its place.',
      zh: '请改正公式，或直接填写数字。',
    },
  },
  WORKBOOK_CELL_LONG: {
    http: 400,
    message: {
      en: '{where}: {found} characters; at most {expected} are kept',
      zh: '{where}：有 {found} 个字符；最多保存 {expected} 个',
    },
    remedy: {
      en: 'Shorten the text; attach longer explanations as a file.',
      zh: '请缩短文字；较长的说明请作为附件上传。',
    },
  },
  WORKBOOK_CELL_CHANGED: {
    http: 409,
    message: {
      en: '{where}: {by} changed this value to {found} after the workbook was made',
      zh: '{where}：工作簿生成之后，{by} 已将此值改为 {found}',
    },
    remedy: {
      en: 'Agree on one value; then download the form anew, or change the value on the page.',
      zh: '请先商定取值，再重新下载表格，或在网页上修改。',
    },
  },
  WORKBOOK_CELL_KEPT: {
    http: 409,
    message: {
      en: '{where} was not touched; what {by} has saved since the workbook was made stays: {found}',
      zh: '{where} 未改动；保留 {by} 在工作簿生成之后保存的 {found}',
    },
    remedy: {
      en: 'Nothing needs to be done. Download the form anew to work on with it.',
      zh: '无需处理。如要继续填写，请重新下载表格。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
