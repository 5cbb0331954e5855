import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  annual,
  annualForm,
  backupTo,
  checkup,
  explainNumber,
  exportLedger,
  exportLedgerTo,
  finding,
  importFile,
  importLedger,
  importSurvey,
  type LedgerRow,
  ledger,
  openFinding,
  recheckFindings,
  recordStep,
  restoreFrom,
  surveys,
  type Workspace,
} from '../../src/app/index.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

let ws: Workspace;
let folder: string;

beforeAll(async () => {
  ws = await testWorkspace();
  folder = await mkdtemp(join(tmpdir(), 'afterlode-annual-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const itemOf = async (city: string, indicator: string, period: string) =>
  (await annual(ws, city, { period })).lists
    .flatMap((list) => list.dimensions.flatMap(({ items }) => items))
    .find((item) => item.indicator === indicator);

describe('the annual check-up on shipped data', () => {
  it('has every list, computes what the tables have and names the rest with its form', async () => {
    const found = await annual(ws, '鹤岗', { period: '2020' });
    expect(found.periods).toContain('2010');
    const of = (id: string) => found.lists.find((list) => list.id === id)?.coverage;
    expect(of('supplement_open_tables')?.measured).toBeGreaterThan(12);
    expect(of('feature_resource')?.judged).toBeGreaterThan(2);
    expect(of('national_2021')).toMatchObject({ items: 64, measured: 1, missing: 63, verified: 8 });
    expect(of('national_2024')).toMatchObject({ measured: 0, lights: { green: 0 } });
    const items = found.lists.flatMap((list) => list.dimensions.flatMap((one) => one.items));
    for (const item of items.filter((one) => one.state === 'missing')) {
      expect([item.indicator, item.value, item.judgement?.final ?? 'none']).toEqual([
        item.indicator,
        null,
        'none',
      ]);
      expect(item.form).toMatch(/^(long|panel_observations)$/);
    }
  }, 90_000);

  it('is for every listed unit, also one without any row', async () => {
    for (const city of ['Daqing', '230400', 'Tongling']) {
      expect((await annual(ws, city, { period: '2020' })).lists).toHaveLength(5);
    }
  }, 90_000);

  it.each([
    [{ period: '1066' }, 'PERIOD_UNKNOWN'],
    [{ list: 'national_1999' }, 'CHECKUP_LIST_UNKNOWN'],
  ])('refuses %o', async (call, code) => {
    await expect(annual(ws, '鹤岗', call)).rejects.toMatchObject({ code });
  });

  it('gives a form for what is missing that the import takes, and then judges it like the rest', async () => {
    const form = new TextDecoder().decode((await annualForm(ws, '鹤岗', { period: '2024' })).bytes);
    const lines = form.trim().split('\n');
    expect(lines[0]).toBe('city,indicator,period,value,unit,source,note');
    expect(lines.length).toBeGreaterThan(100);
    const filled = lines.map((line) =>
      line
        .replace('sewage_collection,2024,,', 'sewage_collection,2024,69.9,')
        .replace('green_building_share,2024,,', 'green_building_share,2024,100,')
        .replace('largest_cluster_size,2024,,', 'largest_cluster_size,2024,51,')
        .replace('parking_gap,2024,,', 'parking_gap,2024,1200,'),
    );
    const done = await importFile(
      ws,
      { path: await file('form.csv', filled.join('\n')), dryRun: false },
      asOperator,
    );
    expect([done.layout, done.rejected]).toEqual(['long', 0]);
    expect(await itemOf('鹤岗', 'sewage_collection', '2024')).toMatchObject({
      state: 'judged',
      value: 0.6990000000000001,
      target: { green: 0.7, mark: 'V' },
      judgement: { target: 'red', final: 'red' },
    });
    expect((await itemOf('鹤岗', 'green_building_share', '2024'))?.judgement?.final).toBe('green');
    expect(await itemOf('鹤岗', 'largest_cluster_size', '2024')).toMatchObject({
      value: 51_000_000,
      judgement: { final: 'red' },
    });
    // nobody else filled the form, so that there is no peer: a value without a light
    expect(await itemOf('鹤岗', 'parking_gap', '2024')).toMatchObject({ state: 'measured' });
    expect((await annual(ws, '鹤岗', {})).period).toBe('2024');
    expect(await itemOf('Daqing', 'parking_gap', '2020')).toMatchObject({ state: 'missing' });
  }, 90_000);

  it('leaves the other periods as they were', async () => {
    const [hegang] = await checkup(ws, { cities: ['鹤岗'], period: '2020' });
    expect(Object.keys(hegang?.lights ?? {})).not.toContain('sewage_collection');
  }, 90_000);
});

describe("the residents' survey", () => {
  const table = [
    '城市,年份,项目,指标,样本量,满意,不满意',
    '鹤岗,2024,停车,,400,60,300',
    '鹤岗,2024,污水,sewage_collection,400,330,20',
    '鹤岗,2024,绿色建筑,green_building_share,400,50,290',
    '鹤岗,2024,广场舞,,400,100,100',
    '鹤冈,2024,停车,,400,60,300',
  ].join('\n');

  it('is imported once, with what was refused and what speaks of no indicator', async () => {
    const path = await file('survey.csv', table);
    const trial = await importSurvey(ws, { path, dryRun: true }, asOperator);
    expect(trial).toMatchObject({ read: 5, accepted: 4, rejected: 1, rejects: null });
    expect(await surveys(ws, {})).toEqual([]);
    const done = await importSurvey(ws, { path, dryRun: false }, asOperator);
    expect(done).toMatchObject({ accepted: 4, rejected: 1, revised: 0 });
    expect(done.issues.map((one) => one.code)).toEqual(['SURVEY_ITEM_UNMAPPED']);
    expect(await readFile(done.rejects ?? '', 'utf8')).toContain('鹤冈');
    expect(await importSurvey(ws, { path, dryRun: false }, asOperator)).toMatchObject({
      accepted: 0,
      unchanged: 4,
    });
    const rows = await surveys(ws, { city: '230400', period: '2024' });
    expect(rows.map((one) => [one.item, one.light]).sort()).toEqual([
      ['parking', 'red'],
      ['广场舞', 'yellow'],
      ['污水', 'green'],
      ['绿色建筑', 'red'],
    ]);
    const [parking] = rows.filter((one) => one.item === 'parking');
    expect(parking?.satisfiedShare.mid).toBeCloseTo(0.15, 12);
    expect(parking?.satisfiedShare.low).toBeCloseTo(0.1182, 3);
  }, 90_000);

  it('moves the lights, shows contradictions first, and stands in the explanation', async () => {
    const found = await annual(ws, '鹤岗', { period: '2024' });
    expect(found.mismatches.toSorted()).toEqual(['green_building_share', 'sewage_collection']);
    expect((await itemOf('鹤岗', 'sewage_collection', '2024'))?.judgement).toMatchObject({
      target: 'red',
      people: 'green',
      final: 'red',
      mismatch: 'people_better',
    });
    expect((await itemOf('鹤岗', 'green_building_share', '2024'))?.judgement).toMatchObject({
      target: 'green',
      people: 'red',
      final: 'red',
      basis: 'people',
      mismatch: 'people_worse',
    });
    // a value without peers gets the light of the people
    expect(await itemOf('鹤岗', 'parking_gap', '2024')).toMatchObject({
      state: 'judged',
      judgement: { people: 'red', final: 'red' },
    });
    const tree = await explainNumber(ws, 'light/鹤岗/2024/green_building_share');
    expect(tree.how.en).toMatch(/^red: target green, residents red/);
    expect(tree.how.zh).toContain('居民 红');
  }, 90_000);
});

describe('the ledger of findings', () => {
  let opened: LedgerRow;

  it('lists what was found, contradictions first, and opens one with its judgement', async () => {
    const rows = await ledger(ws, { city: '鹤岗', period: '2024' }, asOperator);
    expect(rows.slice(0, 2).map((one) => one.mismatch !== null)).toEqual([true, true]);
    expect(rows.every((one) => one.status === 'found')).toBe(true);
    opened = await openFinding(
      ws,
      {
        city: '鹤岗',
        period: '2024',
        about: 'sewage_collection',
        by: '李',
        document: '2026-7',
      },
      asOperator,
    );
    expect(opened).toMatchObject({ status: 'open', light: 'red', value: 0.6990000000000001 });
    expect(
      await openFinding(ws, { city: '鹤岗', period: '2024', about: 'sewage_collection' }, asOperator),
    ).toEqual(opened);
    const located = await openFinding(
      ws,
      {
        city: '鹤岗',
        period: '2024',
        about: 'hazard_structure',
        level: 'dwelling',
        place: '振兴小区\n3号楼, "东"',
        lon: 130.29,
        lat: 47.33,
        problemType: '贯通裂缝',
        evidence: ['IMG_1.jpg'],
      },
      asOperator,
    );
    expect(located).toMatchObject({ place: '振兴小区\n3号楼, "东"', light: 'none', lon: 130.29 });
    const now = await ledger(ws, { city: '鹤岗', period: '2024' }, asOperator);
    expect(now.filter((one) => one.about === 'sewage_collection').map((one) => one.status)).toEqual(['open']);
  }, 90_000);

  it.each([
    [{ city: '鹤岗', about: 'nonsense' }, 'LEDGER_SUBJECT'],
    [{ city: '鹤岗', about: 'sewage_collection', level: 'moon' }, 'LEDGER_VALUE'],
    [{ city: '鹤岗', about: 'sewage_collection', lon: 1 }, 'LEDGER_VALUE'],
    [{ city: 'Beijing', about: 'sewage_collection' }, 'CITY_NOT_LISTED'],
  ])('refuses to open %o', async (call, code) => {
    await expect(openFinding(ws, call, asOperator)).rejects.toMatchObject({ code });
  });

  it('takes measure and status in order, once, and refuses steps out of order', async () => {
    const step = (kind: string, content: Readonly<Record<string, unknown>>) =>
      recordStep(ws, { finding: opened.id, kind, content, by: '李' }, asOperator);
    const measure = { measure: '管网改造', body: '住建局', budget: 3e6, deadline: '2025-12-31' };
    expect(await step('measure', measure)).toMatchObject({ status: 'planned', overdue: true });
    expect((await step('measure', measure)).history).toHaveLength(2);
    await step('status', { status: 'under_way' });
    await expect(step('status', { status: 'closed' })).rejects.toMatchObject({ code: 'LEDGER_STEP' });
    await expect(step('recheck', {})).rejects.toMatchObject({ code: 'LEDGER_VALUE' });
    await expect(step('measure', { measure: 'x' })).rejects.toMatchObject({ code: 'LEDGER_VALUE' });
    const done = await step('status', { status: 'done', reason: '验收' });
    expect([done.next, done.overdue]).toEqual([['under_way'], false]);
    const unheard = { finding: 'finding/x', kind: 'note', content: { text: 'x' } };
    await expect(recordStep(ws, unheard, asOperator)).rejects.toMatchObject({ code: 'LEDGER_FINDING' });
    await expect(finding(ws, 'finding/x', asOperator)).rejects.toMatchObject({ code: 'LEDGER_FINDING' });
  }, 90_000);

  it('re-checks with the next year: better, and then it may be closed', async () => {
    const next = 'city,indicator,period,value,unit\n230400,sewage_collection,2025,75,percent\n';
    await importFile(ws, { path: await file('next.csv', next), dryRun: false }, asOperator);
    const rows = await recheckFindings(ws, { period: '2025', city: '鹤岗' }, asOperator);
    const results = Object.fromEntries(rows.map((one) => [one.about, one.recheck?.result]));
    expect(results).toEqual({ sewage_collection: 'improved', hazard_structure: 'cannot_tell' });
    const again = await recheckFindings(ws, { period: '2025', finding: opened.id }, asOperator);
    expect(again[0]?.history.filter((event) => event.kind === 'recheck')).toHaveLength(1);
    const closed = await recordStep(
      ws,
      {
        finding: opened.id,
        kind: 'status',
        content: { status: 'closed' },
      },
      asOperator,
    );
    expect(closed).toMatchObject({ status: 'closed', recheck: { lightBefore: 'red', lightAfter: 'green' } });
    await expect(
      recheckFindings(ws, { period: '2024', finding: opened.id }, asOperator),
    ).rejects.toMatchObject({
      code: 'LEDGER_STEP',
    });
  }, 90_000);

  it('cannot tell of a problem whose values a later year lacks', async () => {
    const row = await openFinding(
      ws,
      { city: '鹤岗', period: '2020', about: 'severe_shrinkage' },
      asOperator,
    );
    expect(row).toMatchObject({ subject: 'problem', light: 'none' });
    expect(row.value).toBeLessThan(0);
    const [later] = await recheckFindings(ws, { period: '2024', finding: row.id }, asOperator);
    expect(later?.recheck).toMatchObject({ result: 'cannot_tell', reason: 'values_missing' });
  }, 90_000);

  it('goes out as CSV and JSON and comes back without loss, twice as once', async () => {
    const other = await testWorkspace();
    const [csv, json] = [join(folder, 'ledger.csv'), join(folder, 'ledger.json')];
    await exportLedgerTo(ws, csv, asOperator);
    await exportLedgerTo(ws, json, asOperator);
    const first = await importLedger(other, { path: csv }, asOperator);
    expect(first).toMatchObject({ added: first.read, known: 0 });
    expect(first.read).toBeGreaterThan(8);
    for (const path of [csv, json]) {
      expect(await importLedger(other, { path }, asOperator)).toMatchObject({ added: 0, known: first.read });
    }
    for (const form of ['csv', 'json'] as const) {
      expect((await exportLedger(other, form, asOperator)).bytes).toEqual(
        (await exportLedger(ws, form, asOperator)).bytes,
      );
    }
    const text = await readFile(json, 'utf8');
    const forged = await file('forged.json', text.replace('住建局', '城管局'));
    await expect(importLedger(other, { path: forged }, asOperator)).rejects.toMatchObject({
      code: 'LEDGER_CHANGED',
    });
    await expect(
      importLedger(other, { path: await file('odd.json', '{}') }, asOperator),
    ).rejects.toMatchObject({
      code: 'LEDGER_VALUE',
    });
    const odd = await file('odd.csv', 'a,b\n1,2\n');
    await expect(importLedger(other, { path: odd }, asOperator)).rejects.toMatchObject({
      code: 'LEDGER_VALUE',
    });
    await recordStep(other, { finding: opened.id, kind: 'note', content: { text: 'there' } }, asOperator);
    await recordStep(ws, { finding: opened.id, kind: 'note', content: { text: 'here' } }, asOperator);
    await exportLedgerTo(ws, csv, asOperator);
    await expect(importLedger(other, { path: csv }, asOperator)).rejects.toMatchObject({
      code: 'LEDGER_CHAIN',
    });
  }, 120_000);

  it('and the survey survive backup and restore', async () => {
    const other = await testWorkspace();
    const path = join(folder, 'all.backup');
    await backupTo(ws, path, asOperator);
    const { restored } = await restoreFrom(other, path, asOperator);
    expect(restored.answers).toBe(4);
    expect(restored.events).toBeGreaterThan(8);
    expect(await ledger(other, {}, asOperator)).toEqual(await ledger(ws, {}, asOperator));
    expect(await surveys(other, {})).toEqual(await surveys(ws, {}));
  }, 120_000);
});
