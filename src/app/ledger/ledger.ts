import { may, placesOf } from '../../access/index.js';
import { type LedgerEntry, ledgerEntries } from '../../assess/index.js';
import { AfterlodeError } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import { type AccessCall, areaOfCity, demand, demandSomewhere } from '../access/call.js';
import type { LedgerRow } from '../answers-checkup.js';
import type { Workspace } from '../workspace.js';
import { isWanted, type LedgerFilter } from './filter.js';
import { foundIn } from './judge.js';
import { foundRow, ledgerRow } from './row.js';

/** The ledger by finding; read once per state of the workspace. */
export function entriesOf(ws: Workspace): Promise<ReadonlyMap<string, LedgerEntry>> {
  return ws.derived('ledger', async () => {
    const store = await ws.existingStore();
    return ledgerEntries((await store?.ledgerEvents()) ?? []);
  });
}

/**
 * Findings in the ledger where the caller may read them, of all cities or of one; of one city also what its check-up found and nobody has
 * opened, in which figures and people that contradict each other come first.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED (of the city that was asked for), CITY_UNKNOWN, CITY_AMBIGUOUS, ACCESS_AREA
 */
export async function ledger(
  ws: Workspace,
  filter: LedgerFilter,
  access: AccessCall,
): Promise<readonly LedgerRow[]> {
  const city = filter.city === undefined ? null : cityOf(ws.register, filter.city);
  const actor = demandSomewhere(access.actor, 'finding.read');
  if (city !== null) demand(ws, actor, 'finding.read', areaOfCity(ws, city.id));
  const places = placesOf(ws.register);
  const entries = [...(await entriesOf(ws)).values()].filter(
    ({ opened }) =>
      (city === null || opened.city === city.id) &&
      may(actor, 'finding.read', areaOfCity(ws, opened.city), places),
  );
  const wanted = isWanted(ws, filter, actor);
  const rows = entries.map((one) => ledgerRow(ws, one, actor)).filter(wanted);
  if (city === null) return rows;
  const found = (await foundIn(ws, city, filter.period)).map((one) => foundRow(ws, city, one, actor));
  const open = new Set(entries.map(({ opened }) => `${opened.period} ${opened.subject} ${opened.about}`));
  const fresh = found.filter((one) => !open.has(`${one.period} ${one.subject} ${one.about}`));
  return [...rows, ...fresh.filter(wanted)];
}

/**
 * One finding with its history.
 *
 * @throws AfterlodeError LEDGER_FINDING, ACCESS_SESSION, ACCESS_DENIED
 */
export async function finding(ws: Workspace, name: string, access: AccessCall): Promise<LedgerRow> {
  const actor = demandSomewhere(access.actor, 'finding.read');
  return ledgerRow(ws, await readableEntry(ws, name, access), actor);
}

/**
 * The entry of a finding that the caller may read.
 *
 * @throws AfterlodeError LEDGER_FINDING, ACCESS_SESSION, ACCESS_DENIED
 */
export async function readableEntry(ws: Workspace, name: string, access: AccessCall): Promise<LedgerEntry> {
  const actor = demandSomewhere(access.actor, 'finding.read');
  const entry = (await entriesOf(ws)).get(name);
  if (entry === undefined) throw new AfterlodeError('LEDGER_FINDING', name);
  demand(ws, actor, 'finding.read', areaOfCity(ws, entry.opened.city));
  return entry;
}
