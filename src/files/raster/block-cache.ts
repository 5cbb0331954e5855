import type { Cells } from './tiff-block.js';

/** Unpacked blocks that are kept, in bytes over all open rasters: windows and bands that follow each other share blocks. */
const limitBytes = 128 * 1024 * 1024;

const kept = new Map<string, Cells>();
let keptBytes = 0;
let owners = 0;

/** The blocks of one raster in the common store. */
export interface BlockCache {
  get(index: number): Cells | undefined;
  put(index: number, cells: Cells): void;
  clear(): void;
}

/** A place in the common store; what was used longest ago goes first. */
export function blockCache(): BlockCache {
  const owner = `${owners++}/`;
  const drop = (key: string) => {
    keptBytes -= kept.get(key)?.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get(index) {
      const key = owner + index;
      const cells = kept.get(key);
      if (cells !== undefined) {
        kept.delete(key);
        kept.set(key, cells);
      }
      return cells;
    },
    put(index, cells) {
      drop(owner + index);
      kept.set(owner + index, cells);
      keptBytes += cells.byteLength;
      for (const key of kept.keys()) {
        if (keptBytes <= limitBytes) break;
        drop(key);
      }
    },
    clear() {
      for (const key of kept.keys()) if (key.startsWith(owner)) drop(key);
    },
  };
}
