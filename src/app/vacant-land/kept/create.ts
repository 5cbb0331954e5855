import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { AfterlodeError, phrases } from '../../../base/index.js';
import {
  openBytes,
  openGeoTiff,
  sha256File,
  writeAtomically,
  writeFolderAtomically,
  writeStreamAtomically,
} from '../../../files/index.js';
import { definitionOf, type RasterSource } from '../../../locate/index.js';
import { type AccessCall, demand, everywhere } from '../../access/call.js';
import { noteKept } from '../../access/note-kept.js';
import { slugOf } from '../../kept-id.js';
import { checkLabel } from '../../subsidence/kept/keep.js';
import type { Workspace } from '../../workspace.js';
import { checkClasses, type GivenLabels, labelsOfProject, type VacantClass, writeLabels } from './labels.js';
import { shownImage } from './picture.js';
import {
  imageName,
  openProject,
  overviewName,
  projectName,
  projectsFolder,
  type VacantProject,
} from './project.js';

/** An image that was sent to be labelled. */
export interface VacantUpload {
  readonly path: string;
  /** Name that it had where it came from. */
  readonly fileName: string;
  /** Of the project; the name of the file without its ending. */
  readonly label?: string;
  /** Names of the bands with commas between; what the file calls them, else red, green, blue and nir. */
  readonly bands?: string;
  /** Names of classes with commas between; the first is the one that is looked for. */
  readonly classes?: string;
}

/** A project before it has a folder. */
export interface ProjectDraft {
  /** GeoTIFF. */
  readonly path: string;
  readonly id: string;
  readonly label: string;
  readonly image: string;
  readonly bands: readonly string[];
  readonly made: boolean;
  readonly labels: GivenLabels;
}

const usualBands = ['red', 'green', 'blue', 'nir'];

/**
 * Begins a project with an image that was sent. An equal image with an equal label and equal bands is the project that it was before.
 *
 * @throws AfterlodeError CALL_OPTION for label, bands and classes, RASTER_… for the image, FILE_NOT_WRITABLE; nothing is kept then
 */
export async function createVacantProject(
  ws: Workspace,
  { path, fileName, label, bands, classes }: VacantUpload,
  access: AccessCall,
): Promise<VacantProject> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const own = label?.trim() ?? (fileName.replace(/\.tiff?$/i, '').slice(0, 80) || fileName);
  checkLabel(own, 'label');
  const named = classesIn(classes);
  checkClasses(named);
  const source = await openGeoTiff(path, fileName);
  await source.close();
  const names = bandNames(source, bands);
  const hash = createHash('sha256').update([own, ...names, await sha256File(path)].join('\n'));
  const project = await keepProject(ws, {
    path,
    id: `${slugOf(own, 'image')}-${hash.digest('hex').slice(0, 8)}`,
    label: own,
    image: fileName,
    bands: names,
    made: false,
    labels: { revision: 0, classes: named, features: [] },
  });
  const told = { label: own, image: fileName };
  await noteKept(
    ws,
    { action: 'vacant_land.create', target: `vacant-land/${project.id}`, old: null, new: told },
    actor,
    access,
  );
  return project;
}

/**
 * Puts a project into the workspace, whole or not at all; one that is there already is left as it is.
 *
 * @throws AfterlodeError RASTER_…, FILE_NOT_WRITABLE
 */
export async function keepProject(
  ws: Pick<Workspace, 'options'>,
  { path, labels, ...draft }: ProjectDraft,
): Promise<VacantProject> {
  const source = await openGeoTiff(path, draft.image);
  try {
    // Without a known plane neither areas nor the polygons of an answer would mean anything.
    definitionOf(source.grid.crs, draft.image);
    const { shown, overview } = await shownImage(source, draft.bands);
    const project: VacantProject = {
      ...draft,
      at: new Date().toISOString(),
      version: ws.options.version,
      grid: source.grid,
      shown,
    };
    await writeFolderAtomically(join(projectsFolder(ws), draft.id), async (folder) => {
      await writeStreamAtomically(join(folder, imageName), openBytes(path));
      await writeAtomically(join(folder, overviewName), overview);
      await writeLabels(folder, labelsOfProject(project, labels));
      await writeAtomically(join(folder, projectName), `${JSON.stringify(project)}\n`);
    });
  } finally {
    await source.close();
  }
  return (await openProject(ws, draft.id)).project;
}

function bandNames(source: RasterSource, words: string | undefined): readonly string[] {
  const named = words === undefined ? source.bandNames.map(slugged) : listIn(words);
  const isEach = named.every((name) => name !== '') && new Set(named).size === named.length;
  if (words === undefined && !isEach)
    return source.bandNames.map((_, at) =>
      source.bands >= 3 && source.bands <= usualBands.length ? (usualBands[at] as string) : `band_${at + 1}`,
    );
  if (isEach && named.length === source.bands) return named;
  const expected = {
    en: `${source.bands} names, each once, with commas between`,
    zh: `${source.bands} 个不重复的名称，用逗号分隔`,
  };
  throw new AfterlodeError('CALL_OPTION', 'bands', { found: words ?? phrases.nothing, expected });
}

/** Files say `Red` or `Band 1`. */
function slugged(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '_');
}

function classesIn(words: string | undefined): readonly VacantClass[] {
  const names = listIn(words ?? 'vacant,other');
  return names.map((name, at) => ({ name, wanted: at === 0 }));
}

function listIn(words: string): readonly string[] {
  return words.split(/[,，、]/).map((word) => word.trim());
}
