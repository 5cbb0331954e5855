/** Legacy land at the end of a year, in the unit of the inputs. */
export interface LegacyYear {
  readonly year: number;
  /** All that ever sank: what was there and what has sunk since. */
  readonly registered: number;
  readonly treated: number;
  /** Treated over registered, 0 to 1; `NaN` where nothing is registered. */
  readonly rate: number;
}

/**
 * How treatment keeps up with new subsidence: what sinks anew each year enters below the line, so that a rate may fall while more is
 * treated than ever. Never more is treated than is there.
 *
 * @param start registered and treated at the end of the year before the first
 * @param years what sinks and what is treated by year, in order
 */
export function legacyPath(
  start: { readonly registered: number; readonly treated: number },
  years: readonly { readonly year: number; readonly sunk: number; readonly treated: number }[],
): readonly LegacyYear[] {
  let { registered, treated } = start;
  return years.map(({ year, sunk, treated: done }) => {
    registered += sunk;
    treated = Math.min(registered, treated + done);
    return { year, registered, treated, rate: registered > 0 ? treated / registered : Number.NaN };
  });
}

/** How land is to be treated by depth of the water and state of the ground. */
export type Treatment =
  | 'farmland_or_building'
  | 'farmland_for_now'
  | 'fish_and_terraces'
  | 'wetland'
  | 'lake'
  | 'monitored_water';

/** Depths at which the treatment changes, m. */
export interface TreatmentBounds {
  readonly shallow: number;
  readonly deep: number;
}

/**
 * Treatment by the practice of Huaibei: deep water becomes a lake, shallow ground fields; nothing is built on ground that still sinks.
 *
 * @param depthM depth below the former ground, 0 or more; `NaN` is missing
 * @returns null where the depth is missing
 */
export function treatmentOf(
  depthM: number,
  stable: boolean,
  { shallow, deep }: TreatmentBounds,
): Treatment | null {
  if (Number.isNaN(depthM)) return null;
  if (depthM < shallow) return stable ? 'farmland_or_building' : 'farmland_for_now';
  if (depthM <= deep) return stable ? 'fish_and_terraces' : 'wetland';
  return stable ? 'lake' : 'monitored_water';
}
