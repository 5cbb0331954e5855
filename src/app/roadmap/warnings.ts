import { parameterValue } from '../../assess/index.js';
import { type Code, type Facts, type Issue, issue } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { CarbonRoadmap, DriverYears, JobsRoadmap, Stirpat } from '../../plan/index.js';

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

/** What to doubt in a path of emissions. */
export function carbonWarnings(
  where: string,
  data: DriverYears,
  found: CarbonRoadmap,
  stated: boolean,
  catalog: Catalog,
): readonly Issue[] {
  const warn = (code: Code, facts: Facts) => issue(code, 'warning', where, facts);
  const limit = parameterValue(catalog, 'roadmap_extrapolation');
  const top = data.co2.indexOf(Math.max(...data.co2));
  const behind = found.path.every(({ mid }) => mid < (data.co2[top] as number));
  return [
    ...found.beyond.map(({ driver, year, times }) =>
      warn('ROADMAP_EXTRAPOLATION', { found: driver, year, times: times.toFixed(3), limit }),
    ),
    ...(found.passiveShare > parameterValue(catalog, 'peak_passive_share')
      ? [warn('ROADMAP_PASSIVE', { found: percent(found.passiveShare) })]
      : []),
    ...(behind ? [warn('ROADMAP_BEHIND', { found: data.years[top] as number })] : []),
    ...(stated ? [issue('ROADMAP_STATED', 'note', where)] : []),
  ];
}

/** What to doubt in a regression. */
export function modelWarnings(place: string, { terms, fit, outOfSample }: Stirpat): readonly Issue[] {
  const negative = ['population', 'gdp_per_head'].flatMap((term) => {
    const value = fit.coefficients[terms.indexOf(term)] ?? Number.NaN;
    // With a square the coefficient of ln GDP per head alone says nothing.
    const alone = term === 'population' || !terms.includes('gdp_per_head_squared');
    return alone && value < 0
      ? [issue('ROADMAP_SIGN', 'warning', place, { found: term, value: value.toFixed(3) })]
      : [];
  });
  if (outOfSample === null || outOfSample.error <= outOfSample.unchanged) return negative;
  const facts = { found: percent(outOfSample.error), unchanged: percent(outOfSample.unchanged) };
  return [...negative, issue('ROADMAP_FORETOLD', 'warning', place, facts)];
}

/** What to doubt in a roadmap of jobs. */
export function jobsWarnings(
  where: string,
  { unmatched, fewerPeople }: JobsRoadmap,
  capped: readonly string[],
  limit: number,
): readonly Issue[] {
  return [
    ...(capped.length > 0
      ? [issue('ROADMAP_CAPPED', 'warning', where, { found: capped.join(', '), limit: percent(limit) })]
      : []),
    ...(unmatched.length > 0
      ? [issue('ROADMAP_UNMATCHED', 'warning', where, { found: unmatched.join(', ') })]
      : []),
    ...(fewerPeople ? [issue('ROADMAP_FEWER_PEOPLE', 'warning', where)] : []),
  ];
}
