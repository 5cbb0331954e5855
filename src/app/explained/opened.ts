import type { Panel } from '../../observe/index.js';
import type { Workspace } from '../workspace.js';
import type { ReadPrefix } from './prefix.js';
import type { RuledRow } from './rule.js';

/** An answer opened again: its rows with the rules of their numbers, and the panel that observed inputs stand in. */
export interface Opened {
  readonly rows: readonly RuledRow[];
  readonly panel: Panel;
}

/** Asks a use case again what an address says it was asked. */
export type Opener = (ws: Workspace, asked: ReadPrefix) => Promise<Opened>;

/** Both years of an address; what is not there is left to the use case to refuse. */
export function spanOf({ years }: ReadPrefix): { readonly from?: string; readonly to?: string } {
  return Array.isArray(years) ? { from: String(years[0]), to: String(years[1]) } : {};
}

/** The one year of an address. */
export function yearOf({ years }: ReadPrefix): string {
  return typeof years === 'string' ? years : '';
}
