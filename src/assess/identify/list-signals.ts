import { type CityId, id, type Period, yearOf } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import { parameterValue } from '../parameter-value.js';
import { allHold, atLeast, type Signal, signalOf } from './signals.js';
import type { ThresholdTester } from './threshold-table.js';
import type { UnitTyper } from './type-units.js';

/** Signals to enter and to leave the list. Recommendations: the register changes only by a recorded decision. */
export interface ListSignals {
  readonly entry: Signal & { readonly set: string };
  readonly exit: Signal;
}

export interface SignalContext {
  readonly panel: Panel;
  readonly catalog: Catalog;
  readonly tester: ThresholdTester;
  readonly typer: UnitTyper;
  readonly country: CityId | null;
  /** Whether none of the legacy indicators of a city is red; null: not known. */
  readonly legacySettled: (city: CityId, period: Period) => boolean | null;
}

/** Conditions to leave the list in one year; null where one could not be judged. */
export interface ExitConditions {
  /** Mining share of employees below the divider of T5. */
  readonly littleMining: boolean | null;
  /** Mining share of value added below the country's. */
  readonly belowCountry: boolean | null;
  /** Sustainable development above the median of the province. */
  readonly aboveProvince: boolean | null;
  /** No legacy indicator red. */
  readonly legacySettled: boolean | null;
}

/**
 * Entry: at least `signal_tests` tests of a set passed in `signal_years` consecutive years. Exit: all exit conditions in
 * as many. Rule engine of ours after proposals of the literature (D).
 *
 * @param set code of the set whose tests count for entry, `T4`
 * @param until years after this one are left out
 */
export function listSignals(context: SignalContext, city: CityId, set: string, until: Period): ListSignals {
  const { catalog, panel, tester } = context;
  const needed = parameterValue(catalog, 'signal_years');
  const tests = parameterValue(catalog, 'signal_tests');
  const years = panel.periods.filter((period) => /^\d{4}$/.test(period) && period <= until);
  const entry = years.map((period) => {
    const own = tester(city, period, true).tests.filter((test) => test.set === set);
    return {
      year: yearOf(period),
      holds: atLeast(
        own.map(({ pass }) => pass),
        tests,
      ),
    };
  });
  const exit = years.map((period) => ({
    year: yearOf(period),
    holds: allHold(Object.values(exitConditions(context, city, period)) as (boolean | null)[]),
  }));
  const judged = <T extends { readonly holds: boolean | null }>(all: readonly T[]) =>
    all.filter(({ holds }) => holds !== null);
  return {
    entry: { set, ...signalOf(judged(entry), needed) },
    exit: signalOf(judged(exit), needed),
  };
}

/** The conditions to leave the list in one year. */
export function exitConditions(context: SignalContext, city: CityId, period: Period): ExitConditions {
  const { tester, typer } = context;
  const divider = tester(city, period, true).sets.find(({ set }) => set === 'T5')?.pass ?? null;
  const own = valueAt(context, city, period);
  const country = context.country === null ? Number.NaN : valueAt(context, context.country, period);
  const { score, median } = typer.sustainabilityOf(city, period);
  return {
    littleMining: divider === null ? null : !divider,
    belowCountry: Number.isNaN(own) || Number.isNaN(country) ? null : own < country,
    aboveProvince: Number.isNaN(score) || Number.isNaN(median) ? null : score > median,
    legacySettled: context.legacySettled(city, period),
  };
}

function valueAt({ panel }: SignalContext, city: CityId, period: Period): number {
  const row = panel.cities.indexOf(city);
  const at = panel.periods.indexOf(period);
  const column = panel.columns.get(id<'indicator'>('mining_value_added_share'));
  return row < 0 || at < 0 ? Number.NaN : (column?.values[row * panel.periods.length + at] ?? Number.NaN);
}
