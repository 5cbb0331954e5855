import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRows } from './open-rows.js';
import { all, bytes, cells, failure } from './testing/read.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rows-'));
});
afterAll(() => rm(folder, { recursive: true }));

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that are in use and not only waiting to be collected. */
function memoryInUse(): number {
  collectGarbage();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}

/** 鹤岗,1 and 大庆,2 in GB18030. */
const gb = Uint8Array.from([
  0xb3, 0xc7, 0xca, 0xd0, 0x2c, 0x76, 0x0a, 0xba, 0xd7, 0xb8, 0xda, 0x2c, 0x31, 0x0a, 0xb4, 0xf3, 0xc7, 0xec,
  0x2c, 0x32, 0x0a,
]);

describe('text', () => {
  it('reads quotes, line ends of all kinds, blank lines and the byte-order mark', async () => {
    const text = '\ufeffa,b\r\n"x, ""y""\nz",2\r\n\r\n3,4';
    expect(await all(bytes(text))).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['x, "y"\nz', '2'] },
      { row: 3, cells: [''] },
      { row: 4, cells: ['3', '4'] },
    ]);
  });

  it('finds the delimiter', async () => {
    expect(await cells(bytes('a;b\n1,5;2\n'))).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(await cells(bytes('a\tb\n1\t2\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(await cells(bytes('a;b\n'), { delimiter: ',' })).toEqual([['a;b']]);
  });

  it('tells UTF-8, GB18030 and UTF-16 apart', async () => {
    const expected = [
      ['城市', 'v'],
      ['鹤岗', '1'],
      ['大庆', '2'],
    ];
    expect(await cells(bytes(gb))).toEqual(expected);
    const text = expected.map((row) => row.join(',')).join('\n');
    expect(await cells(bytes(text))).toEqual(expected);
    expect(await cells(bytes(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))))).toEqual(expected);
    expect(await cells(bytes(gb), { encoding: 'gb18030' })).toEqual(expected);
  });

  it('decides only at the first character that is not ASCII, however late', async () => {
    const ascii = 'a,b\n'.repeat(200_000);
    const late = new Uint8Array([...new TextEncoder().encode(ascii), ...gb]);
    expect((await cells(bytes(late))).at(-1)).toEqual(['大庆', '2']);
  });

  it('names the byte that fits no encoding', async () => {
    const broken = Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, 0xe9, 0xb9, 0xa4, 0xff, 0x2c, 0x31, 0x0a]);
    const error = await failure(bytes(broken));
    expect(error.code).toBe('FILE_ENCODING');
    expect(error.message).toContain('byte 7');
    expect(error.message).toContain('FF');
    const stated = await failure(bytes(gb), { encoding: 'utf-8' });
    expect(stated).toMatchObject({ code: 'FILE_ENCODING' });
    expect(stated.message).toContain('byte 0');
  });

  it('names the byte also when the file turns bad late', async () => {
    const good = new TextEncoder().encode('城市,值\n'.repeat(50_000));
    const bad = new Uint8Array(good.length + 3);
    bad.set(good);
    bad.set([0xb3, 0x2c, 0x31], good.length);
    expect((await failure(bytes(bad))).message).toContain(`byte ${good.length} `);
    const cut = new Uint8Array(good.length + 1);
    cut.set(good);
    cut.set([0xe9], good.length);
    expect((await failure(bytes(cut))).message).toContain(`byte ${good.length} `);
  });

  it('reads back what was written, whatever the pieces', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', '鹤', '"', ',', '\n', ' ', '1', '𠀀') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 40 }), async (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = `h1,h2\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;
        expect((await cells(bytes(text), { delimiter: ',' })).slice(1)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a line that never ends, also far from the beginning', async () => {
    const error = await failure(bytes(`${'a,b\n'.repeat(50_000)}${'x'.repeat(3 << 20)}`));
    expect(error.code).toBe('FILE_GARBAGE');
    expect(error.message).toContain('1 MiB');
  });

  it('reads gzip by its first bytes, not by its name, and reports progress', async () => {
    const path = join(folder, 'plain.csv');
    await writeFile(path, gzipSync(Buffer.from('a,b\n1,2\n'.repeat(5000))));
    const progress: [number, number][] = [];
    const rows = await all(path, { onProgress: (read, total) => progress.push([read, total]) });
    expect(rows).toHaveLength(10_000);
    expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1]);
  });

  it('leaves the file when the reader stops early', async () => {
    for await (const batch of openRows(bytes('a,b\n'.repeat(100_000)))) {
      expect(batch.length).toBe(2000);
      break;
    }
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'FILE_EMPTY'],
    [' \n\n', 'FILE_EMPTY'],
    ['one column\nonly\n', 'FILE_GARBAGE'],
    ['a,b\n1,\u00002\n', 'FILE_GARBAGE'],
    ['a,b\n1,\u00072\n', 'FILE_GARBAGE'],
    ['a,b\n1,"open\n', 'FILE_FORMAT'],
  ])('text %j', async (text, code) => {
    expect((await failure(bytes(text))).code).toBe(code);
  });

  it('damaged gzip, cut gzip, old workbooks, other archives', async () => {
    const packed = gzipSync('a,b\n1,2\n'.repeat(1000));
    expect((await failure(bytes(packed.subarray(0, 30)))).code).toBe('FILE_FORMAT');
    expect((await failure(bytes(Buffer.concat([packed.subarray(0, 12), Buffer.alloc(40, 7)])))).code).toBe(
      'FILE_FORMAT',
    );
    expect((await failure(bytes(gzipSync('')))).code).toBe('FILE_EMPTY');
    expect((await failure(bytes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])))).message).toContain('.xls');
    expect((await failure(bytes(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])))).code).toBe('FILE_FORMAT');
    expect((await failure(bytes(new TextEncoder().encode('PAR1 nothing')))).code).toBe('FILE_FORMAT');
  });

  it('a missing file and a folder', async () => {
    expect((await failure(join(folder, 'none.csv'))).code).toBe('CALL_FILE_MISSING');
    expect((await failure(folder)).code).toBe('FILE_NOT_READABLE');
  });

  const mebibyte = 1024 * 1024;
  it.each([
    ['zero bytes', () => new Uint8Array(mebibyte), 'FILE_GARBAGE'],
    ['one endless line', () => new Uint8Array(mebibyte).fill(0x61), 'FILE_GARBAGE'],
    [
      'one endless line with commas',
      () => new Uint8Array(Buffer.from('a,'.repeat(mebibyte / 2))),
      'FILE_GARBAGE',
    ],
    ['blanks', () => new Uint8Array(mebibyte).fill(0x20), 'FILE_GARBAGE'],
    [
      'bytes without order',
      () => Uint8Array.from({ length: mebibyte }, (_, at) => ((at * at * 31) >> 4) & 255),
      null,
    ],
  ])('%s, without reading on or filling the memory, packed and plain', async (_, make, code) => {
    const block = make();
    const path = join(folder, 'garbage');
    const packed = join(folder, 'garbage.gz');
    await writeFile(path, Buffer.concat(Array.from({ length: 60 }, () => block)));
    await writeFile(packed, gzipSync(Buffer.concat(Array.from({ length: 60 }, () => block)), { level: 1 }));
    for (const file of [path, packed]) {
      const before = memoryInUse();
      let read = 0;
      let most = before;
      let next = 0;
      const onProgress = (bytesRead: number) => {
        read = bytesRead;
        if (read < next) return;
        most = Math.max(most, memoryInUse());
        next = read + 2 * mebibyte;
      };
      const error = await failure(file, { onProgress });
      expect(error.code).toMatch(code ?? /^FILE_/);
      if (file === path) expect(read).toBeLessThan(8 * mebibyte);
      expect(most - before).toBeLessThan(40 * mebibyte);
    }
  });
});
