import { type Issue, issue } from '../../../base/index.js';
import type { IndicatorSpec, Stretch, Treatment, TreatmentRecord, Values } from '../types.js';
import { checkTreatment } from './check-treatment.js';
import { treatColumn } from './treat-column.js';

/** Columns after outlier treatment, one record per indicator and stretch, and doubts. */
export interface Treated {
  /** A column of which nothing was changed is the given array. */
  readonly columns: readonly Values[];
  /** By indicator, inside by stretch; with the method `none` only of what is forced. */
  readonly records: readonly TreatmentRecord[];
  readonly issues: readonly Issue[];
}

/**
 * Treats the outliers of every column, each stretch for itself; see `treatColumn` for the rule.
 *
 * @param columns by indicator, any unit; missing values stay missing; rows outside all stretches stay as they are
 * @throws AfterlodeError INDEX_OPTION where the treatment is impossible or names an unknown indicator
 */
export function treat(
  columns: readonly Values[],
  how: Treatment,
  context: { readonly indicators: readonly IndicatorSpec[]; readonly stretches: readonly Stretch[] },
): Treated {
  checkTreatment(how, context.indicators);
  const records: TreatmentRecord[] = [];
  const issues: Issue[] = [];
  const treated = columns.map((values, column) => {
    const { code } = context.indicators[column] as IndicatorSpec;
    if (how.method === 'none' && !how.forced.has(code)) return values;
    let into = values;
    for (const stretch of context.stretches) {
      const part = values.subarray(stretch.from, stretch.to);
      const one = treatColumn(part, how, code);
      if (one.values !== part) {
        if (into === values) into = values.slice();
        into.set(one.values, stretch.from);
      }
      const record = { column, stretch, ...one.record, points: inTable(one.record.points, stretch) };
      records.push(record);
      if (record.outcome === 'failed') issues.push(failed(code, record, context.stretches));
    }
    return into;
  });
  return { columns: treated, records, issues };
}

/** Rows are counted from the first of the table, not of the stretch. */
function inTable(points: TreatmentRecord['points'], { from }: Stretch): TreatmentRecord['points'] {
  return from === 0 ? points : points.map((point) => ({ ...point, row: point.row + from }));
}

function failed(code: string, record: TreatmentRecord, stretches: readonly Stretch[]): Issue {
  const { stretch, skewAfter, kurtosisAfter } = record;
  const rows = `${stretch.from + 1}–${stretch.to}`;
  const where = stretches.length > 1 ? { en: `${code}, rows ${rows}`, zh: `${code} 第 ${rows} 行` } : code;
  const facts = { skewness: skewAfter.toFixed(2), kurtosis: kurtosisAfter.toFixed(2) };
  return issue('INDEX_OUTLIERS', 'warning', where, facts);
}
