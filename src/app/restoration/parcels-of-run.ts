import type { SunkenParcel, TreatmentBounds } from '../../plan/index.js';
import { answerOfRun, openRun } from '../subsidence/kept/runs.js';
import type { SubsidenceZone } from '../subsidence/zones.js';
import type { Workspace } from '../workspace.js';
import { settlementAt } from './parcels.js';

/** The kept run whose zones are judged. */
export interface RunOfZones {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Zones of a kept run as parcels. Radar tells how fast ground sinks and how large the zone is, not how deep it lies below the former
 * ground: the depth stays missing.
 *
 * @throws AfterlodeError GROUND_RUN_UNKNOWN, GROUND_RUN_DAMAGED
 */
export async function zonesOfRun(
  ws: Workspace,
  id: string,
  bounds: TreatmentBounds,
): Promise<{ readonly run: RunOfZones; readonly parcels: readonly SunkenParcel[] }> {
  const open = await openRun(ws, id);
  const { label, from, to } = open.run;
  const { zones } = await answerOfRun(open);
  return { run: { id, label, from, to }, parcels: zones.map((zone) => parcelOf(zone, bounds)) };
}

function parcelOf(zone: SubsidenceZone, bounds: TreatmentBounds): SunkenParcel {
  const { rateMmPerYear, rateErrorMmPerYear, areaHa, direction } = zone;
  const settled = settlementAt(rateMmPerYear, rateErrorMmPerYear ?? Number.NaN, bounds.months);
  // Along the line of sight only a part of the sinking shows: too little to call ground stable by it.
  const tooLittle = direction === 'line_of_sight' && settled.settlementM <= bounds.settlementM;
  return {
    id: zone.zone,
    areaM2: (areaHa ?? Number.NaN) * 10_000,
    depthM: Number.NaN,
    ...(tooLittle ? { settlementM: Number.NaN, settlementErrorM: Number.NaN } : settled),
    atRest: null,
    waterTableHigh: null,
    contaminated: null,
  };
}

/** Parcels of both: of one that stands in both what the table says holds, and what it leaves out is the zone's. */
export function joinZones(
  zones: readonly SunkenParcel[],
  given: readonly SunkenParcel[],
): readonly SunkenParcel[] {
  const said = new Map(given.map((parcel) => [parcel.id, parcel]));
  const zoneIds = new Set(zones.map(({ id }) => id));
  return [
    ...zones.map((zone) => {
      const own = said.get(zone.id);
      return own === undefined ? zone : completed(own, zone);
    }),
    ...given.filter(({ id }) => !zoneIds.has(id)),
  ];
}

function completed(own: SunkenParcel, zone: SunkenParcel): SunkenParcel {
  const settled = Number.isNaN(own.settlementM) ? zone : own;
  return {
    ...own,
    areaM2: Number.isNaN(own.areaM2) ? zone.areaM2 : own.areaM2,
    settlementM: settled.settlementM,
    settlementErrorM: settled.settlementErrorM,
  };
}
