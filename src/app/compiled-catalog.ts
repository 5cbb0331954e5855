import { readFileSync } from 'node:fs';
import type { CatalogFile, CompiledFile } from '../catalog/index.js';
import { readFolder, sha256Bytes } from '../files/index.js';

/** Name of the build this code is of, put in by tools/build.mjs; not there when the program runs from its source. */
declare const AFTERLODE_BUILD: string | undefined;

/** What a build kept of the shipped catalog, by path: what each file came to, and the SHA-256 of the text it had. */
export type CompiledCatalog = Readonly<Record<string, CompiledFile & { readonly sha256: string }>>;

/**
 * The YAML files of a catalog folder. A file of the same path and text as when the program was built brings what the
 * build made of it; any other, such as one that was edited since, is read from its text.
 *
 * @throws AfterlodeError as `readFolder`
 */
export async function readCatalogFiles(folder: string): Promise<readonly CatalogFile[]> {
  return withCompiled(await readFolder(folder, '.yaml'), compiledCatalog());
}

/** Adds to each file what was compiled from exactly its text. */
export function withCompiled(
  files: readonly CatalogFile[],
  compiled: CompiledCatalog,
): readonly CatalogFile[] {
  return files.map((file) => {
    const own = Object.hasOwn(compiled, file.path) ? compiled[file.path] : undefined;
    return own?.sha256 === sha256Bytes(Buffer.from(file.text)) ? { ...file, compiled: own } : file;
  });
}

/** What the build that this code is of left; nothing where it left none that can be read, as the YAML says it all. */
function compiledCatalog(): CompiledCatalog {
  if (typeof AFTERLODE_BUILD === 'undefined') return {};
  try {
    const url = new URL(`catalog-${AFTERLODE_BUILD}.json`, import.meta.url);
    return JSON.parse(readFileSync(url, 'utf8')) as CompiledCatalog;
  } catch {
    return {};
  }
}
