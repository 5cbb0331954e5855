import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call, json, temporaryFolder } from './call.js';
import { callHere } from './here.js';

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a call at fault ends with status 2 and one clear line', () => {
  it.each([
    [['cities', '--type', 'sleepy'], /^CALL_OPTION: option --type is sleepy, expected growing/],
    [['checkup', 'Hegamg', ...workspace], /^CITY_UNKNOWN: .*230400 鹤岗市 Hegang/],
    [['checkup', '--period', '1949', ...workspace], /^PERIOD_UNKNOWN: .*2020/],
    [['explain', 'value/nothing', ...workspace], /^NUMBER_UNKNOWN: .*value\/CITY\/PERIOD\/INDICATOR/],
    [['frobnicate'], /^CALL_COMMAND: .*frobnicate/],
    [['cities', '--colour'], /^CALL_COMMAND: .*--colour/],
    [['import', '/nowhere/file.csv', ...workspace], /^CALL_FILE_MISSING: .*nowhere/],
    [['serve', '--port', 'many', ...workspace], /^CALL_OPTION: option --port is many/],
    [['cities', '--pack', '/nowhere'], /^PACK_INVALID: .*nowhere/],
    [['cities', '--overlay', 'none'], /^CALL_OPTION: .*example_equal_dimensions/],
    [['catalog', 'effect', '--period', '2020', '--base', '/nowhere', ...workspace], /nowhere/],
  ])('%j', async (words, said) => {
    const { status, err, out } = await callHere(words);
    expect(err.trim()).toMatch(said);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([status, out]).toEqual([2, '']);
  });

  it('speaks Chinese when asked', () => {
    expect(call(['checkup', 'Atlantis', '--lang', 'zh', ...workspace]).err).toMatch(/没有“Atlantis”这个城市/);
  });
});

describe('import tells what is wrong, row and column, and keeps the rejected rows', () => {
  const table = (...rows: string[]) => `city,period,indicator,value,unit\n${rows.join('\n')}\n`;

  it.each([
    [
      'an unknown city',
      'Hegamg,2020,population,1,person',
      /IMPORT_CITY_UNKNOWN: .*row 2.*230400 鹤岗市 Hegang/,
    ],
    ['an unknown unit', '鹤岗,2020,population,1,bushel', /IMPORT_UNIT_UNKNOWN: .*row 2.*bushel/],
    ['text in a number', '鹤岗,2020,population,many,person', /IMPORT_NUMBER_TEXT: .*row 2.*many/],
    ['a year out of range', '鹤岗,1066,population,1,person', /IMPORT_YEAR_RANGE: .*row 2.*1066/],
  ])('%s', async (_name, row, said) => {
    const path = file('one.csv', table(row, '鹤岗,2019,population,1000,person'));
    const { status, err } = await callHere(['import', path, '--dry-run', ...workspace]);
    expect(status).toBe(0);
    expect(err).toMatch(said);
  });

  it.each([
    ['an empty file', '', /FILE_EMPTY/],
    ['no header that fits', 'a,b,c\n1,2,3\n', /IMPORT_LAYOUT_NONE: .*a, b, c/],
    ['bytes that are no text', new Uint8Array(100_000), /FILE_GARBAGE/],
  ])('%s', async (_name, content, said) => {
    const { status, err } = await callHere(['import', file('bad.csv', content), ...workspace]);
    expect(err).toMatch(said);
    expect(status).toBe(2);
  });

  it('names the columns that a layout misses', async () => {
    const { status, err } = await callHere([
      'import',
      file('lack.csv', 'city,value\n1,2\n'),
      '--layout',
      'long',
      ...workspace,
    ]);
    expect(err).toMatch(/IMPORT_COLUMN_MISSING: .*period/);
    expect(status).toBe(2);
  });

  it('refuses a key with another value and says where both stand', async () => {
    const path = file(
      'two.csv',
      table('鹤岗,2019,population,1000,person', '鹤岗,2019,population,2000,person'),
    );
    const { err } = await callHere(['import', path, '--dry-run', ...workspace]);
    expect(err).toMatch(/IMPORT_DUPLICATE.*row 3.*row 2|IMPORT_DUPLICATE.*row 2.*row 3/);
  });

  it('takes Chinese headings, 万 and thousands separators, and imports twice without a change', () => {
    const path = file(
      'zh.csv',
      '城市,年份,指标,数值,单位\n鹤岗,2021,population,"89.1",万人\n鹤岗,2022,population,"1,002",人\n',
    );
    const first = json<{ accepted: number; rejected: number; rejects: null }>(['import', path, ...workspace]);
    expect([first.accepted, first.rejected, first.rejects]).toEqual([2, 0, null]);
    const again = json<{ unchanged: number; revised: number }>(['import', path, ...workspace]);
    expect([again.unchanged, again.revised]).toEqual([2, 0]);
    const tree = json<{ value: number; inputs: unknown[] }>([
      'explain',
      'value/鹤岗/2021/population',
      ...workspace,
    ]);
    expect(tree.value).toBe(891000);
  });
});

describe('the machine around the program', () => {
  it('says which port is in use', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const { status, err } = call(['serve', '--port', String(port), ...workspace]);
    server.close();
    expect(err).toMatch(new RegExp(`CALL_PORT_IN_USE: .*${port}`));
    expect(status).toBe(2);
  });

  it('says that a living process holds the workspace, and works when it is gone', async () => {
    const path = file('held.csv', 'city,period,indicator,value,unit\n鹤岗,2019,population,1000,person\n');
    const held = ['--workspace', join(folder, 'held')];
    expect(call(['import', path, ...held]).status).toBe(0);
    const holder = spawn(process.execPath, ['bin/afterlode', 'serve', '--port', '0', ...held]);
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const { status, err } = call(['import', path, ...held]);
    expect(err).toMatch(/STORE_LOCKED: /);
    expect(status).toBe(2);
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGTERM');
    await gone;
    expect(call(['import', path, ...held]).status).toBe(0);
  });

  it('refuses a workspace of a newer version', () => {
    const newer = join(folder, 'newer');
    const path = file('first.csv', 'city,period,indicator,value,unit\n鹤岗,2019,population,1000,person\n');
    expect(call(['import', path, '--workspace', newer]).status).toBe(0);
    writeFileSync(join(newer, 'workspace.json'), JSON.stringify({ format: 999, schema: 999 }));
    const { status, err } = call(['import', path, '--workspace', newer]);
    expect(err).toMatch(/STORE_NEWER: /);
    expect(status).toBe(2);
  });

  it('says that a folder is not writable', () => {
    const path = file('w.csv', 'city,period,indicator,value,unit\n鹤岗,2019,population,1000,person\n');
    const { status, err } = call(['import', path, '--workspace', join(path, 'workspace')]);
    expect(err).toMatch(/STORE_NOT_WRITABLE: /);
    expect(status).toBe(2);
  });
});
