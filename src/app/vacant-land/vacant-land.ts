import { join } from 'node:path';
import type { Language } from '../../base/index.js';
import { expectWritable, readTextFile } from '../../files/index.js';
import { findingYear } from '../land/call.js';
import { mayOpenFindings } from '../ledger/findings-in.js';
import type { Workspace } from '../workspace.js';
import { type VacantLandCall, vacantLandOptions } from './call.js';
import { openLand } from './findings.js';
import { answerLand, type LandQuestion } from './open.js';
import { saveAnswer, saveLand } from './save.js';
import type { VacantLandAnswer } from './types.js';

/**
 * Vacant land in an image (docs/methods/locate/vacant-land.md); writes model, probabilities, polygons, tables and report where a folder is
 * named, and findings where a city is.
 *
 * @param progress told the share done, 0 to 1
 * @throws AfterlodeError CALL_OPTION, VACANT_…, RASTER_…, ZONES_…, FILE_…, CITY_UNKNOWN; nothing is written then
 */
export async function vacantLand(
  ws: Workspace,
  call: VacantLandCall & { readonly language?: Language },
  progress?: (share: number) => void,
): Promise<VacantLandAnswer> {
  const { out, findings: city } = call;
  const options = vacantLandOptions(call, ws);
  const period = city === undefined ? null : findingYear(call.period);
  const access = city === undefined ? null : mayOpenFindings(ws, city, call.access);
  if (out !== undefined) await expectWritable(out);
  const found = await answerLand(await questionOf(call, options), progress);
  const files = out === undefined ? [] : await saveLand(ws, out, found, call.image, call.language ?? 'en');
  const evidence = out === undefined ? call.image : join(out, 'polygons.geojson');
  const findings =
    city === undefined || period === null || access === null
      ? null
      : await openLand(ws, { city, period, evidence, access }, found);
  const answer = { ...found.answer, files, findings };
  return out === undefined ? answer : { ...answer, files: [...files, await saveAnswer(out, answer)] };
}

async function questionOf(call: VacantLandCall, options: LandQuestion['options']): Promise<LandQuestion> {
  const layer = async (path: string | undefined) =>
    path === undefined ? null : { name: path, document: await readTextFile(path) };
  const file = (path: string | undefined) => (path === undefined ? null : { path, name: path });
  return {
    image: { path: call.image, name: call.image },
    labels: await layer(call.labels),
    model: file(call.model),
    parcels: await layer(call.parcels),
    builtUp: await layer(call.builtUp),
    population: file(call.population),
    nightLight: file(call.nightLight),
    options,
  };
}
