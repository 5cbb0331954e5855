import { findingId, type LedgerLevel, type Light, type Opened, readContent } from '../../assess/index.js';
import { id } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import type { AccessCall } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import { entriesOf } from './ledger.js';
import { addStep } from './steps.js';

/** Ids of findings that were opened, and of those that were there. */
export interface OpenedPlaces {
  readonly opened: readonly string[];
  readonly known: readonly string[];
}

/** A place on the ground at which something was found. */
export interface FoundPlace {
  readonly place: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly light: Light;
  readonly value: number;
  readonly note: string;
}

/** What is found at all of the places. */
export interface PlacesCall {
  readonly city: string;
  readonly period: string;
  /** `inefficient_land`, `vacancy`. */
  readonly about: string;
  readonly level: LedgerLevel;
  /** File that tells of the places. */
  readonly evidence: string;
  readonly access: AccessCall;
}

/**
 * Opens a finding of the ground for each place. A place of which the period has one of the same kind is known and changes nothing.
 *
 * @throws AfterlodeError CITY_UNKNOWN, LEDGER_VALUE
 */
export async function openPlaces(
  ws: Workspace,
  call: PlacesCall,
  places: readonly FoundPlace[],
): Promise<OpenedPlaces> {
  const city = cityOf(ws.register, call.city);
  const there = new Map(
    [...(await entriesOf(ws)).values()]
      .filter(({ opened }) => opened.subject === 'ground' && opened.about === call.about)
      .filter(({ opened }) => opened.city === city.id && opened.period === call.period)
      .map((entry) => [entry.opened.place, entry.id] as const),
  );
  const [opened, known]: [string[], string[]] = [[], []];
  for (const { place, lon, lat, light, value, note } of places) {
    const before = there.get(place);
    if (before !== undefined) {
      known.push(before);
      continue;
    }
    const given = {
      city: city.id,
      period: id<'period'>(call.period),
      subject: 'ground',
      about: call.about,
      level: call.level,
      place,
      lon,
      lat,
      problemType: '',
      light,
      mismatch: null,
      value,
      evidence: [`${call.evidence}#${place}`],
      note,
    };
    const content = readContent('opened', given, 'opened') as unknown as Opened;
    const name = findingId(content);
    await addStep(ws, name, { kind: 'opened', content }, {}, call.access);
    opened.push(name);
  }
  return { opened, known };
}
