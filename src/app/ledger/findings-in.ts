import { cityOf } from '../../register/index.js';
import { type AccessCall, areaOfCity, demand } from '../access/call.js';
import type { Workspace } from '../workspace.js';

/** Where findings are opened, by whom, and the file that tells of them. */
export interface FoundCall {
  readonly city: string;
  readonly period: string;
  readonly evidence: string;
  readonly access: AccessCall;
}

/**
 * Makes sure, before anything is computed or written, that the caller may open findings of a city. A call that names nobody is refused.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS, ACCESS_SESSION, ACCESS_DENIED
 */
export function mayOpenFindings(ws: Workspace, city: string, access?: AccessCall): AccessCall {
  const { id } = cityOf(ws.register, city);
  const call = access ?? { actor: null };
  demand(ws, call.actor, 'finding.record', areaOfCity(ws, id));
  return call;
}
