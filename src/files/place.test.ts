import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { existsAt, fullPlace, placeBelow, placeName, stampOf } from './place.js';
import { writeOnce } from './write.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-place-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a place', () => {
  it('is a path or an address, and so is what lies below it', () => {
    expect(placeBelow('stack', 'unw', 'a.tif')).toBe(join('stack', 'unw', 'a.tif'));
    expect(placeBelow('https://host/stack/?key=1%2F2', 'unw', 'a b#1.tif')).toBe(
      'https://host/stack/unw/a%20b%231.tif?key=1%2F2',
    );
    expect(placeBelow('http://host', 'unw/a.tif')).toBe('http://host/unw/a.tif');
    expect(fullPlace('a')).toBe(resolve('a'));
    expect(fullPlace('https://host/a?b')).toBe('https://host/a?b');
    expect(placeName('https://me:pass@host/a?key=1')).toBe('https://host/a');
    expect(placeName('a?b')).toBe('a?b');
  });

  it('has another stamp where its file changes', async () => {
    const path = join(folder, 'a');
    expect(await existsAt(path)).toBe(false);
    await expect(stampOf(path)).rejects.toMatchObject({ code: 'CALL_FILE_MISSING' });
    writeFileSync(path, 'abc');
    const first = await stampOf(path);
    expect([first.size, await existsAt(path)]).toEqual([3, true]);
    writeFileSync(path, 'abcd');
    expect(await stampOf(path)).not.toEqual(first);
  });
});

describe('writing once', () => {
  it('lets the first be who wrote it, and leaves no part behind', async () => {
    const path = join(folder, 'once', 'file');
    // The folder may be gone on purpose.
    await expect(writeOnce(path, new Uint8Array(1))).rejects.toMatchObject({ facts: { found: 'ENOENT' } });
    mkdirSync(join(folder, 'once'));
    const texts = ['one', 'two', 'three', 'four'];
    const wrote = await Promise.all(texts.map((text) => writeOnce(path, new TextEncoder().encode(text))));
    expect(wrote.filter(Boolean)).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).toBe(texts[wrote.indexOf(true)]);
    expect(await writeOnce(path, new Uint8Array(1))).toBe(false);
    expect(readdirSync(join(folder, 'once'))).toEqual(['file']);
    await expect(writeOnce(join(path, 'below'), new Uint8Array(1))).rejects.toMatchObject({
      code: 'FILE_NOT_WRITABLE',
    });
  });
});
