import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComplexityAnswer, LinkagesAnswer } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const refused = async (words: readonly string[]) => {
  const { status, out, err } = await callHere(words);
  expect([status, out]).toEqual([2, '']);
  return err;
};

describe('complexity', () => {
  const table = file(
    'jobs.csv',
    [
      'place,activity,value',
      'a,coal,90',
      'a,farms,40',
      'b,coal,60',
      'b,farms,50',
      'b,cloth,5',
      'c,cloth,60',
      'c,farms,20',
      'c,chips,30',
      'd,chips,70',
      'd,cloth,40',
      'd,banks,30',
    ].join('\n'),
  );

  it('answers places, activities and cells', async () => {
    const { places, activities, cells, without } = await jsonHere<ComplexityAnswer>([
      'complexity',
      '--table',
      table,
    ]);
    expect(places.map(({ place }) => place)).toEqual(['a', 'b', 'c', 'd']);
    expect(activities.map(({ activity }) => activity)).toEqual(['coal', 'farms', 'cloth', 'chips', 'banks']);
    expect(cells).toHaveLength(20);
    const [first] = cells;
    // 90 of 130 in a; 150 of 495 in all.
    expect(first).toMatchObject({ place: 'a', activity: 'coal', mcp: 1 });
    expect(first?.rca).toBeCloseTo(90 / 130 / (150 / 495), 12);
    expect(Object.keys(first ?? {})).toEqual(['place', 'activity', 'rca', 'mcp', 'density', 'cog']);
    const eci = (name: string) => places.find(({ place }) => place === name)?.eci as number;
    expect(eci('d')).toBeGreaterThan(eci('a'));
    expect(without).toBeNull();
  });

  it('computes again without what is named, and writes tables', async () => {
    const out = join(folder, 'complexity');
    const words = ['complexity', '--table', table, '--without', 'coal', '--out', out];
    const { without, files } = await jsonHere<ComplexityAnswer>(words);
    expect(without?.activitiesOut).toEqual(['coal']);
    expect(
      without?.cells.find(({ place, activity }) => place === 'b' && activity === 'farms')?.rca,
    ).toBeCloseTo(50 / 55 / (110 / 345), 12);
    expect(files.map(({ path }) => path.slice(out.length + 1))).toEqual([
      ...['places', 'activities', 'cells', 'places_without', 'activities_without', 'cells_without'].map(
        (name) => `${name}.csv`,
      ),
      'complexity.xlsx',
    ]);
    expect(readFileSync(join(out, 'places.csv'), 'utf8')).toContain('eci');
  });

  it('takes the employment of a shipped census', async () => {
    const { places, activities, issues } = await jsonHere<ComplexityAnswer>([
      'complexity',
      '--census',
      '2020',
    ]);
    expect(places.length).toBeGreaterThan(300);
    expect(places.find(({ place }) => place === 'cn-230400')?.name?.zh).toBe('鹤岗市');
    expect(activities).toHaveLength(20);
    const pci = (name: string) => activities.find(({ activity }) => activity === name)?.pci as number;
    expect(pci('employed_mining')).toBeLessThan(pci('employed_manufacturing'));
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('prints the most complex first, in Chinese', async () => {
    const { out } = await callHere(['complexity', '--table', table, '--lang', 'zh']);
    expect(out).toMatch(/^全部行业\n\n地区 +经济复杂度/);
  });

  it('says what is doubtful', async () => {
    const parts = file('parts.csv', 'place,activity,value\na,x,3\na,y,1\nb,x,\nb,y,2\nc,z,5\nd,z,4\n');
    const { issues } = await jsonHere<ComplexityAnswer>(['complexity', '--table', parts]);
    expect(issues.map(({ code }) => code)).toEqual(['COMPLEXITY_EMPTY', 'COMPLEXITY_DOUBT']);
  });

  it.each([
    ['place,value\na,1\n', /^COMPLEXITY_TABLE: .*column activity/],
    ['place,activity,value\na,x,-1\n', /^COMPLEXITY_TABLE: .*row 2, column value: -1/],
    ['place,activity,value\na,x,1\na,x,2\n', /^COMPLEXITY_TABLE: .*row 3, column activity: x/],
    ['place,activity,value\n,x,1\n', /^COMPLEXITY_TABLE: .*row 2, column place/],
    ['place,activity,value\na,x,many\n', /^COMPLEXITY_TABLE: .*"many"/],
  ])('refuses the table %j', async (text, message) => {
    expect(await refused(['complexity', '--table', file('wrong.csv', text)])).toMatch(message);
  });

  it.each([
    [['--without', 'gold'], /^CALL_OPTION: option --without.*gold/],
    [['--without', 'coal,farms,cloth,chips,banks'], /^CALL_OPTION: option --without/],
    [['--threshold', '0'], /^CALL_OPTION: option --threshold/],
    [['--least', '-1'], /^CALL_OPTION: option --least/],
    [['--proximity', 'near'], /^CALL_OPTION: option --proximity/],
    [['--census', '2020'], /^CALL_OPTION: option --census/],
  ])('refuses the options %j', async (words, message) => {
    const out = join(folder, 'never');
    expect(await refused(['complexity', '--table', table, '--out', out, ...words])).toMatch(message);
    expect(existsSync(out)).toBe(false);
  });

  it('needs a table or a year with employment', async () => {
    expect(await refused(['complexity'])).toMatch(/^CALL_OPTION: option --table.*2010, 2020/);
    expect(await refused(['complexity', '--census', '2015'])).toMatch(/^CALL_OPTION: option --census.*2015/);
  });
});

describe('linkages', () => {
  const flows = file(
    'flows.csv',
    'from,to,value\ncoal,coal,20\ncoal,power,60\npower,coal,40\npower,power,20\n',
  );
  const output = file('output.csv', 'sector,output\ncoal,100\npower,200\n');
  const given = ['linkages', '--flows', flows, '--output', output];

  it('answers sectors, and what is lost where one stops', async () => {
    const { sectors, extraction, delta } = await jsonHere<LinkagesAnswer>([...given, '--extract', 'power']);
    expect(delta).toBeNull();
    expect(sectors[0]).toMatchObject({ sector: 'coal', key: false, influenceRange: null });
    expect(sectors[0]?.influence).toBeCloseTo(13 / 12, 12);
    expect(sectors[0]?.backward).toBeCloseTo(13 / 6, 12);
    expect(sectors[0]?.forward).toBeCloseTo(2.5, 12);
    expect(extraction[0]?.total).toBeCloseTo(275, 10);
    expect(extraction[0]?.lost.map(({ sector }) => sector)).toEqual(['coal', 'power']);
  });

  it('brings a table to a city, with the range of an exponent that nobody knows', async () => {
    const jobs = file('sector-jobs.csv', 'sector,city,country\ncoal,30,100\npower,10,300\n');
    const words = [...given, '--jobs', jobs, '--extract', 'power'];
    const { sectors, extraction, delta } = await jsonHere<LinkagesAnswer>(words);
    expect(delta).toBe(0.3);
    const [coal] = sectors;
    expect(coal?.influenceRange?.low).toBeLessThanOrEqual(coal?.influence as number);
    expect(coal?.influenceRange?.high).toBeGreaterThanOrEqual(coal?.influence as number);
    const [power] = extraction;
    expect((power?.range?.high as number) - (power?.range?.low as number)).toBeGreaterThan(0);
  });

  it('reads the table of the pack, whose columns add up', async () => {
    const out = join(folder, 'linkages');
    const words = ['linkages', '--pack-table', 'io_2020_42', '--extract', '02', '--out', out];
    const { sectors, extraction } = await jsonHere<LinkagesAnswer>(words);
    expect(sectors).toHaveLength(42);
    expect(sectors[1]?.name?.zh).toBe('煤炭采选产品');
    const mean = (of: 'influence' | 'sensitivity') =>
      sectors.reduce((sum, sector) => sum + (sector[of] as number), 0) / 42;
    expect(mean('influence')).toBeCloseTo(1, 10);
    expect(mean('sensitivity')).toBeCloseTo(1, 10);
    const [coal] = extraction;
    expect(coal?.lost.reduce((sum, { lost }) => sum + lost, 0)).toBeCloseTo(coal?.total as number, 4);
    expect(existsSync(join(out, 'extraction.csv'))).toBe(true);
  });

  it('prints tables in Chinese', async () => {
    const { out } = await callHere([...given, '--extract', 'power', '--lang', 'zh']);
    expect(out).toMatch(/若 power 停产：损失产出 275\.0，占全部的 91\.67%/);
  });

  it.each([
    [['--flows', flows], /^CALL_OPTION: option --output/],
    [['--output', output], /^CALL_OPTION: option --flows/],
    [[...given.slice(1), '--delta', '0.2'], /^CALL_OPTION: option --delta/],
    [[...given.slice(1), '--extract', 'gas'], /^CALL_OPTION: option --extract.*gas/],
    [[...given.slice(1), '--pack-table', 'io_2020_42'], /^CALL_OPTION: option --pack-table/],
    [['--pack-table', 'census_2020'], /^CALL_OPTION: option --pack-table/],
    [['--pack-table', '../pack'], /^CALL_OPTION: option --pack-table/],
  ])('refuses %j', async (words, message) => {
    expect(await refused(['linkages', ...words])).toMatch(message);
  });

  it.each([
    ['from,to,value\ncoal,gas,1\n', 'sector,output\ncoal,10\n', /LINKAGES_TABLE: .*row 2, column to: gas/],
    ['from,to,value\ncoal,coal,\n', 'sector,output\ncoal,10\n', /LINKAGES_TABLE: .*column value: empty/],
    ['from,to,value\ncoal,coal,1\ncoal,coal,1\n', 'sector,output\ncoal,10\n', /LINKAGES_TABLE: .*row 3/],
    ['from,to,value\ncoal,coal,1\n', 'sector,output\ncoal,\n', /LINKAGES_TABLE: .*column output: empty/],
    ['from,to,value\ncoal,coal,11\n', 'sector,output\ncoal,10\n', /LINKAGES_PRODUCTIVE: .*1\.100/],
  ])('refuses the flows %j of %j', async (text, outputs, message) => {
    const words = ['--flows', file('f.csv', text), '--output', file('o.csv', outputs)];
    expect(await refused(['linkages', ...words])).toMatch(message);
  });

  it.each([
    ['sector,city,country\ncoal,1,10\n', /LINKAGES_TABLE: .*also power/],
    ['sector,city,country\ncoal,11,10\npower,1,10\n', /LINKAGES_TABLE: .*column city: 11/],
    ['sector,city,country\ncoal,1,10\ncoal,1,10\n', /LINKAGES_TABLE: .*row 3/],
  ])('refuses the jobs %j', async (text, message) => {
    expect(await refused([...given, '--jobs', file('j.csv', text)])).toMatch(message);
  });
});
