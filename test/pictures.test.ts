import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodePng } from '../src/files/picture/png.js';
import { relativeLinks, writtenFiles } from '../tools/checkout.js';
import { mostBytes, pictureFiles, pictureFolder } from '../tools/pictures/list.js';
import { smallPng } from '../tools/pictures/small-png.js';

const pages = writtenFiles().filter((path) => path.endsWith('.md'));
const named = pages.flatMap((page) =>
  relativeLinks(readFileSync(page, 'utf8'))
    .filter(({ target }) => target.endsWith('.png'))
    .map(({ target }) => posix.join(posix.dirname(page), target)),
);

describe('pictures of the pages', () => {
  it('are those that npm run pictures makes, each named by a page', () => {
    const there = readdirSync(pictureFolder).map((name) => posix.join(pictureFolder, name));
    expect(there.toSorted()).toEqual(pictureFiles().toSorted());
    expect([...new Set(named)].toSorted()).toEqual(there.toSorted());
  });

  it('are small and can be read', () => {
    for (const file of pictureFiles().filter((path) => existsSync(path))) {
      const bytes = readFileSync(file);
      const picture = decodePng(bytes, 1e7, () => new Error(file));
      expect([file, bytes.length > mostBytes, picture.width >= 600]).toEqual([file, false, true]);
    }
  });

  it('say in words what they show', () => {
    const silent = pages.filter((page) => /!\[\s*\]\(/.test(readFileSync(page, 'utf8')));
    expect(silent).toEqual([]);
  });
});

describe('a small PNG', () => {
  const read = (bytes: Uint8Array) => decodePng(bytes, 1e6, () => new Error('unreadable'));

  it('keeps every colour of a picture that has few', () => {
    const pixels = Uint8Array.from({ length: 12 * 7 * 3 }, (_, at) => (at * 37) % 256);
    expect(read(smallPng(12, 7, pixels))).toEqual({ width: 12, height: 7, pixels });
  });

  it('joins near colours of one that has many, and leaves a rare far one alone', () => {
    const pixels = new Uint8Array(100 * 100 * 3);
    for (let at = 0; at < 9999; at++) pixels.set([at % 100, Math.floor(at / 100), 0], 3 * at);
    pixels.set([250, 20, 240], 3 * 9999);
    const back = read(smallPng(100, 100, pixels)).pixels;
    expect(back.slice(3 * 9999)).toEqual(Uint8Array.of(250, 20, 240));
    const worst = back.reduce(
      (most, value, at) => Math.max(most, Math.abs(value - (pixels[at] as number))),
      0,
    );
    expect(worst).toBeLessThanOrEqual(8);
  });
});
