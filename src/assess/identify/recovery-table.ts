import type { CityId, IndicatorId, Period, Text, Unit } from '../../base/index.js';
import type { Catalog, Comparison, Mark, ThresholdSet, ThresholdTest } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { City, Register } from '../../register/index.js';
import { parameterValue } from '../parameter-value.js';
import { bestThreshold, bestThresholdRange } from './best-threshold.js';
import { type LabelledValues, recoveryAt, rocArea } from './recovery.js';
import { meanAndDeviations } from './threshold.js';
import { levelGroup } from './threshold-table.js';

/** Whom the list is looked for among. */
export const recoveryScopes = ['prefecture', 'county', 'county-outside'] as const;
/** `county-outside`: county-level units that do not lie in a listed prefecture, whose mining is known already. */
export type RecoveryScope = (typeof recoveryScopes)[number];

/** How well one test finds the official list in one year, and how well its measure could at best. Missing is null. */
export interface RecoveryRow {
  readonly period: Period;
  readonly scope: RecoveryScope;
  readonly set: string;
  readonly setLabel: Text;
  readonly test: string;
  readonly label: Text;
  readonly indicator: IndicatorId;
  readonly standIn: boolean;
  readonly unit: Unit | null;
  readonly is: Comparison;
  readonly threshold: number | null;
  readonly tested: number;
  readonly listed: number;
  readonly passing: number;
  readonly hits: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly specificity: number | null;
  readonly youden: number | null;
  /** Area under the curve of the measure, with its 95 % interval. */
  readonly area: number | null;
  readonly areaLow: number | null;
  readonly areaHigh: number | null;
  /** Best cut of the measure with the 95 % range of its bootstrap. */
  readonly best: number | null;
  readonly bestLow: number | null;
  readonly bestHigh: number | null;
  readonly bestRecall: number | null;
  readonly bestSpecificity: number | null;
  /** How far the threshold may be trusted. */
  readonly mark: Mark;
  /** Where no unit has a value: the import that would give some. */
  readonly fill: Text | null;
}

export interface RecoveryRequest {
  readonly panel: Panel;
  readonly catalog: Catalog;
  readonly register: Register;
  readonly periods: readonly Period[];
  readonly runs: number;
  readonly seed: number;
}

/** What is the same for all tests on one measure in one year and scope. */
interface Curve {
  readonly area: number | null;
  readonly areaLow: number | null;
  readonly areaHigh: number | null;
  readonly best: number | null;
  readonly bestLow: number | null;
  readonly bestHigh: number | null;
  readonly bestRecall: number | null;
  readonly bestSpecificity: number | null;
}

/**
 * The official list looked for by every test of every set on every measure that has values, by year, prefectures and
 * counties apart. Units without a value are left out of the counts; a test without any value has a row that says so.
 *
 * @throws AfterlodeError ASSESS_PARAMETER_MISSING
 */
export function recoveryTable(request: RecoveryRequest): readonly RecoveryRow[] {
  const sets = [...request.catalog.thresholdSets.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const curves = new Map<string, Curve>();
  const units = new Map<string, LabelledValues>();
  return request.periods.flatMap((period) =>
    recoveryScopes.flatMap((scope) =>
      sets.flatMap((set) =>
        set.tests
          .filter(({ levels }) => levels.length === 0 || reaches(levels, scope))
          .flatMap((test) => rowsOf(request, { curves, units, period, scope, set, test })),
      ),
    ),
  );
}

/** A test of counties is one of county cities, counties and districts alike. */
function reaches(levels: readonly string[], scope: RecoveryScope): boolean {
  return levels.includes('prefecture') === (scope === 'prefecture');
}

interface RowRequest {
  readonly curves: Map<string, Curve>;
  readonly units: Map<string, LabelledValues>;
  readonly period: Period;
  readonly scope: RecoveryScope;
  readonly set: ThresholdSet;
  readonly test: ThresholdTest;
}

function rowsOf(request: RecoveryRequest, asked: RowRequest): RecoveryRow[] {
  const { test } = asked;
  const rows = test.measures.map((indicator) => rowOf(request, asked, indicator));
  const known = rows.filter(({ tested }) => tested > 0);
  return known.length > 0 ? known : [{ ...(rows[0] as RecoveryRow), fill: test.fill }];
}

function rowOf(request: RecoveryRequest, asked: RowRequest, indicator: IndicatorId): RecoveryRow {
  const { catalog } = request;
  const { period, scope, set, test } = asked;
  const key = `${indicator}/${period}/${scope}`;
  const units = keep(asked.units, key, () => labelledUnits(request, indicator, period, scope));
  const curve = keep(asked.curves, key, () => curveOf(units, request));
  const parameter = 'parameter' in test.than ? test.than.parameter : test.than.meanAndDeviations;
  const threshold =
    'parameter' in test.than
      ? parameterValue(catalog, parameter)
      : // The cut is that of all units of the level, wherever they lie.
        meanAndDeviations(
          keep(asked.units, `${indicator}/${period}/${groupOf(scope)}`, () =>
            labelledUnits(request, indicator, period, groupOf(scope)),
          ).values,
          parameterValue(catalog, parameter),
        );
  const { tested, listed, passing, hits, ...shares } = recoveryAt(units, test.is, threshold);
  return {
    period,
    scope,
    set: set.code,
    setLabel: set.label,
    test: test.id,
    label: test.label,
    indicator,
    standIn: indicator !== test.measures[0],
    unit: catalog.indicators.get(indicator)?.unit ?? null,
    is: test.is,
    threshold: edge(threshold),
    tested,
    listed,
    passing,
    hits,
    precision: edge(shares.precision),
    recall: edge(shares.recall),
    f1: edge(shares.f1),
    specificity: edge(shares.specificity),
    youden: edge(shares.youden),
    ...curve,
    mark: catalog.parameters.get(parameter)?.mark ?? set.mark,
    fill: null,
  };
}

function groupOf(scope: RecoveryScope): RecoveryScope {
  return scope === 'prefecture' ? 'prefecture' : 'county';
}

function curveOf(units: LabelledValues, { runs, seed }: RecoveryRequest): Curve {
  const { area, low, high } = rocArea(units);
  const best = bestThreshold(units);
  const range = bestThresholdRange(units, { runs, seed });
  return {
    area: edge(area),
    areaLow: edge(low),
    areaHigh: edge(high),
    best: edge(best.threshold),
    bestLow: edge(range.low),
    bestHigh: edge(range.high),
    bestRecall: edge(best.recall),
    bestSpecificity: edge(best.specificity),
  };
}

/** Values of the units of a scope in one year, and who of them is on the list. */
export function labelledUnits(
  request: Pick<RecoveryRequest, 'panel' | 'register'>,
  indicator: IndicatorId,
  period: Period,
  scope: RecoveryScope,
): LabelledValues {
  const found = unitsOf(request, indicator, period, scope);
  return {
    values: Float64Array.from(found, ({ value }) => value),
    listed: Uint8Array.from(found, ({ city }) => (city.listed ? 1 : 0)),
  };
}

/** The units that `labelledUnits` takes the values of. */
export function labelledCities(
  request: Pick<RecoveryRequest, 'panel' | 'register'>,
  indicator: IndicatorId,
  period: Period,
  scope: RecoveryScope,
): readonly CityId[] {
  return unitsOf(request, indicator, period, scope).map(({ city }) => city.id);
}

function unitsOf(
  { panel, register }: Pick<RecoveryRequest, 'panel' | 'register'>,
  indicator: IndicatorId,
  period: Period,
  scope: RecoveryScope,
): readonly { readonly city: City; readonly value: number }[] {
  const at = panel.periods.indexOf(period);
  const column = panel.columns.get(indicator)?.values;
  const outside = scope === 'county-outside' ? listedPrefectures(register) : new Set<string>();
  return panel.cities.flatMap((id, row) => {
    const city = register.byId.get(id);
    const value = at < 0 ? Number.NaN : (column?.[row * panel.periods.length + at] ?? Number.NaN);
    if (!city || levelGroup(city.level) !== groupOf(scope) || Number.isNaN(value)) return [];
    return outside.has(city.parent ?? '') ? [] : [{ city, value }];
  });
}

function listedPrefectures(register: Register): ReadonlySet<string> {
  const own = (city: City) => city.listed && city.level === 'prefecture';
  // Rows of an earlier census name the prefecture by its code of that year.
  const codes = (city: City) => [city.adcode, ...[...city.areas.values()].flat()];
  return new Set(register.cities.filter(own).flatMap(codes));
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

function edge(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
