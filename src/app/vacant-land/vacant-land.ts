import { expectWritable, readTextFile } from '../../files/index.js';
import { cityOf } from '../../register/index.js';
import { findingYear } from '../land/call.js';
import type { Workspace } from '../workspace.js';
import { type VacantLandCall, vacantLandOptions } from './call.js';
import { answerLand, type LandQuestion } from './open.js';
import type { VacantLandAnswer } from './types.js';

/**
 * Vacant land in an image (docs/methods/locate/vacant-land.md).
 *
 * @param progress told the share done, 0 to 1
 * @throws AfterlodeError CALL_OPTION, VACANT_…, RASTER_…, ZONES_…, FILE_…, CITY_UNKNOWN; nothing is written then
 */
export async function vacantLand(
  ws: Workspace,
  call: VacantLandCall,
  progress?: (share: number) => void,
): Promise<VacantLandAnswer> {
  const options = vacantLandOptions(call, ws);
  if (call.findings !== undefined) {
    findingYear(call.period);
    cityOf(ws.register, call.findings);
  }
  if (call.out !== undefined) await expectWritable(call.out);
  const { answer } = await answerLand(await questionOf(call, options), progress);
  return answer;
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
