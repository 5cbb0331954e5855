import {
  employmentRateGap,
  hiddenUnemployment,
  jobDensity,
  type Okun,
  okunDifference,
  okunGap,
  parameterValue,
  type Replacement,
  replacementRatio,
} from '../../assess/index.js';
import { type Issue, issue, toEdge } from '../../base/index.js';
import { seriesOf, type TableCall } from '../tables/forms.js';
import type { Workspace } from '../workspace.js';
import { type Edges, edgesOf } from './edges.js';
import { referenceRows } from './reference.js';
import { byPlace, readAnalysisTable, refuseNegative, refuseTwice } from './table.js';

type Edge = number | null;

/** Okun's relation of a place in both forms. */
export interface OkunRow {
  readonly form: 'okun';
  readonly place: string;
  readonly from: number;
  readonly to: number;
  readonly difference: Edges<Okun>;
  /** The gap form with each smoothness of the trends that is in use. */
  readonly gaps: readonly (Edges<Okun> & { readonly smoothness: number })[];
  readonly issues: readonly Issue[];
}

/**
 * Okun's relation of a table `place,year,unemployment_percent,output` (prices of one year).
 *
 * @throws AfterlodeError ANALYSIS_TABLE, ASSESS_PARAMETER_MISSING
 */
export async function okunForm(ws: Workspace, call: TableCall): Promise<readonly OkunRow[]> {
  const { rows, name } = await readAnalysisTable(call.table, {
    texts: ['place'],
    numbers: ['year', 'unemployment_percent', 'output'],
  });
  refuseNegative(name, rows, ['unemployment_percent', 'output']);
  const value = (parameter: string) => parameterValue(ws.catalog, parameter);
  const minimum = value('okun_years_minimum');
  return seriesOf(name, rows, call).map(({ place, years, of }) => {
    const unemployment = of('unemployment_percent').map((percent) => percent / 100);
    const output = of('output');
    const growth = output.map((one, at) => (at === 0 ? Number.NaN : one / (output[at - 1] as number) - 1));
    const difference = okunDifference(unemployment, growth, minimum);
    const gaps = ['okun_smoothness', 'okun_smoothness_low'].map((parameter) => ({
      smoothness: value(parameter),
      ...okunGap(unemployment, output, value(parameter), minimum),
    }));
    return {
      form: 'okun',
      place,
      from: years[0] as number,
      to: years.at(-1) as number,
      difference: edgesOf(difference),
      gaps: gaps.map((gap) => edgesOf(gap) as OkunRow['gaps'][number]),
      issues: refusals(place, [difference, ...gaps.slice(0, 1)], minimum),
    };
  });
}

const reasons = {
  'too few years': { en: 'too few years', zh: '年数不足' },
  gaps: { en: 'a year is missing', zh: '中间有缺年' },
  'unemployment or output does not move': {
    en: 'unemployment or output does not move, as a registered rate hardly does',
    zh: '失业率或产出几乎不变（登记失业率往往如此）',
  },
} as const;

function refusals(place: string, forms: readonly Okun[], minimum: number): readonly Issue[] {
  return forms.flatMap(({ form, refused, count }) =>
    refused === null
      ? []
      : [
          issue('ANALYSIS_OKUN', 'warning', place, {
            form: form === 'gap' ? { en: 'gap form', zh: '缺口式' } : { en: 'difference form', zh: '差分式' },
            found: reasons[refused],
            count,
            expected: minimum,
          }),
        ],
  );
}

/** Jobs of successors against resource jobs lost, year by year. */
export interface ReplacementRow {
  readonly form: 'replacement';
  readonly place: string;
  /** First year with both counts: everything is counted from there. */
  readonly base: number | null;
  /** Ratio that is aimed at. */
  readonly target: number;
  /** The table has no wages, so that every job counts alike. */
  readonly wagesLeftOut: boolean;
  readonly years: readonly (Edges<Replacement> & { readonly year: number })[];
}

/**
 * Replacement ratio of a table `place,year,successor_jobs,resource_jobs[,wage_ratio]`. A fall of successor jobs replaces
 * nothing, a rise of resource jobs is no loss.
 *
 * @throws AfterlodeError ANALYSIS_TABLE, ASSESS_PARAMETER_MISSING
 */
export async function replacementForm(ws: Workspace, call: TableCall): Promise<readonly ReplacementRow[]> {
  const { rows, name, has } = await readAnalysisTable(call.table, {
    texts: ['place'],
    numbers: ['year', 'successor_jobs', 'resource_jobs'],
    optional: ['wage_ratio'],
  });
  refuseNegative(name, rows, ['successor_jobs', 'resource_jobs', 'wage_ratio']);
  const target = parameterValue(ws.catalog, 'replacement_target');
  const wagesLeftOut = !has.has('wage_ratio');
  return seriesOf(name, rows, call).map(({ place, years, of }) => {
    const [successors, resource, wages] = [of('successor_jobs'), of('resource_jobs'), of('wage_ratio')];
    const known = (at: number) => !Number.isNaN((successors[at] as number) + (resource[at] as number));
    const base = years.findIndex((_, at) => known(at));
    const since = (values: Float64Array, at: number) => (values[at] as number) - (values[base] as number);
    return {
      form: 'replacement',
      place,
      base: base < 0 ? null : (years[base] as number),
      target,
      wagesLeftOut,
      years: years.flatMap((year, at) => {
        if (at <= base || !known(at)) return [];
        const [gained, lost] = [Math.max(0, since(successors, at)), Math.max(0, -since(resource, at))];
        const wageRatio = wagesLeftOut ? 1 : (wages[at] as number);
        return [{ year, ...edgesOf(replacementRatio(gained, lost, wageRatio, target)) }];
      }),
    };
  });
}

/** Jobs and inactivity of people of working age. */
export interface InactiveRow {
  readonly form: 'inactive';
  readonly place: string;
  /** Jobs for each 100 people of working age. */
  readonly jobDensity: Edge;
  readonly employmentRatePercent: Edge;
  /** Less that of the reference place. */
  readonly employmentRateGapPercent: Edge;
  readonly hiddenUnemployment: {
    readonly sharePercent: Edge;
    readonly persons: Edge;
    readonly benchmarkPercent: Edge;
    /** The place that the benchmark is of; null: the parameter `inactive_health_benchmark`. */
    readonly benchmark: string | null;
  };
  readonly issues: readonly Issue[];
}

/**
 * Job density, employment rate and hidden unemployment of a table
 * `place,working_age,inactive_health[,employed][,jobs]`, persons. The benchmark is the reference place, else the
 * catalog's.
 *
 * @throws AfterlodeError ANALYSIS_TABLE, CALL_OPTION, ASSESS_PARAMETER_MISSING
 */
export async function inactiveForm(ws: Workspace, call: TableCall): Promise<readonly InactiveRow[]> {
  const names = ['working_age', 'inactive_health'];
  const optional = ['employed', 'jobs'];
  const { rows, name } = await readAnalysisTable(call.table, { texts: ['place'], numbers: names, optional });
  refuseNegative(name, rows, [...names, ...optional]);
  refuseTwice(name, rows, ({ text }) => text.place as string);
  const share = (of: string, row: (typeof rows)[number] | undefined) =>
    (row?.number[of] ?? Number.NaN) / (row?.number.working_age ?? Number.NaN);
  const other = call.reference === undefined ? undefined : referenceRows(call, rows, byPlace(rows))[0];
  const benchmark = other
    ? share('inactive_health', other)
    : parameterValue(ws.catalog, 'inactive_health_benchmark');
  const label = ws.catalog.parameters.get('inactive_health_benchmark')?.label;
  const note = (place: string) =>
    issue('ANALYSIS_BENCHMARK', 'note', place, {
      found: String(Number((100 * benchmark).toPrecision(6))),
      expected: label ?? 'inactive_health_benchmark',
    });
  return rows.map((row) => {
    const place = row.text.place as string;
    const people = row.number.working_age as number;
    const rate = share('employed', row);
    const hidden = hiddenUnemployment(share('inactive_health', row), benchmark, people);
    return {
      form: 'inactive',
      place,
      jobDensity: toEdge(jobDensity(row.number.jobs as number, people)),
      employmentRatePercent: toEdge(100 * rate),
      employmentRateGapPercent: toEdge(100 * employmentRateGap(rate, share('employed', other))),
      hiddenUnemployment: {
        sharePercent: toEdge(100 * hidden.share),
        persons: toEdge(hidden.persons),
        benchmarkPercent: toEdge(100 * benchmark),
        benchmark: call.reference ?? null,
      },
      issues: other ? [] : [note(place)],
    };
  });
}
