import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forbiddenLicences, type LockedPackage, readInVain } from '../tools/licences.js';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

describe('licences of packages', () => {
  it('let every package of the lock file come with the program', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(400);
    expect(forbiddenLicences(lock.packages)).toEqual([]);
    expect(readInVain(lock.packages)).toEqual([]);
  });

  it('are refused where they ask for more than a notice, or say nothing', () => {
    const made = (license: string | undefined, dev = false) =>
      forbiddenLicences({ '': {}, 'node_modules/a/node_modules/@b/c': { dev, ...(license && { license }) } });
    expect(made('GPL-3.0-only')).toEqual(['@b/c: GPL-3.0-only']);
    expect(made('MIT AND GPL-3.0-only')).toEqual(['@b/c: MIT AND GPL-3.0-only']);
    expect(made('(MIT OR GPL-3.0-only)')).toEqual([]);
    expect(made('MPL-2.0')).toEqual(['@b/c: MPL-2.0']);
    expect(made('MPL-2.0', true)).toEqual([]);
    expect(made(undefined)).toEqual(['@b/c: names no terms']);
  });
});
