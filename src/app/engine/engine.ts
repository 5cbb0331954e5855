import { availableParallelism } from 'node:os';
import { AfterlodeError, officeTypes } from '../../base/index.js';
import { runJob } from '../../jobs/index.js';
import type { IndexAnswer, IndexRequest } from '../composite/engine.js';
import type { McdaAnswer } from '../mcda/mcda.js';
import type { ReportFile } from '../report/report.js';
import { takeTurn } from '../turns.js';
import type { EngineQuestion, McdaRequest } from './question.js';

/** What ends a question before its answer. */
export interface EngineCall {
  readonly signal?: AbortSignal;
}

/** Scores (nodes × units × replications) of one request: a minute or so of one core. */
const mostScores = 3_000_000_000;
/** Cells of a matrix times its alternatives: methods that compare pairs take so many steps. */
const mostPairs = 200_000_000;
/** Questions that are worked on at the same time, each in a thread of its own; and those that wait. */
const working = Math.max(1, Math.min(4, availableParallelism() - 1));
const mostWaiting = 32;
const turns = takeTurn(working, mostWaiting);

/**
 * A composite index from tables that came with a request, worked out in a thread so that the server goes on answering.
 *
 * @throws AfterlodeError JOB_TOO_LARGE, JOB_BUSY, JOB_FAILED, and the faults of the index; the reason of the signal
 */
export async function answerIndex(request: IndexRequest, { signal }: EngineCall = {}): Promise<IndexAnswer> {
  checkSize(request);
  return ask<IndexAnswer>({ ask: 'index', request, threads: working }, signal);
}

/** Every step of an index as an XLSX workbook; faults as of `answerIndex`. */
export async function answerIndexWorkbook(
  request: IndexRequest,
  { signal }: EngineCall = {},
): Promise<ReportFile> {
  checkSize(request);
  const bytes = await ask<Uint8Array>({ ask: 'workbook', request, threads: working }, signal);
  const mediaType = officeTypes.xlsx;
  return { fileName: 'index-steps.xlsx', mediaType, bytes };
}

/** A decision from tables that came with a request; faults as of `answerIndex`, and those of the decision. */
export async function answerMcda(request: McdaRequest, { signal }: EngineCall = {}): Promise<McdaAnswer> {
  const { matrix } = request.tables;
  const pairs = matrix.length ** 2 * (matrix[0]?.length ?? 0);
  if (pairs > mostPairs) {
    throw new AfterlodeError('JOB_TOO_LARGE', 'POST /api/mcda', { found: pairs, expected: mostPairs });
  }
  return ask<McdaAnswer>({ ask: 'mcda', request }, signal);
}

function ask<Answer>(question: EngineQuestion, signal: AbortSignal | undefined): Promise<Answer> {
  const options = signal === undefined ? {} : { signal };
  return turns(() => runJob<Answer>({ room: 'app', name: 'engine/worker' }, question, options), signal);
}

/** Refuses what would hold the server for long; the numbers that are none are refused where they are read. */
function checkSize({ tables, variation }: IndexRequest): void {
  const { runs, samples, sobol, uncertainty } = variation;
  const factors = (uncertainty as { readonly factors?: unknown } | undefined)?.factors;
  const file = (uncertainty as { readonly runs?: unknown } | undefined)?.runs;
  const count = Array.isArray(factors) ? factors.length : 3;
  const replications = Number(runs ?? file ?? 1000) + (sobol ? Number(samples ?? 512) * (count + 2) : 0);
  const asked = uncertainty !== undefined || runs !== undefined || sobol === true;
  const found = tables.data.length * tables.meta.length * (asked ? replications + 1 : 1);
  if (found <= mostScores || Number.isNaN(found)) return;
  throw new AfterlodeError('JOB_TOO_LARGE', 'POST /api/index', { found, expected: mostScores });
}
