import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RenewalAnswer } from '../../src/app/index.js';
import { renewalExample } from '../../src/web/renewal/example.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const parts = ['projects', 'budget', 'precedence', 'capacity', 'parcels'] as const;
const example = parts.flatMap((name) => [`--${name}`, `examples/renewal/${name}.csv`]);
const options = ['--livelihood-share', '0.5', '--discount', '0.95'];

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const head = 'project,kind,cost,value,livelihood';
const projects = (...rows: string[]) => ['--projects', file('p.csv', [head, ...rows])];
const budget = (...rows: string[]) => ['--budget', file('b.csv', ['year,budget', ...rows])];
const planOf = (words: readonly string[]) => jsonHere<RenewalAnswer>(['renewal', ...words]);
const refused = async (words: readonly string[]) => {
  const { status, out, err } = await callHere(['renewal', ...words, '--lang', 'en']);
  expect([status, out]).toEqual([2, '']);
  return err;
};

describe('renewal on the example', () => {
  it('is the example of the page, and is planned within every rule', async () => {
    for (const name of parts)
      expect(renewalExample()[name].text).toBe(readFileSync(`examples/renewal/${name}.csv`, 'utf8'));
    const answer = await planOf([...example, ...options]);
    expect(answer).toMatchObject({ status: 'optimal', valueUnit: 'score' });
    expect(answer.objective).toBeCloseTo(1197.51, 1);
    expect(answer.schedule).toHaveLength(14);
    for (const { spent, budget: most } of answer.spending) expect(spent).toBeLessThanOrEqual(most);
    expect(answer.redLines.every(({ plan }) => plan.kept)).toBe(true);
    expect(answer.redLines.filter(({ all }) => !all.kept).map(({ unit, line }) => `${unit} ${line}`)).toEqual(
      ['Coking plant demolition', 'Coking plant ratio', 'Railway yard resettled'],
    );
    expect(answer.exemptions.map(({ area }) => area)).toEqual([5400, 4600]);
    const codes = new Set(answer.issues.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual([
      'RENEWAL_FACTOR',
      'RENEWAL_LAND_SALE',
      'RENEWAL_NEVER',
      'RENEWAL_RENT',
    ]);
    expect(answer.parcels.find(({ parcel }) => parcel === 'C1')).toMatchObject({
      gates: ['contaminated'],
      functions: [],
      path: 'services',
    });
    expect(answer.parcels.find(({ parcel }) => parcel === 'R2')).toMatchObject({
      quadrant: 'now',
      path: null,
      operation: 'collective_lease',
    });
  });

  it('writes tables and pictures, and prints them in Chinese', async () => {
    const out = join(folder, 'out');
    const { out: told } = await callHere(['renewal', ...example, ...options, '--out', out, '--lang', 'zh']);
    expect(told).toContain('已证明最优');
    expect(told).toContain('高潜力低难度');
    for (const name of ['schedule', 'spending', 'outside', 'red_lines', 'exemptions', 'balance', 'parcels'])
      expect(
        readFileSync(join(out, `${name}.csv`), 'utf8')
          .trim()
          .split('\n').length,
      ).toBeGreaterThan(1);
    expect(existsSync(join(out, 'renewal.xlsx'))).toBe(true);
    const picture = readFileSync(join(out, 'gantt.zh.svg'), 'utf8');
    expect(picture.match(/<rect x=/g)).toHaveLength(14);
  });
});

describe('renewal', () => {
  it('answers the promised form', async () => {
    const before = ['--precedence', file('r.csv', ['before,after', 'B,C'])];
    const answer = await planOf([
      ...projects('A,x,4,8,0', 'B,x,3,9,1', 'C,x,3,6,0'),
      ...budget('1,6', '2,4'),
      ...before,
      '--discount',
      '0.5',
    ]);
    expect(answer).toMatchObject({
      status: 'optimal',
      objective: 13,
      bound: 13,
      gap: 0,
      schedule: [
        { project: 'B', year: 1 },
        { project: 'A', year: 2 },
      ],
      outside: [{ project: 'C', year: 2, more: 3 }],
    });
    expect(answer.spending.map(({ spent, budget: most }) => [spent, most])).toEqual([
      [3, 6],
      [4, 4],
    ]);
  });

  it('turns with the share of livelihood, and says why nothing is done', async () => {
    const two = projects('A,x,4,8,0', 'B,x,4,2,1');
    const done = async (share: string) =>
      (await planOf([...two, ...budget('1,4', '2,4'), '--livelihood-share', share])).schedule.length;
    expect([await done('0.5'), await done('0.6')]).toEqual([2, 1]);
    const empty = await planOf([...projects('A,x,4,8,0'), ...budget('1,4'), '--livelihood-share', '0.1']);
    expect(empty).toMatchObject({ objective: 0, schedule: [], livelihood: { share: null } });
    expect(empty.issues[0]?.code).toBe('RENEWAL_EMPTY');
    expect(empty.issues[0]?.message.en).toContain('the share of livelihood');
  });

  it('tells the gap where the search may end early, and doubts about figures', async () => {
    const many = Array.from(
      { length: 12 },
      (_, at) => `P${at},x,${3 + ((at * 7) % 11)},${5 + ((at * 5) % 13)},1`,
    );
    const answer = await planOf([...projects(...many), ...budget('1,20', '2,20'), '--gap', '0.5']);
    expect(answer.bound).toBeGreaterThanOrEqual(answer.objective);
    expect(answer.gap).toBeLessThanOrEqual(0.5);
    expect(answer.issues.some(({ code }) => code === 'RENEWAL_GAP')).toBe(answer.status === 'feasible');
    const areas = [
      '--projects',
      file('u.csv', [`${head},unit,demolished_area,exempt_area`, 'A,x,1,5,1,U,10,4']),
    ];
    const unit = await planOf([...areas, ...budget('1,5')]);
    expect(unit.issues.map(({ code }) => code)).toEqual(['RENEWAL_LINE_UNKNOWN', 'RENEWAL_EXEMPT']);
    expect(unit.redLines[0]).toMatchObject({
      line: 'demolition',
      all: { value: null, kept: null, change: null },
    });
  });

  it('refuses what cannot be', async () => {
    const one = projects('A,x,4,8,0', 'B,x,1,1,1');
    const year = budget('1,4');
    const order = (...rows: string[]) => ['--precedence', file('r.csv', ['before,after', ...rows])];
    expect(await refused([...one, ...year, ...order('A,B', 'B,A')])).toMatch(/RENEWAL_CIRCLE.*A → B/);
    expect(await refused([...one, ...year, ...order('A,D')])).toMatch(/RENEWAL_TABLE.*column after: D/);
    expect(await refused([...projects('A,x,-1,8,0'), ...year])).toContain('a number from 0');
    expect(await refused([...projects('A,x,1,8,maybe'), ...year])).toContain('0, 1');
    expect(await refused([...projects('A,x,1,8,1', 'A,x,1,8,1'), ...year])).toContain('A twice');
    expect(await refused([...one, ...year, '--discount', '1.5'])).toContain('CALL_OPTION');
    expect(
      await refused([...one, ...year, '--capacity', file('c.csv', ['resource,year,capacity', 'crews,1,2'])]),
    ).toContain('a column crews');
    const mixed = ['--projects', file('m.csv', [`${head},value_unit`, 'A,x,1,8,0,yuan', 'B,x,1,8,0,score'])];
    expect(await refused([...mixed, ...year])).toContain('points and yuan are not mixed');
    const must = ['--projects', file('q.csv', [`${head},required`, 'A,x,9,8,0,1'])];
    expect(await refused([...must, ...year])).toMatch(/RENEWAL_INFEASIBLE.*the yearly budgets/);
    expect(await refused([...one, ...budget('1,4', '1,5')])).toContain('each year once');
  });
});
