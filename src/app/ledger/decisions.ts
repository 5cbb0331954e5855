import { formatAddress, parseAddress } from '../../assess/index.js';
import { cityOf } from '../../register/index.js';
import type { Decision } from '../../store/index.js';
import type { Workspace } from '../workspace.js';

/** Decisions, newest first, all or about one number or city. */
export async function decisions(ws: Workspace, filter: { about?: string }): Promise<readonly Decision[]> {
  const store = await ws.existingStore();
  return store === null
    ? []
    : store.decisions(filter.about === undefined ? undefined : settledAddress(ws, filter.about));
}

/** The address with the city's id, whatever name it was called by; ids of cities likewise. */
export function settledAddress(ws: Workspace, about: string): string {
  if (!about.includes('/')) return cityOf(ws.register, about).id;
  const address = parseAddress(about);
  return formatAddress(
    'city' in address ? { ...address, city: cityOf(ws.register, address.city).id } : address,
  );
}
