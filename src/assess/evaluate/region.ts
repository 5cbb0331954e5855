import type { City, Register } from '../../register/index.js';
import type { IndexScores } from '../types.js';
import type { RankClass } from './classes.js';
import type { RegionReference } from './types.js';

/** What is asked of the scores. */
export interface RegionAsked {
  readonly scores: IndexScores;
  readonly register: Register;
  /** Places of the periods in the scores. */
  readonly from: number;
  readonly to: number;
  /** Units of a class that are needed to stand for a region. */
  readonly minimum: number;
}

/** Score of the whole index; `NaN` is missing. */
export function scoreAt({ scores }: Pick<RegionAsked, 'scores'>, city: number, period: number): number {
  return scores.values[0]?.[city * scores.periods.length + period] ?? Number.NaN;
}

/** The province a unit lies in; null for provinces, the country and units without one. */
export function provinceOf(city: City, byCode: ReadonlyMap<string, City>): City | null {
  if (city.level === 'province' || city.level === 'country') return null;
  let above = city.parent === null ? undefined : byCode.get(city.parent);
  while (above && above.level !== 'province') {
    above = above.parent === null ? undefined : byCode.get(above.parent);
  }
  return above ?? null;
}

/** The province's own row, scored on the same scale; null where it has no score at one of the ends. */
export function provinceReference(asked: RegionAsked, province: City | null): RegionReference | null {
  const at = province ? asked.scores.cities.indexOf(province.id) : -1;
  if (!province || at < 0) return null;
  const from = scoreAt(asked, at, asked.from);
  const to = scoreAt(asked, at, asked.to);
  return Number.isNaN(from + to) ? null : { kind: 'province', label: province.name, units: 1, from, to };
}

/** Mean of the other units of the class that have a score at both ends; null where there are too few. */
export function classReference(asked: RegionAsked, of: RankClass, city: number): RegionReference | null {
  const others = of.members.filter(
    (one) => one !== city && !Number.isNaN(scoreAt(asked, one, asked.from) + scoreAt(asked, one, asked.to)),
  );
  if (others.length < asked.minimum) return null;
  const mean = (period: number) =>
    others.reduce((sum, one) => sum + scoreAt(asked, one, period), 0) / others.length;
  return { kind: 'class', label: of.label, units: others.length, from: mean(asked.from), to: mean(asked.to) };
}
