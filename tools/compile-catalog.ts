import { renameSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { CompiledCatalog } from '../src/app/compiled-catalog.js';
import { AfterlodeError } from '../src/base/index.js';
import { compileFile } from '../src/catalog/compile.js';
import { readFolder, sha256Bytes, type TextFile } from '../src/files/index.js';

/** Compiles a catalog folder, but for its faulty files, into one JSON file, which is whole at once or not there. */
export async function compileCatalog(folder: string, target: string): Promise<void> {
  const compiled: Record<string, CompiledCatalog[string]> = {};
  for (const file of await filesOf(folder)) {
    const made = compileFile(file);
    // JSON has no infinity and no -0; a file that uses one is read from its text.
    if (made === null || !isDeepStrictEqual(JSON.parse(JSON.stringify(made)), made)) continue;
    compiled[file.path] = { sha256: sha256Bytes(Buffer.from(file.text)), ...made };
  }
  writeFileSync(`${target}.part`, JSON.stringify(compiled));
  renameSync(`${target}.part`, target);
}

/** A folder that cannot be read stops no build: the program tells why when it is started. */
async function filesOf(folder: string): Promise<readonly TextFile[]> {
  try {
    return await readFolder(folder, '.yaml');
  } catch (error) {
    if (error instanceof AfterlodeError) return [];
    throw error;
  }
}
