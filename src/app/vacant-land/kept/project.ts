import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AfterlodeError, foreignReason } from '../../../base/index.js';
import { exists, readTextFile } from '../../../files/index.js';
import type { Grid } from '../../../locate/index.js';
import { isKeptId } from '../../kept-id.js';
import type { Workspace } from '../../workspace.js';

/** Files of a project in its folder. */
export const projectName = 'project.json';
export const imageName = 'image.tif';
export const overviewName = 'overview.png';
export const labelsName = 'labels.geojson';
/** Folder of what training left; it is replaced whole. */
export const resultName = 'result';

/** An image that people label, train on and look at. */
export interface VacantProject {
  readonly id: string;
  readonly label: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Name of the file that was sent. */
  readonly image: string;
  /** Version of the program. */
  readonly version: string;
  /** Names of the bands in their order. */
  readonly bands: readonly string[];
  readonly grid: Grid;
  readonly shown: ShownBands;
  /** Whether it is the worked example, whose ground is made. */
  readonly made: boolean;
}

/** How the image is shown. */
export interface ShownBands {
  /** Numbers of the bands that are red, green and blue, from 0; one for grey. */
  readonly bands: readonly number[];
  /** By shown band: the values that are drawn black and bright. */
  readonly stretch: readonly (readonly [low: number, high: number])[];
  /** Cells of the image along the side of a pixel of the overview. */
  readonly step: number;
}

/** An opened project. */
export interface OpenProject {
  readonly folder: string;
  readonly project: VacantProject;
}

/** Folder of the projects. It lies on this machine even where the database is a server's, since images are too large for that. */
export function projectsFolder(ws: Pick<Workspace, 'options'>): string {
  return join(resolve(ws.options.folder), 'vacant-land');
}

/**
 * Finds a project by its id.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_PROJECT_DAMAGED
 */
export async function openProject(ws: Pick<Workspace, 'options'>, id: string): Promise<OpenProject> {
  const folder = join(projectsFolder(ws), id);
  if (!isKeptId(id) || !(await exists(folder))) throw new AfterlodeError('VACANT_PROJECT_UNKNOWN', id);
  return { folder, project: await projectJson<VacantProject>(folder, projectName, id) };
}

/** Ids of all projects. */
export async function projectIds(ws: Pick<Workspace, 'options'>): Promise<readonly string[]> {
  const folder = projectsFolder(ws);
  return (await exists(folder)) ? (await readdir(folder)).filter(isKeptId).toSorted() : [];
}

/**
 * A JSON file of a project.
 *
 * @throws AfterlodeError VACANT_PROJECT_DAMAGED
 */
export async function projectJson<T>(folder: string, name: string, id: string): Promise<T> {
  try {
    return JSON.parse(await readTextFile(join(folder, name))) as T;
  } catch (error) {
    const { en, zh } = error instanceof AfterlodeError ? error.text : foreignReason(error);
    const found = { en: `${name}: ${en}`, zh: `${name}：${zh}` };
    throw new AfterlodeError('VACANT_PROJECT_DAMAGED', id, { found }, error);
  }
}
