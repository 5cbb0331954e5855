import {
  blocksOf,
  type ChainRun,
  type Factor,
  gatherBlocks,
  mergeSensitivity,
  prepareStudy,
  type SensitivityBlock,
  type SensitivityOptions,
  type SensitivityResult,
  sensitivity,
  sensitivityBlocksOf,
  type VariationBlock,
  type VariationOptions,
  type VariationResult,
  varyIndex,
} from '../assess/index.js';
import { runBlocks, type ThreadOptions } from './run-blocks.js';

/**
 * As `varyIndex`, in threads: the same answer, whatever their number. 0 threads: here, without any.
 *
 * @throws AfterlodeError as `varyIndex`, and JOB_FAILED; the reason of the signal
 */
export async function varyInThreads(
  run: ChainRun,
  factors: readonly Factor[],
  options: VariationOptions,
  { threads, signal }: ThreadOptions,
): Promise<VariationResult> {
  const { runs, seed, onProgress, ...study } = options;
  if (threads < 1 || !(Number.isInteger(runs) && runs > 0)) return varyIndex(run, factors, options);
  const prepared = prepareStudy(run, factors, study);
  const gathered = gatherBlocks(prepared);
  await runBlocks<VariationBlock>(
    { run, factors, study, work: { kind: 'variation', options: { runs, seed } } },
    {
      count: blocksOf(runs),
      next: gathered.next,
      take(block) {
        gathered.add(block);
        onProgress?.({ done: gathered.done(), of: runs, result: gathered.result });
      },
    },
    { threads, signal },
  );
  return gathered.result();
}

/**
 * As `sensitivity`, in threads: the same answer, whatever their number. 0 threads: here, without any.
 *
 * @throws AfterlodeError as `sensitivity`, and JOB_FAILED; the reason of the signal
 */
export async function sensitivityInThreads(
  run: ChainRun,
  factors: readonly Factor[],
  options: SensitivityOptions,
  { threads, signal }: ThreadOptions,
): Promise<SensitivityResult> {
  const { samples, seed, bootstrap, perUnit, onProgress, ...study } = options;
  if (threads < 1 || !(Number.isInteger(samples) && samples >= 8)) return sensitivity(run, factors, options);
  const sampling = {
    samples,
    seed,
    ...(bootstrap !== undefined && { bootstrap }),
    ...(perUnit !== undefined && { perUnit }),
  };
  const prepared = prepareStudy(run, factors, study);
  const blocks: SensitivityBlock[] = [];
  let done = 0;
  await runBlocks<SensitivityBlock>(
    { run, factors, study, work: { kind: 'sensitivity', options: sampling } },
    {
      count: sensitivityBlocksOf(samples),
      // All blocks are needed at the end, so none has to wait for another.
      next: () => blocks.length,
      take(block) {
        blocks.push(block);
        done += block.samples;
        onProgress?.({ done, of: samples, result: () => mergeSensitivity(prepared, sampling, blocks) });
      },
    },
    { threads, signal },
  );
  return mergeSensitivity(prepared, sampling, blocks);
}
