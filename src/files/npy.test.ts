import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { npyBytes, readNpyRow } from './npy.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-npy-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const small = Buffer.concat([
  ...npyBytes(3, 2, (row, column) => (row === 1 ? Number.NaN : row + column / 4)),
]);

it('writes the bytes that the format asks for', () => {
  expect(small.subarray(0, 10).toString('latin1')).toBe('\x93NUMPY\x01\x00\x76\x00');
  expect(small.subarray(10, 128).toString('latin1')).toMatch(
    /^\{'descr': '<f8', 'fortran_order': False, 'shape': \(3, 2\), \} +\n$/,
  );
  expect(small).toHaveLength(128 + 48);
  expect(small.readDoubleLE(128 + 40)).toBe(2.25);
});

it('reads a row alone, also beyond the first piece', async () => {
  const path = put('small.npy', small);
  expect([...(await readNpyRow(path, 2))]).toEqual([2, 2.25]);
  expect([...(await readNpyRow(path, 1))]).toEqual([Number.NaN, Number.NaN]);
  const large = put('large.npy', Buffer.concat([...npyBytes(70_000, 5, (row, column) => row * 5 + column)]));
  expect([...(await readNpyRow(large, 69_999))]).toEqual([349_995, 349_996, 349_997, 349_998, 349_999]);
});

it('says what is no such matrix', async () => {
  const refusal = (path: string, row = 0) =>
    readNpyRow(path, row).then(
      () => 'read',
      (error: unknown) => String(error),
    );
  const path = put('small.npy', small);
  expect(await refusal(path, 3)).toMatch(/FILE_FORMAT.*3 \/ 3/);
  expect(await refusal(put('cut.npy', small.subarray(0, 165)), 2)).toMatch(/ends after 165 bytes/);
  expect(await refusal(put('none.npy', Buffer.alloc(0)))).toMatch(/ends after 0 bytes/);
  expect(await refusal(put('other.npy', Buffer.from('id,x,y,rate_mm_yr')))).toMatch(/FILE_FORMAT/);
  const singles = Buffer.from(small.toString('latin1').replace('<f8', '<f4'), 'latin1');
  expect(await refusal(put('singles.npy', singles))).toMatch(/descr/);
  expect(await refusal(join(folder, 'missing.npy'))).toMatch(/CALL_FILE_MISSING/);
});
