import { totalmem } from 'node:os';
import type { Text } from '../../base/index.js';

/** Besides the series of a cell: rates, errors, ties, fit, and copies of them without guesses; bytes, as measured. */
const bytesBeside = 130;
/** The program itself and the tiles in its hands, as measured. */
const bytesAlways = 400e6;

/**
 * Bytes that a measurement holds at its peak: the series of the whole scene stays in memory until it is written, the pairs do not.
 */
export function bytesNeeded(cells: number, dates: number): number {
  return bytesAlways + cells * (8 * dates + bytesBeside);
}

/** Bytes that this process may use: of the machine, or of the share it was given. */
export function bytesThere(): number {
  // Added in Node 20; 0 or more than the machine has where nothing limits the process.
  const share = (process as { constrainedMemory?: () => number }).constrainedMemory?.() ?? 0;
  return share > 0 ? Math.min(share, totalmem()) : totalmem();
}

/** What is to be said before a scene is measured that memory may not hold; null where it will. */
export function memoryNote(cells: number, dates: number, there: number): Text | null {
  const needed = bytesNeeded(cells, dates);
  if (needed <= there) return null;
  const [need, have] = [needed, there].map((bytes) => (bytes / 1e9).toFixed(1)) as [string, string];
  return {
    en: `this needs about ${need} GB of memory, ${have} GB are there: the system may end it; cut the scene with gdal_translate -srcwin`,
    zh: `约需 ${need} GB 内存，现有 ${have} GB，进程可能被系统终止；可用 gdal_translate -srcwin 裁小范围`,
  };
}
