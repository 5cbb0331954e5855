import { phrases } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import { readNamedRows } from '../tables/named-rows.js';
import { wrongPlan } from './context.js';
import type { YearBudget } from './years.js';

/**
 * Reads budgets `year,budget`, yuan.
 *
 * @throws AfterlodeError PLAN_WORD naming the cell, FILE_… of reading
 */
export async function readBudgets(source: RowSource): Promise<readonly YearBudget[]> {
  const heads = { year: { also: ['年份'], needed: true }, budget: { also: ['预算'], needed: true } } as const;
  const { name, rows } = await readNamedRows(source, heads, wrongPlan);
  const seen = new Set<number>();
  const budgets = rows.map((row): YearBudget => {
    const [year, budget] = [row.number('year'), row.number('budget')];
    const found = (column: 'year' | 'budget') => row.text(column) || phrases.empty;
    if (!(Number.isInteger(year) && year >= 1000 && year <= 9999))
      throw row.wrong('year', found('year'), { en: 'a year such as 2027', zh: '年份，如 2027' });
    if (seen.has(year)) throw row.wrong('year', found('year'), { en: 'each year once', zh: '每年一行' });
    if (!(budget >= 0)) throw row.wrong('budget', found('budget'), phrases.numberFrom0);
    seen.add(year);
    return { year, budget };
  });
  if (budgets.length === 0) throw wrongPlan(name, phrases.noRows, phrases.headingAndRow);
  return budgets;
}
