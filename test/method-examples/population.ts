import {
  adviceOf,
  componentsOf,
  courseOf,
  landPeople,
  netFlow,
  type PopulationGrade,
  populationChange,
  projectCohorts,
  serviceNeed,
  subUnitPattern,
} from '../../src/assess/index.js';
import { column, type Examples } from './example.js';

const rules = { severe: -0.15, moderate: -0.05, growth: 0.05 };
const pair = (list: unknown) => Array.from(column(list)) as [number, number];
const units = (lists: unknown, core: boolean) =>
  (lists as unknown[]).map((list, at) => {
    const [first, last] = pair(list);
    return { id: `${core} ${at}`, core, first, last };
  });

/** Examples of the pages in docs/methods/population/. */
export const populationExamples: Examples = {
  'population.change': ({ first, last, years }) =>
    populationChange(Number(first), Number(last), Number(years), rules),
  'population.course': ({ changes }) => (changes as unknown[]).map((one) => courseOf(...pair(one))),
  'population.sub-units': ({ core, outer, change }) =>
    subUnitPattern([...units(core, true), ...units(outer, false)], Number(change), 0.5),
  'population.components': ({ people, births, deaths, land, registered }) => ({
    components: componentsOf(pair(people), Number(births), Number(deaths)),
    land: landPeople(pair(land), pair(people)),
    netFlow: netFlow(pair(people)[1], Number(registered)),
  }),
  'population.advice': ({ grade, partial, netFlow: flow, ageing }) =>
    adviceOf({
      grade: grade as PopulationGrade,
      partial: partial as boolean,
      expandsWhileShrinking: null,
      byAgeAlone: null,
      netFlow: Number(flow),
      ageing: Number(ageing),
    }),
  'population.services': ({ people, survival, children, migration, steps, places }) => {
    const given = {
      width: 10,
      people: column(people),
      survival: column(survival),
      children: column(children),
    };
    const course = projectCohorts({ ...given, migration: column(migration) }, Number(steps));
    const [now, then] = [course[0]?.[0] ?? Number.NaN, course.at(-1)?.[0] ?? Number.NaN];
    return { course, need: serviceNeed({ amount: Number(places), standard: Number.NaN }, now, then) };
  },
};
