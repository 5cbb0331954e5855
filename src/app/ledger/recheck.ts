import { may, placesOf } from '../../access/index.js';
import { AfterlodeError, id } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import { type AccessCall, areaOfCity, demand, demandSomewhere } from '../access/call.js';
import type { LedgerRow } from '../answers-checkup.js';
import type { Workspace } from '../workspace.js';
import { recheckOf } from './judge.js';
import { entriesOf } from './ledger.js';
import { ledgerRow } from './row.js';
import { addStep, ordered, type Signed } from './steps.js';

/**
 * Re-checks findings in a later period and records the answers: one finding, those of a city, or all that were not
 * dropped and are older than the period, where the caller may record. A finding that the period has re-checked with the same answer is left as it is.
 *
 * @throws AfterlodeError LEDGER_FINDING, CITY_UNKNOWN, LEDGER_STEP, ACCESS_SESSION, ACCESS_DENIED
 */
export async function recheckFindings(
  ws: Workspace,
  call: Signed & { readonly period: string; readonly finding?: string; readonly city?: string },
  access: AccessCall,
): Promise<readonly LedgerRow[]> {
  const actor = demandSomewhere(access.actor, 'finding.record');
  const period = id<'period'>(call.period);
  if (!/^\d{4}/.test(call.period)) {
    throw new AfterlodeError('CALL_OPTION', 'period', {
      found: call.period,
      expected: { en: 'a year such as 2025', zh: '年份，如 2025' },
    });
  }
  const city = call.city === undefined ? null : cityOf(ws.register, call.city).id;
  if (city !== null) demand(ws, actor, 'finding.record', areaOfCity(ws, city));
  const all = await entriesOf(ws);
  if (call.finding !== undefined && !all.has(call.finding)) {
    throw new AfterlodeError('LEDGER_FINDING', call.finding);
  }
  const places = placesOf(ws.register);
  const chosen = [...all.values()].filter((one) => {
    if (call.finding !== undefined) return one.id === call.finding;
    const due = one.opened.period < period && one.status !== 'dropped';
    const asked = city === null || one.opened.city === city;
    return due && asked && may(actor, 'finding.record', areaOfCity(ws, one.opened.city), places);
  });
  for (const entry of chosen) {
    const content = await recheckOf(ws, cityOf(ws.register, entry.opened.city), entry, period);
    if (JSON.stringify(ordered(entry.recheck)) === JSON.stringify(ordered(content))) continue;
    await addStep(ws, entry.id, { kind: 'recheck', content }, call, access);
  }
  const now = await entriesOf(ws);
  return chosen.map((one) => ledgerRow(ws, now.get(one.id) ?? one, actor));
}
