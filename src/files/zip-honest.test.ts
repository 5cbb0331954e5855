import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../base/index.js';
import { openSource } from './rows.js';
import { bytes, failure } from './testing/read.js';
import { type SmallZipFile, smallZip } from './testing/small-zip.js';
import { zipEntries } from './zip-directory.js';
import { refuseBombs } from './zip-honest.js';

const mebibyte = 1024 * 1024;
/** Eighteen megabytes of nothing, which pack to a thousandth. */
const nothing = new Uint8Array(18 * mebibyte);

async function refused(file: SmallZipFile): Promise<string> {
  const source = await openSource({ name: 'x.xlsx', bytes: new Uint8Array(smallZip([file])) });
  try {
    await refuseBombs(source, await zipEntries(source, 'XLSX'), 'XLSX');
    return 'nothing';
  } catch (error) {
    return error instanceof AfterlodeError ? error.message : String(error);
  }
}

describe('an archive', () => {
  it('that is what it says, and no bomb, is let through', async () => {
    expect(await refused({ name: 'a', content: 'x'.repeat(mebibyte) })).toBe('nothing');
    expect(await refused({ name: 'a', content: 'x', size: 7 })).toBe('nothing');
  });

  it('that unpacks to hundreds of times its size is refused, whether it says so or not', async () => {
    expect(await refused({ name: 'a', content: nothing })).toMatch(/FILE_FORMAT.*more than 200 times/);
    expect(await refused({ name: 'a', content: nothing, size: 10 })).toMatch(/than the list of files says/);
  });
});

describe('a packed table', () => {
  it('that unpacks to hundreds of times its size is refused as soon as that is seen', async () => {
    const lines = `a,b\n${`a,${'x'.repeat(500_000)}\n`.repeat(40)}`;
    const error = await failure(bytes(new Uint8Array(gzipSync(lines))));
    expect([error.code, error.message]).toEqual(['FILE_FORMAT', expect.stringContaining('200 times')]);
  });
});
