import { join } from 'node:path';
import { AfterlodeError, phrases } from '../../../base/index.js';
import { writeAtomically } from '../../../files/index.js';
import { readZones } from '../../../locate/index.js';
import { type AccessCall, demand, everywhere } from '../../access/call.js';
import { noteKept } from '../../access/note-kept.js';
import { takeTurn } from '../../turns.js';
import type { Workspace } from '../../workspace.js';
import { labelsName, openProject, projectJson, type VacantProject } from './project.js';

/** A class of ground. */
export interface VacantClass {
  readonly name: string;
  /** Whether it is looked for: then training makes polygons of it. */
  readonly wanted: boolean;
}

/** A polygon of which somebody has said what it is, in the coordinates of the image. */
export interface LabelFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly properties: { readonly class: string };
  readonly geometry: {
    readonly type: 'Polygon';
    readonly coordinates: readonly (readonly (readonly [x: number, y: number])[])[];
  };
}

/** What is saved: upon which revision it was drawn, and all classes and polygons. */
export interface GivenLabels {
  readonly revision: number;
  readonly classes: readonly VacantClass[];
  readonly features: readonly LabelFeature[];
}

/** `labels.geojson` of a project: GeoJSON that other programs read, with the classes and the number of times it was saved. */
export interface VacantLabels extends GivenLabels {
  readonly type: 'FeatureCollection';
  readonly crs: { readonly type: 'name'; readonly properties: { readonly name: string } } | null;
}

/** Classes of a project at most: more have no colours that can be told apart. */
export const mostClasses = 12;
const mostLetters = 60;

/** Reading the revision, comparing and writing are one step; a save takes milliseconds. */
const oneByOne = takeTurn(1, 256);

/** Labels of a project. @throws AfterlodeError VACANT_PROJECT_DAMAGED */
export function readLabels(folder: string, id: string): Promise<VacantLabels> {
  return projectJson<VacantLabels>(folder, labelsName, id);
}

/**
 * Saves all classes and polygons of a project.
 *
 * @returns the labels with their new revision
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_LABELS_CHANGED where somebody else saved since the revision that was drawn upon,
 *   CALL_OPTION and ZONES_… for labels that cannot be used; nothing is written then
 */
export async function saveVacantLabels(
  ws: Workspace,
  id: string,
  given: GivenLabels,
  access: AccessCall,
): Promise<VacantLabels> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const { folder, project } = await openProject(ws, id);
  checkLabels(given);
  return oneByOne(async () => {
    const { revision } = await readLabels(folder, id);
    if (revision !== given.revision) {
      const facts = { found: revision, expected: given.revision };
      throw new AfterlodeError('VACANT_LABELS_CHANGED', id, facts);
    }
    const labels = labelsOfProject(project, { ...given, revision: revision + 1 });
    await writeLabels(folder, labels);
    const told = { revision: labels.revision, polygons: labels.features.length };
    const change = {
      action: 'vacant_land.labels',
      target: `vacant-land/${id}`,
      old: { revision },
      new: told,
    };
    await noteKept(ws, change, actor, access);
    return labels;
  });
}

/** Labels in the form of their file. */
export function labelsOfProject({ grid }: Pick<VacantProject, 'grid'>, given: GivenLabels): VacantLabels {
  const { revision, classes, features } = given;
  const crs = grid.crs === null ? null : ({ type: 'name', properties: { name: grid.crs } } as const);
  return { type: 'FeatureCollection', crs, revision, classes, features };
}

/** Writes labels into the folder of a project. @throws AfterlodeError FILE_NOT_WRITABLE */
export async function writeLabels(folder: string, labels: VacantLabels): Promise<void> {
  await writeAtomically(join(folder, labelsName), `${JSON.stringify(labels)}\n`);
}

/** @throws AfterlodeError CALL_OPTION, ZONES_… */
function checkLabels({ classes, features }: GivenLabels): void {
  checkClasses(classes);
  const names = classes.map(({ name }) => name);
  for (const { properties } of features)
    if (!names.includes(properties.class)) {
      const expected = phrases.oneOf(names.join(', '));
      throw new AfterlodeError('CALL_OPTION', 'class', { found: properties.class, expected });
    }
  // Nothing drawn is a beginning, not a fault.
  if (features.length > 0) readZones({ type: 'FeatureCollection', features }, labelsName);
}

/**
 * Refuses classes that nobody could choose between.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function checkClasses(classes: readonly VacantClass[]): void {
  const fault = (found: string | typeof phrases.nothing, en: string, zh: string): never => {
    throw new AfterlodeError('CALL_OPTION', 'classes', { found, expected: { en, zh } });
  };
  if (classes.length === 0 || classes.length > mostClasses)
    fault(String(classes.length), `1 to ${mostClasses} classes`, `1 至 ${mostClasses} 类`);
  const seen = new Set<string>();
  for (const { name } of classes) {
    if (name.trim() !== name || name === '' || name.length > mostLetters || /\p{Cc}/u.test(name))
      fault(
        name === '' ? phrases.nothing : name.slice(0, 80),
        `a name of one line, up to ${mostLetters} characters`,
        `单行名称，不超过 ${mostLetters} 个字符`,
      );
    if (seen.has(name)) fault(name, 'each name once', '不重复的名称');
    seen.add(name);
  }
}
