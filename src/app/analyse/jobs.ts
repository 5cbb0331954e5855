import { addressed, addressedTable } from '../explained/addressed.js';
import type { Addressed, MaybeAddressed } from '../explained/prefix.js';
import { runForm, type TableCall, type TableForm } from '../tables/forms.js';
import type { Workspace } from '../workspace.js';
import { activityRows, type JobsRow } from './activities.js';
import { type AnalyseCall, allowOptions, type KindOption } from './call.js';
import {
  type InactiveRow,
  inactiveForm,
  type OkunRow,
  okunForm,
  type ReplacementRow,
  replacementForm,
} from './jobs-forms.js';
import { type JobsYearsRow, jobsYears } from './jobs-years-form.js';
import { column, referenceRows } from './reference.js';
import { type SkillsRow, skillsForm } from './skills-form.js';
import { byPlace, readAnalysisTable, refuseNegative, refuseTwice } from './table.js';
import { type JobsPlace, jobsOfWorkspace } from './work.js';

/**
 * Jobs of places, from a table of one of six forms or from the censuses of the workspace.
 *
 * @throws AfterlodeError CALL_OPTION, ANALYSIS_TABLE, CITY_UNKNOWN, CALL_FILE_MISSING
 */
export async function analyseJobs(
  ws: Workspace,
  call: AnalyseCall,
): Promise<readonly ((JobsFormRow & MaybeAddressed) | (JobsPlace & Addressed))[]> {
  const { table } = call;
  if (table !== undefined) return runForm<JobsFormRow>(ws, { ...call, table }, jobsForms);
  allowOptions(call, 'jobs of the workspace', []);
  return addressed('jobs', call, await jobsOfWorkspace(ws, call));
}

/** A row of any form of table. */
export type JobsFormRow = JobsRow | JobsYearsRow | OkunRow | ReplacementRow | InactiveRow | SkillsRow;

/** Forms of the table by their columns, and the options that each may have. */
const jobsForms: readonly TableForm<JobsFormRow>[] = [
  {
    ...form(['place', 'activity', 'first', 'last'], ['reference'], twoYears),
    addresses: (call, rows) =>
      addressedTable('jobs', call, rows, (row) => ('activity' in row ? { activity: row.activity } : {})),
  },
  form(['place', 'activity', 'year', 'jobs'], ['reference'], jobsYears),
  form(['place', 'year', 'unemployment_percent', 'output'], [], okunForm),
  form(['place', 'year', 'successor_jobs', 'resource_jobs'], [], replacementForm),
  form(['place', 'working_age', 'inactive_health'], ['reference'], inactiveForm),
  form(['place', 'occupation', 'displaced', 'vacancies'], ['skills', 'similarity'], skillsForm),
];

function form(
  columns: readonly string[],
  options: readonly KindOption[],
  run: TableForm<JobsFormRow>['run'],
): TableForm<JobsFormRow> {
  return {
    columns,
    run: (ws, call) => {
      allowOptions(call, 'jobs', options);
      return run(ws, call);
    },
  };
}

/** Quotients and static shift-share between two times. */
async function twoYears(_: Workspace, call: TableCall): Promise<readonly JobsRow[]> {
  const { rows, name } = await readAnalysisTable(call.table, {
    texts: ['place', 'activity'],
    numbers: ['first', 'last'],
  });
  refuseNegative(name, rows, ['first', 'last']);
  refuseTwice(name, rows, ({ text }) => `${text.place} ${text.activity}`);
  const activities = [...new Set(rows.map(({ text }) => text.activity as string))];
  const places = byPlace(rows);
  const reference = referenceRows(call, rows, places);
  const all = { first: column(activities, reference, 'first'), last: column(activities, reference, 'last') };
  return Array.from(places, ([place, own]): JobsRow[] => {
    const jobs = { first: column(activities, own, 'first'), last: column(activities, own, 'last') };
    const known = activities.map((activity) => own.some(({ text }) => text.activity === activity));
    return activityRows(activities, jobs, all)
      .filter((_, at) => known[at])
      .map((row) => ({ place, ...row }));
  }).flat();
}
