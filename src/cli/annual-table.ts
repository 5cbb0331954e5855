import type { AnnualAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** How much of each list and dimension is known, and how it stands; then what figures and people contradict each other in. */
export function annualTable(found: AnnualAnswer, lang: Language): string {
  const zh = lang === 'zh';
  const rows = found.lists.flatMap((list) => [
    { name: list.label[lang], coverage: list.coverage },
    ...list.dimensions.map((one) => ({ name: `  ${one.label[lang]}`, coverage: one.coverage })),
  ]);
  type Row = (typeof rows)[number];
  const count = (title: string, of: (row: Row) => number) => ({
    title,
    of: (row: Row) => String(of(row)),
    right: true,
  });
  const table = printTable(rows, [
    { title: zh ? '清单与维度' : 'list and dimension', of: (row) => row.name },
    count(zh ? '项' : 'items', (row) => row.coverage.items),
    count(zh ? '有数值' : 'measured', (row) => row.coverage.measured),
    count(zh ? '已判断' : 'judged', (row) => row.coverage.judged),
    count(zh ? '缺' : 'missing', (row) => row.coverage.missing),
    count(zh ? '绿' : 'green', (row) => row.coverage.lights.green),
    count(zh ? '黄' : 'yellow', (row) => row.coverage.lights.yellow),
    count(zh ? '红' : 'red', (row) => row.coverage.lights.red),
    count(zh ? '已核实' : 'verified', (row) => row.coverage.verified),
  ]);
  const head = `${found.name.zh} ${found.name.en} ${found.period}`;
  if (found.mismatches.length === 0) return `${head}\n${table}`;
  const title = zh ? '指标与居民评价不一致：' : 'figures and residents contradict each other: ';
  return `${head}\n${title}${found.mismatches.join(', ')}\n${table}`;
}
