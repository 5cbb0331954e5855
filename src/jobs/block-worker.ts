import { parentPort, workerData } from 'node:worker_threads';
import { prepareStudy, runBlock, runSensitivityBlock } from '../assess/index.js';
import type { StudySetup } from './messages.js';

/** A thread that makes the blocks of one study, as their numbers come. */

const { run, factors, study: options, work } = workerData as StudySetup;
const study = prepareStudy(run, factors, options);

parentPort?.on('message', (block: number) => {
  const made =
    work.kind === 'variation'
      ? runBlock(study, work.options, block)
      : runSensitivityBlock(study, work.options, block);
  parentPort?.postMessage({ block: made });
});
parentPort?.postMessage({ ready: true });
