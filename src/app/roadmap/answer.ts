import { type Issue, type Text, toEdge } from '../../base/index.js';
import {
  type CarbonRoadmap,
  type DrawSettings,
  type DriverYears,
  doubtOf,
  driverLevels,
  type JobsRoadmap,
  type PathRange,
  type Stirpat,
} from '../../plan/index.js';
import type { SavedFile } from '../tables/save-sheets.js';

/** A year with the ends of its interval; an end is null where it is not known or lies beyond the horizon. */
export interface YearRange {
  readonly low: number | null;
  readonly mid: number;
  readonly high: number | null;
}

/** A year of a path; emissions in the unit of the table, with the interval of the expected path. */
export interface PathPoint {
  readonly year: number;
  readonly low: number | null;
  readonly mid: number;
  readonly high: number | null;
  /** Stated sinks. */
  readonly sinks: number | null;
  readonly population: number;
  readonly gdp: number;
}

/** A place under a scenario. */
export interface RoadmapRow {
  readonly place: string;
  readonly scenario: string;
  readonly label: Text | null;
  /** What the scenario's author says of its values, and their mark. */
  readonly assumptions: Text | null;
  readonly mark: string | null;
  /** Year of the maximum; null: no peak before the horizon. */
  readonly peakYear: YearRange | null;
  /** Share of the draws with a peak before the horizon; null where nothing is drawn. */
  readonly peakShare: number | null;
  /** First year in which emissions are not above stated sinks; null where there is none, or no sinks are stated. */
  readonly neutralYear: YearRange | null;
  readonly path: readonly PathPoint[];
  /** null without tables of jobs. */
  readonly jobs: JobsAnswer | null;
  readonly warnings: readonly Issue[];
}

type Edge<T> = { readonly [Key in keyof T]: T[Key] extends number ? number | null : T[Key] };

/** Jobs of a place under a scenario; null is not known. */
export interface JobsAnswer {
  readonly years: readonly Edge<JobsRoadmap['years'][number]>[];
  readonly successors: readonly Edge<JobsRoadmap['successors'][number]>[];
  readonly groups: readonly Edge<JobsRoadmap['groups'][number]>[];
  readonly replacement: Edge<JobsRoadmap['replacement']>;
  readonly wageRatio: number | null;
  /** null: not up to the horizon. */
  readonly replacedFrom: number | null;
  readonly costPerJob: number | null;
  readonly takenShare: number | null;
}

/** The regression of a place. */
export interface RoadmapModel {
  readonly place: string;
  readonly years: readonly number[];
  readonly terms: readonly {
    readonly term: string;
    readonly coefficient: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly standardised: number | null;
    /** Variance inflation without and with the ridge. */
    readonly inflation: number | null;
    readonly inflationRidge: number;
  }[];
  readonly intercept: number;
  readonly ridge: number;
  readonly ridgeBy: 'leave-one-out' | 'given';
  readonly r2: number | null;
  /** Root mean square error of ln emissions, each year left out in turn. */
  readonly leaveOneOut: number | null;
  readonly outOfSample: Stirpat['outOfSample'];
  /** GDP per head beyond which emissions fall; null where the curve does not bend down. */
  readonly turningPoint: (YearRange & { readonly withinData: boolean }) | null;
  /** Share of the draws whose curve bends down; null without a square. */
  readonly bendsDown: number | null;
  readonly trace: readonly { readonly ridge: number; readonly coefficients: readonly number[] }[];
}

/** The answer of `roadmap`. */
export interface RoadmapAnswer {
  readonly rows: readonly RoadmapRow[];
  /** One for each place with a path by regression. */
  readonly models: readonly RoadmapModel[];
  readonly horizon: number;
  readonly confidence: number;
  readonly issues: readonly Issue[];
  readonly files: readonly SavedFile[];
}

/** What is infinite lies beyond the horizon: null where it is the middle. */
export function yearRange(range: PathRange | null): YearRange | null {
  if (range === null || !Number.isFinite(range.mid)) return null;
  return { low: finite(range.low), mid: range.mid, high: finite(range.high) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Years of a path as the answer tells them. */
export function pathPoints({ years, path, drivers, sinks }: CarbonRoadmap): readonly PathPoint[] {
  return path.map(({ low, mid, high }, at) => ({
    year: years[at] as number,
    low: toEdge(low),
    mid,
    high: toEdge(high),
    // The base year is observed; sinks are stated for what follows.
    sinks: sinks === null ? null : toEdge(sinks[at] as number),
    population: drivers.get('population')?.[at] as number,
    gdp: drivers.get('gdp')?.[at] as number,
  }));
}

/** Numbers that are missing as null, all else as it is. */
function edge<T extends object>(row: T): Edge<T> {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === 'number' ? toEdge(value) : value,
  ]);
  return Object.fromEntries(entries) as Edge<T>;
}

/** A roadmap of jobs as the answer tells it. */
export function jobsAnswer(found: JobsRoadmap): JobsAnswer {
  return {
    years: found.years.map(edge),
    successors: found.successors.map(edge),
    groups: found.groups.map(edge),
    replacement: edge(found.replacement),
    wageRatio: toEdge(found.wageRatio),
    replacedFrom: finite(found.replacedFrom),
    costPerJob: toEdge(found.costPerJob),
    takenShare: toEdge(found.takenShare),
  };
}

/** A regression as the answer tells it. */
export function modelAnswer(data: DriverYears, model: Stirpat, draws: DrawSettings): RoadmapModel {
  const { fit, terms, settings } = model;
  const doubt = doubtOf(model, draws);
  return {
    place: data.place,
    years: data.years,
    terms: terms.map((term, j) => ({
      term,
      coefficient: fit.coefficients[j] as number,
      low: toEdge(doubt.coefficients[j]?.low as number),
      high: toEdge(doubt.coefficients[j]?.high as number),
      standardised: toEdge(fit.standardised[j] as number),
      inflation: toEdge(fit.inflationPlain[j] as number),
      inflationRidge: fit.inflation[j] as number,
    })),
    intercept: fit.intercept,
    ridge: fit.k,
    ridgeBy: settings.ridge === null ? 'leave-one-out' : 'given',
    r2: toEdge(fit.r2),
    leaveOneOut: finite(fit.leaveOneOut),
    outOfSample: model.outOfSample,
    turningPoint: turningAnswer(data, doubt.turningPoint),
    bendsDown: toEdge(doubt.bendsDown),
    trace: model.trace.map(({ k, coefficients }) => ({ ridge: k, coefficients: Array.from(coefficients) })),
  };
}

function turningAnswer(data: DriverYears, range: PathRange | null): RoadmapModel['turningPoint'] {
  const found = yearRange(range);
  if (found === null) return null;
  const levels = driverLevels('gdp_per_head', data.drivers);
  const withinData = found.mid >= Math.min(...levels) && found.mid <= Math.max(...levels);
  return { ...found, withinData };
}
