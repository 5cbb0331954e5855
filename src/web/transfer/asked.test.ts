import { describe, expect, it } from 'vitest';
import type { TransferAnswer } from '../../api/contract.js';
import { askedOf, changedBody, changesText, fixedText, isChanged, plainBody, usual } from './asked.js';
import { transferCsv, unitsForm } from './transfer-csv.js';

const of = (text: string) => askedOf(new URLSearchParams(text));
const row = (city: string, amount: number) => ({
  city,
  name: { zh: '鹤岗市', en: 'Hegang' },
  fixed: 0,
  factor: amount,
  performance: null,
  phaseOut: 0,
  amount,
  amountFen: amount * 100,
  unit: { population: 7, coefficients: { fiscal: 1 }, phaseOut: null, performance: null },
});
const answer = {
  period: '2020',
  formula: 'cn_2012',
  shapeOnly: true,
  rows: [row('cn-230400', 40.5), row('b,c:d%', 1)],
} as unknown as TransferAnswer;

describe('the state of the simulator in the address', () => {
  it('is the usual one where nothing or nonsense is said', () => {
    for (const text of ['', 'budget=-1&period=soon&pool=2&phaseout=0.5,x&fixed=county&change=a:b'])
      expect(of(text)).toMatchObject({ ...usual, pool: null, phaseOut: null, performance: true });
    expect(isChanged(of('budget=1&period=2015&formula=cn_2012&city=a'))).toBe(false);
    for (const text of ['performance=no', 'pool=0', 'fixed=county:0', 'phaseout=1', 'change=a:phase:1'])
      expect(isChanged(of(text))).toBe(true);
  });

  it('gives back fixed amounts and changes, whatever signs a name has', () => {
    const changes = new Map([
      ['b,c:d%', { phase: '1', fiscal: '1.5' }],
      ['a', { performance: '80' }],
    ]);
    const fixed = new Map([['county', 3e6]]);
    const query = new URLSearchParams({
      change: changesText(changes) ?? '',
      fixed: fixedText(fixed) ?? '',
    });
    expect(of(query.toString())).toMatchObject({ changes, fixed });
    expect([changesText(new Map()), fixedText(new Map())]).toEqual([null, null]);
  });
});

describe('the questions', () => {
  it('ask without changes first, and begin a phase-out from what a unit then gets', () => {
    const asked = of(
      'budget=5&pool=0.01&performance=no&phaseout=0.8,0.4&change=cn-230400:phase:2,x:fiscal:2',
    );
    expect(plainBody(asked, null)).toEqual({ budget: 5, period: '2020' });
    expect(changedBody(asked, [{ city: 'x' }], answer)).toEqual({
      budget: 5,
      period: '2020',
      units: [{ city: 'x' }],
      performance: false,
      pool: 0.01,
      phaseOut: [0.8, 0.4],
      changes: [
        { city: 'cn-230400', phase: '2', base: '40.5' },
        { city: 'x', fiscal: '2' },
      ],
    });
  });
});

describe('the files', () => {
  it('hold every row with its origin, and the units as a form', () => {
    const [head, first] = transferCsv(answer, new Map([['cn-230400', 54]]), {
      catalog: 'c',
      link: 'l',
    }).split('\r\n');
    const cells = Object.fromEntries(head?.split(',').map((name, at) => [name, first?.split(',')[at]]) ?? []);
    expect(cells).toMatchObject({
      name_zh: '鹤岗市',
      fiscal: '1',
      performance_yuan: '',
      amount_yuan: '40.5',
      amount_fen: '4050',
      amount_unchanged_yuan: '54',
      shape_only: 'true',
      link: 'l',
    });
    expect(unitsForm(answer).split('\r\n')).toEqual([
      'city,grade,fixed,population,fiscal,phase,base,performance',
      'cn-230400,,,7,1,,,',
      '"b,c:d%",,,7,1,,,',
      '',
    ]);
  });
});
