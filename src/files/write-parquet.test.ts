import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openRows, parquetOf } from './index.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-parquet-'));
  vi.stubEnv('TMPDIR', folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const columns = [
  { name: "na'me", isNumber: false },
  { name: 'value', isNumber: true },
];

it('writes text and doubles that are read back as they were, and leaves nothing behind', async () => {
  const rows = [
    ['鹤岗, "H"\nx', 0.1 + 0.2],
    ['=1+1', Number.NaN],
    ["it's", -1.5e-300],
    ['', null],
  ] as const;
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetOf(columns, rows)) pieces.push(piece);
  expect(readdirSync(folder)).toEqual([]);
  const path = join(folder, 'table.parquet');
  await writeFile(path, Buffer.concat(pieces));
  const read: (readonly string[])[] = [];
  for await (const batch of openRows(path)) read.push(...batch.map(({ cells }) => cells));
  await rm(path);
  expect(read).toEqual([
    ["na'me", 'value'],
    ['鹤岗, "H"\nx', '0.30000000000000004'],
    ['=1+1', ''],
    ["it's", '-1.5e-300'],
    ['', ''],
  ]);
});

it('leaves nothing behind when the reader goes away', async () => {
  for await (const piece of parquetOf(columns, [['a', 1]])) {
    expect(piece.length).toBeGreaterThan(0);
    expect(readdirSync(folder)).toHaveLength(1);
    break;
  }
  expect(readdirSync(folder)).toEqual([]);
});
