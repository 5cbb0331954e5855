import { readFileSync } from 'node:fs';
import { maxHeaderSize } from 'node:http';
import { describe, expect, it } from 'vitest';
import { deepestBody } from '../src/api/json-body.js';
import { usualShelf } from '../src/api/kept-answers.js';
import { mostRows } from '../src/api/paging.js';
import { usualLimits } from '../src/api/running/limits.js';
import { uploadsAtOnce, uploadsWaiting } from '../src/app/campaign/in-thread.js';
import { evidenceLimits, ledgerFileLimit, workbookLimits } from '../src/app/index.js';
import { largestWhole } from '../src/files/rows-workbook.js';
import { fewBytes, mostTimes } from '../src/files/zip-honest.js';
import { keyDays } from '../src/store/request-keys.js';
import { fakeServer } from './api/fake.js';

/** The page of limits against the program. */

const page = readFileSync('docs/guide/limits.md', 'utf8');
const mebibyte = 1024 * 1024;
const written = (count: number) => count.toLocaleString('en');
const row = (what: string) =>
  page.split('\n').find((line) => line.startsWith('|') && line.includes(what)) ?? '';

describe('docs/guide/limits.md', () => {
  it.each([
    ['address and headers', `${written(maxHeaderSize)} bytes`],
    ['connections at the same time', written(usualLimits.connections)],
    ['until the headers', `${usualLimits.headerSeconds} s`],
    ['until the whole request', `${usualLimits.requestSeconds} s`],
    ['slower than', `${usualLimits.bodyRate} bytes`],
    ['slower than', `${usualLimits.bodySeconds} s`],
    ['levels of brackets', written(deepestBody)],
    ['rows of a page', written(mostRows)],
    ['a file of evidence', `${evidenceLimits.file / mebibyte} MiB`],
    ['a photo or document', `${ledgerFileLimit / mebibyte} MiB`],
    ['workbook of a return; ', `${workbookLimits.file / mebibyte} MiB`],
    ['files of evidence', `${evidenceLimits.files}, together ${evidenceLimits.unit / mebibyte} MiB`],
    ['kept answers', `${usualShelf / mebibyte} MiB`],
    ['a packed table', `${mostTimes} times`],
    ['a packed table', `${fewBytes / mebibyte} MiB`],
    ['read whole', `${largestWhole / mebibyte} MiB`],
    [
      'the workbook of a return',
      `${workbookLimits.file / mebibyte} MiB; ${workbookLimits.bytes / mebibyte} MiB`,
    ],
    [
      'the workbook of a return',
      `${workbookLimits.parts} parts, ${workbookLimits.sheets} sheets, ${written(workbookLimits.cells)} filled`,
    ],
    ['workbooks of returns', `${uploadsAtOnce}; ${written(uploadsWaiting)} wait`],
    ['Idempotency-Key', `${keyDays} days`],
  ])('says of "%s": %s', (what, limit) => {
    expect(row(what)).toContain(limit);
  });

  it('says how large the body of each route may be', async () => {
    const { server } = await fakeServer();
    const rows = [...page.matchAll(/^\| ([^|]*`\/api\/[^|]*|all others) \| (\d+) MiB \|$/gm)];
    const said = rows.flatMap(([, names = '', most]) =>
      [...names.matchAll(/`(?:POST )?(\/api\/[^`]+)`/g)].map(
        ([, path]) => [path as string, Number(most)] as const,
      ),
    );
    expect(said.length).toBeGreaterThan(15);
    for (const [path, most] of said.filter(([, size]) => size < 512)) {
      const url = path === '/api/analyse' ? '/api/analyse/population' : path;
      const status = async (length: number) => {
        const headers = { 'content-type': 'application/json', 'content-length': String(length) };
        return (await server.inject({ method: 'POST', url, headers, payload: '{}' })).statusCode;
      };
      expect([path, await status(most * mebibyte + 1)]).toEqual([path, 413]);
      expect([path, (await status(most * mebibyte)) === 413]).toEqual([path, false]);
    }
    await server.close();
  });
});
