import {
  baseMultiplier,
  dynamicShiftShare,
  elasticityBySector,
  employmentElasticity,
  employmentRateGap,
  estebanShift,
  hiddenUnemployment,
  hodrickPrescott,
  jobDensity,
  type OccupationCount,
  okunDifference,
  quotientsOf,
  replacementRatio,
  shiftShare,
  skillsMatch,
} from '../../src/assess/index.js';
import { column, columns, type Examples } from './example.js';

type Ends = { readonly first: unknown; readonly last: unknown };

const pair = (list: unknown) => Array.from(column(list)) as [number, number];
const pairs = (lists: unknown) => (lists as unknown[]).map(pair);
const ends = (given: unknown) => {
  const { first, last } = given as Ends;
  return { first: column(first), last: column(last) };
};

/** Examples of the pages in docs/methods/jobs/. */
export const jobsExamples: Examples = {
  'jobs.elasticity': ({ jobs, output }) => employmentElasticity(pair(jobs), pair(output), 0.01),
  'jobs.elasticity-by-sector': ({ jobs, output }) => {
    const { total, parts } = elasticityBySector(pairs(jobs), pairs(output));
    return { total, parts: parts.map(({ part }) => part) };
  },
  'jobs.okun-difference': ({ unemployment, growth }) =>
    okunDifference(column(unemployment), column(growth), 10),
  'jobs.hodrick-prescott': ({ values, lambda }) => hodrickPrescott(column(values), Number(lambda)),
  'jobs.shift-share': ({ place, reference }) => shiftShare(ends(place), ends(reference)),
  'jobs.esteban': ({ place, reference }) =>
    estebanShift(ends(place), ends(reference)).map(({ competitive, allocation }) => [
      competitive,
      allocation,
    ]),
  'jobs.dynamic': ({ place, reference }) => dynamicShiftShare(columns(place), columns(reference)),
  'jobs.base-multiplier': ({ place, reference }) => ({
    ...baseMultiplier(column(place), column(reference)),
    quotients: quotientsOf(column(place), column(reference)),
  }),
  'jobs.density': (given) => ({
    density: jobDensity(Number(given.jobs), Number(given.workingAge)),
    gap: employmentRateGap(Number(given.rate), Number(given.reference)),
    hidden: hiddenUnemployment(Number(given.inactive), Number(given.benchmark), Number(given.people)),
  }),
  'jobs.replacement': ({ gained, lost, wageRatio }) =>
    replacementRatio(Number(gained), Number(lost), Number(wageRatio), 1),
  'jobs.skills-match': ({ displaced, vacancies, skills, threshold }) => {
    const levels = new Map(Object.entries(skills as Record<string, number[]>));
    const people = [displaced, vacancies] as [OccupationCount[], OccupationCount[]];
    const { nearest, ...found } = skillsMatch(...people, levels, Number(threshold));
    return { ...found, nearest: nearest.map(({ to }) => to) };
  },
};
