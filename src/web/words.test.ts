import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('no word stands in two files: the later one would hide the earlier', () => {
  const folder = new URL('.', import.meta.url);
  const names = readdirSync(folder)
    .filter((name) => /^words.*\.ts$/.test(name) && !name.endsWith('.test.ts'))
    .flatMap((file) =>
      Array.from(
        readFileSync(new URL(file, folder), 'utf8').matchAll(/^ {2}(\w+): say\(/gm),
        ([, word]) => word,
      ),
    );
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
