import { parentPort, workerData } from 'node:worker_threads';
import { faultOf } from '../../../jobs/index.js';
import { answerLand, type LandQuestion } from '../open.js';
import { writeResult } from './write-result.js';

/** What a training is made of, as it travels to its thread. */
export interface TrainQuestion {
  readonly question: LandQuestion;
  /** Folder for the files. */
  readonly out: string;
}

/** The thread of one training: it answers one question and is ended. */

const { question, out } = workerData as TrainQuestion;
try {
  const found = await answerLand(question, (progress) => parentPort?.postMessage({ progress }));
  await writeResult(out, found);
  parentPort?.postMessage({ answer: found.answer });
} catch (error) {
  parentPort?.postMessage({ fault: faultOf(error) });
}
