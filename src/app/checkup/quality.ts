import { formatAddress } from '../../assess/index.js';
import type { Issue } from '../../base/index.js';
import { checkQuality, type Imported, type ImportedColumns } from '../../observe/index.js';
import type { Workspace } from '../workspace.js';
import { qualityPlaces } from './quality-places.js';

/** Reasons of doubt by address of the value, `value/CITY/PERIOD/INDICATOR`. */
export type DoubtReasons = ReadonlyMap<string, readonly Issue[]>;

/** Imports with the doubts about them. */
export interface CheckedImports {
  readonly imported: Imported;
  readonly reasons: DoubtReasons;
}

/**
 * Checks everything that was imported as one set, so that an error between two files shows as well. A value is doubtful if a
 * check says so now or somebody marked it in the store.
 */
export function checkImports(ws: Workspace, imported: Imported): CheckedImports {
  const { observations } = imported;
  const found = checkQuality(observations, ws.catalog, qualityPlaces(ws.register));
  const doubtful = observations.doubtful.slice();
  for (const at of found.doubtful) doubtful[at] = 1;
  const reasons = new Map<string, Issue[]>();
  for (const { at, issue } of found.reasons) {
    const address = addressOf(observations, at);
    const known = reasons.get(address);
    if (known) known.push(issue);
    else reasons.set(address, [issue]);
  }
  return { imported: { ...imported, observations: { ...observations, doubtful } }, reasons };
}

function addressOf(columns: ImportedColumns, at: number): string {
  return formatAddress({
    kind: 'value',
    city: columns.cities[columns.city[at] as number] ?? '',
    period: columns.periods[columns.period[at] as number] ?? '',
    indicator: columns.indicators[columns.indicator[at] as number] ?? '',
  });
}
