import { availableParallelism } from 'node:os';
import { AfterlodeError } from '../../base/index.js';
import { type JobOptions, runJob } from '../../jobs/index.js';
import { takeTurn } from '../turns.js';
import type { Workspace } from '../workspace.js';
import type { RenewalAnswer } from './answer.js';
import type { RenewalWords } from './call.js';
import { type RenewalTables, renewalOf } from './renewal.js';
import type { RenewalQuestion, RenewalSolved } from './solve.js';

/** Each takes a core for up to minutes. */
const turns = takeTurn(Math.max(1, Math.min(2, availableParallelism() - 1)), 8);
/** Projects × years × plans of one request: what a core solves in some minutes. */
const most = 100_000;

/**
 * As `renewalOf`, solved in a thread of its own, so that a server goes on answering.
 *
 * @throws AfterlodeError JOB_TOO_LARGE, JOB_BUSY, JOB_FAILED and those of `renewalOf`; the reason of the signal
 */
export function renewalInThread(
  ws: Pick<Workspace, 'catalog'>,
  tables: RenewalTables,
  words: RenewalWords,
  options: JobOptions = {},
): Promise<RenewalAnswer> {
  const file = { room: 'app', name: 'renewal/worker' };
  return renewalOf(ws, tables, words, (question) => {
    checkSize(question);
    return turns(() => runJob<RenewalSolved>(file, question, options), options.signal);
  });
}

function checkSize({ problem, options }: RenewalQuestion): void {
  const found = problem.projects.length * problem.years.length * (options.robust.draws + 1);
  if (found <= most) return;
  throw new AfterlodeError('JOB_TOO_LARGE', 'POST /api/renewal', { found, expected: most });
}
