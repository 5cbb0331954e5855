import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ChainAnswer, ChainRow } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const nodes = file(
  'nodes.csv',
  [
    'node,name,stage,unit_value,carbon,productivity,quotient,market',
    'ore,铜精矿,原料,1,,5,2,',
    'copper,阴极铜,中间品,5,3,20,3,',
    'wire,铜线,产品,8,,30,1.2,',

    'foil,铜箔,产品,12,,40,1.5,',
    'resin,树脂,原料,6,,,,',
    'boards,电路板,产品,40,,,,',
    'cars,整车,产品,90,,,,0',
  ].join('\n'),
);
const edges = file(
  'edges.csv',
  [
    'from,to,share',
    'ore,copper,0.7',
    'copper,wire,0.8',
    'copper,foil,0.7',
    'resin,wire,0.1',
    'resin,foil,0.2',
    'foil,boards,0.3',
    'boards,cars,0.1',
  ].join('\n'),
);
const firms = file(
  'firms.csv',
  'firm,node,output,jobs,lead\nMine,ore,10,100,\nSmelter,copper,80,50,1\nWire,wire,5,,\nFoil,foil,6,,\n',
);
const given = ['chain', '--nodes', nodes, '--edges', edges, '--firms', firms];

describe('chain', () => {
  it('answers what to do about each node, by which rule, with its evidence', async () => {
    const rows = await jsonHere<readonly ChainRow[]>(given);
    expect(rows.map(({ node, action, rule }) => [node, action, rule])).toEqual([
      ['ore', 'strengthen', 'low_productivity'],
      ['copper', 'strengthen', 'low_productivity'],
      ['wire', 'none', 'sound'],
      ['foil', 'none', 'sound'],
      ['resin', 'fill', 'bought_outside'],
      ['boards', 'none', 'not_near'],
      ['cars', 'give-up', 'no_market'],
    ]);
    expect(rows[0]).toMatchObject({ jobs: 100, output: 10, evidence: { productivity: 5, median: 25 } });
    expect(rows[4]).toMatchObject({ present: false, output: null, evidence: { users: 'wire foil' } });
  });

  it('prints a table in Chinese and writes files', async () => {
    const out = join(folder, 'out');
    const { out: text } = await callHere([...given, '--out', out, '--lang', 'zh']);
    expect(text).toMatch(/树脂 +0 +1\.00 +补链 +本地用户从外地采购/);
    expect([existsSync(join(out, 'chain.csv')), existsSync(join(out, 'chain.xlsx'))]).toEqual([true, true]);
  });

  it('knows nothing of a place without firms', async () => {
    const rows = await jsonHere<readonly ChainRow[]>(given.slice(0, 5));
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['none', 'give-up']));
  });

  it.each([
    ['--nodes', 'node,market\nore,maybe\n', /column market: maybe; expected 1, 0 or nothing/],
    ['--nodes', 'node,name\nore,a\nore,b\n', /row 3, column node: ore/],
    ['--nodes', 'node,density\nore,2\n', /column density: 2/],
    ['--nodes', 'node,unit_value\nore,-2\n', /column unit_value: -2/],
    ['--nodes', 'name,stage\nore,raw\n', /column node/],
    ['--edges', 'from,to,share\nore,gold,1\n', /column to: gold/],
    ['--edges', 'from,to,share\nore,ore,1\n', /column to: ore/],
    ['--edges', 'from,to,share\nore,copper,0\n', /column share: 0/],
    ['--edges', 'from,to,share\nore,copper,\n', /column share: empty/],
    ['--edges', 'from,to,share\nore,copper,1\nore,copper,1\n', /row 3/],
    ['--firms', 'firm,node\nA,gold\n', /column node: gold/],
    ['--firms', 'firm,node\n,ore\n', /column firm: empty/],
  ])('refuses %s %j', async (option, text, message) => {
    const words = [...given];
    words[words.indexOf(option) + 1] = file('wrong.csv', text);
    const { status, out, err } = await callHere(words);
    expect([status, out, err.split(':')[0]]).toEqual([2, '', 'CHAIN_TABLE']);
    expect(err).toMatch(message);
  });
});

describe('chain with all its tables', () => {
  const example = (name: string, ...more: readonly string[]) =>
    ['nodes', 'edges', ...more].flatMap((one) => [`--${one}`, `examples/${name}/${one}.csv`]);
  const made = ['chain', ...example('chain', 'firms', 'records', 'pools', 'partners')];
  const tongling = ['chain', ...example('chain-tongling', 'records', 'partners')];
  const changzhi = ['chain', ...example('chain-changzhi', 'firms', 'records')];
  const actions = (rows: readonly ChainRow[], action: string) =>
    rows.filter((row) => row.action === action).map(({ node }) => node);
  const ifAbsent = (rows: readonly ChainRow[]) =>
    rows.flatMap(({ node, evidence }) =>
      evidence.ifAbsent === undefined ? [] : [[node, evidence.ifAbsent]],
    );

  it('tells of the made place what its page says', async () => {
    const { rows, records, poolsOfWhole } = await jsonHere<ChainAnswer>([...made, '--whole']);
    expect(actions(rows, 'strengthen')).toEqual(['ore', 'copper']);
    expect(actions(rows, 'give-up')).toEqual(['strip', 'cars']);
    expect(actions(rows, 'extend')).toEqual(['terminals']);
    const of = (node: string) => rows.find((row) => row.node === node);
    expect(of('ore')?.evidence.median).toBe(25);
    expect(of('strip')?.partners?.partner).toBe('山口市');
    expect(of('resin')?.partners?.partner).toBe('邻江市');
    expect(of('resin')).toMatchObject({ action: 'none', rule: 'not_near' });
    expect(of('copper')?.partners).toBeUndefined();
    expect(of('foil')?.pools).toMatchObject([
      { pool: 'project', entries: 1, amount: 300_000_000, without: 0 },
      { pool: 'talent', entries: 1, amount: 12 },
    ]);
    expect(of('cars')?.pools).toMatchObject([{ pool: 'client', amount: null, without: 1 }]);
    expect(poolsOfWhole).toMatchObject([{ pool: 'capital', amount: 200_000_000 }]);
    expect(records?.missing.map(({ role }) => role)).toEqual(['university', 'platform', 'policy']);
  });

  it('draws of Tongling what is known, and asks for the rest', async () => {
    const out = join(folder, 'tongling');
    const { rows, records } = await jsonHere<ChainAnswer>([...tongling, '--whole', '--out', out]);
    expect(rows).toHaveLength(19);
    expect(actions(rows, 'none')).toHaveLength(19);
    expect(rows.filter(({ rule }) => rule === 'not_looked')).toHaveLength(10);
    expect(ifAbsent(rows)).toEqual([
      ['scrap', 'fill'],
      ['motors', 'extend'],
      ['connectors', 'extend'],
    ]);
    expect(rows.find(({ node }) => node === 'scrap')?.evidence.users).toBe('cathode rod strip');
    expect(rows.find(({ node }) => node === 'boards')?.partners).toMatchObject({
      partner: null,
      offers: [{ place: '黄石', state: 'unknown', distance: 278 }],
    });
    expect(records?.missing).toHaveLength(9);
    for (const name of ['panorama', 'present']) {
      const map = readFileSync(join(out, `${name}.svg`), 'utf8');
      expect(map.match(/data-node=/g)).toHaveLength(19);
      expect(map.match(/data-edge=/g)).toHaveLength(24);
    }
  });

  it('draws of Changzhi what is known, and asks for the rest', async () => {
    const { rows, records, firms } = await jsonHere<ChainAnswer>([...changzhi, '--whole']);
    expect(rows).toHaveLength(19);
    expect(actions(rows, 'none')).toHaveLength(19);
    expect(rows.filter(({ rule }) => rule === 'not_looked')).toHaveLength(10);
    expect(ifAbsent(rows)).toEqual([
      ['methanol', 'extend'],
      ['pitch', 'extend'],
      ['hydrogen', 'extend'],
    ]);
    expect(firms.map(({ firm, lead }) => [firm, lead])).toEqual([
      ['潞安集团', true],
      ['潞安集团', true],
      ['潞宝集团', true],
    ]);
    expect(new Set(records?.records.map(({ role }) => role))).toEqual(new Set(['lead_firm']));
  });

  it.each([
    ['chain-tongling', '340700', { ore: 'employed_mining', power: 'employed_utilities' }],
    ['chain-changzhi', '140400', { coal: 'employed_mining', power: 'employed_utilities' }],
  ])('takes the quotients of %s from the shipped census', (name, code, columns) => {
    const [head = '', ...lines] = gunzipSync(readFileSync('data/tables/census_2020.csv.gz'))
      .toString('utf8')
      .split('\n');
    const keys = head.split(',');
    const shareOf = (place: string, column: string) => {
      const cells = lines.find((line) => line.startsWith(`${place},`))?.split(',') ?? [];
      const value = (key: string) => Number(cells[keys.indexOf(key)]);
      return value(column) / value('employed');
    };
    const nodes = readFileSync(`examples/${name}/nodes.csv`, 'utf8').split('\n');
    for (const [node, column] of Object.entries(columns)) {
      const quotient = nodes.find((line) => line.startsWith(`${node},`))?.split(',')[5];
      expect(Number(quotient)).toBeCloseTo(shareOf(code, column) / shareOf('100000', column), 2);
    }
  });

  it('tells people which roles, pools and partners there are', async () => {
    const { out } = await callHere([...made, '--lang', 'zh']);
    expect(out).toMatch(/树脂 .*项目库 1、人才库 1 +邻江市/);
    expect(out).toContain('档案缺：合作高校、公共平台、政策文件');
    expect((await callHere([...tongling, '--lang', 'en'])).out).toMatch(/废杂铜 .*; if absent: fill/);
  });

  it('writes both reports, with maps in HTML and tables in a workbook', async () => {
    const analysis = join(folder, 'analysis.html');
    await callHere([
      ...made,
      '--report',
      'analysis',
      '--title',
      '北坑铜链',
      '--lang',
      'zh',
      '--out',
      analysis,
    ]);
    const text = readFileSync(analysis, 'utf8');
    expect(text).toContain('北坑铜链');
    expect(text.match(/<svg /g)).toHaveLength(2);
    for (const word of ['成立条件', '山口市', '档案缺：合作高校', '电解铜箔团队'])
      expect(text).toContain(word);
    const promotion = join(folder, 'promotion.html');
    await callHere([...made, '--report', 'promotion', '--lang', 'en', '--out', promotion]);
    expect(readFileSync(promotion, 'utf8')).toContain('Close it with 邻江市 before building here.');
    await callHere([...tongling, '--report', 'promotion', '--lang', 'en', '--out', promotion]);
    const told = readFileSync(promotion, 'utf8');
    expect(told).toContain('no promise');
    expect(told).toMatch(/If it is absent: fill .*阴极铜, 铜杆铜线, 铜板带/s);
    expect(told).toContain('Nobody is named as: chain head');
    const book = join(folder, 'analysis.xlsx');
    const words = ['--report', 'analysis', '--format', 'xlsx', '--out', book];
    expect(await jsonHere<{ readonly path: string }>([...made, ...words])).toMatchObject({ path: book });
    expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    [['--report', 'praise'], /--report is praise/],
    [['--report', 'analysis', '--format', 'odt'], /--format is odt/],
    [['--format', 'html'], /--format is html/],
  ])('refuses %j', async (words, message) => {
    const { err, status } = await callHere([...made, ...words, '--lang', 'en']);
    expect([status, message.test(err)]).toEqual([2, true]);
  });

  it.each([
    ['--records', 'role,name\nking,A\n', /column role: king/],
    ['--records', 'role,name,node\nbank,A,gold\n', /column node: gold/],
    ['--pools', 'pool,name\ncar,A\n', /column pool: car/],
    ['--pools', 'pool,name\nclient,\n', /column name: empty/],
    ['--pools', 'pool,name,amount\nclient,A,-1\n', /column amount: -1/],
    ['--partners', 'place,node\n,ore\n', /column place: empty/],
    ['--partners', 'place,node\nA,ore\nA,ore\n', /row 3, column node: ore/],
    ['--partners', 'place,node,distance\nA,ore,-5\n', /column distance: -5/],
    ['--nodes', 'node,present\nore,0\n', /column node: ore; expected a node whose column present is not 0/],
  ])('refuses %s %j', async (option, text, message) => {
    const wrong = file('wrong-beside.csv', text);
    const one = file('one-edge.csv', 'from,to,share\nore,copper,1\n');
    const ore = file('one-node.csv', 'node,name\nore,\ncopper,\n');
    const own = file('one-firm.csv', 'firm,node\nA,ore\n');
    const nodes = option === '--nodes' ? file('with-copper.csv', `${text}copper,\n`) : ore;
    const given = ['chain', '--nodes', nodes, '--edges', one, '--firms', own];
    const words = option === '--nodes' ? given : [...given, option, wrong];
    const { err, status } = await callHere([...words, '--lang', 'en']);
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err).toContain('CHAIN_TABLE');
  });
});
