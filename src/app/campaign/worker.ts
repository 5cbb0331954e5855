import { parentPort } from 'node:worker_threads';
import { faultOf } from '../../jobs/index.js';
import { readWorkbookHere, type WorkbookFile } from './read-workbook.js';

/** A thread that reads workbooks of returns as they come. */

async function answer(file: WorkbookFile): Promise<void> {
  try {
    parentPort?.postMessage({ answer: await readWorkbookHere(file) });
  } catch (error) {
    parentPort?.postMessage({ fault: faultOf(error) });
  }
}

parentPort?.on('message', (file: WorkbookFile) => void answer(file));
