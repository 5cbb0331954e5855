import { type JobOptions, runJob } from '../../jobs/index.js';
import { writeModel } from '../../locate/index.js';
import { takeTurn } from '../turns.js';
import type { Workspace } from '../workspace.js';
import { type VacantLandWords, vacantLandOptions } from './call.js';
import type { LandQuestion } from './open.js';
import type { FoundLand, VacantLandAnswer } from './types.js';

/** Each takes a core and some hundred megabytes for up to minutes: one at a time, and so many that wait. */
const turns = takeTurn(1, 8);

/**
 * As `answerLand`, in a thread of its own, so that a server goes on answering.
 *
 * @throws AfterlodeError JOB_BUSY, JOB_FAILED, and those of `answerLand`; the reason of the signal
 */
export function landInThread(question: LandQuestion, options: JobOptions = {}): Promise<FoundLand> {
  const file = { room: 'app', name: 'vacant-land/worker' };
  return turns(() => runJob<FoundLand>(file, question, options), options.signal);
}

/** Answer of a request: what the command answers, and the model where it was asked for. */
export interface VacantLandReply extends VacantLandAnswer {
  /** Text of the model file; null where it was not asked for or the model was given. */
  readonly modelFile: string | null;
}

/**
 * As `vacantLand`, of files of a request; keeps nothing.
 *
 * @param words with `withModel`: the answer has what was learnt, for further requests
 * @throws AfterlodeError CALL_OPTION and those of `landInThread`
 */
export async function vacantLandOf(
  ws: Pick<Workspace, 'catalog'>,
  given: Omit<LandQuestion, 'options'>,
  words: VacantLandWords & { readonly withModel?: boolean },
  options: JobOptions = {},
): Promise<VacantLandReply> {
  const question = { ...given, options: vacantLandOptions(words, ws) };
  const { answer, model } = await landInThread(question, options);
  const modelFile = words.withModel === true && model !== null ? writeModel(model) : null;
  return { ...answer, modelFile };
}
