import { type CityId, id } from '../../base/index.js';
import { applyChanges, type Register, type RegisterChange } from '../../register/index.js';
import { decisions } from '../ledger/decisions.js';
import type { Workspace } from '../workspace.js';

/** Kinds of decision that change who is assessed. */
export const registerKinds = ['enter-list', 'leave-list', 'assess-too'] as const;

/**
 * The register in force: the pack's, as recorded decisions have changed it. Whoever asks who is listed asks here;
 * `ws.register` is the pack's own and serves to find units by name.
 */
export function registerOf(ws: Workspace): Promise<Register> {
  return ws.derived('register', async () => applyChanges(ws.register, await registerChanges(ws)));
}

/** The latest change of each unit that has one. */
async function registerChanges(ws: Workspace): Promise<ReadonlyMap<CityId, RegisterChange>> {
  const latest = new Map<CityId, RegisterChange>();
  for (const { about, kind, reason, document, by, on } of await decisions(ws, {})) {
    const known = registerKinds.find((one) => one === kind);
    const city = id<'city'>(about);
    if (known !== undefined && !latest.has(city)) latest.set(city, { kind: known, reason, document, by, on });
  }
  return latest;
}
