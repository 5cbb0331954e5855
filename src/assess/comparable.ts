import { type CityId, type IndicatorId, yearOf } from '../base/index.js';
import type { BoundaryBreak, City, Register } from '../register/index.js';
import type { JudgeContext } from './judge.js';

/** What of a judgement says which areas a value compares. */
export type ComparedIn = Pick<JudgeContext, 'catalog' | 'panel' | 'period' | 'register'>;

/**
 * Whether a value compares two areas: a growth over years in which the unit's whole area changed, or something computed from
 * one. Such a value is shown and nothing is concluded from it: no light, no problem, no flag, no strong or weak point.
 *
 * A growth of counts on one boundary, and one that says of itself that it counts annexed land, is marked `across_breaks` in the
 * catalog and stands. Of `first` only the input counts whose value is taken.
 *
 * @param city index into the panel's cities
 */
export function comparesTwoAreas(context: ComparedIn, indicator: IndicatorId, city: number): boolean {
  const { catalog, panel, period, register } = context;
  const unit = register.byId.get(panel.cities[city] as CityId);
  // Asked of every number of every unit: few have ever changed.
  if (unit === undefined || breaksOf(register, unit).length === 0) return false;
  const definition = catalog.indicators.get(indicator);
  const formula = definition?.formula ?? null;
  if (formula === null || definition?.acrossBreaks === true) return false;
  if (formula.op === 'growth') {
    const year = yearOf(period);
    return breaksBetween(register, unit, year - formula.years, year).length > 0;
  }
  const taken =
    formula.op === 'first'
      ? formula.of.filter((one) => !Number.isNaN(valueIn(context, one, city))).slice(0, 1)
      : formula.of;
  return taken.some((one) => comparesTwoAreas(context, one, city));
}

/** The value that may be judged: `NaN` where it is missing or compares two areas. */
export function judgedValue(context: ComparedIn, indicator: IndicatorId, city: number): number {
  const value = valueIn(context, indicator, city);
  return Number.isNaN(value) || comparesTwoAreas(context, indicator, city) ? Number.NaN : value;
}

function valueIn({ panel, period }: ComparedIn, indicator: IndicatorId, city: number): number {
  const cell = city * panel.periods.length + panel.periods.indexOf(period);
  return panel.columns.get(indicator)?.values[cell] ?? Number.NaN;
}

/** Changes of a unit's whole area, or of what its code means, after `from` and up to `to`. */
export function breaksBetween(
  register: Register,
  city: City,
  from: number,
  to: number,
): readonly BoundaryBreak[] {
  return breaksOf(register, city).filter(({ year }) => year > from && year <= to);
}

const known = new WeakMap<Register, Map<City, readonly BoundaryBreak[]>>();

/** Breaks that change what the unit as a whole is; those among its districts are left out. */
function breaksOf(register: Register, city: City): readonly BoundaryBreak[] {
  const byCity = known.get(register) ?? new Map<City, readonly BoundaryBreak[]>();
  known.set(register, byCity);
  const found = byCity.get(city);
  if (found) return found;
  const codes = new Set([city.adcode, ...[...city.areas.values()].flat()]);
  const made = register.breaks.filter(({ code, scope }) => scope !== 'districts' && codes.has(code));
  byCity.set(city, made);
  return made;
}
