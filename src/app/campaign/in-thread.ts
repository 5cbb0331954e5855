import { availableParallelism } from 'node:os';
import { openThreads } from '../../jobs/index.js';
import { takeTurn } from '../turns.js';
import type { ReadWorkbook, WorkbookFile } from './read-workbook.js';

const threads = Math.max(1, Math.min(4, availableParallelism() - 1));
/** Reporters of one day come close together; the memory of a thread is not held over night. */
const idleMs = 30_000;
const readers = openThreads<WorkbookFile, ReadWorkbook>(
  { room: 'app', name: 'campaign/worker' },
  threads,
  idleMs,
);

/** One is read by a thread while the others ask the database; the connections to it that are left are for readers. */
export const uploadsAtOnce = 4;
/** As many as a server holds connections, so that nobody who got in is sent away; their files wait on disk. */
export const uploadsWaiting = 1000;

/** Lets uploads take turns. @throws AfterlodeError JOB_BUSY where too many wait already */
export const inTurn = takeTurn(uploadsAtOnce, uploadsWaiting, 'workbook');

/** Reads a workbook in a thread, so that a server goes on answering. @throws AfterlodeError as `readWorkbookHere`, JOB_FAILED */
export function readWorkbook(file: WorkbookFile): Promise<ReadWorkbook> {
  return readers.answer(file);
}
