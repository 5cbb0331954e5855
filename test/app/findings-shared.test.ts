import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../src/access/index.js';
import {
  type AccessCall,
  attachedFile,
  attachFile,
  auditLines,
  exportLedger,
  exportLedgerTo,
  finding,
  importLedger,
  importSurvey,
  importTargets,
  type LedgerRow,
  ledger,
  ledgerCalendar,
  ledgerFileLimit,
  recordStep,
  saveDecision,
  verifyAudit,
  type Workspace,
} from '../../src/app/index.js';
import { addStep } from '../../src/app/ledger/steps.js';
import { findingId, type Opened } from '../../src/assess/index.js';
import { id } from '../../src/base/index.js';
import { madeJpeg } from '../../src/files/picture/testing/made-picture.js';
import { temporaryFolder } from '../cli/call.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

/** Findings of two cities of Heilongjiang and one of Liaoning, by people with roles there. */
const content = (city: string, place: string): Opened => ({
  city: id<'city'>(city),
  period: id<'period'>('2024'),
  subject: 'ground',
  about: 'vacancy',
  level: 'residential_area',
  place,
  lon: 130.25,
  lat: 47.5,
  problemType: '',
  light: 'yellow',
  mismatch: null,
  value: 0.3,
  evidence: [],
  note: '',
});
const who = (name: string, role: Role, area: Actor['holds'][number]['area']): AccessCall => ({
  actor: { name, holds: [{ role, area }], scopes: null } as Actor,
});
const hegang = { kind: 'city', id: id<'city'>('cn-230400') } as const;
const heilongjiang = { kind: 'province', id: id<'city'>('cn-230000') } as const;
const li = who('li', 'city_reporter', hegang);
const wang = who('wang', 'provincial_reviewer', heilongjiang);
const reader = who('zhao', 'reader', hegang);
const nation = who('sun', 'national_evaluator', { kind: 'all' });

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const names = {
  a: findingId(content('cn-230400', '一号')),
  b: findingId(content('cn-230400', '二号')),
  c: findingId(content('cn-210400', '三号')),
};
let ws: Workspace;
beforeAll(async () => {
  ws = await testWorkspace();
  for (const [city, place] of [
    ['cn-230400', '一号'],
    ['cn-230400', '二号'],
    ['cn-210400', '三号'],
  ] as const) {
    const opened = content(city, place);
    await addStep(ws, findingId(opened), { kind: 'opened', content: opened }, { by: '巡查' }, asOperator);
  }
});

const ids = (rows: readonly LedgerRow[]) => rows.map((row) => row.id);
const assign = (name: string, to: Readonly<Record<string, string>>, access: AccessCall, after?: string) =>
  recordStep(
    ws,
    { finding: name, kind: 'assigned', content: to, ...(after !== undefined && { after }) },
    access,
  );
const say = (name: string, words: Readonly<Record<string, string>>, access: AccessCall) =>
  recordStep(ws, { finding: name, kind: 'comment', content: words }, access);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('who may do what about a finding', () => {
  it('reads in the own area only', async () => {
    expect(ids(await ledger(ws, {}, li))).toEqual([names.a, names.b]);
    expect(ids(await ledger(ws, {}, nation))).toEqual([names.a, names.b, names.c]);
    expect((await finding(ws, names.a, reader)).can).toEqual({ record: false, assign: false });
    expect((await finding(ws, names.a, wang)).can).toEqual({ record: true, assign: true });
    expect(await codeOf(finding(ws, names.c, li))).toBe('ACCESS_DENIED');
    expect(await codeOf(ledger(ws, { city: '210400' }, wang))).toBe('ACCESS_DENIED');
    expect(await codeOf(ledger(ws, {}, { actor: null }))).toBe('ACCESS_SESSION');
    expect(await codeOf(ledger(ws, {}, who('root', 'administrator', { kind: 'all' })))).toBe('ACCESS_DENIED');
  });

  it('assigns as a reviewer of the province or the nation, and records as those of the place', async () => {
    const to = { person: 'li', office: '', deadline: '2025-12-01', note: '看现场' };
    expect(await codeOf(assign(names.a, to, li))).toBe('ACCESS_DENIED');
    expect(await codeOf(assign(names.c, to, wang))).toBe('ACCESS_DENIED');
    expect(await assign(names.a, to, wang)).toMatchObject({
      assignment: to,
      due: '2025-12-01',
      overdue: true,
    });
    expect(await codeOf(say(names.a, { text: 'x' }, nation))).toBe('ACCESS_DENIED');
    expect(await codeOf(say(names.a, { text: 'x' }, reader))).toBe('ACCESS_DENIED');
    expect(await codeOf(say('finding/cn-230400/2024/unheard', { text: 'x' }, li))).toBe('LEDGER_FINDING');
    expect((await say(names.a, { text: '周五去' }, li)).comments).toMatchObject([
      { by: 'li', text: '周五去' },
    ]);
  });

  it('is recorded under the own name; only the operator may enter what another said', async () => {
    const step = { finding: names.b, kind: 'note', content: { text: 'seen' } };
    await expect(recordStep(ws, { ...step, by: 'wang' }, li)).rejects.toMatchObject({
      code: 'CALL_OPTION',
      where: 'by',
    });
    const said = await recordStep(ws, { ...step, by: 'Zhang' }, asOperator);
    expect(said.history.at(-1)?.by).toBe('Zhang');
    const [line] = await auditLines(ws, { target: names.b, most: 1 }, asOperator);
    expect([line?.by, line?.action, JSON.parse(line?.new ?? '')]).toEqual([
      'operator:test',
      'finding.note',
      { event: said.history.at(-1)?.id, recordedBy: 'Zhang' },
    ]);
  });
});

describe('two at once', () => {
  it('the second is told who decided meanwhile, words go in side by side', async () => {
    const seen = (await finding(ws, names.a, li)).history.at(-1)?.id as string;
    const measure = { measure: '改造', body: '住建局', budget: 1, deadline: '2030-01-01' };
    await recordStep(ws, { finding: names.a, kind: 'measure', content: measure, after: seen }, li);
    const late = assign(names.a, { person: 'zhou', office: '', deadline: '', note: '' }, wang, seen);
    await expect(late).rejects.toMatchObject({ code: 'LEDGER_STALE' });
    await expect(late).rejects.toThrow(/li recorded a measure at 20/);
    expect((await finding(ws, names.a, wang)).assignment?.person).toBe('li');
    const both = await Promise.all([say(names.a, { text: '一' }, li), say(names.a, { text: '一' }, wang)]);
    expect(both).toHaveLength(2);
    const now = await finding(ws, names.a, wang);
    expect(now.comments.filter(({ text }) => text === '一').map(({ by }) => by)).toEqual(['li', 'wang']);
    // What was only said since does not stand in the way.
    const decided = now.history.find(({ kind }) => kind === 'measure')?.id as string;
    expect(
      (await assign(names.a, { person: 'zhou', office: '', deadline: '', note: '' }, wang, decided))
        .assignment,
    ).toMatchObject({ person: 'zhou' });
    expect(
      await codeOf(assign(names.a, { person: 'x', office: '', deadline: '', note: '' }, wang, 'unheard')),
    ).toBe('LEDGER_VALUE');
    expect((await verifyAudit(ws, null, asOperator)).events).toBeGreaterThan(5);
  });
});

describe('lists', () => {
  it('are cut by person, area, state, lateness and words', async () => {
    await assign(names.b, { person: 'li', office: '', deadline: '2025-01-01', note: '' }, wang);
    await assign(names.c, { person: '', office: '抚顺住建局', deadline: '2030-01-01', note: '' }, nation);
    const list = async (filter: Parameters<typeof ledger>[1], access = nation) =>
      ids(await ledger(ws, filter, access));
    expect(await list({ person: 'me' }, li)).toEqual([names.b]);
    expect(await list({ person: 'zhou' })).toEqual([names.a]);
    expect(await list({ area: '黑龙江省' })).toEqual([names.a, names.b]);
    expect(await list({ overdue: true })).toEqual([names.b]);
    expect(await list({ status: 'planned' })).toEqual([names.a]);
    expect(await list({ text: '抚顺住' })).toEqual([names.c]);
    expect(await list({ text: '周五' })).toEqual([names.a]);
    expect(await list({ period: '2023' })).toEqual([]);
    await expect(list({ status: 'lost' })).rejects.toMatchObject({ code: 'CALL_OPTION' });
  });
});

describe('photos and documents', () => {
  const photo = Buffer.concat([madeJpeg(8, 8, [[40]]), Buffer.from('GPS 47.5 N')]);

  it('are kept without what a camera says of place and time, and are found by their finding', async () => {
    writeFileSync(at('现场.jpg'), photo);
    const row = await attachFile(ws, { finding: names.a, path: at('现场.jpg'), caption: '裂缝' }, li);
    expect(row.files).toMatchObject([
      { name: '现场.jpg', mediaType: 'image/jpeg', caption: '裂缝', by: 'li' },
    ]);
    const file = row.files[0]?.id as string;
    const { bytes, fileName } = await attachedFile(ws, { finding: names.a, file }, reader);
    expect(fileName).toBe('现场.jpg');
    expect(Buffer.from(bytes).equals(Buffer.from(madeJpeg(8, 8, [[40]])))).toBe(true);
    expect(await codeOf(attachedFile(ws, { finding: names.b, file }, reader))).toBe('LEDGER_FILE');
    expect(
      await codeOf(
        attachedFile(
          ws,
          { finding: names.a, file },
          who('x', 'reader', { kind: 'city', id: id<'city'>('cn-210400') }),
        ),
      ),
    ).toBe('ACCESS_DENIED');
  });

  it('are refused by what they are, whatever their name', async () => {
    const refused = (name: string, bytes: Uint8Array) => {
      writeFileSync(at(name), bytes);
      return codeOf(attachFile(ws, { finding: names.a, path: at(name) }, li));
    };
    expect(await refused('a.jpg', Buffer.from('<svg onload="alert(1)">'))).toBe('LEDGER_FILE_TYPE');
    expect(await refused('b.jpg', photo.subarray(0, 40))).toBe('LEDGER_FILE_TYPE');
    expect(await refused('c.pdf', Buffer.alloc(ledgerFileLimit + 1))).toBe('LEDGER_VALUE');
    expect(await refused('d.pdf', Buffer.from('%PDF-1.7 plan'))).toBe('done');
    expect(await codeOf(attachFile(ws, { finding: names.a, path: at('d.pdf') }, reader))).toBe(
      'ACCESS_DENIED',
    );
  });
});

describe('a calendar', () => {
  const textOf = async (call: Parameters<typeof ledgerCalendar>[1], access: AccessCall) =>
    new TextDecoder().decode((await ledgerCalendar(ws, call, access)).bytes).replaceAll('\r\n ', '');

  it('has what is due in the own area, and strikes out what is done, under the same name', async () => {
    const before = await textOf({ lang: 'zh' }, li);
    expect(before.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const uid =
      /DTSTART;VALUE=DATE:20250101/.test(before) &&
      /UID:(\S+)/.exec(await textOf({ lang: 'zh', finding: names.b }, li))?.[1];
    expect(before).toContain(`UID:${uid}`);
    expect(before).toMatch(/SUMMARY;LANGUAGE=zh-CN:鹤岗/);
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    const first = await textOf({ lang: 'en', finding: names.b, remind: 7 }, li);
    await recordStep(ws, { finding: names.b, kind: 'status', content: { status: 'dropped' } }, li);
    const then = await textOf({ lang: 'en', finding: names.b, remind: 7 }, li);
    expect([/STATUS:(\w+)/.exec(first)?.[1], /STATUS:(\w+)/.exec(then)?.[1]]).toEqual([
      'CONFIRMED',
      'CANCELLED',
    ]);
    expect(then).toContain(`UID:${uid}`);
    expect(sequence(then)).toBeGreaterThan(sequence(first));
    expect(await codeOf(textOf({ lang: 'en', remind: 999 }, li))).toBe('CALL_OPTION');
  });
});

describe('the ledger as a file', () => {
  it('carries everything, photos too, into another workspace, and nothing that the caller may not read', async () => {
    const path = at('ledger.json');
    await exportLedgerTo(ws, path, asOperator);
    const other = await testWorkspace();
    const done = await importLedger(other, { path }, asOperator);
    expect([done.added, done.known]).toEqual([done.read, 0]);
    await exportLedgerTo(other, at('again.json'), asOperator);
    expect(readFileSync(at('again.json')).equals(readFileSync(path))).toBe(true);
    const [line] = await auditLines(other, { most: 1 }, asOperator);
    expect([line?.action, JSON.parse(line?.new ?? '')]).toEqual([
      'ledger.import',
      expect.objectContaining({ events: done.read, findings: 3, file: 'ledger.json' }),
    ]);
    const own = new TextDecoder().decode((await exportLedger(ws, 'csv', li)).bytes);
    expect([own.includes(names.a), own.includes(names.c)]).toEqual([true, false]);
    expect(await codeOf(importLedger(ws, { path }, wang))).toBe('ACCESS_DENIED');
  });

  it('is refused where the bytes of a photo were exchanged, and read where it is of before there were any', async () => {
    const whole = JSON.parse(readFileSync(at('ledger.json'), 'utf8')) as { files: Record<string, string> };
    const [first = ''] = Object.keys(whole.files);
    const forged = {
      ...whole,
      files: { ...whole.files, [first]: Buffer.from('%PDF-other').toString('base64') },
    };
    writeFileSync(at('forged.json'), JSON.stringify(forged));
    const other = await testWorkspace();
    expect(await codeOf(importLedger(other, { path: at('forged.json') }, asOperator))).toBe('LEDGER_CHANGED');
    const old =
      'id,finding,previous,kind,at,by,document,city,period,subject,about,level,place,lon,lat,problemType,light,mismatch,value,evidence,note,measure,body,budget,deadline,workItem,status,reason,result,lightBefore,lightAfter,valueBefore,valueAfter,text\n';
    writeFileSync(at('old.csv'), old);
    expect(await importLedger(other, { path: at('old.csv') }, asOperator)).toMatchObject({ read: 0 });
  });
});

describe('the audit log', () => {
  it('tells of decisions, surveys and targets, by whom and what came of them', async () => {
    const call = { about: 'cn-230400', kind: 'note', reason: '看过', document: '', by: '' };
    expect(await codeOf(saveDecision(ws, call, li))).toBe('ACCESS_DENIED');
    await expect(saveDecision(ws, { ...call, by: 'wang' }, nation)).rejects.toMatchObject({
      code: 'CALL_OPTION',
    });
    expect((await saveDecision(ws, call, { ...nation, why: '年度复核' })).by).toBe('sun');
    writeFileSync(
      at('survey.csv'),
      'city,period,item,n,satisfied,dissatisfied\n鹤岗,2020,住房条件,400,60,300\n',
    );
    await importSurvey(ws, { path: at('survey.csv'), dryRun: false }, nation);
    await importSurvey(ws, { path: at('survey.csv'), dryRun: false }, nation);
    expect(await codeOf(importTargets(ws, { path: at('survey.csv'), dryRun: true }, li))).toBe(
      'ACCESS_DENIED',
    );
    const lines = await auditLines(ws, { most: 2 }, asOperator);
    // The same table again changed nothing and is not told.
    expect(lines.map(({ action, by, why }) => [action, by, why])).toEqual([
      ['survey.import', 'sun', ''],
      ['decision.make', 'sun', '年度复核'],
    ]);
    expect(JSON.parse(lines[0]?.new ?? '')).toMatchObject({ accepted: 1, revised: 0, unchanged: 0 });
    expect((await verifyAudit(ws, null, asOperator)).events).toBeGreaterThan(10);
  });
});
