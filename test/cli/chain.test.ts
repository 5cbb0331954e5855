import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChainRow } from '../../src/app/index.js';
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
