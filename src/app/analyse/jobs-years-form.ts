import { dynamicShiftShare, type EstebanShift, estebanShift, type ShiftShare } from '../../assess/index.js';
import { AfterlodeError } from '../../base/index.js';
import { refuseYears, type TableCall } from '../tables/forms.js';
import type { Workspace } from '../workspace.js';
import { type Edges, edgesOf } from './edges.js';
import { column, referenceRows } from './reference.js';
import { type AnalysisRow, byPlace, readAnalysisTable, refuseNegative, refuseTwice } from './table.js';

/** One activity over several years; parts sum to the change, in the unit of the table. */
export interface JobsYearsRow {
  readonly form: 'years';
  readonly place: string;
  readonly activity: string;
  readonly from: number;
  readonly to: number;
  /** Pairs of neighbouring times. */
  readonly steps: number;
  /** From the first to the last year at once, with Esteban's two parts of `regional`. */
  readonly static: Edges<EstebanShift>;
  /** The steps summed. */
  readonly dynamic: Edges<ShiftShare>;
}

/**
 * Static, dynamic and Esteban's shift-share of a table `place,activity,year,jobs`.
 *
 * @throws AfterlodeError ANALYSIS_TABLE, also for a place without any row in a year that others have; CALL_OPTION
 */
export async function jobsYears(_: Workspace, call: TableCall): Promise<readonly JobsYearsRow[]> {
  const table = await readAnalysisTable(call.table, {
    texts: ['place', 'activity'],
    numbers: ['year', 'jobs'],
  });
  const { name } = table;
  refuseYears(name, table.rows);
  refuseNegative(name, table.rows, ['jobs']);
  refuseTwice(name, table.rows, ({ text, number }) => `${text.place} ${text.activity} ${number.year}`);
  const rows = table.rows.filter(
    ({ number: { year = 0 } }) => year >= Number(call.from ?? year) && year <= Number(call.to ?? year),
  );
  const activities = [...new Set(rows.map(({ text }) => text.activity as string))];
  const years = [...new Set(rows.map(({ number }) => number.year as number))].sort((a, b) => a - b);
  const places = byPlace(rows);
  const expected = {
    en: 'at least two years, each with rows of every place',
    zh: '至少两个年份，且各地每年均有数据',
  };
  if (years.length < 2)
    throw new AfterlodeError('ANALYSIS_TABLE', name, { found: years.join(', '), expected });
  for (const [place, own] of places) {
    const lacking = years.find((year) => own.every(({ number }) => number.year !== year));
    if (lacking === undefined) continue;
    const found = { en: `no row of ${place} for ${lacking}`, zh: `${place} 无 ${lacking} 年的行` };
    throw new AfterlodeError('ANALYSIS_TABLE', name, { found, expected });
  }
  const atYears = (own: readonly AnalysisRow[]) =>
    years.map((year) =>
      column(
        activities,
        own.filter(({ number }) => number.year === year),
        'jobs',
      ),
    );
  const reference = atYears(referenceRows(call, rows, places));
  const ends = (times: readonly Float64Array[]) => ({
    first: times[0] as Float64Array,
    last: times.at(-1) as Float64Array,
  });
  return Array.from(places, ([place, own]) => {
    const jobs = atYears(own);
    const whole = estebanShift(ends(jobs), ends(reference));
    return dynamicShiftShare(jobs, reference).flatMap((part, at): JobsYearsRow[] => {
      const activity = activities[at] as string;
      if (own.every(({ text }) => text.activity !== activity)) return [];
      return [
        {
          form: 'years',
          place,
          activity,
          from: years[0] as number,
          to: years.at(-1) as number,
          steps: years.length - 1,
          static: edgesOf(whole[at] as EstebanShift),
          dynamic: edgesOf(part),
        },
      ];
    });
  }).flat();
}
