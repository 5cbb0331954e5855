import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Calls, type FakeService, fakeServer } from './fake.js';

/** Routes of identification, analyses, evaluation and transfers: each calls its use case with what was asked. */

let fake: FakeService;
let server: FastifyInstance;
let calls: Calls;

beforeAll(async () => {
  fake = await fakeServer();
  ({ server, calls } = fake);
});
afterAll(() => server.close());
beforeEach(() => {
  calls.length = 0;
});

const post = (payload: object) => server.inject({ method: 'POST', url: '/api/transfer', payload });

describe('reading', () => {
  it.each([
    ['/api/classify', ['classify', {}]],
    ['/api/classify?city=230400&period=2020', ['classify', { period: '2020', cities: ['230400'] }]],
    ['/api/classify?city=a&city=b&set=T1', ['classify', { set: 'T1', cities: ['a', 'b'] }]],
    [
      '/api/analyse/jobs?city=a&from=2010&to=2020',
      ['analyse', 'jobs', { cities: ['a'], from: '2010', to: '2020' }],
    ],
    [
      '/api/analyse/carbon?from=2010&to=2020',
      ['analyse', 'carbon', { cities: [], from: '2010', to: '2020' }],
    ],
    [
      '/api/analyse/carbon?from=2010&to=2020&interval=decoupling&chained=true',
      ['analyse', 'carbon', { cities: [], from: '2010', to: '2020', interval: 'decoupling', chained: true }],
    ],
    ['/api/evaluate?from=2010&to=2020', ['evaluationRows', { from: '2010', to: '2020' }]],
    [
      '/api/evaluate?from=2010&to=2020&city=a&index=i',
      ['evaluationRows', { from: '2010', to: '2020', index: 'i', cities: ['a'] }],
    ],
  ])('GET %s', async (url, call) => {
    const response = await server.inject(url);
    expect(response.statusCode).toBe(200);
    expect(calls).toEqual([call]);
  });

  it('makes the recovery table once for each state of the store', async () => {
    for (const _ of [1, 2]) await server.inject('/api/recovery');
    await server.inject('/api/recovery?period=2020');
    expect(calls).toEqual([
      ['recovery', {}],
      ['recovery', { period: '2020' }],
    ]);
    fake.change();
    await server.inject('/api/recovery');
    expect(calls).toHaveLength(3);
  });

  it('asks again after a failure', async () => {
    let asked = 0;
    const failing = await fakeServer({
      recovery: () => {
        asked += 1;
        return Promise.reject(new Error('once'));
      },
    });
    for (const _ of [1, 2]) expect((await failing.server.inject('/api/recovery')).statusCode).toBe(500);
    expect(asked).toBe(2);
    await failing.server.close();
  });

  it.each([
    '/api/classify?reserves=/etc/passwd',
    '/api/analyse/jobs?from=2010&to=2020&table=/etc/passwd',
    '/api/analyse/weather?from=2010&to=2020',
    '/api/analyse/jobs?city=a',
    '/api/evaluate?from=2010',
    '/api/evaluate?from=2010&to=2020&targets=/etc/passwd',
    '/api/recovery?runs=1e9',
  ])('GET %s is refused', async (url) => {
    const response = await server.inject(url);
    expect(response.json()).toMatchObject({ status: 400, code: 'CALL_OPTION' });
    expect(calls).toEqual([]);
  });
});

describe('POST /api/analyse/:kind', () => {
  const analyse = (payload: object) => server.inject({ method: 'POST', url: '/api/analyse/carbon', payload });

  it('hands on a table as text, rows or objects, under the name of its field', async () => {
    const cells = [
      ['place', 'year'],
      ['A', '2010'],
    ];
    for (const table of [
      'place,year\nA,2010\n',
      [
        ['place', 'year'],
        ['A', 2010],
      ],
      [{ place: 'A', year: 2010 }],
    ])
      expect((await analyse({ table, from: '2010', to: '2020', chained: true })).statusCode).toBe(200);
    const call = {
      cities: [],
      table: { name: 'table', cells },
      from: '2010',
      to: '2020',
      chained: true,
    };
    expect(calls).toEqual([1, 2, 3].map(() => ['analyse', 'carbon', call]));
  });

  it('hands on the second table and the words of a kind', async () => {
    const second = { skills: 'a,b\n1,2', services: 'c,d\n3,4', similarity: '0.9', shock: '2008,2009,2012' };
    expect((await analyse({ table: 'e,f\n5,6', ...second })).statusCode).toBe(200);
    expect(calls[0]?.[2]).toMatchObject({
      skills: {
        name: 'skills',
        cells: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
      services: {
        name: 'services',
        cells: [
          ['c', 'd'],
          ['3', '4'],
        ],
      },
      similarity: '0.9',
      shock: '2008,2009,2012',
    });
  });

  it.each([{}, { table: 5 }, { table: 'a\n1', interval: 'x' }, { table: 'a\n1', path: '/etc/passwd' }])(
    'refuses %o',
    async (payload) => {
      expect((await analyse(payload)).json()).toMatchObject({ status: 400, code: 'CALL_OPTION' });
      expect(calls).toEqual([]);
    },
  );
});

describe('POST /api/transfer', () => {
  it('hands on budget, year and units as a table would hold them', async () => {
    const units = [{ city: '鹤岗', fixed: 12.5, population: 900_000, performance: null }];
    expect((await post({ budget: 1e8, period: '2024', units, performance: false })).statusCode).toBe(200);
    expect((await post({ budget: 0, period: '2024' })).statusCode).toBe(200);
    expect(calls).toEqual([
      [
        'transfer',
        {
          budget: 1e8,
          period: '2024',
          performance: false,
          rows: [{ city: '鹤岗', fixed: '12.5', population: '900000', performance: '' }],
        },
      ],
      ['transfer', { budget: 0, period: '2024' }],
    ]);
  });

  it('hands on changes of units and of the phase-out', async () => {
    const changes = [{ city: 'cn-230400', phase: 1, base: 5 }];
    await post({ budget: 1, period: '2024', changes, phaseOut: [0.8, 0.4] });
    expect(calls[0]?.[1]).toEqual({
      budget: 1,
      period: '2024',
      changes: [{ city: 'cn-230400', phase: '1', base: '5' }],
      phaseOut: [0.8, 0.4],
    });
  });

  it.each([
    {},
    { budget: 1, period: '2024', phaseOut: [2] },
    { budget: -1, period: '2024' },
    { budget: '1', period: '2024' },
    { budget: 1, period: '2024', units: [] },
    { budget: 1, period: '2024', units: '/etc/passwd' },
    { budget: 1, period: '2024', units: [{ city: ['a'] }] },
    { budget: 1, period: '2024', pool: 2 },
    { budget: 1, period: '2024', path: 'units.csv' },
  ])('refuses %o', async (payload) => {
    expect((await post(payload)).json()).toMatchObject({ status: 400, code: 'CALL_OPTION' });
    expect(calls).toEqual([]);
  });
});
