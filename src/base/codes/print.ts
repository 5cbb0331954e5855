import type { CodeDefinition } from './definition.js';

/** Faults of reports on their way to paper, and of many reports at once. */
export const printCodes = {
  PRINT_PDF: {
    http: 500,
    message: { en: 'the PDF was not made: {found}', zh: '未能生成 PDF：{found}' },
    remedy: {
      en: 'Ask for another format, and report the line: it is a fault of the program.',
      zh: '请改用其他格式，并报告该行：这是程序的缺陷。',
    },
  },
  PRINT_PDF_PLATFORM: {
    http: 503,
    message: {
      en: 'PDF cannot be made here: no compiler of pages is installed for {found}',
      zh: '此处无法生成 PDF：未安装适用于 {found} 的排版程序',
    },
    remedy: {
      en: 'Ask for html, docx or xlsx; npm installs the compiler where optional packages are not left out and one exists for this kind of machine.',
      zh: '请改用 html、docx 或 xlsx；若该类机器有对应版本，且安装时未略去可选包，npm 会安装排版程序。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
