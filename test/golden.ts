import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Holds a text to the file of its name in `test/golden/`. `npm run golden` writes the files; their change is reviewed as
 * a diff.
 */
export function expectGolden(name: string, text: string): void {
  const path = new URL(`golden/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'no golden file: npm run golden');
}
