import { AfterlodeError, type Issue, issue } from '../../../base/index.js';
import type { DataTable, IndicatorSpec, Values } from '../types.js';

/** Columns after division. */
export interface Denominated {
  /** By indicator; the same array where nothing was divided. */
  readonly columns: readonly Values[];
  readonly issues: readonly Issue[];
}

/**
 * Divides every indicator that names a denominator by that column, row by row: value ÷ denominator, no factor applied.
 *
 * A missing value stays missing. Where the denominator is missing or 0 the result is missing, never infinite, and an
 * issue tells how many values were lost.
 *
 * @throws AfterlodeError INDEX_TABLE where a named denominator is not in the table
 */
export function denominate(table: DataTable): Denominated {
  const issues: Issue[] = [];
  const columns = table.columns.map((column, at) => {
    const indicator = table.indicators[at];
    if (!indicator?.denominator) return column;
    const { quotients, lost } = divide(column, denominatorOf(table, indicator, indicator.denominator));
    if (lost > 0) {
      const facts = { found: lost, denominator: indicator.denominator };
      issues.push(issue('INDEX_DENOMINATOR', 'warning', indicator.code, facts));
    }
    return quotients;
  });
  return { columns, issues };
}

function denominatorOf({ denominators }: DataTable, { code }: IndicatorSpec, name: string): Values {
  const found = denominators.get(name);
  if (found) return found;
  const there = [...denominators.keys()].join(', ');
  throw new AfterlodeError(
    'INDEX_TABLE',
    { en: `indicator ${code}`, zh: `指标 ${code}` },
    {
      found: { en: `denominator "${name}"`, zh: `分母“${name}”` },
      expected:
        there === ''
          ? { en: 'a column of that name with type Denominator', zh: '类型为 Denominator 的同名列' }
          : { en: `one of the denominators ${there}`, zh: `下列分母之一：${there}` },
    },
  );
}

/** `lost` counts values that are there and have no denominator. */
function divide(values: Values, by: Values): { quotients: Values; lost: number } {
  const quotients = new Float64Array(values.length).fill(Number.NaN);
  let lost = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    const size = by[row] as number;
    if (Number.isNaN(value)) continue;
    if (size === 0 || Number.isNaN(size)) lost += 1;
    else quotients[row] = value / size;
  }
  return { quotients, lost };
}
