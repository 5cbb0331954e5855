import {
  runTables,
  type ScoreTables,
  type TableScores,
  type TablesRun,
  tableScores,
} from '../../assess/index.js';
import { type IndexSettings, settingsOf } from './settings.js';
import { type VariationAnswer, type VariationAsked, varyTables } from './variation.js';
import { type IndexWords, scoreOptionsOf } from './words.js';

/** An index from two tables, with what is to be known of its uncertainty. */
export interface IndexRequest {
  readonly tables: ScoreTables;
  /** Pairwise judgements, heading first. */
  readonly judgements?: readonly (readonly string[])[];
  readonly words: IndexWords;
  readonly variation: VariationAsked;
  /** Version of the program, for the settings. */
  readonly version: string;
}

/** Answer of `index`; missing is null. Parts that were not asked for are absent. */
export interface IndexAnswer extends TableScores, Partial<VariationAnswer> {
  /** Every word that is needed to reproduce the answer. */
  readonly settings: IndexSettings;
}

/** The answer with the run behind it, for the export of every step. */
export interface IndexWork {
  /** The tables as given. */
  readonly given: ScoreTables;
  readonly answer: IndexAnswer;
  readonly tables: TablesRun;
}

export interface EngineHooks {
  /** Threads for replications; null: as many as the work is worth. */
  readonly threads: number | null;
  readonly signal?: AbortSignal | undefined;
  /** Share of all replications done, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Runs an index and, where asked for, varies it.
 *
 * @throws AfterlodeError CALL_OPTION, INDEX_TABLE, INDEX_VARY and other faults of the steps; JOB_FAILED
 */
export async function runIndex(request: IndexRequest, hooks: EngineHooks): Promise<IndexWork> {
  const { words, judgements, variation, version } = request;
  const options = scoreOptionsOf(words, judgements);
  const tables = runTables(request.tables, options);
  const scores = tableScores(tables);
  const varied = await varyTables(tables.run, variation, hooks);
  const issues = [...scores.issues, ...(varied?.issues ?? [])];
  return {
    given: request.tables,
    tables,
    answer: {
      ...scores,
      issues,
      ...varied?.answer,
      settings: settingsOf(version, options, varied?.settings ?? null),
    },
  };
}
