import type { ReactElement } from 'react';
import { ForestPart } from '../restoration/forest-part.js';
import { LedgerPart } from '../restoration/ledger-part.js';
import { LegacyPart } from '../restoration/legacy-part.js';
import { TreatmentPart } from '../restoration/treatment-part.js';
import { useAddress } from '../router.js';

const parts: ReadonlyMap<string | null, ReactElement> = new Map([
  ['treatment', <TreatmentPart key="treatment" />],
  ['legacy', <LegacyPart key="legacy" />],
  ['forest', <ForestPart key="forest" />],
]);

/** Whether restoration pays, how sunken land is treated, what is left of it, and carbon of forests; `part` in the address chooses. */
export function Restoration() {
  const part = useAddress().query.get('part');
  return parts.get(part) ?? <LedgerPart key="ledger" />;
}
