import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type SmallZipFile, smallZip } from './testing/small-zip.js';
import { unzip } from './unzip.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;
const limits = { bytes: 1000, files: 3 };

function unpack(archive: Uint8Array, given = limits) {
  made += 1;
  const [path, to] = [join(folder, `${made}.zip`), join(folder, `out${made}`)];
  writeFileSync(path, archive);
  return { to, done: unzip(path, to, 'stack.zip', given) };
}

describe('an archive', () => {
  it('is unpacked with its folders, packed or stored, empty files too', async () => {
    const { to, done } = unpack(
      smallZip([
        { name: 'unw/', content: '' },
        { name: 'unw/b.tif', content: 'b'.repeat(500) },
        { name: 'a 鹤岗.csv', content: 'a,b\n', method: 0 },
        { name: 'none', content: '', method: 0 },
        { name: '__MACOSX/._a', content: 'x' },
      ]),
    );
    expect(await done).toEqual(['a 鹤岗.csv', 'none', 'unw/b.tif']);
    expect(readFileSync(join(to, 'unw/b.tif'), 'utf8')).toBe('b'.repeat(500));
    expect(readFileSync(join(to, 'a 鹤岗.csv'), 'utf8')).toBe('a,b\n');
    expect(readFileSync(join(to, 'none'), 'utf8')).toBe('');
  });

  const names = [
    '../out.csv',
    'a/../../out.csv',
    '/etc/out.csv',
    'C:/out.csv',
    '..\\out.csv',
    './a.csv',
    'a//b.csv',
    'a\0.csv',
  ];
  it.each(names)('with the name %j is refused before anything is written', async (name) => {
    const { to, done } = unpack(
      smallZip([
        { name: 'good.csv', content: 'x' },
        { name, content: 'x' },
      ]),
    );
    await expect(done).rejects.toMatchObject({ code: 'FILE_ARCHIVE_NAME', where: 'stack.zip' });
    expect(existsSync(to)).toBe(false);
  });

  const one = (file: Partial<SmallZipFile>) =>
    smallZip([{ name: 'a.csv', content: 'x'.repeat(50), ...file }]);
  const faults: readonly (readonly [what: string, archive: Uint8Array, code: string, said: RegExp])[] = [
    ['with a link', one({ link: true }), 'FILE_ARCHIVE_NAME', /a\.csv/],
    [
      'with a name twice',
      smallZip([
        { name: 'a.csv', content: '1' },
        { name: 'A.CSV', content: '2' },
      ]),
      'FILE_ARCHIVE_NAME',
      /A\.CSV/,
    ],
    ['that is encrypted', one({ encrypted: true }), 'FILE_FORMAT', /encrypted/],
    ['packed in another way', one({ method: 14 }), 'FILE_FORMAT', /method 14/],
    ['that unpacks to too much', one({ content: 'x'.repeat(1001) }), 'FILE_ARCHIVE_SIZE', /1001/],
    ['that unpacks to more than it says', one({ size: 10 }), 'FILE_FORMAT', /a\.csv/],
    ['that unpacks to less than it says', one({ size: 60 }), 'FILE_FORMAT', /a\.csv/],
    ['with other bytes than it says', one({ checksum: 1 }), 'FILE_FORMAT', /a\.csv/],
    [
      'of too many files',
      smallZip([1, 2, 3, 4].map((at) => ({ name: `${at}`, content: '' }))),
      'FILE_ARCHIVE_SIZE',
      /4 files/,
    ],
    ['without files', smallZip([]), 'FILE_FORMAT', /empty/],
    ['that is none', Buffer.from('no archive at all'), 'FILE_FORMAT', /no ZIP/],
    ['of no bytes', Buffer.alloc(0), 'FILE_FORMAT', /no ZIP/],
    ['that is cut off', one({}).subarray(0, 40), 'FILE_FORMAT', /cut off/],
  ];
  it.each(faults)('%s is refused', async (_what, archive, code, said) => {
    await expect(unpack(archive).done).rejects.toMatchObject({ code, message: expect.stringMatching(said) });
  });

  it('whose packed bytes are damaged is refused', async () => {
    const archive = one({ content: Buffer.from(Array.from({ length: 900 }, (_, at) => (at * 7919) % 251)) });
    archive.fill(0xff, 50, 70);
    await expect(unpack(archive).done).rejects.toMatchObject({ code: 'FILE_FORMAT' });
  });

  it('is written into a folder of its own only', () => {
    expect(readdirSync(folder).every((name) => /^(out\d+|\d+\.zip)$/.test(name))).toBe(true);
  });
});
