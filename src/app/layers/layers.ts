import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AfterlodeError } from '../../base/index.js';

/** A layer that the server offers to every map: a file of the folder of `serve --layers`. */
export interface ServerLayer {
  readonly name: string;
  readonly kind: 'geojson' | 'pmtiles';
  readonly bytes: number;
  /** Address on this server, for the whole file or ranges of it. */
  readonly url: string;
}

const kinds: readonly (readonly [RegExp, ServerLayer['kind']])[] = [
  [/\.geojson$/i, 'geojson'],
  [/\.pmtiles$/i, 'pmtiles'],
];

/** Layers of a folder by name: *.geojson and *.pmtiles; none without a folder, or where it is gone. */
export async function layersIn(folder: string | null): Promise<readonly ServerLayer[]> {
  if (folder === null) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => kinds.filter(([form]) => form.test(name)).map(([, kind]) => ({ name, kind })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    found.map(async ({ name, kind }) => {
      const { size } = await stat(join(folder, name));
      return { name, kind, bytes: size, url: `/api/layers/${encodeURIComponent(name)}` };
    }),
  );
}

/** An open layer of the folder. */
export interface LayerFile extends ServerLayer {
  /** Changes with the file. */
  readonly tag: string;
  /** Bytes from one place to another, both included. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>;
}

/** @throws AfterlodeError CALL_FILE_MISSING for what is no layer of the folder */
export async function layerFile(folder: string | null, name: string): Promise<LayerFile> {
  const layer = (await layersIn(folder)).find((one) => one.name === name);
  if (folder === null || layer === undefined) throw new AfterlodeError('CALL_FILE_MISSING', name, {});
  const path = join(folder, basename(name));
  const { size, mtimeMs } = await stat(path);
  return {
    ...layer,
    tag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
    read: (start, end) => createReadStream(path, { start, end }),
  };
}

/**
 * The folder of `serve --layers`.
 *
 * @throws AfterlodeError CALL_OPTION where it is no folder
 */
export async function layersFolder(asked: string | undefined): Promise<string | null> {
  if (asked === undefined) return null;
  const found = await stat(asked).catch(() => null);
  if (found?.isDirectory() === true) return asked;
  const expected = { en: 'a folder with *.geojson and *.pmtiles', zh: '含 *.geojson、*.pmtiles 的文件夹' };
  throw new AfterlodeError('CALL_OPTION', '--layers', { found: asked, expected });
}
