import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import { entriesOf } from '../ledger/ledger.js';
import type { Workspace } from '../workspace.js';
import type { GroundOptions } from './call.js';
import type { GroundDocuments } from './documents.js';
import { type GroundPoints, readPoints } from './points.js';

/** What double-high zones call themselves in the ledger. */
export const doubleHighName = 'double_high';

/** Findings and complaints that count. */
export interface CountedPoints {
  readonly findings: GroundPoints;
  readonly complaints: GroundPoints;
  readonly issues: readonly Issue[];
}

/**
 * Findings of file and ledger, and complaints; null where none were asked for. Those of another year than the call names are left out.
 *
 * @throws AfterlodeError GROUND_POINTS, GROUND_EMPTY, CITY_UNKNOWN, FILE_… of reading
 */
export async function countedPoints(
  ws: Workspace,
  { found, complaints }: GroundDocuments,
  { ledger, period, crs }: GroundOptions,
): Promise<CountedPoints | null> {
  if (complaints === undefined) return null;
  const files = found === undefined ? [] : [await readPoints(found, crs)];
  const own = ledger === null || period === null ? [] : [await ledgerPoints(ws, ledger, period)];
  const read = [...files, ...own, await readPoints(complaints, crs)];
  const kept = read.map((points) => ofYear(points, period));
  const said = kept.at(-1) as GroundPoints;
  const findings = joined(kept.slice(0, -1));
  if (findings.places.length + said.places.length === 0) throw new AfterlodeError('GROUND_EMPTY', said.name);
  const issues = read.flatMap(({ name, unplaced, names }, at) => [
    ...counted('GROUND_UNPLACED', name, unplaced, {}),
    ...counted('GROUND_OTHER_YEARS', name, names.length - (kept[at]?.names.length ?? 0), {
      expected: period ?? '',
    }),
  ]);
  return { findings, complaints: said, issues };
}

function counted(
  code: 'GROUND_UNPLACED' | 'GROUND_OTHER_YEARS',
  where: string,
  found: number,
  more: Readonly<Record<string, string>>,
): readonly Issue[] {
  return found === 0 ? [] : [issue(code, 'warning', where, { found, ...more })];
}

/** Findings of the ledger at a place; zones that a former call opened are no findings of their own. */
async function ledgerPoints(ws: Workspace, name: string, period: string): Promise<GroundPoints> {
  const city = cityOf(ws.register, name);
  const all = [...(await entriesOf(ws)).values()].filter(
    ({ opened, status }) =>
      opened.city === city.id &&
      opened.period === period &&
      opened.about !== doubleHighName &&
      status !== 'dropped',
  );
  const placed = all.flatMap(({ id, opened: { lon, lat, about } }) =>
    lon === null || lat === null ? [] : [{ id, lon, lat, about }],
  );
  return {
    name: `--ledger ${city.id}`,
    places: Float64Array.from(placed.flatMap(({ lon, lat }) => [lon, lat])),
    kinds: placed.map(({ about }) => about),
    years: new Uint16Array(placed.length),
    names: placed.map(({ id }) => id),
    unplaced: all.length - placed.length,
  };
}

/** Points of a year; those that do not say theirs stay. */
function ofYear(points: GroundPoints, period: string | null): GroundPoints {
  if (period === null) return points;
  const at = [...points.names.keys()].filter((one) =>
    [0, Number(period)].includes(points.years[one] as number),
  );
  return {
    ...points,
    places: Float64Array.from(at.flatMap((one) => [...points.places.subarray(2 * one, 2 * one + 2)])),
    kinds: at.map((one) => points.kinds[one] as string),
    years: Uint16Array.from(at, (one) => points.years[one] as number),
    names: at.map((one) => points.names[one] as string),
  };
}

function joined(lists: readonly GroundPoints[]): GroundPoints {
  return {
    name: lists.map(({ name }) => name).join(', '),
    places: Float64Array.from(lists.flatMap(({ places }) => [...places])),
    kinds: lists.flatMap(({ kinds }) => kinds),
    years: Uint16Array.from(lists.flatMap(({ years }) => [...years])),
    names: lists.flatMap(({ names }) => names),
    unplaced: 0,
  };
}
