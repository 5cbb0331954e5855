import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * What stands in the file of a name in `test/golden/`, to be compared with `text`. `npm run golden` writes the files; their
 * change is reviewed as a diff.
 */
export function golden(name: string, text: string): string {
  const path = new URL(`golden/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
  return existsSync(path) ? readFileSync(path, 'utf8') : 'no golden file: npm run golden';
}
