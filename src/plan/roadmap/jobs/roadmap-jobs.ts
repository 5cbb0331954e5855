import { replacementRatio } from '../../../assess/index.js';
import { stepAt } from '../carbon/paths.js';
import type { YearSteps } from '../carbon/types.js';
import { absorb, type Pool } from './absorb.js';
import type {
  DisplacedGroup,
  JobLevers,
  JobScenario,
  JobsGiven,
  JobsRoadmap,
  JobYear,
  SuccessorSector,
} from './types.js';
import { matchKey } from './types.js';

/** Displaced workers of one sector and occupation. */
interface Group extends Pool {
  readonly sector: string;
  readonly occupation: string;
  readonly byYear: ReadonlyMap<number, { readonly jobs: number; readonly retiring: number }>;
}

/**
 * Who loses a job when, and which new jobs take them up. Jobs of a successor grow by elasticity times the growth of its output; all other
 * jobs stay as they are. Employment is that of the base year less jobs lost plus jobs gained.
 *
 * @param years from the base year, that year included
 * @param target ratio of new to lost jobs that is aimed at
 */
export function roadmapJobs(
  given: JobsGiven,
  scenario: JobScenario,
  years: readonly number[],
  target: number,
): JobsRoadmap {
  const { successors, labour } = given;
  const jobs = successors.map((one) => jobPath(one, scenario, years));
  const groups = groupsOf(given);
  const fit = fitOf(given, groups, scenario.levers);
  const unmatched = successors.flatMap(({ sector }, s) =>
    groups.some((_, g) => Number.isNaN(fit(g, s))) ? [sector] : [],
  );
  const force = labour && labourPath(labour.labourForce, scenario.labourForce, years);
  let employed = labour?.employed ?? Number.NaN;
  const rows = years.slice(1).map((year, step): JobYear => {
    const changes = jobs.map((path) => (path[step + 1] as number) - (path[step] as number));
    const { displaced, retiring } = displace(groups, year);
    const before = waitingOf(groups);
    if (unmatched.length === 0)
      absorb(
        groups,
        changes.map((change) => Math.max(0, change)),
        fit,
      );
    const gained = sum(changes);
    employed += gained - displaced;
    const labourForce = force?.[step + 1] ?? Number.NaN;
    const known = unmatched.length === 0;
    return {
      year,
      displaced,
      retiring,
      gained,
      taken: known ? before - waitingOf(groups) : Number.NaN,
      waiting: known ? waitingOf(groups) : Number.NaN,
      labourForce,
      employed,
      unemployed: Math.max(0, labourForce - employed),
      unfilled: Math.max(0, employed - labourForce),
    };
  });
  return { ...summary(given, scenario.levers, jobs, rows, groups, target), years: rows, unmatched };
}

function summary(
  { successors, labour }: JobsGiven,
  levers: JobLevers,
  jobs: readonly Float64Array[],
  rows: readonly JobYear[],
  groups: readonly Group[],
  target: number,
): Omit<JobsRoadmap, 'years' | 'unmatched'> {
  const gains = jobs.map((path) => (path.at(-1) as number) - (path[0] as number));
  const news = jobs.map((path) => newJobs(path));
  const costs = successors.map(({ costPerJob }, s) => costOf(news[s] as number, costPerJob));
  const wageRatio = weighted(successors, gains);
  const ratioWage = Number.isNaN(wageRatio) ? 1 : wageRatio;
  const last = rows.at(-1);
  const known = last !== undefined && !Number.isNaN(last.taken);
  const taken = (s: number) => (known ? sum(groups.map((one) => one.taken[s] as number)) : Number.NaN);
  const unemployed = labour === null ? Number.NaN : labour.labourForce - labour.employed;
  return {
    successors: successors.map(({ sector, elasticity }, s) => ({
      sector,
      elasticity: elasticity + levers.elasticity,
      first: jobs[s]?.[0] as number,
      last: jobs[s]?.at(-1) as number,
      taken: taken(s),
      cost: costs[s] as number,
    })),
    groups: groups.map((group) => groupRow(group, rows, known)),
    replacement: replacementRatio(sum(gains), sum(rows.map((row) => row.displaced)), ratioWage, target),
    wageRatio,
    replacedFrom: replacedFrom(rows, ratioWage, target),
    costPerJob: sum(news) > 0 ? sum(costs) / sum(news) : Number.NaN,
    takenShare: sum(news) > 0 ? sum(rows.map((row) => row.taken)) / sum(news) : Number.NaN,
    fewerPeople:
      last !== undefined &&
      last.unemployed < unemployed &&
      labour !== null &&
      last.employed < labour.employed,
  };
}

function jobPath(
  { sector, jobs, elasticity }: SuccessorSector,
  scenario: JobScenario,
  years: readonly number[],
) {
  const { growthFloor, elasticity: more } = scenario.levers;
  const growth = scenario.growth.get(sector) as YearSteps;
  let level = jobs;
  return Float64Array.from(years, (year, at) => {
    if (at === 0) return level;
    const stated = stepAt(growth, year);
    const output = Number.isNaN(growthFloor) ? stated : Math.max(stated, growthFloor);
    level *= Math.max(0, 1 + (elasticity + more) * output);
    return level;
  });
}

function labourPath(base: number, growth: YearSteps | null, years: readonly number[]): Float64Array {
  let level = base;
  return Float64Array.from(years, (year, at) => {
    if (at > 0) level *= growth === null ? Number.NaN : 1 + stepAt(growth, year);
    return level;
  });
}

function groupsOf({ closures, successors }: JobsGiven): readonly Group[] {
  const groups = new Map<
    string,
    Group & { readonly byYear: Map<number, { jobs: number; retiring: number }> }
  >();
  for (const { sector, occupation, year, jobs, retiring } of closures) {
    const key = JSON.stringify([sector, occupation]);
    const group = groups.get(key) ?? {
      sector,
      occupation,
      displaced: 0,
      waiting: 0,
      taken: new Float64Array(successors.length),
      byYear: new Map(),
    };
    const own = group.byYear.get(year) ?? { jobs: 0, retiring: 0 };
    group.byYear.set(year, { jobs: own.jobs + jobs, retiring: own.retiring + retiring });
    groups.set(key, group);
  }
  return [...groups.values()];
}

function fitOf({ successors, matches }: JobsGiven, groups: readonly Group[], { training }: JobLevers) {
  const shares = groups.map(({ occupation }) =>
    successors.map(({ sector, match }) => {
      const share = matches.get(matchKey(occupation, sector)) ?? match;
      return Math.min(1, Math.max(0, share + training));
    }),
  );
  return (group: number, successor: number) => shares[group]?.[successor] as number;
}

function displace(groups: readonly Group[], year: number) {
  const total = { displaced: 0, retiring: 0 };
  for (const group of groups) {
    const { jobs = 0, retiring = 0 } = group.byYear.get(year) ?? {};
    group.displaced += jobs - retiring;
    group.waiting += jobs - retiring;
    total.displaced += jobs;
    total.retiring += retiring;
  }
  return total;
}

function groupRow(
  { sector, occupation, waiting, byYear, taken }: Group,
  rows: readonly JobYear[],
  known: boolean,
): DisplacedGroup {
  const own = rows.flatMap(({ year }) => byYear.get(year) ?? []);
  return {
    sector,
    occupation,
    displaced: sum(own.map(({ jobs }) => jobs)),
    retiring: sum(own.map(({ retiring }) => retiring)),
    taken: known ? sum(taken) : Number.NaN,
    waiting: known ? waiting : Number.NaN,
  };
}

/** Years in which jobs are lost take none of those that are new in others. */
function newJobs(path: Float64Array): number {
  return path.reduce(
    (total, level, at) => (at === 0 ? 0 : total + Math.max(0, level - (path[at - 1] as number))),
    0,
  );
}

function costOf(jobs: number, costPerJob: number): number {
  return jobs === 0 ? 0 : jobs * costPerJob;
}

/** Wage ratio weighted by net gains; `NaN` where one of a sector that gains is not known, or nothing is gained. */
function weighted(successors: readonly SuccessorSector[], gains: readonly number[]): number {
  const gaining = successors.flatMap(({ wageRatio }, s) =>
    (gains[s] as number) > 0 ? [[wageRatio, gains[s] as number] as const] : [],
  );
  const all = sum(gaining.map(([, gain]) => gain));
  return all > 0 ? sum(gaining.map(([ratio, gain]) => ratio * gain)) / all : Number.NaN;
}

/** First year from whose end on, and in all later years, cumulated gains reach the target. */
function replacedFrom(rows: readonly JobYear[], wageRatio: number, target: number): number {
  let [gained, lost, from] = [0, 0, Number.POSITIVE_INFINITY];
  for (const row of rows) {
    gained += row.gained;
    lost += row.displaced;
    const reached = replacementRatio(gained, lost, wageRatio, target).reached === true;
    if (!reached) from = Number.POSITIVE_INFINITY;
    else if (!Number.isFinite(from)) from = row.year;
  }
  return from;
}

function waitingOf(groups: readonly Group[]): number {
  return sum(groups.map(({ waiting }) => waiting));
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}
