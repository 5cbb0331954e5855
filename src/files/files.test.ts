import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Bytes, sha256File } from './checksum.js';
import { readCsvRecords, readCsvRows } from './csv-records.js';
import { firstInvalidGb18030, firstInvalidUtf8 } from './encoding.js';
import { exists, readFolder, readGzipText, readTextFile } from './read.js';
import { writeAtomically, writeStreamAtomically } from './write.js';
import { readYamlFile, readYamlFolder } from './yaml.js';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('reading', () => {
  it('reads UTF-8 strictly and without its mark', async () => {
    await writeFile(at('a.txt'), '\ufeff鹤岗');
    expect(await readTextFile(at('a.txt'))).toBe('鹤岗');
    await writeFile(at('b.txt'), Uint8Array.from([0x61, 0xba, 0xd7]));
    await expect(readTextFile(at('b.txt'))).rejects.toMatchObject({ code: 'FILE_ENCODING' });
    await expect(readTextFile(at('b.txt'))).rejects.toThrow('byte 1 ');
    await expect(readTextFile(at('none'))).rejects.toMatchObject({ code: 'CALL_FILE_MISSING' });
    await expect(readTextFile(folder)).rejects.toMatchObject({ code: 'FILE_NOT_READABLE' });
    expect(await exists(at('none'))).toBe(false);
    expect(await exists(at('a.txt/below'))).toBe(false);
    expect(await exists(at('a.txt'))).toBe(true);
  });

  it('reads gzip and refuses what is none', async () => {
    await writeFile(at('a.gz'), gzipSync('城市'));
    expect(await readGzipText(at('a.gz'))).toBe('城市');
    await writeFile(at('b.gz'), 'plain');
    await expect(readGzipText(at('b.gz'))).rejects.toMatchObject({ code: 'FILE_FORMAT' });
  });

  it('reads folders in order of path, below and without hidden files', async () => {
    await mkdir(at('tree/below'), { recursive: true });
    await writeFile(at('tree/z.yaml'), 'a: 1');
    await writeFile(at('tree/below/a.yaml'), 'b: [2]');
    await writeFile(at('tree/.hidden.yaml'), 'c: 3');
    await writeFile(at('tree/x.txt'), 'no');
    expect(await readFolder(at('tree'), '.yaml')).toEqual([
      { path: 'below/a.yaml', text: 'b: [2]' },
      { path: 'z.yaml', text: 'a: 1' },
    ]);
    expect(await readYamlFolder(at('tree'))).toEqual([
      { path: 'tree/below/a.yaml', value: { b: [2] } },
      { path: 'tree/z.yaml', value: { a: 1 } },
    ]);
    await expect(readFolder(at('nowhere'), '.yaml')).rejects.toMatchObject({ code: 'CALL_FILE_MISSING' });
  });

  it('names the line of a YAML or CSV fault', async () => {
    await writeFile(at('bad.yaml'), 'a: 1\na: 2\n');
    await expect(readYamlFile(at('bad.yaml'))).rejects.toThrow('line 2');
    await writeFile(at('records.csv'), 'a,b\n1,"x, y"\n');
    expect(await readCsvRecords(at('records.csv'))).toEqual([{ a: '1', b: 'x, y' }]);
    await writeFile(at('bad.csv'), 'a,b\n1\n');
    await expect(readCsvRecords(at('bad.csv'))).rejects.toThrow('line 2');
  });

  it('reads records without quotes as it reads those with', async () => {
    const lines = ['a,b', ' 1 ,', '', '一,2'];
    await writeFile(at('plain.csv'), lines.join('\n'));
    await writeFile(at('quoted.csv'), lines.join('\r\n').replace('一', '"一"'));
    const records = [
      { a: ' 1 ', b: '' },
      { a: '一', b: '2' },
    ];
    expect(await readCsvRecords(at('plain.csv'))).toEqual(records);
    expect(await readCsvRecords(at('quoted.csv'))).toEqual(records);
    expect(await readCsvRows(at('plain.csv'))).toEqual(await readCsvRows(at('quoted.csv')));
    await writeFile(at('none.csv'), '');
    expect([await readCsvRecords(at('none.csv')), await readCsvRows(at('none.csv'))]).toEqual([[], []]);
  });

  it('computes checksums', async () => {
    await writeFile(at('abc'), 'abc');
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sha256File(at('abc'))).toBe(known);
    expect(sha256Bytes(new TextEncoder().encode('abc'))).toBe(known);
  });
});

describe('writing', () => {
  it('replaces a file whole, makes folders and leaves nothing beside it', async () => {
    await writeAtomically(at('new/deep/file.txt'), '一');
    await writeAtomically(at('new/deep/file.txt'), new Uint8Array([65]));
    expect(await readFile(at('new/deep/file.txt'), 'utf8')).toBe('A');
    expect(await readdir(at('new/deep'))).toEqual(['file.txt']);
  });

  it('leaves the old file where the source fails half-way', async () => {
    await writeAtomically(at('kept/file.txt'), 'old');
    const failing = async function* (): AsyncIterable<Uint8Array> {
      yield new Uint8Array(1000);
      throw new Error('half-way');
    };
    await expect(writeStreamAtomically(at('kept/file.txt'), failing())).rejects.toThrow('half-way');
    expect(await readFile(at('kept/file.txt'), 'utf8')).toBe('old');
    expect(await readdir(at('kept'))).toEqual(['file.txt']);
  });

  it('says where it cannot write', async () => {
    await writeFile(at('no-folder'), '');
    await expect(writeAtomically(at('no-folder/x'), 'a')).rejects.toMatchObject({
      code: 'FILE_NOT_WRITABLE',
    });
    await mkdir(at('target'));
    await expect(writeAtomically(at('target'), 'a')).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
    await mkdir(at('locked'));
    await chmod(at('locked'), 0o500);
    if (process.getuid?.() !== 0) {
      await expect(writeAtomically(at('locked/x'), 'a')).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
    }
  });
});

describe('the first byte that does not fit', () => {
  it('agrees with the strict decoders', () => {
    const bytes = fc.uint8Array({ maxLength: 12 });
    const fits = (encoding: string, input: Uint8Array) => {
      try {
        new TextDecoder(encoding, { fatal: true }).decode(input, { stream: true });
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(bytes, (input) => firstInvalidUtf8(input) < 0 === fits('utf-8', input)),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.string(),
        (text) => firstInvalidGb18030(new TextEncoder().encode(text.replace(/[^ -~]/g, ''))) < 0,
      ),
    );
    expect(firstInvalidGb18030(Uint8Array.from([0x61, 0x81, 0x30, 0x81, 0x30, 0xff]))).toBe(5);
    expect(firstInvalidGb18030(Uint8Array.from([0xba, 0x7f]))).toBe(0);
    expect(firstInvalidGb18030(Uint8Array.from([0x80]))).toBe(0);
  });
});
