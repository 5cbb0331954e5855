import { activityRows, type JobsRow } from './analyse-activities.js';
import { type AnalyseCall, refuseOptions } from './analyse-call.js';
import { type JobsPlace, jobsOfWorkspace } from './analyse-work.js';
import { addressed } from './explained/addressed.js';
import type { Addressed } from './explained/prefix.js';
import { column, referenceRows } from './analyse-reference.js';
import { byPlace, readAnalysisTable, refuseNegative, refuseTwice } from './analyse-table.js';
import type { Workspace } from './workspace.js';

/**
 * Quotients and shift-share of jobs, from a table or from the censuses of the workspace.
 *
 * @throws AfterlodeError CALL_OPTION, ANALYSIS_TABLE, CITY_UNKNOWN, CALL_FILE_MISSING
 */
export async function analyseJobs(
  ws: Workspace,
  call: AnalyseCall,
): Promise<readonly ((JobsRow | JobsPlace) & Addressed)[]> {
  refuseOptions(call, 'jobs', ['years', 'chained', 'interval', 'sectors']);
  if (call.table === undefined) {
    refuseOptions(call, 'jobs of the workspace', ['reference']);
    return addressed('jobs', call, await jobsOfWorkspace(ws, call));
  }
  const { rows } = await readAnalysisTable(call.table, {
    texts: ['place', 'activity'],
    numbers: ['first', 'last'],
  });
  refuseNegative(call.table, rows, ['first', 'last']);
  refuseTwice(call.table, rows, ({ text }) => `${text.place} ${text.activity}`);
  const activities = [...new Set(rows.map(({ text }) => text.activity as string))];
  const places = byPlace(rows);
  const reference = referenceRows(call, rows, places);
  const all = { first: column(activities, reference, 'first'), last: column(activities, reference, 'last') };
  const found = Array.from(places, ([place, own]): JobsRow[] => {
    const jobs = { first: column(activities, own, 'first'), last: column(activities, own, 'last') };
    const known = activities.map((activity) => own.some(({ text }) => text.activity === activity));
    return activityRows(activities, jobs, all)
      .filter((_, at) => known[at])
      .map((row) => ({ place, ...row }));
  }).flat();
  return addressed('jobs', call, found, ({ activity }) => ({ activity }));
}
