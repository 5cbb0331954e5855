import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AfterlodeError, foreignReason } from '../../../base/index.js';
import { exists, readTextFile } from '../../../files/index.js';
import { isKeptId } from '../../kept-id.js';
import type { Workspace } from '../../workspace.js';
import type { SubsidenceAnswer } from '../answer.js';
import { exampleFolder } from '../example/example.js';
import { answerName, type KeptRun, runName, runsFolder } from './keep.js';

/** Id of the worked example, which is computed and never kept. */
export const exampleRun = 'example';

/** An opened run. */
export interface OpenRun {
  readonly folder: string;
  readonly run: KeptRun;
}

/** Kept runs, the newest first. A folder that cannot be read is left out here; asked for by its id it says why. */
export async function subsidenceRuns(ws: Workspace): Promise<readonly KeptRun[]> {
  const folder = runsFolder(ws);
  const names = (await exists(folder)) ? await readdir(folder) : [];
  const runs: KeptRun[] = [];
  for (const name of names.filter(isKeptId)) {
    const found = await openRun(ws, name).catch(() => null);
    if (found !== null) runs.push(found.run);
  }
  return runs.toSorted((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
}

/**
 * Finds a run by its id.
 *
 * @throws AfterlodeError GROUND_RUN_UNKNOWN, GROUND_RUN_DAMAGED
 */
export async function openRun(ws: Workspace, id: string): Promise<OpenRun> {
  if (id === exampleRun) {
    const folder = await exampleFolder(ws);
    return { folder, run: await jsonOf<KeptRun>(folder, runName, id) };
  }
  const folder = join(runsFolder(ws), id);
  if (!isKeptId(id) || !(await exists(folder))) throw new AfterlodeError('GROUND_RUN_UNKNOWN', id);
  return { folder, run: await jsonOf<KeptRun>(folder, runName, id) };
}

/**
 * The answer of a run.
 *
 * @throws AfterlodeError GROUND_RUN_DAMAGED
 */
export function answerOfRun({ folder, run }: OpenRun): Promise<SubsidenceAnswer> {
  return jsonOf<SubsidenceAnswer>(folder, answerName, run.id);
}

/** @throws AfterlodeError GROUND_RUN_DAMAGED */
export async function jsonOf<T>(folder: string, name: string, id: string): Promise<T> {
  try {
    return JSON.parse(await readTextFile(join(folder, name))) as T;
  } catch (error) {
    const { en, zh } = error instanceof AfterlodeError ? error.text : foreignReason(error);
    const found = { en: `${name}: ${en}`, zh: `${name}：${zh}` };
    throw new AfterlodeError('GROUND_RUN_DAMAGED', id, { found }, error);
  }
}
