import { type IndexAnswer, type IndexRequest, runIndex } from '../composite/engine.js';
import { indexWorkbook } from '../composite/export.js';
import { type McdaAnswer, type McdaAsked, type McdaTables, mcdaOf } from '../mcda/mcda.js';

/** What is asked of the engine over the network; everything in it travels between threads. */
export type EngineQuestion =
  | { readonly ask: 'index'; readonly request: IndexRequest; readonly threads: number }
  | { readonly ask: 'workbook'; readonly request: IndexRequest; readonly threads: number }
  | { readonly ask: 'mcda'; readonly request: McdaRequest };

/** A decision from tables. */
export interface McdaRequest {
  readonly tables: McdaTables;
  readonly asked: McdaAsked;
}

/**
 * Answers a question: the answer of `index` or `mcda`, or the bytes of a workbook.
 *
 * @throws AfterlodeError the faults of `runIndex` and `mcdaOf`
 */
export async function answerEngine(
  question: EngineQuestion,
  onProgress: (share: number) => void,
): Promise<IndexAnswer | McdaAnswer | Uint8Array> {
  if (question.ask === 'mcda') return mcdaOf(question.request.tables, question.request.asked);
  const work = await runIndex(question.request, { threads: question.threads, onProgress });
  if (question.ask === 'index') return work.answer;
  const pieces: Uint8Array[] = [];
  for await (const piece of indexWorkbook(work)) pieces.push(piece);
  return Buffer.concat(pieces);
}
