import { formatAddress } from '../../assess/index.js';
import { AfterlodeError, toEdge } from '../../base/index.js';
import { type Cube, type CubeCell, type CubeStatus, cellsOf } from '../../print/index.js';
import type { Workspace } from '../workspace.js';
import type { OpenChoice } from './call.js';
import { valuesCube } from './cubes.js';

/** One value as the list of values has it. */
export interface ValueRow {
  /** Address that `explain` opens. */
  readonly id: string;
  readonly city: string;
  readonly indicator: string;
  readonly period: string;
  /** In `unit`; null is missing. */
  readonly value: number | null;
  readonly unit: string;
  readonly status: CubeStatus;
}

export interface ValuesCall extends OpenChoice {
  /** How many rows at most. */
  readonly limit: number;
  /** Address of the last row of the page before; absent: from the beginning. */
  readonly after?: string;
}

/** A page of values. */
export interface ValuesPage {
  readonly rows: readonly ValueRow[];
  /** Address of the last row where more follow; else null. */
  readonly last: string | null;
}

/**
 * Values of indicators by unit, indicator and period, a page of them. A page begins after a value and not after a count, so that none
 * comes twice or is left out when values are added meanwhile.
 *
 * @throws AfterlodeError CALL_OPTION, API_CURSOR, CITY_UNKNOWN, CITY_AMBIGUOUS, CITY_NOT_LISTED
 */
export async function valuesPage(ws: Workspace, call: ValuesCall): Promise<ValuesPage> {
  const cube = await valuesCube(ws, call);
  const after = call.after === undefined ? undefined : placeOf(cube, call.after);
  const rows: ValueRow[] = [];
  for (const cell of cellsOf(cube, after)) {
    if (rows.length === call.limit) return { rows, last: rows.at(-1)?.id ?? null };
    rows.push(rowOf(cube, cell));
  }
  return { rows, last: null };
}

function rowOf(cube: Cube, { unit, measure, period }: CubeCell): ValueRow {
  const key = {
    city: cube.units[unit]?.id ?? '',
    period: cube.periods[period] ?? '',
    indicator: cube.measures[measure]?.id ?? '',
  };
  return {
    id: formatAddress({ kind: 'value', ...key }),
    ...key,
    value: toEdge(cube.value(unit, measure, period)),
    unit: cube.measures[measure]?.unit ?? '',
    status: cube.status(unit, measure, period),
  };
}

/** Where a value stands in the cube that was asked for. */
function placeOf(cube: Cube, address: string): CubeCell {
  const [kind, city, period, indicator] = address.split('/');
  const cell = {
    unit: cube.units.findIndex(({ id }) => id === city),
    measure: cube.measures.findIndex(({ id }) => id === indicator),
    period: cube.periods.indexOf(period ?? ''),
  };
  if (kind === 'value' && Object.values(cell).every((at) => at >= 0)) return cell;
  throw new AfterlodeError('API_CURSOR', 'cursor', { found: address });
}
