import { basename, join } from 'node:path';
import { AfterlodeError, type Language, phrases } from '../../../base/index.js';
import { replaceFolder, writeAtomically } from '../../../files/index.js';
import { type AccessCall, demand, everywhere } from '../../access/call.js';
import { noteKept } from '../../access/note-kept.js';
import type { SentModel } from '../../brought-model.js';
import type { Written } from '../../composite/words.js';
import { findingYear } from '../../land/call.js';
import { type FoundCall, mayOpenFindings } from '../../ledger/findings-in.js';
import type { Workspace } from '../../workspace.js';
import { type VacantLandOptions, vacantLandOptions } from '../call.js';
import { openLand } from '../findings.js';
import { landInThread } from '../in-thread.js';
import type { LandQuestion } from '../open.js';
import { saveLand } from '../save.js';
import { readLabels, type VacantLabels } from './labels.js';
import {
  imageName,
  labelsName,
  type OpenProject,
  openProject,
  resultName,
  type VacantProject,
} from './project.js';
import { trainedName, type VacantResult } from './projects.js';
import { whileTraining } from './training.js';

/** What a training is told beside the labels. */
export interface VacantTrainWords {
  /** A model of the user that tells the ground in place of learning; labels then tell its error. */
  readonly model?: Omit<SentModel, 'name'>;
  /** Class of all ground outside the polygons, where somebody has looked at all of it. */
  readonly rest?: string;
  /** m²; smaller polygons are left out. */
  readonly minArea?: Written;
  /** Cells along a side of a patch. */
  readonly patch?: Written;
  /** City in whose ledger each polygon becomes a finding, and the year of these findings. */
  readonly findings?: string;
  readonly period?: string;
  /** Of the report. */
  readonly language?: Language;
}

/** What the command can be given and a project has not. */
const nothingElse = {
  parcels: null,
  builtUp: null,
  population: null,
  nightLight: null,
} as const;

/**
 * Learns from the saved labels of a project, or runs a model of the user, and keeps what came of it: accuracy, model, probabilities,
 * polygons. The work is done in a thread, one training after the other.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_PROJECT_BUSY, JOB_BUSY, CALL_OPTION, MODEL_… and those of `landFromImage`; the result
 *   that was there stays then
 */
export async function trainVacantProject(
  ws: Workspace,
  id: string,
  words: VacantTrainWords,
  access: AccessCall,
): Promise<VacantResult> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const open = await openProject(ws, id);
  const { folder, project } = open;
  const options = vacantLandOptions(words, ws);
  const ledger = ledgerOf(ws, project, words, access);
  return whileTraining(open, async (onProgress) => {
    const labels = await readLabels(folder, id);
    const found = await landInThread(questionOf(open, labels, words.model, options), { onProgress });
    const result = { at: new Date().toISOString(), revision: labels.revision };
    const kept = await keepResult(folder, async (out) => {
      const files = await saveLand(ws, out, found, project.image, words.language ?? 'en');
      const named = files.map(({ path, bytes }) => ({ path: basename(path), bytes }));
      const findings = ledger && (await openLand(ws, ledger, found));
      return { ...result, answer: { ...found.answer, files: named, findings } };
    });
    const told = { revision: kept.revision, polygons: found.answer.polygons.length };
    await noteKept(
      ws,
      { action: 'vacant_land.train', target: `vacant-land/${id}`, old: null, new: told },
      actor,
      access,
    );
    return kept;
  });
}

/** A model that is given needs no labels, and looks for classes that nobody drew. */
function questionOf(
  { folder, project }: OpenProject,
  labels: VacantLabels,
  model: VacantTrainWords['model'],
  options: VacantLandOptions,
): LandQuestion {
  const bands = project.bands.map((name) => (name === '-' ? null : name));
  const image = { path: join(folder, imageName), name: project.image };
  const document = { name: labelsName, document: labels };
  const same = { ...nothingElse, image, labels: document };
  if (model === undefined)
    return { ...same, model: null, options: { ...options, bands, lookFor: wantedIn(labels) } };
  return {
    ...same,
    labels: labels.features.length === 0 ? null : document,
    model: { name: 'model.manifest', ...model },
    options: { ...options, bands, lookFor: namesWanted(labels.classes) },
  };
}

function namesWanted(classes: VacantLabels['classes']): readonly string[] {
  return classes.filter(({ wanted }) => wanted).map(({ name }) => name);
}

/** @throws AfterlodeError CITY_UNKNOWN, ACCESS_DENIED, CALL_OPTION without a year, or of ground that is made */
function ledgerOf(
  ws: Workspace,
  { id, made }: VacantProject,
  { findings: city, period }: VacantTrainWords,
  caller: AccessCall,
): FoundCall | null {
  if (city === undefined) return null;
  const access = mayOpenFindings(ws, city, caller);
  const evidence = `vacant-land/${id}/polygons.geojson`;
  if (!made) return { city, period: findingYear(period), evidence, access };
  const expected = { en: 'no city: the ground of the example is made', zh: '不填城市：示例的地面为人造' };
  throw new AfterlodeError('CALL_OPTION', 'findings', { found: city, expected });
}

/** @throws AfterlodeError VACANT_LABELS where nothing is labelled that is looked for */
function wantedIn({ classes, features }: VacantLabels): readonly string[] {
  const drawn = new Set(features.map(({ properties }) => properties.class));
  const wanted = namesWanted(classes.filter(({ name }) => drawn.has(name)));
  if (wanted.length > 0) return wanted;
  const where = { en: 'labels', zh: '标注' };
  const expected = { en: 'labels of a class that is looked for', zh: '要找的类别的标注' };
  throw new AfterlodeError('VACANT_LABELS', where, { found: phrases.nothing, expected });
}

async function keepResult(
  folder: string,
  make: (out: string) => Promise<VacantResult>,
): Promise<VacantResult> {
  const made: VacantResult[] = [];
  await replaceFolder(join(folder, resultName), async (out) => {
    const result = await make(out);
    made.push(result);
    await writeAtomically(join(out, trainedName), `${JSON.stringify(result)}\n`);
  });
  return made[0] as VacantResult;
}
