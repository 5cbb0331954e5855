import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SuccessorsAnswer } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const example = [
  '--table',
  'examples/successors/table.csv',
  '--needs',
  'examples/successors/needs.csv',
  '--has',
  'examples/successors/has.csv',
  '--figures',
  'examples/successors/figures.csv',
  '--without',
  'coal',
];

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('successors of the example', () => {
  it('puts conditions before scores and says what would have to be true', async () => {
    const { rows, present, issues, carbonMiddle } = await jsonHere<SuccessorsAnswer>([
      'successors',
      'Northpit',
      ...example,
    ]);
    expect(present.map(({ activity }) => activity)).toEqual(['coal', 'power', 'food']);
    expect(rows.map(({ activity, state }) => [activity, state])).toEqual([
      ['care', 'eligible'],
      ['machinery', 'eligible'],
      ['batteries', 'conditional'],
      ['software', 'shut'],
      ['tourism', 'shut'],
      ['chemicals', 'shut'],
    ]);
    const scores = new Map(rows.map(({ activity, score }) => [activity, score as number]));
    expect(scores.get('software')).toBeGreaterThan(scores.get('machinery') as number);
    const chemicals = rows.find(({ activity }) => activity === 'chemicals');
    expect(chemicals?.stranded).toBe(true);
    expect(chemicals?.strandedSays.en).toBe('On a list of controlled capacity.');
    const water = chemicals?.gates.find(({ gate }) => gate === 'water');
    expect(water).toMatchObject({
      needs: 12,
      has: 9,
      lacking: 3,
      state: 'shut',
      needsSource: { en: 'assumption' },
    });
    expect(water?.says).toEqual({
      en: 'Water (million m³ a year): 9, where at least 12 is asked; it would have to be 3 more.',
      zh: '水资源（million m³ a year）：现为 9，须至少 12；须再增加 3。',
    });
    // The median of the nine figures of carbon.
    expect(carbonMiddle).toBe(0.9);
    expect(rows.find(({ activity }) => activity === 'batteries')?.stranded).toBe(true);
    expect(issues.map(({ code }) => code)).toEqual(['SUCCESSORS_GATES']);
  });

  it('takes other weights and another middle, and writes tables', async () => {
    const out = join(folder, 'out');
    const words = [
      'successors',
      'Northpit',
      ...example,
      '--weights',
      'carbon=9, water=0',
      '--carbon-middle',
      '2',
    ];
    const { weights, rows, files } = await jsonHere<SuccessorsAnswer>([...words, '--out', out]);
    expect(weights).toEqual({ density: 1, pci: 1, gain: 1, jobs: 1, skills: 1, carbon: 9, water: 0 });
    expect(rows.find(({ activity }) => activity === 'batteries')?.stranded).toBe(false);
    expect(rows[0]?.parts.water).toBeNull();
    expect(files.map(({ path }) => path.slice(out.length + 1))).toEqual([
      'successors.csv',
      'gates.csv',
      'successors.xlsx',
    ]);
    expect(readFileSync(join(out, 'gates.csv'), 'utf8')).toContain('须再增加 3');
  });

  it('prints for people in Chinese', async () => {
    const { out } = await callHere(['successors', 'Northpit', ...example, '--lang', 'zh']);
    expect(out).toMatch(/^Northpit: 经济复杂度 -1\.\d\d, 多样性 3\n已具优势: coal；power；food/);
    expect(out).toContain('须满足的条件');
  });

  it('has no rank without extraction for what the place has then', async () => {
    // Of a, cloth is 10 of 100 where 60 of 300 is usual; without coal it is 10 of 20.
    const rows = ['a,coal,80', 'a,cloth,10', 'a,chips,10', 'b,cloth,50', 'b,chips,50', 'c,chips,100'];
    const table = file('mine.csv', ['place,activity,value', ...rows].join('\n'));
    const words = ['successors', 'a', '--table', table, '--without', 'coal'];
    const { rows: found } = await jsonHere<SuccessorsAnswer>(words);
    expect(found.map(({ activity, without }) => [activity, without?.rank])).toEqual([
      ['chips', 1],
      ['cloth', null],
    ]);
  });

  it('warns of an activity for which nobody has named a condition', async () => {
    const table = file(
      't.csv',
      'place,activity,value\na,coal,9\na,cloth,1\nb,cloth,5\nb,chips,5\nc,chips,4\nc,coal,2\n',
    );
    const { issues, rows } = await jsonHere<SuccessorsAnswer>(['successors', 'a', '--table', table]);
    expect(rows.every(({ gates }) => gates.length === 0)).toBe(true);
    expect(issues.map(({ code }) => code)).toContain('SUCCESSORS_UNGATED');
  });
});

describe('successors of a city', () => {
  it('come from the latest census, and nothing is said to be met that nobody has set', async () => {
    const found = await jsonHere<SuccessorsAnswer>(['successors', '鹤岗']);
    expect(found).toMatchObject({
      place: 'cn-230400',
      period: '2020',
      inTable: true,
      activitiesOut: ['employed_mining'],
    });
    const names = found.rows.map(({ activity }) => activity);
    expect(names).toContain('employed_manufacturing');
    expect(names).not.toContain('employed_mining');
    expect(found.rows.map(({ state }) => state)).toEqual(names.map(() => 'conditional'));
    const size = found.rows
      .find(({ activity }) => activity === 'employed_trade')
      ?.gates.find(({ gate }) => gate === 'city_size');
    expect(size).toMatchObject({ needs: null, state: 'unknown', mark: 'S' });
    expect(size?.has).toBeGreaterThan(500_000);
    expect(size?.usual).toBeGreaterThan(0);
    expect(found.rows.every(({ stranded }) => stranded === null)).toBe(true);
    expect(found.note?.zh).toContain('二十个门类');
  });

  it('hold a county against the prefectures', async () => {
    const found = await jsonHere<SuccessorsAnswer>(['successors', '孝义', '--census', '2020']);
    expect(found.inTable).toBe(false);
    expect(found.rows.length).toBeGreaterThan(3);
  });

  it('take needs of a table in the place of the empty entries of the catalog', async () => {
    const needs = file('needs.csv', 'activity,gate,needs\nemployed_trade,city_size,1000000\n');
    const { rows } = await jsonHere<SuccessorsAnswer>(['successors', '230400', '--needs', needs]);
    const trade = rows.find(({ activity }) => activity === 'employed_trade');
    expect(trade?.state).toBe('shut');
    expect(rows.at(-1)?.activity).toBe('employed_trade');
    expect(trade?.gates).toHaveLength(1);
  });
});

describe('bad input', () => {
  const refused = async (words: readonly string[]) => {
    const { status, out, err } = await callHere(words);
    expect([status, out]).toEqual([2, '']);
    return err;
  };
  const table = 'examples/successors/table.csv';

  it.each([
    ['--needs', 'activity,needs\nchemicals,1\n', /^SUCCESSORS_TABLE: .*column gate/],
    ['--needs', 'activity,gate,needs\ngold,water,1\n', /^SUCCESSORS_TABLE: .*row 2, column activity: gold/],
    ['--needs', 'activity,gate,needs,sense\nfood,water,1,more\n', /^SUCCESSORS_TABLE: .*column sense: more/],
    [
      '--needs',
      'activity,gate,needs\nfood,water,1\nfood,water,2\n',
      /^SUCCESSORS_TABLE: .*row 3, column gate: water/,
    ],
    ['--needs', 'activity,gate,needs\nfood,water,much\n', /^SUCCESSORS_TABLE: .*"much"/],
    ['--has', 'place,gate,has\nNorthpit,,1\n', /^SUCCESSORS_TABLE: .*row 2, column gate/],
    [
      '--has',
      'place,gate,has\nNorthpit,water,1\nNorthpit,water,1\n',
      /^SUCCESSORS_TABLE: .*row 3, column gate/,
    ],
    ['--figures', 'activity,skills\nfood,1.5\n', /^SUCCESSORS_TABLE: .*column skills: 1.5/],
    ['--figures', 'activity,carbon\nfood,-1\n', /^SUCCESSORS_TABLE: .*column carbon: -1/],
    ['--figures', 'activity,controlled\nfood,perhaps\n', /^SUCCESSORS_TABLE: .*column controlled: perhaps/],
    ['--figures', 'activity,carbon\nfood,1\nfood,2\n', /^SUCCESSORS_TABLE: .*row 3, column activity: food/],
  ])('is refused: %s %j', async (option, text, message) => {
    const out = join(folder, 'never');
    const words = ['successors', 'Northpit', '--table', table, option, file('wrong.csv', text), '--out', out];
    expect(await refused(words)).toMatch(message);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [['Nowhere', '--table', table], /^SUCCESSORS_PLACE: .*Nowhere.*Northpit/],
    [['Northpit'], /^CITY_UNKNOWN/],
    [['全国'], /^SUCCESSORS_PLACE/],
    [['鹤岗', '--census', '1999'], /^CALL_OPTION: option --census.*2010, 2020, latest/],
    [['鹤岗', '--weights', 'beauty=1'], /^CALL_OPTION: option --weights.*beauty/],
    [['鹤岗', '--weights', 'density'], /^CALL_OPTION: option --weights.*density=2/],
    [['鹤岗', '--weights', 'density=-1'], /^CALL_OPTION: option --weights/],
    [
      ['鹤岗', '--weights', 'density=0,pci=0,gain=0,jobs=0,skills=0,carbon=0,water=0'],
      /^CALL_OPTION: option --weights.*above 0/,
    ],
    [['鹤岗', '--carbon-middle', '-1'], /^CALL_OPTION: option --carbon-middle/],
    [['鹤岗', '--pack', 'examples/three-places'], /^SUCCESSORS_RULES/],
  ])('is refused: %j', async (words, message) => {
    expect(await refused(['successors', ...words])).toMatch(message);
  });
});
