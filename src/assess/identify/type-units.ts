import type { CityId, IndicatorId, Period, Text } from '../../base/index.js';
import { quantile } from '../../base/index.js';
import type { Axis, AxisInput, Catalog, ReservesInput } from '../../catalog/index.js';
import { flag, type Panel } from '../../observe/index.js';
import type { City, Register } from '../../register/index.js';
import { parameterValue } from '../parameter-value.js';
import { groupValues, type LevelGroup, levelGroup } from './threshold-table.js';
import { axisScores, type TypingResult, typeByAxes } from './two-axis-type.js';

/** What the exhaustion clock tells about the leading resource of a unit; `NaN` is missing. */
export type ReservesOf = (city: CityId) => Readonly<Record<ReservesInput, number>> | null;

/** One input of an axis at one unit. Missing is null, and then `fill` names the import that would help. */
export interface UnitAxisInput {
  readonly id: string;
  readonly label: Text;
  readonly indicator: IndicatorId | null;
  /** Relative to the province where the axis says so. */
  readonly value: number | null;
  /** Place within the level, 0 (worst) to 1 (best). */
  readonly place: number | null;
  readonly period: Period | null;
  readonly fill: Text | null;
}

/** One axis at one unit. */
export interface UnitAxis {
  readonly score: number | null;
  readonly inputs: readonly UnitAxisInput[];
}

/** The computed type of one unit with both axes behind it; the official type is another field, elsewhere. */
export interface UnitTyping extends TypingResult {
  readonly security: UnitAxis;
  readonly sustainability: UnitAxis;
}

export interface TypingContext {
  readonly panel: Panel;
  readonly catalog: Catalog;
  readonly register: Register;
  readonly reserves: ReservesOf;
}

/** Scores and inputs of one axis for the units of a level group, by row of the panel. */
interface AxisOfGroup {
  readonly scores: Float64Array;
  readonly of: (row: number) => UnitAxis;
}

/** Types units and gives the score of sustainable development in a year. */
export interface UnitTyper {
  readonly typeOf: (city: CityId, period: Period) => UnitTyping;
  /** Score and the median of the scores of the units of its level in its province; `NaN` where missing. */
  readonly sustainabilityOf: (
    city: CityId,
    period: Period,
  ) => { readonly score: number; readonly median: number };
}

/**
 * Prepares the two-axis typing over all units of a level: inputs from the catalog's axes, each in the latest period not
 * after the asked one in which enough units of the level have a value, so that nobody is placed among other years.
 *
 * @throws AfterlodeError ASSESS_PARAMETER_MISSING
 */
export function unitTyper(context: TypingContext): UnitTyper {
  const { panel, catalog, register } = context;
  const kept = new Map<string, AxisOfGroup>();
  const rows = new Map(panel.cities.map((city, at) => [city, at]));
  const provinces = provincesOf(panel, register);
  const axisOf = (name: string, period: Period, group: LevelGroup): AxisOfGroup => {
    const key = `${name}/${period}/${group}`;
    const known = kept.get(key);
    if (known) return known;
    const made = scoreAxis(context, provinces, { axis: catalog.axes.get(name), period, group });
    kept.set(key, made);
    return made;
  };
  const groupOf = (id: CityId): LevelGroup | null => {
    const city = register.byId.get(id);
    return city ? levelGroup(city.level) : null;
  };
  return {
    typeOf(id, period) {
      const group = groupOf(id);
      const row = rows.get(id) ?? -1;
      const none: UnitAxis = { score: null, inputs: [] };
      const security = group ? axisOf('resource_security', period, group).of(row) : none;
      const sustainability = group ? axisOf('sustainable_development', period, group).of(row) : none;
      const point = {
        security: security.score ?? Number.NaN,
        sustainability: sustainability.score ?? Number.NaN,
        rising: risingOf(security, parameterValue(catalog, 'trend_dead_band')),
      };
      const rule = {
        cut: parameterValue(catalog, 'typing_cut'),
        band: parameterValue(catalog, 'typing_border_band'),
      };
      return { ...typeByAxes(point, rule), security, sustainability };
    },
    sustainabilityOf(id, period) {
      const group = groupOf(id);
      const row = rows.get(id) ?? -1;
      if (group === null || row < 0) return { score: Number.NaN, median: Number.NaN };
      const { scores } = axisOf('sustainable_development', period, group);
      const inProvince = scores.filter(
        (score, at) => provinces[at] === provinces[row] && !Number.isNaN(score),
      );
      return { score: scores[row] as number, median: quantile(inProvince.sort(), 0.5) };
    },
  };
}

/** Rising: output grew by more than counts as no change; null where growth is not known. */
function risingOf({ inputs }: UnitAxis, band: number): boolean | null {
  const growth = inputs.find(({ id }) => id === 'output_growth')?.value ?? null;
  return growth === null ? null : growth > band;
}

interface AxisRequest {
  readonly axis: Axis | undefined;
  readonly period: Period;
  readonly group: LevelGroup;
}

/** One input over the units of a group. */
interface InputColumn {
  readonly input: AxisInput;
  readonly indicator: IndicatorId | null;
  readonly period: Period | null;
  readonly values: Float64Array;
}

function scoreAxis(context: TypingContext, provinces: readonly string[], request: AxisRequest): AxisOfGroup {
  const { catalog, panel } = context;
  const columns = (request.axis?.inputs ?? []).map((input) =>
    inputColumn(context, provinces, request, input),
  );
  const { scores, places } = axisScores(
    columns.map(({ input, values }) => ({ ...input, values })),
    {
      minimumUnits: parameterValue(catalog, 'peers_minimum'),
      minimumWeight: parameterValue(catalog, 'typing_minimum_inputs'),
    },
  );
  return {
    scores: columns.length > 0 ? scores : new Float64Array(panel.cities.length).fill(Number.NaN),
    of: (row) => ({
      score: edge(scores[row] ?? Number.NaN),
      inputs: columns.map(({ input, indicator, period, values }, at) => {
        const value = edge(values[row] ?? Number.NaN);
        return {
          id: input.id,
          label: input.label,
          indicator,
          value,
          place: edge(places[at]?.[row] ?? Number.NaN),
          period: value === null ? null : period,
          fill: value === null ? input.fill : null,
        };
      }),
    }),
  };
}

function inputColumn(
  context: TypingContext,
  provinces: readonly string[],
  { period, group }: AxisRequest,
  input: AxisInput,
): InputColumn {
  const { panel, register, reserves, catalog } = context;
  const { from } = input;
  if ('reserves' in from) {
    const values = Float64Array.from(panel.cities, (id) => {
      const city = register.byId.get(id);
      const known = city && levelGroup(city.level) === group ? reserves(id) : null;
      return known?.[from.reserves] ?? Number.NaN;
    });
    return { input, indicator: null, period, values };
  }
  const minimum = parameterValue(catalog, 'peers_minimum');
  for (const indicator of from.indicators) {
    for (const at of panel.periods.filter((one) => one <= period).reverse()) {
      const values = withoutDoubtful(context, indicator, at, groupValues(context, indicator, at, group));
      if (values.filter((value) => !Number.isNaN(value)).length < minimum) continue;
      const shown = from.relativeTo === 'province' ? relativeToProvince(values, provinces) : values;
      return { input, indicator, period: at, values: shown };
    }
  }
  const values = new Float64Array(panel.cities.length).fill(Number.NaN);
  return { input, indicator: from.indicators[0] ?? null, period: null, values };
}

/** Doubtful values put nobody in order; a decision to accept one takes the doubt away. */
function withoutDoubtful(
  { panel }: TypingContext,
  indicator: IndicatorId,
  period: Period,
  values: Float64Array,
): Float64Array {
  const flags = panel.columns.get(indicator)?.flags;
  const at = panel.periods.indexOf(period);
  return values.map((value, row) =>
    ((flags?.[row * panel.periods.length + at] ?? 0) & flag.doubtful) === 0 ? value : Number.NaN,
  );
}

/** Each value by the median of its province's units of the same level and year (D: provincial figures are not shipped). */
function relativeToProvince(values: Float64Array, provinces: readonly string[]): Float64Array {
  const byProvince = new Map<string, number[]>();
  values.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    const name = provinces[at] as string;
    byProvince.set(name, [...(byProvince.get(name) ?? []), value]);
  });
  const medians = new Map(
    [...byProvince].map(([name, list]) => [name, quantile(Float64Array.from(list).sort(), 0.5)]),
  );
  return values.map((value, at) => value / (medians.get(provinces[at] as string) ?? Number.NaN));
}

/** Code of the province of each unit of the panel, up the chain of parents. */
function provincesOf(panel: Panel, register: Register): readonly string[] {
  const byCode = new Map<string, City>();
  for (const city of register.cities) if (!byCode.has(city.adcode)) byCode.set(city.adcode, city);
  return panel.cities.map((id) => {
    let city = register.byId.get(id);
    for (let step = 0; step < 4 && city && city.level !== 'province'; step++) {
      const parent: City | undefined = byCode.get(city.parent ?? '');
      if (!parent || parent.level === 'country') break;
      city = parent;
    }
    return city?.adcode ?? '';
  });
}

function edge(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
