import { availableParallelism } from 'node:os';
import { type JobOptions, runJob } from '../../jobs/index.js';
import { takeTurn } from '../turns.js';
import type { RenewalQuestion, RenewalSolved } from './solve.js';

/** Each takes a core for up to minutes. */
const turns = takeTurn(Math.max(1, Math.min(2, availableParallelism() - 1)), 8);

/**
 * As `solveRenewal`, in a thread of its own, so that a server goes on answering.
 *
 * @throws AfterlodeError JOB_BUSY, JOB_FAILED; the reason of the signal
 */
export function solveInThread(question: RenewalQuestion, options: JobOptions = {}): Promise<RenewalSolved> {
  const file = { room: 'app', name: 'renewal/worker' };
  return turns(() => runJob<RenewalSolved>(file, question, options), options.signal);
}
