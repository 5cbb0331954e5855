import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { RowSource } from '../../files/index.js';
import { type Closure, type LabourBase, roadmapJobs } from '../../plan/index.js';
import { type JobsAnswer, jobsAnswer } from './answer.js';
import { jobsAssumed } from './assumed.js';
import { type PlaceSuccessor, readClosures, readLabour, readMatches, readSuccessors } from './jobs-tables.js';
import type { WrittenScenario } from './scenarios.js';
import { jobsWarnings } from './warnings.js';

/** Tables of jobs; each may be left out. */
export interface JobTables {
  readonly jobs?: RowSource;
  readonly successors?: RowSource;
  readonly matches?: RowSource;
  readonly labour?: RowSource;
}

/** What tables say of jobs, by place. */
export interface GivenJobs {
  readonly closures: ReadonlyMap<string, readonly Closure[]>;
  readonly successors: ReadonlyMap<string, readonly PlaceSuccessor[]>;
  readonly matches: ReadonlyMap<string, number>;
  readonly labour: ReadonlyMap<string, LabourBase>;
}

/**
 * Reads the tables of jobs.
 *
 * @param known places of the table of drivers
 * @returns null where none is given
 * @throws AfterlodeError CALL_OPTION for a table that is of no use alone; ROADMAP_TABLE, FILE_… of reading
 */
export async function readJobTables(
  { jobs, successors, matches, labour }: JobTables,
  known: readonly string[],
  catalog: Catalog,
): Promise<GivenJobs | null> {
  if (jobs === undefined) {
    const alone = Object.entries({ successors, matches, labour }).find(([, table]) => table !== undefined);
    if (alone === undefined) return null;
    throw new AfterlodeError('CALL_OPTION', `--${alone[0]}`, {
      found: { en: 'given without --jobs', zh: '未与 --jobs 一同给出' },
      expected: { en: '--jobs, the schedule of closures, beside it', zh: '同时给出关闭计划 --jobs' },
    });
  }
  const smallest = parameterValue(catalog, 'elasticity_growth_minimum');
  return {
    closures: await readClosures(jobs, known),
    successors: successors === undefined ? new Map() : await readSuccessors(successors, known, smallest),
    matches: matches === undefined ? new Map() : await readMatches(matches),
    labour: labour === undefined ? new Map() : await readLabour(labour, known),
  };
}

/** Jobs of a place under a scenario; null where the tables do not name the place. */
export function jobsOf(
  given: GivenJobs,
  written: WrittenScenario,
  {
    file,
    place,
    years,
    where,
  }: {
    readonly file: string;
    readonly place: string;
    readonly years: readonly number[];
    readonly where: string;
  },
  catalog: Catalog,
): { readonly answer: JobsAnswer; readonly warnings: readonly Issue[] } | null {
  const [all, successors] = [given.closures.get(place) ?? [], given.successors.get(place) ?? []];
  if (all.length === 0 && successors.length === 0) return null;
  const [from, to] = [(years[0] as number) + 1, years.at(-1) as number];
  const closures = all.filter(({ year }) => year >= from && year <= to);
  const outside =
    all.reduce((sum, { jobs }) => sum + jobs, 0) - closures.reduce((sum, { jobs }) => sum + jobs, 0);
  const known = [
    ...new Set([...given.successors.values()].flatMap((own) => own.map(({ sector }) => sector))),
  ];
  const scenario = jobsAssumed(written, place, { file, successors, known, first: from });
  const labour = given.labour.get(place) ?? null;
  const target = parameterValue(catalog, 'replacement_target');
  const found = roadmapJobs(
    { closures, successors, matches: given.matches, labour },
    scenario,
    years,
    target,
  );
  const capped = successors.filter((one) => one.capped).map(({ sector }) => sector);
  return {
    answer: jobsAnswer(found),
    warnings: [
      ...jobsWarnings(where, found, capped, parameterValue(catalog, 'elasticity_growth_minimum')),
      ...(outside > 0 ? [issue('ROADMAP_OUTSIDE', 'warning', where, { found: outside, from, to })] : []),
    ],
  };
}
