import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnnualAnswer, LedgerRow, SurveyImportAnswer } from '../../src/app/index.js';
import { madeJpeg } from '../../src/files/picture/testing/made-picture.js';
import { call, json, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

/** The annual check-up, the survey and the ledger as a user calls them; the last calls of a finding's way are processes of their own. */

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];
const finding = 'finding/cn-230400/2020/light.housing_area_per_person';

describe('the way from a survey to a finding that is followed', () => {
  it('imports answers and judges them with the figures', async () => {
    const table = join(folder, 'survey.csv');
    writeFileSync(table, 'city,period,item,n,satisfied,dissatisfied\n鹤岗,2020,住房条件,400,60,300\n');
    const done = await jsonHere<SurveyImportAnswer>(['survey', 'import', table, ...workspace]);
    expect(done).toMatchObject({ read: 1, accepted: 1, rejected: 0 });
    expect((await callHere(['survey', 'list', '鹤岗', ...workspace])).out).toMatch(
      /The dwelling itself +400 +15\.0 \[11\.8/,
    );
    const found = await jsonHere<AnnualAnswer>(['annual', '鹤岗', '--period', '2020', ...workspace]);
    expect(found.lists).toHaveLength(5);
    const { out } = await callHere(['annual', '鹤岗', '--period', '2020', '--lang', 'zh', ...workspace]);
    expect(out).toMatch(/2021年城市体检，八个维度 +64 +1 /);
  }, 300_000);

  it('opens, plans, re-checks and tells it after a restart', async () => {
    const open = ['findings', 'open', '鹤岗', 'housing_area_per_person', '--period', '2020', '--by', 'Li'];
    expect(await jsonHere<LedgerRow>([...open, ...workspace])).toMatchObject({ id: finding, status: 'open' });
    const record = [
      'findings',
      'record',
      finding,
      '--measure',
      '改造',
      '--body',
      '住建局',
      '--budget',
      '3e6',
    ];
    expect(
      await jsonHere<LedgerRow>([
        ...record,
        '--deadline',
        '2022-12-31',
        '--status',
        'under_way',
        ...workspace,
      ]),
    ).toMatchObject({ status: 'under_way', measure: { budget: 3_000_000 }, overdue: true });
    const closing = await callHere(['findings', 'record', finding, '--status', 'closed', ...workspace]);
    expect([closing.status, closing.err]).toEqual([2, expect.stringMatching(/^LEDGER_STEP: /)]);
    const rows = await jsonHere<LedgerRow[]>([
      'findings',
      'recheck',
      finding,
      '--period',
      '2021',
      ...workspace,
    ]);
    expect(rows[0]?.recheck?.result).toBe('cannot_tell');
    const list = json<LedgerRow[]>(['findings', '鹤岗', '--period', '2020', ...workspace]);
    expect(list[0]).toMatchObject({ id: finding, status: 'under_way' });
    expect(list.some((row) => row.status === 'found')).toBe(true);
    const { out } = call(['findings', 'show', finding, '--lang', 'zh', ...workspace]);
    expect(out).toMatch(/实施中 ! .*改造 +住建局 +2022-12-31 +2021 无法判断/);
    expect(out).toMatch(/复查 2021 无法判断/);
  }, 300_000);

  it('goes into another workspace by file, and a faulty call changes nothing', async () => {
    const other = ['--workspace', join(folder, 'other')];
    const file = join(folder, 'ledger.csv');
    expect(
      (await jsonHere<{ bytes: number }>(['findings', 'export', file, ...workspace])).bytes,
    ).toBeGreaterThan(500);
    expect((await jsonHere<{ added: number }>(['findings', 'import', file, ...other])).added).toBe(4);
    expect(
      await jsonHere<{ added: number; known: number }>(['findings', 'import', file, ...other]),
    ).toMatchObject({
      added: 0,
      known: 4,
    });
    for (const words of [
      ['findings', 'record', finding],
      ['findings', 'recheck'],
      ['findings', 'open', '鹤岗', 'nonsense', '--period', '2020'],
      ['findings', 'export', join(folder, 'ledger.doc')],
      ['annual', '鹤岗', '--list', 'none'],
    ]) {
      expect([words, (await callHere([...words, ...other])).status]).toEqual([words, 2]);
    }
    const again = join(folder, 'again.csv');
    await jsonHere(['findings', 'export', again, ...other]);
    expect(readFileSync(again)).toEqual(readFileSync(file));
  }, 300_000);

  it('is given to somebody, spoken of, shown in a photo and put into a calendar', async () => {
    const seen =
      (await jsonHere<LedgerRow>(['findings', 'show', finding, ...workspace])).history.at(-1)?.id ?? '';
    const assign = [
      'findings',
      'assign',
      finding,
      '--person',
      'li',
      '--deadline',
      '2021-01-31',
      '--after',
      seen,
    ];
    expect(await jsonHere<LedgerRow>([...assign, ...workspace])).toMatchObject({
      assignment: { person: 'li', office: '' },
      due: '2021-01-31',
    });
    const late = await callHere([...assign.with(4, 'wang'), ...workspace]);
    expect([late.status, late.err]).toEqual([2, expect.stringMatching(/^LEDGER_STALE: .* assigned it at /)]);
    await jsonHere(['findings', 'comment', finding, '左侧楼梯', ...workspace]);
    const photo = join(folder, 'stair.jpg');
    writeFileSync(photo, Buffer.concat([madeJpeg(8, 8, [[40]]), Buffer.from('GPS')]));
    const attached = await jsonHere<LedgerRow>(['findings', 'attach', finding, photo, ...workspace]);
    const back = join(folder, 'back.jpg');
    await jsonHere(['findings', 'fetch', finding, attached.files[0]?.id ?? '', back, ...workspace]);
    expect(readFileSync(back).equals(Buffer.from(madeJpeg(8, 8, [[40]])))).toBe(true);
    const calendar = join(folder, 'due.ics');
    await jsonHere(['findings', 'calendar', calendar, '--person', 'li', '--remind', '7', ...workspace]);
    expect(readFileSync(calendar, 'utf8')).toMatch(/DTSTART;VALUE=DATE:20210131[^]*TRIGGER:-PT159H/);
    const listed = await jsonHere<LedgerRow[]>(['findings', '--person', 'li', '--overdue', ...workspace]);
    expect(listed.map(({ id }) => id)).toEqual([finding]);
    const { out } = await callHere(['findings', 'show', finding, '--lang', 'zh', ...workspace]);
    expect(out).toMatch(/交办 li · 2021-01-31[^]*“左侧楼梯”[^]*附件 stair.jpg/);
    const log = await jsonHere<{ action: string }[]>(['audit', 'list', '--target', finding, ...workspace]);
    expect(log.map(({ action }) => action).slice(0, 3)).toEqual(
      ['file', 'comment', 'assigned'].map((kind) => `finding.${kind}`),
    );
  }, 300_000);

  it('writes a form for what is missing', async () => {
    const file = join(folder, 'form.csv');
    const { rows } = await jsonHere<{ rows: number }>([
      'annual',
      '鹤岗',
      '--form',
      file,
      '--period',
      '2024',
      ...workspace,
    ]);
    expect(rows).toBeGreaterThan(100);
    expect(readFileSync(file, 'utf8')).toContain('230400,largest_cluster_size,2024,,km2,');
  });
});
