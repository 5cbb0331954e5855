import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Version of the package this file lies in, in `src/` or bundled in `dist/`. */
export function programVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = versionAt(join(folder, 'package.json'));
    if (found !== null) return found;
    const above = dirname(folder);
    if (above === folder) throw new Error('no package.json above the program');
    folder = above;
  }
}

function versionAt(path: string): string | null {
  try {
    const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string };
    return name === 'afterlode' && version !== undefined ? version : null;
  } catch {
    // No package.json in this folder: the next one above is tried.
    return null;
  }
}
