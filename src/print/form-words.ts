import type { Language, Text } from '../base/index.js';
import type { FormBook, FormRow } from '../campaign/index.js';

/** Words of the workbook of a form. */
export const formWords = {
  guide: { en: 'How to fill in', zh: '填报说明' },
  title: { en: '{round}: form of {city}', zh: '{round} · {city}填报表' },
  city: { en: 'City', zh: '城市' },
  round: { en: 'Round', zh: '填报批次' },
  period: { en: 'Period', zh: '数据年度' },
  last: { en: 'Values of last year are of', zh: '上年值所属年度' },
  deadlines: { en: 'To be done by', zh: '截止日期' },
  steps: { en: 'Steps', zh: '步骤' },
  sections: { en: 'Sheets', zh: '工作表' },
  indicators: { en: '{count} indicators, {required} required', zh: '{count} 项指标，必填 {required} 项' },
  reminder: {
    en: 'Only the coloured cells can be filled. Mind the unit. * is required.',
    zh: '仅着色单元格可填写，请注意单位；带 * 的为必填项。',
  },
  fillIn: { en: 'Value in {unit}', zh: '数值，单位：{unit}' },
  range: { en: 'Allowed: {range}.', zh: '允许范围：{range}。' },
  whole: { en: 'Whole numbers only.', zh: '只填整数。' },
  wrong: { en: 'Not a value that is allowed', zh: '数值不符合要求' },
  between: { en: '{low} to {high}', zh: '{low} 至 {high}' },
  from: { en: '{low} or more', zh: '不小于 {low}' },
  upTo: { en: '{high} or less', zh: '不大于 {high}' },
  any: { en: 'any number', zh: '任意数值' },
  why: {
    en: 'Why there is no value, or why it differs much from last year',
    zh: '缺失原因，或与上年差异较大的说明',
  },
  source: { en: 'Title, number and day of the document', zh: '来源文件的名称、文号和日期' },
} as const satisfies Record<string, Text>;

/** What a person who fills the form does, in order. */
export const formSteps: readonly Text[] = [
  {
    en: 'Fill in the column "This year" on each sheet, in the unit of the row. Leave a cell empty where there is no value.',
    zh: '在各工作表的“本年值”一栏按本行单位填写；没有数据的请留空。',
  },
  {
    en: 'Say in the next column why a value is missing or differs much from last year.',
    zh: '数据缺失或与上年差异较大的，请在右侧一栏说明原因。',
  },
  {
    en: 'Name the document that a value is from; attach the document itself on the page of the return.',
    zh: '请写明数据来源文件；文件本身请在填报页面上传为附件。',
  },
  {
    en: 'Do not rename, move or delete sheets, codes and headings; the program finds the values by them.',
    zh: '请勿改名、移动或删除工作表、代码和表头，程序据此查找数据。',
  },
  {
    en: 'Save as .xlsx and upload it on the page of the return. First you see each change and each message at its cell; nothing is saved before you confirm.',
    zh: '另存为 .xlsx，在填报页面上传。程序先逐格列出改动和问题，经您确认后才保存。',
  },
  {
    en: 'When all is right, submit the return there. Uploading alone does not hand it in.',
    zh: '核对无误后请在该页面提交；仅上传并不等于提交。',
  },
];

/** A word with its places filled. */
export function said(
  text: Text,
  lang: Language,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return text[lang].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/** What a row allows, in its unit. */
export function rangeWords({ valid: [low, high] }: FormRow, lang: Language): string {
  const word = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 12 });
  if (low === -Infinity && high === Infinity) return formWords.any[lang];
  if (high === Infinity) return said(formWords.from, lang, { low: word(low) });
  if (low === -Infinity) return said(formWords.upTo, lang, { high: word(high) });
  return said(formWords.between, lang, { low: word(low), high: word(high) });
}

/** Title of the workbook. */
export function formTitle(book: FormBook, lang: Language): string {
  return said(formWords.title, lang, { round: book.round[lang], city: book.city[lang] });
}
