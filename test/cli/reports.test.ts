import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportsDone } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];
const cities = ['鹤岗', 'Daqing', 'Wuhai'];

/** Files of the list with their checksums as the list has them and as they are. */
function listed(place: string): { file: string; told: string; is: string }[] {
  const lines = readFileSync(join(place, 'index.csv'), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [file = '', , , , , told = ''] = line.split(',');
    const is = createHash('sha256')
      .update(readFileSync(join(place, file)))
      .digest('hex');
    return { file, told, is };
  });
}

describe('reports of several cities', () => {
  it('stand in one folder with a list of checksums, and are kept by a second call', async () => {
    const out = join(folder, 'several');
    const words = ['report', ...cities, '--out', out, '--threads', '1', ...workspace];
    const first = await callHere(words);
    expect(first).toMatchObject({ status: 0, out: expect.stringContaining('3 written, 0 kept, 0 failed') });
    expect(first.err).toContain('100 %');
    const files = listed(out);
    expect(files.map(({ file }) => file)).toEqual([
      '150300-Wuhai-checkup-2020-en.html',
      '230400-Hegang-checkup-2020-en.html',
      '230600-Daqing-checkup-2020-en.html',
    ]);
    for (const { told, is } of files) expect(is).toBe(told);
    expect(await jsonHere<ReportsDone>(words)).toMatchObject({ written: 0, kept: 3, failed: [] });
    writeFileSync(join(out, files[0]?.file ?? ''), 'torn');
    expect(await jsonHere<ReportsDone>(words)).toMatchObject({ written: 1, kept: 2 });
    expect(listed(out)).toEqual(files);
    expect(readdirSync(out).toSorted()).toEqual([...files.map(({ file }) => file), 'index.csv']);
  });

  it('are the same as one by one', async () => {
    const out = join(folder, 'pages');
    const words = ['--format', 'pdf', '--lang', 'zh', ...workspace];
    await callHere(['report', '鹤岗', '铜陵', '--out', out, ...words]);
    const one = join(folder, 'one.pdf');
    expect((await callHere(['report', '鹤岗', '--out', one, ...words])).status).toBe(0);
    const among = readFileSync(join(out, '230400-Hegang-checkup-2020-zh.pdf'));
    expect(among.equals(readFileSync(one))).toBe(true);
  });

  it('go on where one city has none, tell why, and end with status 2', async () => {
    const own = ['--pack', 'examples/three-places', '--workspace', join(folder, 'three')];
    const left = ['decide', '北坑', '--kind', 'leave-list', '--reason', 'x', '--document', '2026-7'];
    expect((await callHere([...left, '--by', 'test', ...own])).status).toBe(0);
    const told = await callHere(['report', '北坑', '老井', '松堡', '--out', join(folder, 'left'), ...own]);
    expect(told.status).toBe(2);
    expect(told.out).toContain('2 written, 0 kept, 1 failed');
    expect(told.err).toContain('CITY_NOT_LISTED');
    const all = ['report', '--all', '--out', join(folder, 'left'), ...own];
    expect(await jsonHere<ReportsDone>(all)).toMatchObject({ written: 0, kept: 2, failed: [] });
  });

  it('can be one of all, or of those of a province', async () => {
    const out = join(folder, 'province.html');
    const { status } = await callHere(['report', '--province', '黑龙江', '--out', out, ...workspace]);
    expect(status).toBe(0);
    const html = readFileSync(out, 'utf8');
    expect(html).toContain('Evaluation 2010–2020: Heilongjiang');
    expect(html).toContain('Hegang');
    expect(html).not.toContain('Huaibei');
  });

  it.each([
    ['a city beside the nation', ['鹤岗', '--nation'], '--all'],
    ['a year of a check-up for the nation', ['--nation', '--period', '2020'], '--period'],
    ['no city', [], '--all'],
    ['a city beside all', ['鹤岗', '--all'], '--all'],
    ['threads for one file', ['鹤岗', '--threads', '2'], '--threads'],
    ['half a thread', [...cities, '--threads', '0.5'], '--threads'],
    ['a plan file for several', [...cities, '--kind', 'plan', '--scenario', 'a.yaml'], '--scenario'],
    ['an unknown format', ['鹤岗', '--format', 'odt'], '--format'],
  ])('refuse %s', async (_, words, option) => {
    const { status, err } = await callHere(['report', ...words, '--out', join(folder, 'none'), ...workspace]);
    expect(status).toBe(2);
    expect(err).toContain(`CALL_OPTION: option ${option} is`);
  });

  it('leave a table of another kind alone that has the name of the list', async () => {
    const file = join(folder, 'index.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    const { status, err } = await callHere(['report', ...cities, '--out', folder, ...workspace]);
    expect([status, err]).toEqual([2, expect.stringContaining('FILE_FORMAT')]);
    expect(readFileSync(file, 'utf8')).toBe('a,b\n1,2\n');
  });
});
