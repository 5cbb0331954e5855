import { randomBytes } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NamedFile, RasterFacts } from '../app/index.js';
import { AfterlodeError } from '../base/index.js';

/** Rasters held at once; the one sent first goes first. */
const most = 8;

/** A raster that the server holds, for questions about it. */
export interface RasterAnswer extends RasterFacts {
  /** Stands for the raster in questions; forgotten when the server stops. */
  readonly id: string;
  readonly name: string;
}

/** Rasters that were sent, in a folder of their own. */
export interface KeptRasters {
  /** Takes a file over, by moving it. */
  readonly keep: (file: NamedFile) => Promise<string>;
  /** @throws AfterlodeError API_RASTER_UNKNOWN */
  readonly find: (id: string) => NamedFile;
  readonly clear: () => Promise<void>;
}

/** Keeps rasters in a temporary folder that is made with the first and removed by `clear`. */
export function keepRasters(): KeptRasters {
  let folder: Promise<string> | null = null;
  const kept = new Map<string, NamedFile>();
  return {
    async keep({ path, name }) {
      folder ??= mkdtemp(join(tmpdir(), 'afterlode-rasters-'));
      const id = randomBytes(9).toString('hex');
      const to = join(await folder, id);
      await rename(path, to);
      kept.set(id, { path: to, name });
      for (const [old, file] of [...kept].slice(0, Math.max(0, kept.size - most))) {
        kept.delete(old);
        // A question that reads it still holds it open.
        await rm(file.path, { force: true });
      }
      return id;
    },
    find(id) {
      const file = kept.get(id);
      if (file === undefined) {
        throw new AfterlodeError('API_RASTER_UNKNOWN', 'raster', { found: id, expected: most });
      }
      return file;
    },
    async clear() {
      kept.clear();
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
      folder = null;
    },
  };
}
