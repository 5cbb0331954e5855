import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChainAnswer, ComplexityAnswer, LinkagesAnswer, ProblemAnswer } from '../../src/api/contract.js';
import { chainAnswer } from '../../src/api/schemas-chain.js';
import { complexityAnswer, linkagesAnswer } from '../../src/api/schemas-plan.js';
import { chainMap, chainOf, chainReportFile, complexityOf, linkagesOf } from '../../src/app/index.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** Planning behind its endpoints, with the real use cases. */

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({
    complexityOf: (_ws, ...given) => complexityOf(ws, ...given),
    linkagesOf: (_ws, ...given) => linkagesOf(ws, ...given),
    chainOf: (_ws, ...given) => chainOf(ws, ...given),
    chainMap: (_ws, ...given) => chainMap(ws, ...given),
    chainReportFile: (_ws, ...given) => chainReportFile(ws, ...given),
  });
});
afterAll(() => fake.server.close());

const ask = (url: string, payload: object) =>
  fake.server.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'en' } });
const codeOf = async (url: string, payload: object) => (await ask(url, payload)).json<ProblemAnswer>().code;

describe('POST /api/complexity', () => {
  const table = 'place,activity,value\na,x,1\na,y,1\nb,y,1\n';

  it('answers what the command answers', async () => {
    const answer = (await ask('/api/complexity', { table, threshold: 0.5 })).json<ComplexityAnswer>();
    expect(complexityAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.places.map(({ eci }) => eci?.toFixed(6))).toEqual(['1.000000', '-1.000000']);
    const words = { census: '2020', without: ['employed_mining'], shrink: 50 };
    const census = (await ask('/api/complexity', words)).json<ComplexityAnswer>();
    expect(census.without?.activities).toHaveLength(19);
  });

  it('refuses what it cannot read', async () => {
    expect(await codeOf('/api/complexity', {})).toBe('CALL_OPTION');
    expect(await codeOf('/api/complexity', { table: 'place,value\na,1\n' })).toBe('COMPLEXITY_TABLE');
    expect((await ask('/api/complexity', { table, threshold: 0 })).statusCode).toBe(400);
  });
});

describe('POST /api/linkages', () => {
  const output = 'sector,output\ncoal,100\npower,200\n';
  const flows = 'from,to,value\ncoal,coal,20\ncoal,power,60\npower,coal,40\npower,power,20\n';

  it('answers what the command answers', async () => {
    const answer = (await ask('/api/linkages', { flows, output, extract: ['power'] })).json<LinkagesAnswer>();
    expect(linkagesAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.extraction[0]?.total).toBeCloseTo(275, 10);
    const jobs = 'sector,city,country\ncoal,30,100\npower,10,300\n';
    expect((await ask('/api/linkages', { flows, output, jobs })).json<LinkagesAnswer>().delta).toBe(0.3);
    const pack = (await ask('/api/linkages', { packTable: 'io_2020_42' })).json<LinkagesAnswer>();
    expect(pack.sectors).toHaveLength(42);
  });

  it('refuses what it cannot read', async () => {
    expect(await codeOf('/api/linkages', { flows })).toBe('CALL_OPTION');
    expect(await codeOf('/api/linkages', { flows: 'from,to,value\na,b,1\n', output })).toBe('LINKAGES_TABLE');
    const greedy = 'from,to,value\ncoal,coal,101\n';
    expect(await codeOf('/api/linkages', { flows: greedy, output })).toBe('LINKAGES_PRODUCTIVE');
  });
});

describe('POST /api/chain', () => {
  const asked = {
    nodes: 'node,name\nresin,树脂\nfoil,铜箔\nwire,铜线\n',
    edges: 'from,to,share\nresin,foil,0.2\nresin,wire,0.1\n',
    firms: 'firm,node\nA,foil\nB,wire\n',
  };

  it('answers a row for each node', async () => {
    const answer = (await ask('/api/chain', asked)).json<ChainAnswer>();
    expect(chainAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.rows.map(({ node, action }) => [node, action])).toEqual([
      ['resin', 'fill'],
      ['foil', 'none'],
      ['wire', 'none'],
    ]);
  });

  it('refuses what it cannot read', async () => {
    const edges = 'from,to,share\nresin,gold,1\n';
    expect(await codeOf('/api/chain', { ...asked, edges })).toBe('CHAIN_TABLE');
    expect((await ask('/api/chain', { nodes: asked.nodes })).statusCode).toBe(400);
  });
});

describe('POST /api/chain with all tables', () => {
  const read = (name: string) => readFileSync(`examples/chain/${name}.csv`, 'utf8');
  const names = ['nodes', 'edges', 'firms', 'records', 'pools', 'partners'];
  const tables = Object.fromEntries(names.map((name) => [name, read(name)]));

  it('answers records, pools and partners', async () => {
    const answer = (await ask('/api/chain', { ...tables, title: 'Northpit' })).json<ChainAnswer>();
    expect(chainAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer).toMatchObject({ title: 'Northpit', poolsOfWhole: [{ pool: 'capital', entries: 1 }] });
    expect(answer.records?.missing).toHaveLength(3);
    expect(await codeOf('/api/chain', { ...tables, pools: 'pool,name\ncar,A\n' })).toBe('CHAIN_TABLE');
  });

  it('sends maps and reports as files', async () => {
    const map = await ask('/api/chain/map', { ...tables, picture: 'present', lang: 'zh' });
    expect(map.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-disposition': expect.stringContaining('filename="present.svg"') as string,
    });
    expect(map.body).toMatch(/^<svg .*data-node="resin".*<\/svg>\n$/s);
    const asked = { ...tables, kind: 'promotion', format: 'html', lang: 'en' };
    const report = await ask('/api/chain/report', asked);
    expect(report.headers['content-type']).toContain('text/html');
    expect(report.body).toContain('Promotion of an industry chain');
    const book = await ask('/api/chain/report', { ...asked, kind: 'analysis', format: 'xlsx' });
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await ask('/api/chain/map', { ...tables, picture: 'dream', lang: 'zh' })).statusCode).toBe(400);
    expect((await ask('/api/chain/report', { ...asked, format: 'odt' })).statusCode).toBe(400);
    expect(await codeOf('/api/chain/report', { ...asked, edges: 'from,to\na,b\n' })).toBe('CHAIN_TABLE');
  });
});
