import { cellValue, type GradeRules, parameterValue } from '../../assess/index.js';
import { type IndicatorId, type Issue, id, issue, type Period } from '../../base/index.js';
import { buildPanel, excludeValues, type Panel } from '../../observe/index.js';
import { type City, cityOf, isAssessed } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { exclusions } from '../ledger/decide.js';
import { imported } from '../panel.js';
import type { Workspace } from '../workspace.js';

/** Figures of some places in base units, asked for by place, indicator and year. */
export interface Figures {
  readonly panel: Panel;
  /** `NaN` is missing. */
  at(city: City | null, indicator: string, year: number): number;
  /** One per year, ends included. */
  series(city: City | null, indicator: string, from: number, to: number): Float64Array;
  /** The whole country's unit; null in a pack without one. */
  readonly country: City | null;
  /** Years with any value of an indicator, ascending. */
  years(indicator: string): number[];
}

/**
 * The units a call names, or all that are assessed.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function placesOf(ws: Workspace, named: readonly string[]): Promise<readonly City[]> {
  const register = await registerOf(ws);
  if (named.length === 0) return register.cities.filter(isAssessed);
  return named.map((query) => cityOf(register, query));
}

/** Reads observed indicators of places and of the country; excluded values are missing. */
export async function figuresOf(
  ws: Workspace,
  cities: readonly City[],
  indicators: readonly string[],
): Promise<Figures> {
  const register = await registerOf(ws);
  const country = register.cities.find(({ level }) => level === 'country') ?? null;
  const all = [...new Set([...cities, ...(country ? [country] : [])])];
  const tables = await ws.tables();
  const people = await imported(ws);
  const periods = new Set<Period>(people?.observations.periods ?? []);
  for (const table of tables) for (const period of table.rowPeriods) periods.add(period);
  const built = buildPanel({
    cities: all,
    periods: [...periods].sort(),
    indicators: indicators.map((one) => id<'indicator'>(one)),
    tables,
    imported: people,
    catalog: ws.catalog,
  });
  const panel = excludeValues(built.value, await exclusions(ws));
  const rows = new Map(panel.cities.map((city, row) => [city, row]));
  const at = (city: City | null, indicator: string, year: number) =>
    cellValue(
      panel,
      id<'indicator'>(indicator),
      city ? (rows.get(city.id) ?? -1) : -1,
      panel.periods.indexOf(id<'period'>(String(year))),
    );
  return {
    panel,
    country,
    at,
    series: (city, indicator, from, to) =>
      Float64Array.from({ length: to - from + 1 }, (_, step) => at(city, indicator, from + step)),
    years: (indicator) => yearsWith(panel, id<'indicator'>(indicator)),
  };
}

function yearsWith(panel: Panel, indicator: IndicatorId): number[] {
  const values = panel.columns.get(indicator)?.values;
  if (!values) return [];
  return panel.periods
    .filter((_, at) =>
      panel.cities.some((_city, row) => !Number.isNaN(values[row * panel.periods.length + at] as number)),
    )
    .map(Number)
    .filter((year) => Number.isInteger(year));
}

/** Says of each missing input what it is and which import fills it. */
export function missingIssues(ws: Workspace, place: City, missing: readonly string[]): Issue[] {
  return missing.map((one) => {
    const label = ws.catalog.indicators.get(id<'indicator'>(one))?.label ?? { en: one, zh: one };
    const facts = { labelEn: label.en, labelZh: label.zh, expected: one };
    return issue('ANALYSIS_MISSING', 'note', `${place.name.zh} ${place.name.en}`, facts);
  });
}

/** Bounds of the grades of change from the catalog. @throws AfterlodeError ASSESS_PARAMETER_MISSING */
export function gradeRules(ws: Workspace): GradeRules {
  return {
    severe: parameterValue(ws.catalog, 'shrinkage_severe'),
    moderate: parameterValue(ws.catalog, 'shrinkage_moderate'),
    growth: parameterValue(ws.catalog, 'growth_clear'),
  };
}

/**
 * Years in which the unit's own area changed; empty where both counts stand on one area. An aligned count of the first
 * year decides where there is one, else the recorded breaks of the whole unit.
 *
 * @param figures with `population` and `population_aligned`
 */
export function areaBreaks(
  ws: Workspace,
  figures: Figures,
  city: City,
  from: number,
  to: number,
): readonly number[] {
  const aligned = figures.at(city, 'population_aligned', from);
  const own = figures.at(city, 'population', from);
  const tolerance = parameterValue(ws.catalog, 'quality_source_tolerance');
  const codes = new Set([city.adcode, ...[...city.areas.values()].flat()]);
  const breaks = ws.register.breaks
    .filter(({ code, scope, year }) => codes.has(code) && scope !== 'districts' && year > from && year <= to)
    .map(({ year }) => year);
  if (Number.isNaN(aligned + own)) return breaks;
  if (Math.abs(own - aligned) <= tolerance * aligned) return [];
  return breaks.length > 0 ? breaks : [to];
}

/** One warning for a unit whose area changed. */
export function boundaryIssues(city: City, breaks: readonly number[]): Issue[] {
  if (breaks.length === 0) return [];
  const where = `${city.name.zh} ${city.name.en}`;
  return [issue('ANALYSIS_BOUNDARY', 'warning', where, { found: breaks.join(', ') })];
}
