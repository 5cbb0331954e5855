import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  backupTo,
  checkup,
  decisions,
  explainNumber,
  findings,
  listCities,
  openWorkspace,
  registerOf,
  restoreFrom,
  saveDecision,
  saveFindings,
  type Workspace,
} from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

const mining = 'value/鹤岗/2020/employed_mining';
const words = { reason: 'belongs to another row', document: '2026-7', by: 'Li' };
let ws: Workspace;

beforeAll(async () => {
  ws = await testWorkspace();
});

describe('decisions about numbers', () => {
  it('leave an observed value out, with the decision as its evidence, and take it back', async () => {
    const share = 'value/鹤岗/2020/mining_share_employment';
    const before = (await explainNumber(ws, share)).value;
    await saveDecision(ws, { about: mining, kind: 'exclude', ...words }, asOperator);
    const after = await explainNumber(ws, share);
    expect(after.value).toBeNull();
    const judged = after.inputs.find((input) => input.kind === 'judgement');
    expect(judged?.how.en).toMatch(/left out by decision of Li on 2026-01-15, 2026-7/);
    expect(judged?.inputs[0]?.source?.licence).toBe('MIT');
    const [hegang] = await checkup(ws, { cities: ['鹤岗'], period: '2020' });
    expect(hegang?.missing).toContain('mining_share_employment');
    await saveDecision(
      ws,
      { about: mining, kind: 'accept', ...words, reason: 'checked with the county' },
      asOperator,
    );
    expect((await explainNumber(ws, share)).value).toBe(before);
    expect(await decisions(ws, { about: mining })).toHaveLength(2);
  }, 90_000);

  it.each([
    [{ about: mining, kind: 'forget', ...words }],
    [{ about: mining, kind: 'note', ...words, reason: ' ' }],
    [{ about: 'value/鹤岗/2020/mining_share_employment', kind: 'exclude', ...words }],
    [{ about: 'rank/鹤岗/2020/people_work', kind: 'exclude', ...words }],
  ])('are refused: %o', async (call) => {
    await expect(saveDecision(ws, call, asOperator)).rejects.toMatchObject({ code: 'CALL_OPTION' });
  });
});

describe('the ledger of findings', () => {
  it('keeps a period’s findings once', async () => {
    const first = await saveFindings(ws, { period: '2020' }, asOperator);
    expect(first.added).toBeGreaterThan(200);
    expect(await saveFindings(ws, { period: '2020' }, asOperator)).toEqual({
      added: 0,
      changed: 0,
      unchanged: first.added,
    });
    expect((await findings(ws, { city: 'Hegang' })).length).toBeGreaterThan(0);
  }, 90_000);
});

describe('decisions about the register', () => {
  const paper = { reason: 'limestone towns', document: '2026-12', by: 'Li' };

  it('assess a unit beside the list, let it enter, and let it go, with the paper at the unit', async () => {
    const ids = async () => (await checkup(ws, { period: '2020' })).map((one) => one.city);
    const before = await ids();
    expect(before).not.toContain('cn-411725');
    await saveDecision(ws, { about: '确山县', kind: 'assess-too', ...paper }, asOperator);
    expect(await ids()).toHaveLength(before.length + 1);
    const [beside] = await checkup(ws, { cities: ['确山'], period: '2020' });
    expect(beside).toMatchObject({ city: 'cn-411725', rank: null });
    expect(Object.values(beside!.lights).some(({ final }) => final !== 'none')).toBe(true);
    expect(await listCities(ws, { q: '确山县' })).toEqual([]);
    await saveDecision(
      ws,
      { about: '确山县', kind: 'enter-list', ...paper, document: '2026-13' },
      asOperator,
    );
    const [entered] = await checkup(ws, { cities: ['确山'], period: '2020' });
    expect(entered?.rank).toBeGreaterThan(0);
    expect(await listCities(ws, { q: '确山县' })).toMatchObject([
      { listed: true, type: null, change: { kind: 'enter-list', document: '2026-13', on: '2026-01-15' } },
    ]);
    await saveDecision(ws, { about: '确山县', kind: 'leave-list', ...paper }, asOperator);
    expect(await ids()).toEqual(before);
  }, 120_000);

  it('take a listed city off and keep its official type', async () => {
    await saveDecision(ws, { about: '鹤岗', kind: 'leave-list', ...paper }, asOperator);
    expect(await listCities(ws, { q: '鹤岗' })).toEqual([]);
    expect((await registerOf(ws)).byId.get(id<'city'>('cn-230400'))?.type).toBe('declining');
    await expect(checkup(ws, { cities: ['鹤岗'], period: '2020' })).rejects.toMatchObject({
      code: 'CITY_NOT_LISTED',
    });
    await saveDecision(ws, { about: '鹤岗', kind: 'enter-list', ...paper }, asOperator);
    expect(await listCities(ws, { q: '鹤岗' })).toHaveLength(1);
  }, 90_000);

  it.each([
    ['REGISTER_DOCUMENT', { about: '麻城', kind: 'enter-list', ...paper, document: ' ' }],
    ['REGISTER_CHANGE', { about: '大庆', kind: 'enter-list', ...paper }],
    ['REGISTER_CHANGE', { about: '大庆', kind: 'assess-too', ...paper }],
    ['REGISTER_CHANGE', { about: '麻城', kind: 'leave-list', ...paper }],
    ['REGISTER_CHANGE', { about: '河南省', kind: 'enter-list', ...paper }],
    ['CALL_OPTION', { about: mining, kind: 'enter-list', ...paper }],
  ])('are refused with %s: %o', async (code, call) => {
    await expect(saveDecision(ws, call, asOperator)).rejects.toMatchObject({ code });
  });

  it('survive a restart, and a backup brings them to another workspace', async () => {
    await saveDecision(ws, { about: '麻城', kind: 'assess-too', ...paper }, asOperator);
    const reopened = await openWorkspace(ws.options);
    await ws.close();
    expect((await registerOf(reopened)).byId.get(id<'city'>('cn-421181'))?.change?.kind).toBe('assess-too');
    const file = join(ws.options.folder, '..', 'kept.backup');
    await backupTo(reopened, file, asOperator);
    await reopened.close();
    const other = await testWorkspace();
    await restoreFrom(other, file, asOperator);
    const now = await registerOf(other);
    expect(now.byId.get(id<'city'>('cn-421181'))?.change?.document).toBe('2026-12');
    expect(now.byId.get(id<'city'>('cn-411725'))?.change?.kind).toBe('leave-list');
  }, 90_000);
});
