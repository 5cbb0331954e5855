import type { ChainRun, Factor, SampleOptions, StudyOptions } from '../assess/index.js';

/** What a thread needs for the blocks of one study. */
export interface StudySetup {
  readonly run: ChainRun;
  readonly factors: readonly Factor[];
  readonly study: StudyOptions;
  readonly work: StudyWork;
}

/** Replications of the index, or samples of a sensitivity design. */
export type StudyWork =
  | { readonly kind: 'variation'; readonly options: { readonly runs: number; readonly seed: number } }
  | { readonly kind: 'sensitivity'; readonly options: SampleOptions };

/** From the thread: it is ready, or a block is done. */
export type BlockReply<Block> = { readonly ready: true } | { readonly block: Block };
