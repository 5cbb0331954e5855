import type { CityId, IndicatorId, Period, ReferenceId, Text, Unit } from '../../base/index.js';
import type { Catalog, Comparison, Mark, ThresholdSet, ThresholdTest } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { City, Level, Register } from '../../register/index.js';
import { parameterValue } from '../parameter-value.js';
import { latestValue } from './latest-value.js';
import { marginOf, meanAndDeviations, passesSet, passesTest } from './threshold.js';

/** One test of one set at one unit. Missing is null, and then `fill` names the import that would help. */
export interface UnitTest {
  /** `T1` */
  readonly set: string;
  readonly test: string;
  readonly label: Text;
  /** The measure that was used; the one the study means where none has a value. */
  readonly indicator: IndicatorId;
  /** Whether the measure stands in for the one that the study means. */
  readonly standIn: boolean;
  readonly unit: Unit | null;
  readonly value: number | null;
  readonly is: Comparison;
  readonly threshold: number | null;
  readonly pass: boolean | null;
  /** Distance to the threshold in the measure's unit, positive where the test is passed. */
  readonly margin: number | null;
  /** Year of the data. */
  readonly period: Period | null;
  /** Whether the value carries a doubt. */
  readonly doubtful: boolean;
  /** How far the threshold may be trusted. */
  readonly mark: Mark;
  readonly reference: ReferenceId;
  readonly fill: Text | null;
}

/** A set at one unit: what its tests come to. */
export interface UnitSet {
  readonly set: string;
  readonly label: Text;
  readonly pass: boolean | null;
}

/** All tests of one unit, and how many sets it passes of those that could be decided. */
export interface UnitThresholds {
  readonly tests: readonly UnitTest[];
  readonly sets: readonly UnitSet[];
  readonly passed: number;
  readonly decided: number;
  readonly of: number;
}

/** Prefectures are compared with prefectures, everything below with everything below. */
export type LevelGroup = 'prefecture' | 'county';

/** The group a level belongs to; null for countries and provinces, which no test is made for. */
export function levelGroup(level: Level): LevelGroup | null {
  if (level === 'prefecture') return 'prefecture';
  return level === 'country' || level === 'province' ? null : 'county';
}

export interface ThresholdContext {
  /** With all units of the levels that are tested: means and deviations are theirs. */
  readonly panel: Panel;
  readonly catalog: Catalog;
  readonly register: Register;
}

/** Tests units at a period: the latest value not after it counts, or that of the very period where `exact`. */
export type ThresholdTester = (city: CityId, period: Period, exact?: boolean) => UnitThresholds;

/**
 * Prepares the tests of all threshold sets of the catalog.
 *
 * @throws AfterlodeError ASSESS_PARAMETER_MISSING where a threshold has no value in force
 */
export function thresholdTester(context: ThresholdContext): ThresholdTester {
  const kept = new Map<string, number>();
  const rows = new Map(context.panel.cities.map((city, at) => [city, at]));
  const sets = [...context.catalog.thresholdSets.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return (id, period, exact = false) => {
    const city = context.register.byId.get(id);
    const row = rows.get(id) ?? -1;
    const made = sets.map((set) => testSet(context, kept, { set, city, row, period, exact }));
    const decided = made.filter(({ own }) => own.pass !== null);
    return {
      tests: made.flatMap(({ tests }) => tests),
      sets: made.map(({ own }) => own),
      passed: decided.filter(({ own }) => own.pass).length,
      decided: decided.length,
      of: made.length,
    };
  };
}

interface Asked {
  readonly set: ThresholdSet;
  readonly city: City | undefined;
  readonly row: number;
  readonly period: Period;
  readonly exact: boolean;
}

function testSet(context: ThresholdContext, kept: Map<string, number>, asked: Asked) {
  const { set, city } = asked;
  const tests = set.tests
    .filter(({ levels }) => levels.length === 0 || levels.includes(city?.level ?? ''))
    .map((test) => testOf(context, kept, asked, test));
  const pass = passesSet(
    tests.map((one) => one.pass),
    set.passes.when,
  );
  return { tests, own: { set: set.code, label: set.label, pass } };
}

function testOf(
  context: ThresholdContext,
  kept: Map<string, number>,
  asked: Asked,
  test: ThresholdTest,
): UnitTest {
  const { panel, catalog } = context;
  const found = test.measures
    .map((indicator) => ({
      indicator,
      latest: latestValue(panel, indicator, asked.row, asked.period, asked.exact),
    }))
    .find(({ latest }) => latest !== null);
  const indicator = found?.indicator ?? (test.measures[0] as IndicatorId);
  const period = found?.latest?.period ?? null;
  const value = found?.latest?.value ?? Number.NaN;
  const parameter = 'parameter' in test.than ? test.than.parameter : test.than.meanAndDeviations;
  const threshold =
    'parameter' in test.than
      ? parameterValue(catalog, parameter)
      : groupThreshold(context, kept, { indicator, period, parameter, city: asked.city });
  const rule = catalog.parameters.get(parameter);
  return {
    set: asked.set.code,
    test: test.id,
    label: test.label,
    indicator,
    standIn: indicator !== test.measures[0],
    unit: catalog.indicators.get(indicator)?.unit ?? null,
    value: edge(value),
    is: test.is,
    threshold: edge(threshold),
    pass: passesTest(value, test.is, threshold),
    margin: edge(marginOf(value, test.is, threshold)),
    period,
    doubtful: found?.latest?.doubtful ?? false,
    mark: rule?.mark ?? asked.set.mark,
    reference: rule?.reference ?? (asked.set.references[0] as ReferenceId),
    fill: found ? null : test.fill,
  };
}

interface GroupRule {
  readonly indicator: IndicatorId;
  readonly period: Period | null;
  readonly parameter: string;
  readonly city: City | undefined;
}

/** Mean and deviations over all units of the level group with a value in the same period. */
function groupThreshold(context: ThresholdContext, kept: Map<string, number>, rule: GroupRule): number {
  const group = rule.city ? levelGroup(rule.city.level) : null;
  if (rule.period === null || group === null) return Number.NaN;
  const key = `${rule.indicator}/${rule.period}/${group}/${rule.parameter}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const values = groupValues(context, rule.indicator, rule.period, group);
  const made = meanAndDeviations(values, parameterValue(context.catalog, rule.parameter));
  kept.set(key, made);
  return made;
}

/** Values of one period by unit of the panel; `NaN` for units of other groups and where missing. */
export function groupValues(
  { panel, register }: Pick<ThresholdContext, 'panel' | 'register'>,
  indicator: IndicatorId,
  period: Period,
  group: LevelGroup,
): Float64Array {
  const at = panel.periods.indexOf(period);
  const column = panel.columns.get(indicator)?.values;
  return Float64Array.from(panel.cities, (id, row) => {
    const city = register.byId.get(id);
    if (!city || levelGroup(city.level) !== group || at < 0) return Number.NaN;
    return column?.[row * panel.periods.length + at] ?? Number.NaN;
  });
}

function edge(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
