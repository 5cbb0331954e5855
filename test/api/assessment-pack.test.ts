import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type AnalysisRows,
  buildServer,
  type Classification,
  type EvaluationRow,
  type RecoveryRow,
  type TransferAnswer,
} from '../../src/api/index.js';
import * as schemas from '../../src/api/schemas-assessment.js';
import { readingWorkspace } from '../app/workspace.js';

/** The same routes on the shipped pack: answers have the form that `/openapi.json` promises, and known numbers. */

let server: FastifyInstance;

beforeAll(async () => {
  server = await buildServer({ ws: await readingWorkspace(), webFolder: 'no such folder' });
}, 60_000);
afterAll(() => server.close());

async function get<T>(url: string, schema: z.ZodType): Promise<T> {
  const response = await server.inject(url);
  const body: unknown = response.json();
  const faults = schema.safeParse(body).error?.issues.slice(0, 5) ?? [];
  expect({ url, status: response.statusCode, faults }).toEqual({ url, status: 200, faults: [] });
  return body as T;
}

describe('answers on the shipped pack', () => {
  it('recovery table: prefectures and counties of both censuses, each test with its mark', async () => {
    const rows = await get<readonly RecoveryRow[]>('/api/recovery', z.array(schemas.recoveryRow));
    const known = rows.filter(({ tested }) => tested > 0);
    expect(new Set(known.map(({ period, scope }) => `${period} ${scope}`)).size).toBe(6);
    expect(new Set(rows.map(({ set }) => set))).toEqual(new Set(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']));
    const first = known.find(
      (row) => row.test === 't1_high' && row.period === '2010' && row.scope === 'prefecture',
    );
    expect(first).toMatchObject({ tested: 333, listed: 126, passing: 5, hits: 5, mark: 'V' });
    expect(first?.setLabel.zh).toContain('采矿');
    expect(rows.find(({ test }) => test === 't4_staff_share')?.mark).toBe('M');
  }, 60_000);

  it('classification of Hegang: official label, and no computed type without data on development', async () => {
    const [found] = await get<readonly Classification[]>(
      '/api/classify?city=230400&period=2020',
      z.array(schemas.classification),
    );
    expect(found?.official).toEqual({ type: 'declining', batch: 3 });
    expect(found?.computed.type).toBeNull();
    expect(found?.sets).toMatchObject({ passed: 3, decided: 3, of: 7 });
  });

  it('the four analyses', async () => {
    const rows = async <K extends keyof AnalysisRows>(kind: K, city: string) =>
      get<AnalysisRows[K]>(`/api/analyse/${kind}?city=${city}&from=2010&to=2020`, z.array(schemas.analysis));
    // Tongling: 81 % more people by annexation, a severe loss on one area.
    const [people] = await rows('population', '340700');
    expect(people?.unalignedPercent).toBeGreaterThan(80);
    expect(people).toMatchObject({ grade: 'severe', aligned: true, confidence: 'high' });
    const [jobs] = await rows('jobs', '340700');
    expect(jobs?.replacement).toBeNull();
    const [structure] = await rows('structure', '230400');
    expect(structure?.upgradingOfJobs.falseUpgrading).toBe('false upgrading');
    expect(await rows('carbon', '230400')).toHaveLength(2);
  });

  it('carbon of a table: inventories stay apart, each with its years and steps', async () => {
    const table = [
      'place,year,co2,gdp,population,inventory',
      'A,2010,100,100,10,EDGAR',
      'A,2011,90,110,10,EDGAR',
      'A,2010,50,100,10,CEADs',
      'A,2011,60,110,10,CEADs',
    ].join('\n');
    const payload = { table, from: '2010', to: '2011' };
    const made = await server.inject({ method: 'POST', url: '/api/analyse/carbon', payload });
    const rows = made.json<AnalysisRows['carbon']>();
    expect(z.array(schemas.tableAnalysis).safeParse(rows).success).toBe(true);
    expect(rows.map(({ inventory, lmdi, steps }) => [inventory, lmdi.total, steps[0]?.state])).toEqual([
      ['EDGAR', -10, 'strong decoupling'],
      ['CEADs', 10, 'expansive negative decoupling'],
    ]);
    expect(rows[0]?.years).toMatchObject([
      { year: 2010, co2: 100, gdp: 100, population: 10, energy: null },
      { year: 2011, co2: 90 },
    ]);
    const twice = await server.inject({
      method: 'POST',
      url: '/api/analyse/carbon',
      payload: { ...payload, table: `${table}\nA,2011,61,110,10,CEADs` },
    });
    expect(twice.json()).toMatchObject({ status: 400, code: 'ANALYSIS_TABLE', where: 'table line 6' });
  });

  it('evaluations: the list without details, a named city with them', async () => {
    const all = await get<readonly EvaluationRow[]>(
      '/api/evaluate?from=2010&to=2020',
      z.array(schemas.evaluation),
    );
    expect(all).toHaveLength(262);
    expect(all.some((one) => 'aspects' in one || 'path' in one)).toBe(false);
    const [one] = await get<readonly EvaluationRow[]>(
      '/api/evaluate?from=2010&to=2020&city=230400',
      z.array(schemas.evaluation),
    );
    expect(one?.aspects?.length).toBeGreaterThan(0);
    expect(one?.rank).toBe(all.find(({ city }) => city === one?.city)?.rank);
  });

  it('transfers that add up to the fen', async () => {
    const units = [
      { city: '鹤岗', fixed: 100, population: 3 },
      { city: '大庆', fixed: 0, population: 4 },
    ];
    const payload = { budget: 1000, period: '2018', units, performance: false };
    const made = await server.inject({ method: 'POST', url: '/api/transfer', payload });
    expect(schemas.transferAnswer.safeParse(made.json()).error?.issues ?? []).toEqual([]);
    const answer = made.json<TransferAnswer>();
    expect(answer.shapeOnly).toBe(false);
    expect(answer.rows.reduce((sum, row) => sum + row.amountFen, 0)).toBe(100_000);
    expect(answer.rows.map(({ city, fixed }) => [city, fixed])).toEqual([
      ['cn-230400', 100],
      ['cn-230600', 0],
    ]);
    const shape = await server.inject({
      method: 'POST',
      url: '/api/transfer',
      payload: { budget: 1e9, period: '2018' },
    });
    expect(shape.json<TransferAnswer>().shapeOnly).toBe(true);
  });

  it('transfers with one city changed: a phase-out follows the shares of the call', async () => {
    const before = { budget: 1e9, period: '2018' };
    const ask = async (more: object) => {
      const made = await server.inject({
        method: 'POST',
        url: '/api/transfer',
        payload: { ...before, ...more },
      });
      return made.json<TransferAnswer>();
    };
    const plain = await ask({});
    const of = ({ rows }: TransferAnswer) => rows.find(({ city }) => city === 'cn-230400');
    const base = of(plain)?.amount as number;
    const changes = [{ city: '鹤岗', phase: 2, base }];
    const ending = await ask({ changes, phaseOut: [0.9, 0.6] });
    expect(ending).toMatchObject({ shapeOnly: true, phaseOut: [0.9, 0.6], totalFen: 1e11 });
    expect(of(ending)).toMatchObject({ factor: 0, unit: { phaseOut: { year: 2, base } } });
    expect(of(ending)?.phaseOut).toBeCloseTo(0.6 * base, 1);
    // what it gives up goes to the others, nobody loses
    expect(ending.perHead).toBeGreaterThan(plain.perHead as number);
    expect(await ask({ changes: [{ city: '大连', phase: 1, base: 1 }] })).toMatchObject({
      code: 'TRANSFER_UNIT',
      where: 'changes, row 2',
    });
  });
});

describe('errors on the shipped pack', () => {
  it.each([
    ['/api/classify?city=Hegan', 404, 'CITY_UNKNOWN'],
    ['/api/classify?set=T99', 400, 'IDENTIFY_SET'],
    ['/api/recovery?period=1066', 400, 'PERIOD_UNKNOWN'],
    ['/api/analyse/population?city=230400&from=2020&to=2010', 400, 'CALL_OPTION'],
    ['/api/evaluate?from=2020&to=2010', 400, 'CALL_OPTION'],
  ])('%s', async (url, status, code) => {
    expect((await server.inject(url)).json()).toMatchObject({ status, code });
  });

  it('names field and row of a unit that cannot be read', async () => {
    const payload = { budget: 1, period: '2018', units: [{ city: 'a', population: 'many' }] };
    const response = await server.inject({ method: 'POST', url: '/api/transfer', payload });
    expect(response.json()).toMatchObject({ code: 'TRANSFER_UNIT', where: 'units, row 2' });
  });
});
