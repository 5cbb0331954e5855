import { join } from 'node:path';
import { AfterlodeError, phrases } from '../../../base/index.js';
import { replaceFolder, writeAtomically } from '../../../files/index.js';
import { runJob } from '../../../jobs/index.js';
import type { Written } from '../../composite/words.js';
import { takeTurn } from '../../turns.js';
import type { Workspace } from '../../workspace.js';
import { vacantLandOptions } from '../call.js';
import type { VacantLandAnswer } from '../types.js';
import { readLabels } from './labels.js';
import { imageName, labelsName, openProject, resultName } from './project.js';
import { trainedName, type VacantResult } from './projects.js';
import { trainingOf, whileTraining } from './training.js';
import type { TrainQuestion } from './worker.js';

/** What a training is told beside the labels. */
export interface VacantTrainWords {
  /** Class of all ground outside the polygons, where somebody has looked at all of it. */
  readonly rest?: string;
  /** m²; smaller polygons are left out. */
  readonly minArea?: Written;
  /** Cells along a side of a patch. */
  readonly patch?: Written;
}

const worker = { room: 'app', name: 'vacant-land/kept/worker' };
/** What the command can be given and a project has not. */
const nothingElse = {
  model: null,
  parcels: null,
  builtUp: null,
  population: null,
  nightLight: null,
} as const;
/** Each training holds the probabilities of its whole image. */
const inTurn = takeTurn(1, 8);

/**
 * Learns from the saved labels of a project and keeps what came of it: accuracy, model, probabilities, polygons. The work is done in a
 * thread, one training after the other.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_PROJECT_BUSY, JOB_BUSY, CALL_OPTION and those of `landFromImage`; the result
 *   that was there stays then
 */
export async function trainVacantProject(
  ws: Workspace,
  id: string,
  words: VacantTrainWords,
): Promise<VacantResult> {
  const { folder, project } = await openProject(ws, id);
  const options = vacantLandOptions(words, ws);
  if (trainingOf(folder) !== null) throw new AfterlodeError('VACANT_PROJECT_BUSY', id);
  return whileTraining(folder, (onProgress) =>
    inTurn(async () => {
      const labels = await readLabels(folder, id);
      const drawn = new Set(labels.features.map((one) => one.properties.class));
      const lookFor = labels.classes.filter(({ name, wanted }) => wanted && drawn.has(name));
      if (lookFor.length === 0) {
        const expected = { en: 'labels of a class that is looked for', zh: '要找的类别的标注' };
        const where = { en: 'labels', zh: '标注' };
        throw new AfterlodeError('VACANT_LABELS', where, { found: phrases.nothing, expected });
      }
      const question = {
        ...nothingElse,
        image: { path: join(folder, imageName), name: project.image },
        labels: { name: labelsName, document: labels },
        options: {
          ...options,
          bands: project.bands.map((name) => (name === '-' ? null : name)),
          lookFor: lookFor.map(({ name }) => name),
        },
      };
      return keepResult(folder, labels.revision, (out) =>
        runJob<VacantLandAnswer>(worker, { question, out } satisfies TrainQuestion, { onProgress }),
      );
    }),
  );
}

async function keepResult(
  folder: string,
  revision: number,
  work: (out: string) => Promise<VacantLandAnswer>,
): Promise<VacantResult> {
  const made: VacantResult[] = [];
  await replaceFolder(join(folder, resultName), async (out) => {
    const result = { at: new Date().toISOString(), revision, answer: await work(out) };
    made.push(result);
    await writeAtomically(join(out, trainedName), `${JSON.stringify(result)}\n`);
  });
  return made[0] as VacantResult;
}
