import { AfterlodeError } from '../../base/index.js';
import { isWhole } from './event-id.js';
import { ledgerEntries } from './transitions.js';
import type { LedgerEvent } from './types.js';

export interface MergedEvents {
  /** To be added, in an order in which each follows the one it names. */
  readonly added: readonly LedgerEvent[];
  /** How many were there already. */
  readonly known: number;
}

/**
 * What of a foreign ledger is new. An event that is there already changes nothing, so that reading a file twice is
 * harmless; one that follows another event than the last one here belongs to a history that parted, and nothing is added.
 *
 * @param present the ledger here, each finding's events in their order
 * @param foreign the events to be added, in the order of their file
 * @throws AfterlodeError LEDGER_CHANGED (an event does not fit its id), LEDGER_CHAIN (the histories parted), LEDGER_STEP
 */
export function mergeEvents(present: readonly LedgerEvent[], foreign: readonly LedgerEvent[]): MergedEvents {
  for (const event of foreign) {
    if (!isWhole(event)) throw new AfterlodeError('LEDGER_CHANGED', event.finding, { found: event.id });
  }
  const here = new Set(present.map((event) => event.id));
  const added: LedgerEvent[] = [];
  for (const event of foreign) {
    if (here.has(event.id)) continue;
    here.add(event.id);
    added.push(event);
  }
  ledgerEntries([...present, ...added]);
  return { added, known: foreign.length - added.length };
}
