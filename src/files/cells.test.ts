import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../base/index.js';
import { decodedCell, openCells } from './cells.js';
import type { RowSource } from './rows.js';

const source = (content: string | Uint8Array, name = 'm.csv'): RowSource => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

/** Cells of some columns as text, and the rows of the file in which batches begin. */
async function read(from: RowSource, wanted: readonly string[]) {
  const rows: string[][] = [];
  const starts: number[] = [];
  for await (const batch of openCells(from, (heading) => wanted.map((name) => heading.indexOf(name)))) {
    starts.push(batch.firstRow);
    for (let row = 0; row < batch.rows; row++)
      rows.push(
        wanted.map((_, column) => {
          const at = row * batch.columns + column;
          return decodedCell(batch.bytes.subarray(batch.from[at], batch.to[at]));
        }),
      );
  }
  return { rows, starts };
}
const rowsOf = async (...given: Parameters<typeof read>) => (await read(...given)).rows;

describe('cells as bytes', () => {
  it('come in the order asked for, other columns unread, line ends of all kinds', async () => {
    const text = 'a,b,c\r\n1,"x, ""y""",3\r\n4,,6\n7';
    expect(await rowsOf(source(text), ['c', 'a'])).toEqual([
      ['3\r', '1'],
      ['6', '4'],
      ['', '7'],
    ]);
    expect(await rowsOf(source(text), ['b'])).toEqual([['x, ""y""'], [''], ['']]);
  });

  it('are the same however the file is cut into pieces', async () => {
    const lines = Array.from({ length: 120_000 }, (_, at) => `E${at % 9},"户 ${at}",${at}`);
    const text = `estate,unit,value\n${lines.join('\n')}`;
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024);
    const { rows, starts } = await read(source(text), ['value', 'unit']);
    expect(rows).toHaveLength(120_000);
    expect(rows.findIndex(([value, unit], at) => value !== String(at) || unit !== `户 ${at}`)).toBe(-1);
    expect(starts.length).toBeGreaterThan(1);
    expect(starts[0]).toBe(2);
    expect(await rowsOf(source(gzipSync(text), 'm.csv.gz'), ['value'])).toHaveLength(120_000);
  });

  it('come from tabs and semicolons, GB18030, a heading with a mark, and a heading alone', async () => {
    expect(await rowsOf(source('\ufeffa;b\n1;2,5\n'), ['a', 'b'])).toEqual([['1', '2,5']]);
    expect(await rowsOf(source('a\tb\n1\t2\n'), ['b'])).toEqual([['2']]);
    const encoded = Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, 0xd0, 0xa1, 0xc7, 0xf8, 0x2c, 0x31]);
    expect(await rowsOf(source(encoded), ['a', 'b'])).toEqual([['小区', '1']]);
    expect(await rowsOf(source('a,b'), ['a'])).toEqual([]);
  });

  it('come from Parquet, only the columns asked for', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'name', data: ['secret', 'secret'], type: 'STRING' },
        { name: 'unit', data: ['u1', 'u2'], type: 'STRING' },
        { name: 'water', data: [1.5, 0], type: 'DOUBLE' },
      ],
    });
    const { rows, starts } = await read(source(new Uint8Array(buffer), 'm.parquet'), ['water', 'unit']);
    expect([rows, starts]).toEqual([
      [
        ['1.5', 'u1'],
        ['0', 'u2'],
      ],
      [2],
    ]);
  });

  it('are refused where the file is empty, UTF-16 or one endless line, without quoting it', async () => {
    const fault = async (from: RowSource) => {
      const error: unknown = await rowsOf(from, ['a']).catch((reason: unknown) => reason);
      if (!(error instanceof AfterlodeError)) throw new Error('nothing was thrown');
      return `${error.code} ${error.message}`;
    };
    expect(await fault(source(''))).toMatch(/^FILE_EMPTY/);
    expect(await fault(source(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x0a, 0])))).toMatch(
      /^FILE_FORMAT.*UTF-16/,
    );
    const endless = await fault(source(`a,b\n"${'secret '.repeat(400_000)}`));
    expect(endless).toMatch(/^FILE_GARBAGE/);
    expect(endless).not.toContain('secret');
    expect(await fault(source(Uint8Array.from([0x1f, 0x8b, 1, 2, 3]), 'm.gz'))).toMatch(/^FILE_FORMAT.*gzip/);
  });
});
