import { parentPort, workerData } from 'node:worker_threads';
import { faultOf } from '../../jobs/index.js';
import { answerEngine, type EngineQuestion } from './question.js';

/** The thread of one request to the engine: it answers one question and is ended. */

try {
  const answer = await answerEngine(workerData as EngineQuestion, (progress) =>
    parentPort?.postMessage({ progress }),
  );
  parentPort?.postMessage({ answer });
} catch (error) {
  parentPort?.postMessage({ fault: faultOf(error) });
}
