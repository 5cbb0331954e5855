import { availableParallelism } from 'node:os';
import { openThreads, type ThreadPool } from '../../jobs/index.js';
import { takeTurn } from '../turns.js';
import { type PrintQuestion, printedHere, type ReportFile } from './printed.js';

/** Pages take a core for about a second; who waits longer than a minute has left. */
const turns = takeTurn(Math.max(1, Math.min(2, availableParallelism() - 1)), 60, 'report');

/** Threads that print, each with compiler and fonts loaded once. */
export function openPrinters(threads: number): ThreadPool<PrintQuestion, ReportFile> {
  return openThreads({ room: 'app', name: 'report/worker' }, threads);
}

/**
 * A document as a file. Pages are made by a thread of their own, so that a server goes on answering; the other formats
 * yield between their parts.
 *
 * @throws AfterlodeError PRINT_PDF, PRINT_PDF_PLATFORM, JOB_BUSY, JOB_FAILED
 */
export async function printedReport(
  question: Omit<PrintQuestion, 'recompute'> & Partial<PrintQuestion>,
): Promise<ReportFile> {
  const whole = { recompute: [], ...question };
  if (question.format !== 'pdf') return printedHere(whole);
  return turns(async () => {
    const printers = openPrinters(1);
    try {
      return await printers.answer(whole);
    } finally {
      await printers.close();
    }
  });
}
