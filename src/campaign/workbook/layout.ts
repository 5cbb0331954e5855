import type { Language, Text } from '../../base/index.js';
import type { FormBook } from './types.js';

/** Columns of a sheet of a form, in their order from A. Reading finds them by their headings. */
export const formColumns = [
  { key: 'code', heading: { en: 'Code', zh: '代码' }, width: 16 },
  { key: 'label', heading: { en: 'Indicator', zh: '指标' }, width: 34 },
  { key: 'unit', heading: { en: 'Unit', zh: '单位' }, width: 14 },
  { key: 'last', heading: { en: 'Last year', zh: '上年值' }, width: 16 },
  { key: 'value', heading: { en: 'This year', zh: '本年值' }, width: 16 },
  { key: 'why', heading: { en: 'Explanation or reason', zh: '说明或缺失原因' }, width: 34 },
  { key: 'source', heading: { en: 'Source document', zh: '来源文件' }, width: 28 },
  {
    key: 'definition',
    heading: { en: 'What it is, and what is allowed', zh: '指标含义与取值范围' },
    width: 60,
  },
] as const satisfies readonly { key: string; heading: Text; width: number }[];

export type FormColumn = (typeof formColumns)[number]['key'];

/** The row of the headings; title, city and a reminder stand above. */
export const headingRow = 4;
/** The sheet that says what the workbook is. */
export const hiddenSheet = 'afterlode';
/** What the first cell of that sheet says. */
export const formSign = 'afterlode-return-form-1';
/** Characters of an explanation or a source. */
export const longestText = 2000;

/** Number of a column, from 1. */
export function columnOf(key: FormColumn): number {
  return formColumns.findIndex((column) => column.key === key) + 1;
}

/** Names of the sheets of a form's sections: at most 31 characters, none of `\ / * ? : [ ]`, each once. */
export function sectionSheets({ sections }: Pick<FormBook, 'sections'>, lang: Language): readonly string[] {
  const taken = new Set([hiddenSheet]);
  return sections.map(({ label }) => {
    const clean = label[lang]
      .replace(/[\\/*?:[\]'\s]+/g, ' ')
      .trim()
      .slice(0, 28);
    let name = clean;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${clean} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/**
 * `人口!E7`, as spreadsheets write it.
 *
 * @param column from 1 to 26
 */
export function cellPlace(sheet: string, column: number, row: number): string {
  const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : `'${sheet}'`;
  return `${name}!${String.fromCharCode(64 + column)}${row}`;
}
