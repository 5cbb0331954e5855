import { type Issue, issue, type Period, yearOf } from '../../base/index.js';
import type { Evaluation } from '../../catalog/index.js';
import type { City, Register } from '../../register/index.js';
import { breaksBetween } from '../comparable.js';
import type { RegionReference } from './types.js';

/** What is known of a city's scores. */
export interface IssueRow {
  readonly city: City;
  readonly region: RegionReference | null;
  readonly level: number;
  /** Score at the beginning. */
  readonly first: number;
}

/** What a reader must know beside the numbers of one city: missing scores, what the region is, changed boundaries. */
export function issuesOf(
  register: Register,
  evaluation: Evaluation,
  row: IssueRow,
  from: Period,
  to: Period,
): readonly Issue[] {
  const where = `${row.city.id} ${row.city.name.zh}`;
  const found: Issue[] = [];
  if (Number.isNaN(row.level + row.first)) {
    const lacking = [Number.isNaN(row.level) ? to : null, Number.isNaN(row.first) ? from : null];
    const years = lacking.filter((one) => one !== null).join(', ');
    found.push(issue('EVALUATE_NO_SCORE', 'warning', where, { found: years, expected: evaluation.index }));
  } else if (row.region === null) {
    found.push(issue('EVALUATE_NO_REGION', 'warning', where, {}));
  } else if (row.region.kind !== evaluation.region) {
    found.push(
      issue('EVALUATE_REGION_CLASS', 'note', where, { en: row.region.label.en, zh: row.region.label.zh }),
    );
  }
  const years = new Set(breaksBetween(register, row.city, yearOf(from), yearOf(to)).map(({ year }) => year));
  for (const year of years) found.push(issue('EVALUATE_BOUNDARY', 'warning', where, { found: year }));
  return found;
}
