import { type CityId, type IsoDate, id } from '../base/index.js';
import { returnViews } from './steps.js';
import type { CampaignEvent, Deadlines, LateUnit, ReturnState } from './types.js';

const levels: Readonly<Record<ReturnState, LateUnit['level'] | null>> = {
  not_begun: 'unit',
  in_work: 'unit',
  returned_by_province: 'unit',
  returned_by_nation: 'unit',
  reopened: 'unit',
  submitted: 'province',
  accepted_by_province: 'nation',
  accepted_by_nation: null,
  locked: null,
  left_out: null,
};

const deadlineOf = { unit: 'report', province: 'province', nation: 'nation' } as const;

/**
 * Units that are past the deadline of the level that has the work, and units that have handed in nothing so far, late or not, on a day.
 * A deadline is over when its day is.
 *
 * @param events of the round, in the order of their numbers; those after the day are passed over
 * @param day days count by the calendar of the instants, which is UTC
 */
export function lateUnits(
  round: { readonly units: readonly CityId[]; readonly deadlines: Deadlines },
  events: Iterable<CampaignEvent>,
  day: IsoDate,
): readonly LateUnit[] {
  const until = [...events].filter(({ at }) => at.slice(0, 10) <= day);
  const views = returnViews(round.units, until);
  return [...views.values()].flatMap(({ unit, state, submitted }) => {
    const level = levels[state];
    if (level === null) return [];
    const deadline = round.deadlines[deadlineOf[level]];
    const days = Math.max(0, daysBetween(deadline, day));
    const missing = submitted === null;
    return days > 0 || missing ? [{ unit, state, level, deadline, days, missing }] : [];
  });
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whether a text is a day of the calendar, `2026-04-30`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The day of an instant. */
export function dayOf(instant: string): IsoDate {
  return id<'date'>(instant.slice(0, 10));
}
