import { sha256Text, sortedJson } from '../../base/index.js';
import type { LedgerEvent, LedgerSigned, LedgerStep, Opened } from './types.js';

/** An event after the one before it, with the checksum of its content as its id. */
export function makeEvent(
  finding: string,
  previous: string,
  step: LedgerStep,
  signed: LedgerSigned,
): LedgerEvent {
  const content = { finding, previous, ...step, at: signed.at, by: signed.by, document: signed.document };
  return { ...content, id: sha256Text(sortedJson(content)).slice(0, 16) };
}

/** Whether an event's id fits its content: one that was changed on its way does not. */
export function isWhole({ id, finding, previous, at, by, document, ...step }: LedgerEvent): boolean {
  const { kind, content } = step;
  return makeEvent(finding, previous, { kind, content } as LedgerStep, { at, by, document }).id === id;
}

/**
 * Id of a finding: `finding/CITY/PERIOD/PROBLEM` as the check-up gives it, `finding/CITY/PERIOD/light.INDICATOR` for a
 * light, `finding/CITY/PERIOD/ground.subsidence` for ground; a finding at a place inside the city has eight more digits, the checksum of the place and its type of problem.
 */
export function findingId(of: Opened): string {
  const prefix = { indicator: 'light.', problem: '', ground: 'ground.' }[of.subject];
  const about = `${prefix}${of.about}`;
  const whole = `finding/${of.city}/${of.period}/${about}`;
  const { place, lon, lat, problemType } = of;
  const located = place !== '' || lon !== null || problemType !== '';
  return located ? `${whole}/${sha256Text(sortedJson({ place, lon, lat, problemType })).slice(0, 8)}` : whole;
}
