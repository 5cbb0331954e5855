import type { IsoDate } from '../../base/index.js';
import type { PlanTarget, TargetStand, TargetsOfYear } from './types.js';

/**
 * What is in force on a day: of the versions of one target that were issued by then, the one issued last, with those it
 * supersedes. A target whose document came later is not there yet. Of two documents of one day the one that stands later
 * in `targets` is in force. A target without a day is taken for the oldest.
 *
 * Rule of this project (D).
 *
 * @param targets in the order in which they became known
 * @returns one for each city, indicator and year, in the order in which they first stand in `targets`
 */
export function targetsInForce(targets: readonly PlanTarget[], day: IsoDate): readonly TargetStand[] {
  const groups = new Map<string, PlanTarget[]>();
  for (const one of targets) {
    if (one.issued !== null && one.issued > day) continue;
    const key = targetKey(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return Array.from(groups.values(), (versions) => {
    const inOrder = [...versions].sort((a, b) => compare(a.issued ?? '', b.issued ?? ''));
    return { inForce: inOrder.at(-1) as PlanTarget, earlier: inOrder.slice(0, -1) };
  });
}

/**
 * Targets by city, year and indicator for a check-up, each as it stood at the end of its year: what was issued later could
 * not steer anybody.
 *
 * @param known what was issued after this day is not known yet
 */
export function targetsOfYear(targets: readonly PlanTarget[], known: IsoDate): TargetsOfYear {
  const years = [...new Set(targets.map(({ year }) => year))];
  const stands = new Map(
    years.flatMap((year) =>
      targetsInForce(
        targets.filter((one) => one.year === year),
        lastDay(year, known),
      ).map((stand) => [targetKey(stand.inForce), stand] as const),
    ),
  );
  return (city, year, indicator) => stands.get(targetKey({ city, year, indicator })) ?? null;
}

/** The last day of a year, or `known` where that comes first. */
export function lastDay(year: string, known: IsoDate): IsoDate {
  const end = `${year.slice(0, 4)}-12-31` as IsoDate;
  return end < known ? end : known;
}

/** City, indicator and year: what a version of a target shares with those it supersedes. */
export function targetKey({
  city,
  indicator,
  year,
}: Pick<PlanTarget, 'city' | 'indicator' | 'year'>): string {
  return `${city} ${indicator} ${year}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
