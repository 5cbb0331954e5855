import type { CityId, IndicatorId, Period } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { Register } from '../../register/index.js';
import { cellValue, type JudgeContext, judgeContext } from '../judge.js';
import type { TargetsOfYear } from '../plan-targets/index.js';
import type { PeopleLights } from '../survey/index.js';
import { flagsBeside, flagsOf, notesOf } from './decide-flags.js';
import type { Flag, FlagNote } from './types.js';

/** Flags of a panel, each unit and period decided when first asked. */
export interface FlagBook {
  /** All flags of a unit in a period; none for what the panel does not have. */
  readonly flags: (city: CityId, period: Period) => readonly Flag[];
  /** The flags beside one number; none beside a missing one. */
  readonly beside: (city: CityId, period: Period, indicator: IndicatorId) => readonly FlagNote[];
  /** The flags beside numbers of several indicators, each once: of an index, those of its leaves. */
  readonly besideAny: (
    city: CityId,
    period: Period,
    indicators: readonly IndicatorId[],
  ) => readonly FlagNote[];
}

/**
 * Opens the flags of a panel with computed indicators.
 *
 * @param people what residents say, where lights that a caveat reads take it in
 * @param targets plan targets of cities, likewise
 */
export function flagBook(
  panel: Panel,
  catalog: Catalog,
  register: Register,
  people: PeopleLights | null = null,
  targets: TargetsOfYear | null = null,
): FlagBook {
  const contexts = new Map<Period, JudgeContext>();
  const decided = new Map<string, readonly Flag[]>();
  const rows = new Map(panel.cities.map((city, row) => [city, row] as const));
  const contextOf = (period: Period) => {
    const context = contexts.get(period) ?? judgeContext(panel, catalog, register, period, people, targets);
    contexts.set(period, context);
    return context;
  };
  const flags: FlagBook['flags'] = (city, period) => {
    const row = rows.get(city);
    if (row === undefined || !panel.periods.includes(period)) return [];
    const key = `${city}/${period}`;
    const found = decided.get(key) ?? flagsOf(contextOf(period), row);
    decided.set(key, found);
    return found;
  };
  const shown = (city: CityId, period: Period, indicator: IndicatorId) =>
    !Number.isNaN(cellValue(panel, indicator, rows.get(city) ?? -1, panel.periods.indexOf(period)));
  return {
    flags,
    beside: (city, period, indicator) =>
      shown(city, period, indicator) ? notesOf(flagsBeside(flags(city, period), indicator)) : [],
    besideAny: (city, period, indicators) =>
      notesOf(
        flags(city, period).filter(({ beside }) =>
          indicators.some((one) => beside.includes(one) && shown(city, period, one)),
        ),
      ),
  };
}
