import { type IndicatorId, mean } from '../../base/index.js';
import type { Condition, Recomputation } from '../../catalog/index.js';
import { decide, readBy } from '../conditions.js';
import { cellValue } from '../judge.js';
import { pooledParts, sumOfParts } from '../pooled-parts.js';
import { type ChosenUnit, inputOf, missingGap, unitsOf } from './column-of.js';
import type { ClaimWorld, Recomputed } from './types.js';

type Of<Op extends string> = Extract<Exclude<Recomputation, string>, { readonly op: Op }>;

/**
 * How many units there are, or how many meet a condition. A unit without the values is neither; where fewer than the
 * coverage can be decided the count is missing.
 */
export function recomputeCount(world: ClaimWorld, by: Of<'count'>): Recomputed {
  const units = unitsOf(world, by.units);
  const { when } = by;
  if (when === null) {
    return { value: units.length, inputs: [], members: units.map(({ city }) => city.id), gaps: [] };
  }
  const decided = units.map((unit) => ({ unit, verdict: verdictOf(world, unit, when, by) }));
  const met = decided.filter(({ verdict }) => verdict === 'yes');
  const open = decided.filter(({ verdict }) => verdict === 'open').map(({ unit }) => unit);
  const { values } = readBy(when);
  return {
    value: enough(units.length, open.length, by.coverage) ? met.length : Number.NaN,
    inputs: decided.flatMap(({ unit, verdict }) =>
      values.map((one) =>
        inputOf(world, unit, one, by.period, verdict === 'open' ? null : verdict === 'yes'),
      ),
    ),
    members: met.map(({ unit }) => unit.city.id),
    gaps: gapsOf(world, units, open, values, by),
  };
}

function verdictOf({ catalog }: ClaimWorld, unit: ChosenUnit, when: Condition, { period }: Of<'count'>) {
  return decide(when, {
    value: (indicator) => cellValue(unit.panel, indicator, unit.row, unit.panel.periods.indexOf(period)),
    parameter: (name) => catalog.parameters.get(name)?.value ?? null,
    light: () => 'none',
  });
}

/** Sum of an indicator over units; who lacks it adds nothing and is told. */
export function recomputeTotal(world: ClaimWorld, by: Of<'total'>): Recomputed {
  return overValues(world, by, [by.indicator], (values) =>
    values.reduce((sum, [value]) => sum + (value ?? 0), 0),
  );
}

/** Mean over units, each with its weight or all alike; missing where the weights sum to nothing. */
export function recomputeMean(world: ClaimWorld, by: Of<'mean'>): Recomputed {
  const { weight } = by;
  if (weight === null) {
    return overValues(world, by, [by.indicator], (values) =>
      mean(Float64Array.from(values, ([value]) => value ?? Number.NaN)),
    );
  }
  return overValues(world, by, [by.indicator, weight], (values) => {
    const over = values.reduce((sum, [value = 0, share = 0]) => sum + value * share, 0);
    const under = values.reduce((sum, [, share = 0]) => sum + share, 0);
    return under === 0 ? Number.NaN : over / under;
  });
}

/** Sum ÷ sum of what a ratio is made of, over the units that have the ratio; `NaN` for what cannot be added up. */
export function recomputePooled(world: ClaimWorld, by: Of<'pooled'>): Recomputed {
  const definition = world.catalog.indicators.get(by.indicator);
  const parts = definition ? pooledParts(world.catalog, definition) : null;
  return overValues(world, by, [by.indicator], (_, units) => {
    if (!parts) return Number.NaN;
    const sum = (which: 'over' | 'under') =>
      units.reduce(
        (total, { panel, row }) =>
          total + sumOfParts(panel, parts[which], [row], panel.periods.indexOf(by.period)),
        0,
      );
    return sum('over') / sum('under');
  });
}

/** Over the units that have all of the indicators. */
function overValues(
  world: ClaimWorld,
  by: Of<'total' | 'pooled' | 'mean'>,
  indicators: readonly IndicatorId[],
  calculate: (values: readonly (readonly number[])[], units: readonly ChosenUnit[]) => number,
): Recomputed {
  const units = unitsOf(world, by.units);
  const rows = units.map((unit) => ({
    unit,
    values: indicators.map((one) =>
      cellValue(unit.panel, one, unit.row, unit.panel.periods.indexOf(by.period)),
    ),
  }));
  const known = rows.filter(({ values }) => !values.some(Number.isNaN));
  const without = rows.filter(({ values }) => values.some(Number.isNaN)).map(({ unit }) => unit);
  const possible = known.length > 0 && enough(units.length, without.length, by.coverage);
  return {
    value: possible
      ? calculate(
          known.map(({ values }) => values),
          known.map(({ unit }) => unit),
        )
      : Number.NaN,
    inputs: rows.flatMap(({ unit }) => indicators.map((one) => inputOf(world, unit, one, by.period))),
    members: known.map(({ unit }) => unit.city.id),
    gaps: gapsOf(world, units, without, indicators, by),
  };
}

/** Whether the share of units with values reaches the coverage; no unit at all is not enough. */
function enough(all: number, without: number, coverage: number): boolean {
  return all > 0 && (all - without) / all >= coverage - 1e-12;
}

function gapsOf(
  world: ClaimWorld,
  units: readonly ChosenUnit[],
  without: readonly ChosenUnit[],
  indicators: readonly IndicatorId[],
  { period }: Pick<Of<'total'>, 'period'>,
): Recomputed['gaps'] {
  if (without.length === 0) return [];
  const cities = without.map(({ city }) => city);
  return [missingGap(world, cities, units.length, indicators, period)];
}
