import { readYamlFile } from '../../files/index.js';
import { type EngineHooks, type IndexAnswer, runIndex } from './engine.js';
import { checkExportPath, type ExportedFiles, saveIndex } from './export.js';
import { cellsOf, readIndexFiles } from './files.js';
import type { VariationAsked } from './variation.js';
import { type IndexWords, type Written, wholeOf } from './words.js';

/** The command `index`, as written. */
export interface IndexTablesCall {
  readonly data: string;
  /** Absent where `data` is a workbook with both tables. */
  readonly meta?: string;
  readonly words: IndexWords;
  /** CSV of pairwise judgements, for the weights `ahp`. */
  readonly judgements?: string;
  /** Factors and numbers; `uncertainty` is the path of a YAML or JSON file. */
  readonly variation: Omit<VariationAsked, 'uncertainty'> & { readonly uncertainty?: string };
  /** Threads for replications. */
  readonly workers?: Written;
  /** A file `.xlsx`, or a folder of CSV files, for every step. */
  readonly export?: string;
  readonly version: string;
}

/** The answer of the command, with the files it wrote. */
export interface IndexTablesAnswer {
  readonly answer: IndexAnswer;
  readonly written: ExportedFiles | null;
}

/**
 * A composite index from COINr's two tables, or from a COIN-Tool workbook.
 *
 * @throws AfterlodeError CALL_OPTION, CALL_FILE_MISSING, and the faults of reading, of `runIndex` and of writing
 */
export async function indexTables(
  call: IndexTablesCall,
  hooks: Pick<EngineHooks, 'onProgress'> = {},
): Promise<IndexTablesAnswer> {
  const threads = call.workers === undefined ? null : wholeOf('--workers', call.workers, 1);
  if (call.export !== undefined) checkExportPath(call.export);
  const { uncertainty, ...asked } = call.variation;
  const tables = await readIndexFiles(call.data, call.meta);
  const judgements = call.judgements === undefined ? {} : { judgements: await cellsOf(call.judgements) };
  const variation =
    uncertainty === undefined ? asked : { ...asked, uncertainty: await readYamlFile(uncertainty) };
  const work = await runIndex(
    { tables, ...judgements, words: call.words, variation, version: call.version },
    { threads, ...hooks },
  );
  const written = call.export === undefined ? null : await saveIndex(work, call.export);
  return { answer: work.answer, written };
}
