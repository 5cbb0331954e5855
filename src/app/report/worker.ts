import { parentPort } from 'node:worker_threads';
import { faultOf } from '../../jobs/index.js';
import { type PrintQuestion, printedHere } from './printed.js';

/** A thread that prints reports as their documents come. */

async function answer(question: PrintQuestion): Promise<void> {
  try {
    parentPort?.postMessage({ answer: await printedHere(question) });
  } catch (error) {
    parentPort?.postMessage({ fault: faultOf(error) });
  }
}

parentPort?.on('message', (question: PrintQuestion) => void answer(question));
