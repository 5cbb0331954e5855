import { basename, join } from 'node:path';
import { AfterlodeError, type Language, phrases } from '../../../base/index.js';
import { replaceFolder, writeAtomically } from '../../../files/index.js';
import type { SentModel } from '../../brought-model.js';
import type { Written } from '../../composite/words.js';
import type { Workspace } from '../../workspace.js';
import { vacantLandOptions } from '../call.js';
import { landInThread } from '../in-thread.js';
import type { LandQuestion } from '../open.js';
import { saveLand } from '../save.js';
import { readLabels, type VacantLabels } from './labels.js';
import { imageName, labelsName, openProject, resultName } from './project.js';
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
 * Learns from the saved labels of a project, or runs a model of the user, and keeps what came of it: accuracy, model, probabilities, polygons. The work is done in a
 * thread, one training after the other.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_PROJECT_BUSY, JOB_BUSY, CALL_OPTION, MODEL_… and those of `landFromImage`; the result
 *   that was there stays then
 */
export async function trainVacantProject(
  ws: Workspace,
  id: string,
  words: VacantTrainWords,
): Promise<VacantResult> {
  const open = await openProject(ws, id);
  const { folder, project } = open;
  const options = vacantLandOptions(words, ws);
  return whileTraining(open, async (onProgress) => {
    const labels = await readLabels(folder, id);
    const question: LandQuestion = {
      ...nothingElse,
      model: words.model === undefined ? null : { name: 'model.manifest', ...words.model },
      image: { path: join(folder, imageName), name: project.image },
      // A model that is given needs no labels.
      labels:
        words.model !== undefined && labels.features.length === 0
          ? null
          : { name: labelsName, document: labels },
      options: {
        ...options,
        bands: project.bands.map((name) => (name === '-' ? null : name)),
        lookFor: words.model === undefined ? wantedIn(labels) : namesWanted(labels.classes),
      },
    };
    const found = await landInThread(question, { onProgress });
    const result = { at: new Date().toISOString(), revision: labels.revision };
    return keepResult(folder, async (out) => {
      const files = await saveLand(ws, out, found, project.image, words.language ?? 'en');
      const named = files.map(({ path, bytes }) => ({ path: basename(path), bytes }));
      return { ...result, answer: { ...found.answer, files: named } };
    });
  });
}

function namesWanted(classes: VacantLabels['classes']): readonly string[] {
  return classes.filter(({ wanted }) => wanted).map(({ name }) => name);
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
