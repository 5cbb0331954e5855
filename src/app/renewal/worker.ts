import { parentPort, workerData } from 'node:worker_threads';
import { faultOf } from '../../jobs/index.js';
import { type RenewalQuestion, solveRenewal } from './solve.js';

/** The thread of one renewal plan: it answers and is ended. */

try {
  parentPort?.postMessage({ answer: await solveRenewal(workerData as RenewalQuestion) });
} catch (error) {
  parentPort?.postMessage({ fault: faultOf(error) });
}
