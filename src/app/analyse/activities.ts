import { quotientsOf, shiftShare } from '../../assess/index.js';
import { toEdge } from '../../base/index.js';

/** One activity of a place; jobs in the unit of the table, missing is null. */
export interface JobsRow {
  readonly place: string;
  readonly activity: string;
  readonly quotientFirst: number | null;
  readonly quotientLast: number | null;
  readonly national: number | null;
  readonly mix: number | null;
  readonly regional: number | null;
  readonly change: number | null;
}

/**
 * Quotients at both times and shift-share of each activity.
 *
 * @param comparable jobs at the first time on the area of the last, where they differ from `jobs.first`
 */
export function activityRows(
  activities: readonly string[],
  jobs: { readonly first: Float64Array; readonly last: Float64Array },
  reference: { readonly first: Float64Array; readonly last: Float64Array },
  comparable: Float64Array = jobs.first,
): Omit<JobsRow, 'place'>[] {
  const before = quotientsOf(jobs.first, reference.first);
  const after = quotientsOf(jobs.last, reference.last);
  return shiftShare({ first: comparable, last: jobs.last }, reference).map((part, at) => ({
    activity: activities[at] as string,
    quotientFirst: toEdge(before[at] as number),
    quotientLast: toEdge(after[at] as number),
    national: toEdge(part.national),
    mix: toEdge(part.mix),
    regional: toEdge(part.regional),
    change: toEdge(part.change),
  }));
}
