import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { openPglite } from './pglite-client.js';
import { databaseFolder, removeUnfinished, unfinishedFolder } from './workspace-folder.js';

const unzip = promisify(gunzip);
const name = 'new-database.gz';
/** Where the build's file lies: beside the bundle or one folder away, or in `dist` as seen from the sources. */
const places = [`./${name}`, `../${name}`, `../../dist/${name}`];

/**
 * What tools/pack-database.mjs writes, gzipped: one line of JSON, then contents. A file is its path and where its content
 * begins and ends, in bytes after the line.
 */
interface Packed {
  /** Of PGlite; files of another version are not used. */
  readonly version: string;
  readonly folders: readonly string[];
  readonly files: readonly (readonly [path: string, from: number, to: number])[];
}

/**
 * Makes the database of a workspace aside and renames it, so that it is there wholly or not at all whenever the process is
 * killed. It is unpacked from what the build kept, which takes a fraction of a second; where that is missing, of another
 * version or damaged, it is made by PGlite itself, which takes seconds.
 *
 * @param kept the build's file; null where there is none
 */
export async function makeDatabase(folder: string, kept: URL | null = keptDatabase()): Promise<void> {
  await removeUnfinished(folder);
  const packed = kept === null ? null : await readKept(kept);
  if (packed === null) await (await openPglite(unfinishedFolder(folder))).close();
  else await unpack(packed, unfinishedFolder(folder));
  await rename(unfinishedFolder(folder), databaseFolder(folder));
}

/** What the build kept; null from sources without a build. */
export function keptDatabase(): URL | null {
  return places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url)) ?? null;
}

/** What a build kept; null where it cannot be read or is of another version of PGlite than the one installed. */
export async function readKept(
  kept: URL,
): Promise<{ readonly head: Packed; readonly contents: Buffer } | null> {
  try {
    const bytes = await unzip(await readFile(kept));
    const line = bytes.indexOf('\n');
    const head = JSON.parse(bytes.subarray(0, line).toString()) as Packed;
    return head.version === (await engineVersion()) ? { head, contents: bytes.subarray(line + 1) } : null;
  } catch {
    return null;
  }
}

async function unpack({ head, contents }: { head: Packed; contents: Buffer }, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const path of head.folders) await mkdir(join(folder, path), { recursive: true });
  await Promise.all(
    head.files.map(([path, from, to]) => writeFile(join(folder, path), contents.subarray(from, to))),
  );
}

/** The package does not let its package.json be imported. */
async function engineVersion(): Promise<string> {
  const main = createRequire(fileURLToPath(import.meta.url)).resolve('@electric-sql/pglite');
  const text = await readFile(join(dirname(dirname(main)), 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
