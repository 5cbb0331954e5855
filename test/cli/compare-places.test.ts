import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PlacesComparison } from '../../src/app/index.js';
import { callHere, jsonHere } from './here.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-compare-'));
const inFolder = ['--workspace', folder];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places = ['--places', '鹤岗，铜陵', '--groups', 'type:declining@prefecture,like:230400'];

describe('compare with places and groups', () => {
  it('answers as JSON with several indicators and indices', async () => {
    const words = ['compare', 'people_work', 'mining_share_employment', ...places, ...inFolder];
    const answer = await jsonHere<PlacesComparison>(words);
    expect(answer.places.map(({ adcode }) => adcode)).toEqual(['230400', '340700']);
    expect(answer.measures.map(({ kind, groups }) => [kind, groups.length])).toEqual([
      ['index', 2],
      ['indicator', 2],
    ]);
  });

  it.each([
    ['en', /like Hegang .*\n/, /‡ 340700 铜陵市 Tongling, 2020: 2015 the area of the whole city changed/],
    ['zh', /鹤岗市的同类/, /‡ 340700 铜陵市 Tongling, 2020: 2015 /],
  ])('prints a table with ranks, quartiles and marks in %s', async (lang, row, mark) => {
    const { out, status } = await callHere([
      'compare',
      'people_work',
      ...places,
      '--lang',
      lang,
      ...inFolder,
    ]);
    expect(status).toBe(0);
    expect(out).toMatch(/230400 鹤岗市 Hegang.*69\.6 \[35 32–45\]/);
    expect(out).toMatch(row);
    expect(out).toMatch(mark);
  });

  it('says that the options of the fixed groups mean nothing here, and what groups there are', async () => {
    const beside = await callHere(['compare', 'population', ...places, '--by', 'type', ...inFolder]);
    expect([beside.status, beside.err]).toEqual([
      2,
      expect.stringContaining('CALL_OPTION: option --by is type'),
    ]);
    const unknown = await callHere(['compare', 'population', '--groups', 'round', ...inFolder]);
    expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining('type:CLASS')]);
  });
});
