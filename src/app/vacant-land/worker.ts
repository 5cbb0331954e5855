import { parentPort, workerData } from 'node:worker_threads';
import { faultOf } from '../../jobs/index.js';
import { answerLand, type LandQuestion } from './open.js';

/** The thread of one question about vacant land: it answers and is ended. */

try {
  const answer = await answerLand(workerData as LandQuestion, (progress) =>
    parentPort?.postMessage({ progress }),
  );
  parentPort?.postMessage({ answer });
} catch (error) {
  parentPort?.postMessage({ fault: faultOf(error) });
}
