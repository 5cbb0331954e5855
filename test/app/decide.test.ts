import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkup,
  decisions,
  explainNumber,
  findings,
  saveDecision,
  saveFindings,
  type Workspace,
} from '../../src/app/index.js';
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
    await saveDecision(ws, { about: mining, kind: 'exclude', ...words });
    const after = await explainNumber(ws, share);
    expect(after.value).toBeNull();
    const judged = after.inputs.find((input) => input.kind === 'judgement');
    expect(judged?.how.en).toMatch(/left out by decision of Li on 2026-01-15, 2026-7/);
    expect(judged?.inputs[0]?.source?.licence).toBe('MIT');
    const [hegang] = await checkup(ws, { cities: ['鹤岗'], period: '2020' });
    expect(hegang?.missing).toContain('mining_share_employment');
    await saveDecision(ws, { about: mining, kind: 'accept', ...words, reason: 'checked with the county' });
    expect((await explainNumber(ws, share)).value).toBe(before);
    expect(await decisions(ws, { about: mining })).toHaveLength(2);
  }, 90_000);

  it.each([
    [{ about: mining, kind: 'forget', ...words }],
    [{ about: mining, kind: 'note', ...words, reason: ' ' }],
    [{ about: 'value/鹤岗/2020/mining_share_employment', kind: 'exclude', ...words }],
    [{ about: 'rank/鹤岗/2020/people_work', kind: 'exclude', ...words }],
  ])('are refused: %o', async (call) => {
    await expect(saveDecision(ws, call)).rejects.toMatchObject({ code: 'CALL_OPTION' });
  });
});

describe('the ledger of findings', () => {
  it('keeps a period’s findings once', async () => {
    const first = await saveFindings(ws, { period: '2020' });
    expect(first.added).toBeGreaterThan(200);
    expect(await saveFindings(ws, { period: '2020' })).toEqual({
      added: 0,
      changed: 0,
      unchanged: first.added,
    });
    expect((await findings(ws, { city: 'Hegang' })).length).toBeGreaterThan(0);
  }, 90_000);
});
