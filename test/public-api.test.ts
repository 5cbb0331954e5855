import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { exportsOf, publicApi, snapshotFile } from '../tools/public-api.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-api-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('has the names and signatures of docs/reference/public-api.txt (npm run golden, and a line in CHANGELOG.md)', {
  timeout: 120_000,
}, () => {
  expect(publicApi()).toBe(readFileSync(snapshotFile, 'utf8'));
});

it('follows re-exports, renames and overloads', () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write(
    'a.d.ts',
    '/** Words. */\nexport declare function f(x: number): number;\nexport declare function f(x: string): string;',
  );
  write(
    'b.d.ts',
    "export { f as g } from './a.js';\nexport type * from './c.js';\nimport { f } from './a.js';\nexport { f };",
  );
  write(
    'c.d.ts',
    'interface Hidden { a: 1 }\nexport interface Shown { /* why */ readonly b: Hidden }\ndeclare const k: 2;\nexport { k };',
  );
  expect(Object.fromEntries(exportsOf(join(folder, 'b.d.ts')))).toEqual({
    f: 'declare function f(x: number): number; declare function f(x: string): string;',
    g: 'declare function f(x: number): number; declare function f(x: string): string;',
    Shown: 'interface Shown { readonly b: Hidden }',
    k: 'declare const k: 2;',
  });
});
