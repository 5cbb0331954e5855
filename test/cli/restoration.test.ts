import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RestorationAnswer } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const huaibei = 'examples/huaibei-restoration/ledger.csv';
const heading = 'project,year,item,kind,amount,payer,area_mu,unit_price,claim';

function file(...rows: readonly string[]): string {
  const path = join(folder, 'ledger.csv');
  writeFileSync(path, `${[heading, ...rows].join('\n')}\n`);
  return path;
}

describe('restoration', () => {
  it('leads the published 1:9 of Huaibei down to what holds', async () => {
    const { ladder, npv, irr, issues } = await jsonHere<RestorationAnswer>([
      'restoration',
      '--ledger',
      huaibei,
    ]);
    const ratios = Object.fromEntries(ladder.map(({ step, ratio }) => [step, Number(ratio?.toFixed(2))]));
    expect(ratios).toEqual({
      claimed: 8.91,
      claimed_all_costs: 5.68,
      supported: 2.91,
      all_investment: 1.86,
      running_costs: 1.86,
      discounted: 1.26,
      with_ecosystem: 1.26,
    });
    expect(npv.social).toBeCloseTo(6.4e9 / 1.08 ** 5 - 3.45e9, 0);
    expect(irr).toBeCloseTo((6.4 / 3.45) ** 0.2 - 1, 9);
    expect(issues.map(({ code }) => code)).toEqual(['RESTORATION_CLAIM_ONLY']);
  });

  it('has sensitivities and an interval, equal for equal seeds', async () => {
    const words = ['restoration', '--ledger', huaibei, '--runs', '500', '--seed', '7'];
    const [one, again] = [await jsonHere<RestorationAnswer>(words), await jsonHere<RestorationAnswer>(words)];
    expect(one.spread).toEqual(again.spread);
    expect(one.spread).toMatchObject({ runs: 500 });
    const found = new Map(one.sensitivity.map(({ what, ratio }) => [what, ratio]));
    expect([...found.keys()]).toEqual(['land_price', 'delay', 'costs', 'rate_low', 'rate_high']);
    expect(found.get('land_price')).toBeLessThan(1);
    expect(found.get('rate_low')).toBeGreaterThan(found.get('rate_high') as number);
  });

  it('tells each project beside all of them, and writes tables', async () => {
    const out = join(folder, 'out');
    const ledger = file(
      'A,2020,earthwork,cost,100,public,,,',
      'A,2021,building_land,benefit,,public,2,70,',
      'B,2022,monitoring,cost,10,public,,,',
      'B,2022,ecosystem,benefit,30,society,,,',
    );
    const { projects, npv } = await jsonHere<RestorationAnswer>([
      'restoration',
      '--ledger',
      ledger,
      '--rate',
      '0',
      '--out',
      out,
    ]);
    expect(projects.map(({ project, npv: own }) => [project, own.social])).toEqual([
      ['A', 40],
      ['B', 20],
    ]);
    expect(npv).toEqual({ private: 0, public: 30, social: 60 });
    expect(readFileSync(join(out, 'ladder.csv'), 'utf8')).toContain('with_ecosystem');
    expect(existsSync(join(out, 'restoration.xlsx'))).toBe(true);
  });

  it('tells who pays and whose duty it was', async () => {
    const path = join(folder, 'duties.csv');
    const rows = [
      `${heading},duty`,
      'A,2020,earthwork,cost,100,public,,,,owner',
      'A,2020,earthwork,cost,50,private,,,,owner',
      'A,2020,landscape,cost,30,public,,,,',
      'A,2021,rent,benefit,60,private,,,,',
    ];
    writeFileSync(path, rows.join('\n'));
    const { split, duties } = await jsonHere<RestorationAnswer>(['restoration', '--ledger', path]);
    expect(split.map(({ party, costs }) => [party, costs])).toEqual([
      ['private', 50],
      ['public', 130],
      ['society', 0],
    ]);
    expect(split[0]?.benefitShare).toBe(1);
    expect(duties.map(({ duty, paidByAnother }) => [duty, paidByAnother])).toEqual([
      ['owner', 100],
      [null, null],
    ]);
    const { out } = await callHere(['restoration', '--ledger', path, '--lang', 'zh']);
    expect(out).toMatch(/现有责任主体/);
    writeFileSync(path, rows.join('\n').replace('owner', 'nobody'));
    const { err } = await callHere(['restoration', '--ledger', path]);
    expect(err).toMatch(/RESTORATION_TABLE.*column duty: nobody; expected one of owner, orphan, shared/);
  });

  it('prints a ladder in Chinese', async () => {
    const { out } = await callHere(['restoration', '--ledger', huaibei, '--lang', 'zh']);
    expect(out).toMatch(/公开宣称 +19600\.0 +2200\.0 +8\.91/);
  });

  it.each([
    ['A,2020,gold,cost,1,public,,,', /row 2, column item: gold; expected one of survey/],
    ['A,2020,earthwork,benefit,1,public,,,', /column item: earthwork/],
    ['A,2020,earthwork,spent,1,public,,,', /column kind: spent/],
    ['A,2020,earthwork,cost,1,nobody,,,', /column payer: nobody/],
    ['A,2020,earthwork,cost,,public,,,', /column amount: empty/],
    ['A,2020,earthwork,cost,-5,public,,,', /column amount: -5/],
    ['A,soon,earthwork,cost,5,public,,,', /column year: "soon"/],
    ['A,20,earthwork,cost,5,public,,,', /column year: 20/],
    [',2020,earthwork,cost,5,public,,,', /column project: empty/],
  ])('refuses the line %s', async (row, message) => {
    const { status, err } = await callHere(['restoration', '--ledger', file(row)]);
    expect([status, err.split(':')[0]]).toEqual([2, 'RESTORATION_TABLE']);
    expect(err).toMatch(message);
  });

  it.each([
    ['--rate', '2'],
    ['--runs', '3'],
    ['--seed', '0.5'],
  ])('refuses %s %s', async (option, value) => {
    const { status, err } = await callHere(['restoration', '--ledger', huaibei, option, value]);
    expect(status).toBe(2);
    expect(err).toContain(`CALL_OPTION: option ${option} is ${value}`);
  });
});
