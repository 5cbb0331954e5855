import { id } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import type { LedgerFinding, SavedFindings } from '../../store/index.js';
import { type AccessCall, demand, everywhere, signedBy } from '../access/call.js';
import { checkup } from '../checkup/checkup.js';
import type { Workspace } from '../workspace.js';

/** The ledger of findings, all or of one city. */
export async function findings(
  ws: Workspace,
  filter: { readonly city?: string; readonly period?: string },
): Promise<readonly LedgerFinding[]> {
  const store = await ws.existingStore();
  if (store === null) return [];
  return store.findings({
    ...(filter.city !== undefined && { city: cityOf(ws.register, filter.city).id }),
    ...(filter.period !== undefined && { period: id<'period'>(filter.period) }),
  });
}

/** Keeps the findings of a period's check-up; equal ones change nothing, earlier forms are kept. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED */
export async function saveFindings(
  ws: Workspace,
  call: { readonly period?: string },
  access: AccessCall,
): Promise<SavedFindings> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const signed = signedBy(actor, access);
  const found = await checkup(ws, call.period === undefined ? {} : { period: call.period });
  const store = await ws.store();
  return store.saveFindings(
    found.flatMap((one) => one.findings),
    signed.at,
    signed,
  );
}
