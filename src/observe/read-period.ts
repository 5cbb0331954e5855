import { id, type Period } from '../base/index.js';

const chineseQuarters = '一二三四';

/**
 * Reads a period: `2024`, `2024年`, `2024-07`, `2024年7月`, `2024-Q3`, `2024年第3季度`, `2024年三季度`.
 *
 * @returns null for anything else
 */
export function readPeriod(text: string): Period | null {
  if (/^\d{4}$/.test(text)) return id<'period'>(text);
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const year = /^(\d{4})(?:年度?|\.0+)?$/.exec(plain);
  if (year !== null) return id<'period'>(year[1] as string);
  const month = /^(\d{4})(?:-|\/|年)(\d{1,2})月?$/.exec(plain);
  if (month !== null) {
    const number = Number(month[2]);
    return number >= 1 && number <= 12
      ? id<'period'>(`${month[1]}-${String(number).padStart(2, '0')}`)
      : null;
  }
  const quarter = /^(\d{4})(?:-?Q|年第?)([1-4一二三四])(?:季度?)?$/i.exec(plain);
  if (quarter === null) return null;
  const named = chineseQuarters.indexOf(quarter[2] as string);
  return id<'period'>(`${quarter[1]}-Q${named < 0 ? quarter[2] : named + 1}`);
}
