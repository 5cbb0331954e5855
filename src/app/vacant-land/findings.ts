import { cellAt, transformer } from '../../locate/index.js';
import { cityOf } from '../../register/index.js';
import type { FoundCall } from '../ledger/findings-in.js';
import { entriesOf } from '../ledger/ledger.js';
import { type FoundPlace, type OpenedPlaces, openPlaces } from '../ledger/open-places.js';
import type { Workspace } from '../workspace.js';
import type { FoundLand, VacantPolygon } from './types.js';

/**
 * Opens a finding in the ledger of a city for each polygon that no screen took out. A polygon in which the period already has one is known
 * and changes nothing: another training moves borders, and no ground shall be found twice.
 *
 * @param call city, year, and the file that tells of the polygons
 * @throws AfterlodeError CITY_UNKNOWN
 */
export async function openLand(
  ws: Workspace,
  call: FoundCall,
  { answer, grid, patches }: FoundLand,
): Promise<OpenedPlaces> {
  const city = cityOf(ws.register, call.city);
  const way = await transformer('EPSG:4326', grid.crs, call.evidence);
  const before = new Map<number, string>();
  for (const { id, opened } of (await entriesOf(ws)).values()) {
    const { subject, about, city: of, period, lon, lat } = opened;
    if (subject !== 'ground' || about !== 'vacant_land' || of !== city.id || period !== call.period) continue;
    const place = lon === null || lat === null ? null : cellAt(grid, ...way(lon, lat));
    if (place !== null) before.set(place.row * grid.width + place.column, id);
  }
  const known: string[] = [];
  const places = answer.polygons.flatMap((row, at): readonly FoundPlace[] => {
    if (row.screened.length > 0) return [];
    const there = (patches[at] ?? []).find((patch) => before.has(patch));
    if (there === undefined) return [placeOf(row)];
    known.push(before.get(there) as string);
    return [];
  });
  const opened = await openPlaces(ws, { ...call, about: 'vacant_land', level: 'block' }, places);
  return { opened: opened.opened, known: [...known, ...opened.known] };
}

/** What a model has found is a reason to go and look, no limit that was broken. */
function placeOf(row: VacantPolygon): FoundPlace {
  const ha = (row.areaM2 / 10000).toFixed(2);
  const sure = (row.confidence * 100).toFixed(0);
  const note = [
    `影像判别为“${row.class}”，面积 ${ha} 公顷，平均概率 ${sure}%，待现场核查。`,
    `Told from an image as “${row.class}”: ${ha} ha, mean probability ${sure} %; to be checked on the ground.`,
  ].join('\n');
  return { place: row.id, lon: row.lon, lat: row.lat, light: 'yellow', value: row.areaM2, note };
}
