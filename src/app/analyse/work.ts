import {
  type BaseMultiplier,
  baseMultiplier,
  dynamicShiftShare,
  type Elasticity,
  employmentElasticity,
  employmentRateGap,
  estebanShift,
  hiddenUnemployment,
  jobDensity,
  type Okun,
  okunDifference,
  okunGap,
  parameterValue,
  type Replacement,
  replacementRatio,
  type ShiftShare,
} from '../../assess/index.js';
import { type Issue, id, issue, type Text, toEdge } from '../../base/index.js';
import type { City } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import { activityRows, type JobsRow } from './activities.js';
import { type AnalyseCall, type PlaceRow, yearsOf } from './call.js';
import { type Edges, edgesOf } from './edges.js';
import { areaBreaks, boundaryIssues, type Figures, figuresOf, missingIssues, placesOf } from './panel.js';
import { type Sections, sectionsOf } from './sections.js';

type Edge = number | null;

/** One branch of employment; counts of the sample. */
export interface ActivityOfPlace extends Omit<JobsRow, 'place'> {
  readonly label: Text;
  /** Esteban's two parts of `regional`. */
  readonly competitive: Edge;
  readonly allocation: Edge;
  /** Parts summed over the years that have all branches; null where only both ends have them. */
  readonly dynamic: Edges<ShiftShare> | null;
}

/** What the censuses of the workspace say of the work in a place; missing is null. */
export interface JobsPlace extends PlaceRow {
  /** Place that others are compared with. */
  readonly reference: string | null;
  readonly activities: readonly ActivityOfPlace[];
  readonly base: { readonly first: Edges<BaseMultiplier>; readonly last: Edges<BaseMultiplier> };
  readonly elasticity: Edges<Elasticity> | null;
  readonly okun: { readonly difference: Edges<Okun>; readonly gap: Edges<Okun> };
  /** Jobs for each 100 residents of working age, from the city yearbook where it has the year. */
  readonly jobDensity: { readonly first: Edge; readonly last: Edge };
  /** Employed among people of 16 and over less the country's rate; at the first year. */
  readonly employmentRateGapPercent: Edge;
  readonly hiddenUnemployment: { readonly sharePercent: Edge; readonly benchmarkPercent: Edge } | null;
  /** Net new jobs outside agriculture and mining for each mining job lost, wages left out. */
  readonly replacement: Edges<Replacement> | null;
  /** Never from the workspace: needs displaced workers, vacancies and skills by occupation. */
  readonly skillsMatch: null;
  readonly issues: readonly Issue[];
}

/** What the analysis reads besides branches. */
export const workIndicators = [
  'population_16_plus_sample',
  'not_working_disabled',
  'employed',
  'population_15_59',
  'population',
  'population_aligned',
  'gross_regional_product_real_2000',
  'unemployment_surveyed',
  'employed_yearbook',
  'gdp_growth_index',
];

/**
 * Jobs analysis of places of the workspace between two years, against the country.
 *
 * @throws AfterlodeError CALL_OPTION, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function jobsOfWorkspace(ws: Workspace, call: AnalyseCall): Promise<JobsPlace[]> {
  const [from, to] = yearsOf(call);
  const cities = await placesOf(ws, call.cities);
  const sections = sectionsOf(ws);
  const figures = await figuresOf(ws, cities, [...sections.ids, ...workIndicators]);
  return cities.map((city) => placeOf(ws, city, figures, sections, from, to));
}

function placeOf(
  ws: Workspace,
  city: City,
  figures: Figures,
  sections: Sections,
  from: number,
  to: number,
): JobsPlace {
  const jobsAt = (place: City | null, year: number) =>
    Float64Array.from(sections.ids, (one) => figures.at(place, one, year));
  const jobs = { first: jobsAt(city, from), last: jobsAt(city, to) };
  const country = { first: jobsAt(figures.country, from), last: jobsAt(figures.country, to) };
  const breaks = areaBreaks(ws, figures, city, from, to);
  // On another area a change of counts is annexation: shares stay, changes are missing.
  const comparable = breaks.length === 0 ? jobs.first : jobs.first.map(() => Number.NaN);
  const changing = { first: comparable, last: jobs.last };
  const value = (name: string) => parameterValue(ws.catalog, name);
  const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0);
  const all = [sum(comparable), sum(jobs.last)] as const;
  const at = (name: string, year: number) => figures.at(city, name, year);
  const output = [
    at('gross_regional_product_real_2000', from),
    at('gross_regional_product_real_2000', to),
  ] as const;
  const elasticity = employmentElasticity(all, output, value('elasticity_growth_minimum'));
  const unemployment = figures.series(city, 'unemployment_surveyed', from, to);
  const yearly = figures.series(city, 'gross_regional_product_real_2000', from, to);
  const growth = yearly.map((one, step) =>
    step === 0 ? Number.NaN : one / (yearly[step - 1] as number) - 1,
  );
  const years = value('okun_years_minimum');
  const density = (year: number) => jobDensity(at('employed_yearbook', year), at('population_15_59', year));
  const mining = (comparable[sections.mining] as number) - (jobs.last[sections.mining] as number);
  const missing = [
    ...(Number.isNaN(sum(jobs.first) + all[1]) ? ['employed'] : []),
    ...(Number.isNaN(output[0] + output[1]) ? ['gross_regional_product_real_2000'] : []),
    ...(unemployment.some((one) => Number.isNaN(one)) ? ['unemployment_surveyed'] : []),
    ...(Number.isNaN(density(from) + density(to)) ? ['employed_yearbook'] : []),
  ];
  const shifts = estebanShift(changing, country);
  const steps = breaks.length > 0 ? null : stepsBetween(jobsAt, city, figures.country, from, to);
  return {
    place: city.id,
    name: city.name,
    from,
    to,
    reference: figures.country?.id ?? null,
    activities: activityRows(sections.ids, jobs, country, comparable).map((row, branch) => ({
      ...row,
      label: ws.catalog.indicators.get(id<'indicator'>(row.activity))?.label ?? {
        en: row.activity,
        zh: row.activity,
      },
      competitive: toEdge(shifts[branch]?.competitive ?? Number.NaN),
      allocation: toEdge(shifts[branch]?.allocation ?? Number.NaN),
      dynamic: steps && edgesOf(steps[branch] as ShiftShare),
    })),
    base: {
      first: edgesOf(baseMultiplier(jobs.first, country.first)),
      last: edgesOf(baseMultiplier(jobs.last, country.last)),
    },
    elasticity: Number.isNaN(elasticity.outputGrowth) ? null : edgesOf(elasticity),
    okun: {
      difference: edgesOf(okunDifference(unemployment, growth, years)),
      gap: edgesOf(okunGap(unemployment, yearly, value('okun_smoothness'), years)),
    },
    jobDensity: { first: toEdge(density(from)), last: toEdge(density(to)) },
    employmentRateGapPercent: toEdge(100 * rateGap(figures, city, from)),
    hiddenUnemployment: hiddenOf(figures, city, from),
    replacement: Number.isNaN(mining + all[0] + all[1])
      ? null
      : edgesOf(
          replacementRatio(
            successors(sections, changing),
            Math.max(0, mining),
            1,
            value('replacement_target'),
          ),
        ),
    skillsMatch: null,
    missing,
    issues: [
      ...(missing.includes('employed')
        ? []
        : [issue('ANALYSIS_SAMPLE', 'note', city.id, { found: `${city.name.zh} ${city.name.en}` })]),
      ...boundaryIssues(city, breaks),
      ...missingIssues(ws, city, missing),
    ],
  };
}

/** Dynamic shift-share over the years between that have every branch here and in the country; null where there is none. */
function stepsBetween(
  jobsAt: (place: City | null, year: number) => Float64Array,
  city: City,
  country: City | null,
  from: number,
  to: number,
): readonly ShiftShare[] | null {
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(
    (year) =>
      year === from || year === to || ![...jobsAt(city, year), ...jobsAt(country, year)].some(Number.isNaN),
  );
  if (years.length < 3) return null;
  return dynamicShiftShare(
    years.map((year) => jobsAt(city, year)),
    years.map((year) => jobsAt(country, year)),
  );
}

function rateGap(figures: Figures, city: City, year: number): number {
  const rate = (place: City | null) =>
    figures.at(place, 'employed', year) / figures.at(place, 'population_16_plus_sample', year);
  return employmentRateGap(rate(city), rate(figures.country));
}

/** People unable to work beyond the country's share, of all of 16 and over in the sample. */
function hiddenOf(figures: Figures, city: City, year: number): JobsPlace['hiddenUnemployment'] {
  const share = (place: City | null) =>
    figures.at(place, 'not_working_disabled', year) / figures.at(place, 'population_16_plus_sample', year);
  const [own, benchmark] = [share(city), share(figures.country)];
  if (Number.isNaN(own) || Number.isNaN(benchmark)) return null;
  return {
    sharePercent: toEdge(100 * hiddenUnemployment(own, benchmark, Number.NaN).share),
    benchmarkPercent: toEdge(100 * benchmark),
  };
}

/** Net change of jobs outside agriculture and mining; a fall replaces nothing. */
function successors(sections: Sections, jobs: { first: Float64Array; last: Float64Array }): number {
  let gained = 0;
  sections.ids.forEach((_, at) => {
    if (at === sections.mining || at === sections.agriculture) return;
    gained += (jobs.last[at] as number) - (jobs.first[at] as number);
  });
  return Math.max(0, gained);
}
