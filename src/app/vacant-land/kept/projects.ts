import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { AfterlodeError, officeTypes, phrases } from '../../../base/index.js';
import { exists, listFiles, openBytes } from '../../../files/index.js';
import { type AccessCall, demand, everywhere } from '../../access/call.js';
import { noteKept } from '../../access/note-kept.js';
import { cornersOf, type RunGrid } from '../../subsidence/kept/run-answer.js';
import type { Workspace } from '../../workspace.js';
import type { VacantLandAnswer } from '../types.js';
import { readLabels, type VacantLabels } from './labels.js';
import {
  labelsName,
  openProject,
  projectIds,
  projectJson,
  resultName,
  type VacantProject,
} from './project.js';
import { trainingOf } from './training.js';

/** A project as lists show it. */
export interface VacantProjectRow
  extends Pick<VacantProject, 'id' | 'label' | 'at' | 'image' | 'bands' | 'made'> {
  /** Cells of the image. */
  readonly width: number;
  readonly height: number;
  /** Labelled polygons. */
  readonly polygons: number;
  /** Instant of the last training; null before the first. */
  readonly trained: string | null;
}

/** What training came to; `trained.json` of a result. */
export interface VacantResult {
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Of the labels that were learnt from. */
  readonly revision: number;
  readonly answer: VacantLandAnswer;
}

/** `GET /api/vacant-land/projects/:id` */
export interface VacantProjectAnswer {
  readonly project: VacantProject;
  /** The grid of the image with its corners. */
  readonly grid: RunGrid;
  readonly labels: VacantLabels;
  /** null before the first training. */
  readonly result: VacantResult | null;
  /** Share done of a training that runs now; null where none does. */
  readonly training: number | null;
  /** Files that can be taken away. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** `GET /api/vacant-land/projects/:id/training` */
export interface VacantTraining {
  /** Share done, 0 to 1; null where no training runs. */
  readonly share: number | null;
}

/** File of a result that says when and from what it was made. */
export const trainedName = 'trained.json';

/** All projects, the newest first. One that cannot be read is left out here; asked for by its id it says why. */
export async function vacantProjects(ws: Pick<Workspace, 'options'>): Promise<readonly VacantProjectRow[]> {
  const rows: VacantProjectRow[] = [];
  for (const id of await projectIds(ws)) {
    const row = await rowOf(ws, id).catch(() => null);
    if (row !== null) rows.push(row);
  }
  return rows.toSorted((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
}

async function rowOf(ws: Pick<Workspace, 'options'>, name: string): Promise<VacantProjectRow> {
  const { folder, project } = await openProject(ws, name);
  const { id, label, at, image, bands, made, grid } = project;
  const { features } = await readLabels(folder, name);
  const result = await resultOf(folder, name);
  const size = { width: grid.width, height: grid.height };
  return {
    id,
    label,
    at,
    image,
    bands,
    made,
    ...size,
    polygons: features.length,
    trained: result?.at ?? null,
  };
}

/**
 * A project with its labels and what training came to.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_PROJECT_DAMAGED
 */
export async function vacantProject(
  ws: Pick<Workspace, 'options'>,
  id: string,
): Promise<VacantProjectAnswer> {
  const { folder, project } = await openProject(ws, id);
  return {
    project,
    grid: { ...project.grid, corners: await cornersOf(project.grid) },
    labels: await readLabels(folder, id),
    result: await resultOf(folder, id),
    training: trainingOf(folder),
    files: await projectFiles(folder),
  };
}

/** How far a training of a project is. @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_PROJECT_DAMAGED */
export async function vacantTraining(ws: Pick<Workspace, 'options'>, id: string): Promise<VacantTraining> {
  const { folder } = await openProject(ws, id);
  return { share: trainingOf(folder) };
}

/** null before the first training. @throws AfterlodeError VACANT_PROJECT_DAMAGED */
export async function resultOf(folder: string, id: string): Promise<VacantResult | null> {
  const path = join(folder, resultName);
  return (await exists(path)) ? projectJson<VacantResult>(path, trainedName, id) : null;
}

/** Files of a project that can be taken away: its labels, and what training wrote. */
async function projectFiles(folder: string): Promise<VacantProjectAnswer['files']> {
  const found = await listFiles(join(folder, resultName));
  const paths = [join(folder, labelsName), ...found.filter((path) => basename(path) !== trainedName)];
  return Promise.all(paths.map(async (path) => ({ name: basename(path), bytes: (await stat(path)).size })));
}

/** A file of a project. */
export interface VacantFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.tif': 'image/tiff',
  '.xlsx': officeTypes.xlsx,
};

/**
 * A file of a project that can be taken away.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, CALL_OPTION for a name that is none of its files
 */
export async function vacantFile(
  ws: Pick<Workspace, 'options'>,
  id: string,
  name: string,
): Promise<VacantFile> {
  const { folder } = await openProject(ws, id);
  const names = (await projectFiles(folder)).map((file) => file.name);
  if (!names.includes(name)) {
    const expected = phrases.oneOf(names.join(', '));
    throw new AfterlodeError('CALL_OPTION', 'name', { found: name, expected });
  }
  const path = name === labelsName ? join(folder, name) : join(folder, resultName, name);
  const mediaType = mediaTypes[extname(name)] ?? 'application/octet-stream';
  return { fileName: `${id}-${name}`, mediaType, bytes: openBytes(path) };
}

/**
 * Deletes a project with its labels.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_PROJECT_BUSY while it is trained
 */
export async function deleteVacantProject(ws: Workspace, id: string, access: AccessCall): Promise<void> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const { folder } = await openProject(ws, id);
  if (trainingOf(folder) !== null) throw new AfterlodeError('VACANT_PROJECT_BUSY', id);
  // Out of sight first: half a project would be one that cannot be read.
  const gone = join(dirname(folder), `.${id}.deleted`);
  await rm(gone, { recursive: true, force: true });
  await rename(folder, gone);
  await rm(gone, { recursive: true, force: true });
  const target = `vacant-land/${id}`;
  await noteKept(ws, { action: 'vacant_land.delete', target, old: { id }, new: null }, actor, access);
}
