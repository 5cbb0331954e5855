import type { Replacement } from '../../../assess/index.js';
import type { YearSteps } from '../carbon/index.js';

/** Jobs that end in a year. */
export interface Closure {
  readonly year: number;
  readonly sector: string;
  /** Empty where the schedule does not tell occupations apart. */
  readonly occupation: string;
  /** Persons. */
  readonly jobs: number;
  /** Persons of these who retire and look for no other job. */
  readonly retiring: number;
}

/** A sector in which new jobs are expected. */
export interface SuccessorSector {
  readonly sector: string;
  /** Jobs at the base year, persons. */
  readonly jobs: number;
  /** Percent more jobs for a percent more output. */
  readonly elasticity: number;
  /** Share of displaced workers who fit its jobs, 0 to 1; `NaN` where nobody knows. */
  readonly match: number;
  /** What a new job costs, any one unit of money; `NaN` where nobody knows. */
  readonly costPerJob: number;
  /** Its wage over that of the lost jobs; `NaN` where nobody knows. */
  readonly wageRatio: number;
}

/** What a policy changes of all successors. */
export interface JobLevers {
  /** Least yearly growth of output, a share; `NaN`: none. */
  readonly growthFloor: number;
  /** Added to elasticities. */
  readonly elasticity: number;
  /** Added to the shares of displaced workers who fit, which stay within 0 and 1. */
  readonly training: number;
}

/** What a scenario assumes of jobs. */
export interface JobScenario {
  /** Yearly growth of output by successor, a share. */
  readonly growth: ReadonlyMap<string, YearSteps>;
  readonly levers: JobLevers;
  /** Yearly growth of the labour force; null where none is stated. */
  readonly labourForce: YearSteps | null;
}

/** Labour force and employed persons at the base year. */
export interface LabourBase {
  readonly labourForce: number;
  readonly employed: number;
}

/** Persons of one place who may lose or find a job. */
export interface JobsGiven {
  readonly closures: readonly Closure[];
  readonly successors: readonly SuccessorSector[];
  /** Share of the displaced of an occupation who fit a sector, where it is known; before the successor's own share. */
  readonly matches: ReadonlyMap<string, number>;
  /** null where labour force and employment are not known. */
  readonly labour: LabourBase | null;
}

/** Key of `matches`. */
export const matchKey = (occupation: string, sector: string) => JSON.stringify([occupation, sector]);

/** A year; `NaN` is not known. */
export interface JobYear {
  readonly year: number;
  readonly displaced: number;
  readonly retiring: number;
  /** Net change of the jobs of all successors. */
  readonly gained: number;
  /** New jobs taken by displaced workers. */
  readonly taken: number;
  /** Displaced workers who neither retired nor found a job of a successor. */
  readonly waiting: number;
  readonly labourForce: number;
  readonly employed: number;
  /** Labour force less employed persons, never below 0. */
  readonly unemployed: number;
  /** Jobs for which the labour force is too small. */
  readonly unfilled: number;
}

/** A successor over all years. */
export interface SuccessorJobs {
  readonly sector: string;
  /** With the lever. */
  readonly elasticity: number;
  /** At the base year and at the horizon. */
  readonly first: number;
  readonly last: number;
  readonly taken: number;
  /** Of all new jobs; `NaN` where a cost is not known. */
  readonly cost: number;
}

/** Displaced workers of a sector and occupation over all years. */
export interface DisplacedGroup {
  readonly sector: string;
  readonly occupation: string;
  readonly displaced: number;
  readonly retiring: number;
  readonly taken: number;
  readonly waiting: number;
}

/** Jobs of a place under a scenario. */
export interface JobsRoadmap {
  /** From the year after the base year. */
  readonly years: readonly JobYear[];
  readonly successors: readonly SuccessorJobs[];
  readonly groups: readonly DisplacedGroup[];
  readonly replacement: Replacement;
  /** Wage of new over that of lost jobs, weighted by jobs gained; `NaN` where a wage is not known: then the ratio leaves wages out. */
  readonly wageRatio: number;
  /** First year from whose end on new jobs are as many as lost ones, times the target; infinite: none. */
  readonly replacedFrom: number;
  /** Cost of all new jobs over their number; `NaN` where it is not known. */
  readonly costPerJob: number;
  /** Share of new jobs taken by displaced workers; `NaN` where it is not known or there are none. */
  readonly takenShare: number;
  /** Successors of which nobody knows which displaced workers fit. */
  readonly unmatched: readonly string[];
  /** Unemployment falls from base to horizon although employment falls too: people left. */
  readonly fewerPeople: boolean;
}
