import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Classification,
  classify,
  listCities,
  recovery,
  saveDecision,
  saveRecovery,
  type Workspace,
} from '../../src/app/index.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

let ws: Workspace;
let folder: string;
let all: ReadonlyMap<string, Classification>;

beforeAll(async () => {
  ws = await testWorkspace();
  folder = await mkdtemp(join(tmpdir(), 'afterlode-classify-'));
  all = new Map((await classify(ws)).map((one) => [one.city, one]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const table = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const only = async (call: Parameters<typeof classify>[1]) => {
  const [one] = await classify(ws, call);
  if (!one) throw new Error('nobody');
  return one;
};

describe('classify', () => {
  it('classifies all 262 units and keeps the official label apart from the computed one', async () => {
    const cities = await listCities(ws, {});
    expect([...all.keys()]).toEqual(cities.map((city) => city.id));
    for (const city of cities) {
      const found = all.get(city.id);
      expect(found?.official).toEqual({ type: city.type, batch: city.batch?.number ?? null });
      // No reserves are shipped: a computed type would be a guess.
      expect(found?.computed).toMatchObject({ type: null, reason: expect.stringMatching(/^no-/) as string });
      expect(found?.exhaustion).toMatchObject({ exhausted: null, reason: 'no-data', clocks: [] });
      expect(found?.signals.entry.state).toBe('not-enough-years');
      expect(found?.signals.exit.state).toBe('not-enough-years');
      expect(found?.sets.of).toBe(7);
    }
  });

  it('says of every missing value which import would fill it', () => {
    const tests = [...all.values()].flatMap((one) => one.tests);
    expect(tests.length).toBeGreaterThan(262 * 8);
    for (const test of tests) {
      expect(test.value === null).toBe(test.fill !== null);
      expect(test.pass === null).toBe(test.value === null || test.threshold === null);
      expect(test.period === null).toBe(test.value === null);
    }
    expect(new Set(tests.map(({ set }) => set))).toEqual(new Set(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']));
    expect(tests.filter(({ mark }) => mark === 'M').length).toBeGreaterThan(0);
  });

  it('tests Hegang on the censuses of both years', async () => {
    const now = all.get('cn-230400');
    expect(now?.tests.find(({ test }) => test === 't1_low')).toMatchObject({
      indicator: 'mining_share_employment',
      standIn: true,
      threshold: 0.1,
      pass: true,
      period: '2020',
      mark: 'V',
    });
    expect(now?.tests.find(({ test }) => test === 't1_low')?.value).toBeCloseTo(0.1114, 4);
    const then = await only({ cities: ['鹤岗'], period: '2010' });
    expect(then.tests.find(({ test }) => test === 't1_high')).toMatchObject({ pass: true, period: '2010' });
    expect(then.sets).toMatchObject({ passed: 3, decided: 3, of: 7 });
    const mining = now?.quotients.values.find(({ indicator }) => indicator === 'employed_mining');
    expect(mining?.value).toBeGreaterThan(10);
  });

  it.each([
    ['确山县', false, null],
    ['麻城市', false, null],
    ['洛南县', true, 'mature'],
  ])('classifies the mining town %s like any other', async (name, listed, type) => {
    const found = await only({ cities: [name] });
    expect(found).toMatchObject({ listed, official: { type, batch: null } });
    const mining = found.tests.find(({ test }) => test === 't5_low');
    expect(mining?.value).toBeGreaterThan(0);
    expect(found.sets.decided).toBeGreaterThan(2);
  });

  it('refuses provinces, unknown years, sets and cities', async () => {
    const code = (call: Parameters<typeof classify>[1]) =>
      classify(ws, call).then(
        () => 'nothing',
        (error: { code: string }) => error.code,
      );
    expect(await code({ cities: ['河南省'] })).toBe('IDENTIFY_LEVEL');
    expect(await code({ period: '1950' })).toBe('PERIOD_UNKNOWN');
    expect(await code({ set: 'T9' })).toBe('IDENTIFY_SET');
    expect(await code({ cities: ['Atlantis'] })).toBe('CITY_UNKNOWN');
  });

  it('takes in a unit that a decision has assessed too', async () => {
    await saveDecision(
      ws,
      {
        about: '麻城市',
        kind: 'assess-too',
        reason: 'granite',
        document: '2026-1',
        by: 'Li',
      },
      asOperator,
    );
    const now = await classify(ws);
    expect(now).toHaveLength(263);
    expect(now.find(({ city }) => city === 'cn-421181')).toMatchObject({ listed: false });
    await saveDecision(
      ws,
      {
        about: '麻城市',
        kind: 'leave-list',
        reason: 'trial over',
        document: '2026-2',
        by: 'Li',
      },
      asOperator,
    );
    expect(await classify(ws)).toHaveLength(262);
  });
});

describe('classify with reserves', () => {
  const head = 'place,resource,basis,reserves,additions,year,output,leading';

  it('runs the clock of each resource, and the leading one decides', async () => {
    const path = await table(
      'reserves.csv',
      [
        head,
        '鹤岗,coal,recoverable,1000,0,2018,200,1',
        '鹤岗,coal,recoverable,,0,2019,300,1',
        '鹤岗,coal,recoverable,,0,2020,250,1',
        '鹤岗,graphite,total,500,0,2020,10,',
      ].join('\n'),
    );
    const { exhaustion } = await only({ cities: ['鹤岗'], reserves: path });
    expect(exhaustion).toMatchObject({ exhausted: true, basis: 'recoverable', resource: 'coal' });
    expect(exhaustion.clocks.map(({ resource, extractedShare }) => [resource, extractedShare])).toEqual([
      ['coal', 0.75],
      ['graphite', 0.02],
    ]);
    expect(exhaustion.clocks[0]).toMatchObject({ yearsLeft: 1, nearEnd: true, output: 250 });
  });

  it('reaches the typing where enough units of the level have reserves', async () => {
    const places = ['鹤岗', '大庆', '淮北', '铜陵', '阜新', '鸡西'];
    const rows = places.flatMap((place, at) =>
      [0, 1, 2, 3, 4, 5].map((year) => {
        const amount = 10 + at * year;
        return `${place},coal,recoverable,1000,0,${2015 + year},${amount},1`;
      }),
    );
    const country = [0, 1, 2, 3, 4, 5].map((year) => `全国,coal,total,100000,0,${2015 + year},1000,`);
    const path = await table('many.csv', [head, ...rows, ...country].join('\n'));
    const [first, last] = (await classify(ws, { cities: ['鹤岗', '鸡西'], reserves: path })) as [
      Classification,
      Classification,
    ];
    expect(first.computed.security.score).toBeGreaterThan(0);
    expect(last.computed.security.inputs.map(({ id, place }) => [id, place])).toEqual([
      ['remaining_share', 0],
      ['years_left', 0],
      ['output_growth', 1],
      ['output_national_share', 1],
    ]);
    expect(last.computed.security.inputs.at(-1)?.value).toBeCloseTo(0.035, 12);
    expect(first.computed.reason).toBe('no-sustainability');
  });

  it.each([
    ['IDENTIFY_BASIS', [head, '鹤岗,coal,,1000,0,2018,200,1']],
    ['IDENTIFY_RESERVES', ['place,resource,basis,year', '鹤岗,coal,total,2018']],
    ['IDENTIFY_RESERVES', [head, '鹤岗,coal,total,1000,0,2018,much,']],
    ['IDENTIFY_RESERVES', [head, '鹤岗,coal,total,1000,0,,5,']],
    ['IDENTIFY_RESERVES', [head, '鹤岗,coal,total,,0,2018,5,']],
    ['IDENTIFY_RESERVES', [head, '鹤岗,coal,total,1000,0,2018,5,', '鹤岗,coal,total,900,0,2019,5,']],
    ['CITY_UNKNOWN', [head, 'Atlantis,coal,total,1000,0,2018,5,']],
  ])('refuses a table at fault with %s', async (code, lines) => {
    const path = await table('faulty.csv', lines.join('\n'));
    await expect(classify(ws, { cities: ['鹤岗'], reserves: path })).rejects.toMatchObject({ code });
  });
});

describe('the recovery of the official list', () => {
  it('finds for each set and scope what it is, on both censuses', async () => {
    const rows = await recovery(ws, { runs: 20, seed: 3 });
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(['2010', '2020']));
    expect(new Set(rows.map(({ set }) => set)).size).toBe(7);
    const t5 = rows.find(
      (row) =>
        row.test === 't5_low' &&
        row.period === '2010' &&
        row.scope === 'prefecture' &&
        row.indicator === 'mining_share_employment',
    );
    expect(t5).toMatchObject({ tested: 333, listed: 126, passing: 38, hits: 34 });
    expect(t5?.precision).toBeCloseTo(34 / 38, 12);
    expect(t5?.recall).toBeCloseTo(34 / 126, 12);
    expect(rows.filter(({ fill }) => fill !== null).every(({ tested }) => tested === 0)).toBe(true);
    expect(await recovery(ws, { runs: 20, seed: 3 })).toEqual(rows);
  });

  it('goes into a CSV with every column, and refuses another ending', async () => {
    const rows = await recovery(ws, { runs: 5, period: '2020' });
    const path = join(folder, 'recovery.csv');
    await saveRecovery(rows, path, 'zh');
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toMatch(/^period,scope,set,test,label,indicator,.*bestLow,bestHigh/);
    await expect(saveRecovery(rows, join(folder, 'recovery.pdf'), 'zh')).rejects.toMatchObject({
      code: 'CALL_OPTION',
    });
    await expect(recovery(ws, { runs: 0 })).rejects.toMatchObject({ code: 'CALL_OPTION' });
  });
});
