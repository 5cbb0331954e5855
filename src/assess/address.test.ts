import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './address.js';

describe('addresses', () => {
  it('are read and written back', () => {
    for (const text of [
      'value/cn-230400/2020/population',
      'score/cn-230400/2020/people_work.work',
      'rank/cn-230400/2020/people_work',
      'light/cn-211402-yangjiazhangzi/2010/a',
      'peers/cn-230400/2020/a',
      'group/2010/a/listed.others.prefecture',
      'weight/people_work.work',
      'goalposts/people_work.work.a',
      'target/a',
      'parameter/peers_minimum',
      'population/cn-230400/2010..2020/ageing/first/old60',
      'carbon/A/2000..2020,chained=true,table=a%2Fb.csv/tapio/elasticity',
    ]) {
      expect(formatAddress(parseAddress(text))).toBe(text);
    }
    expect(parseAddress('score/c/2020/i.x')).toEqual({
      kind: 'score',
      city: 'c',
      period: '2020',
      node: 'i.x',
    });
    expect(formatAddress(parseAddress('value/c/2020/a#371200'))).toBe('value/c/2020/a');
  });

  it('are refused with the form expected', () => {
    expect(() => parseAddress('value/c/2020')).toThrow(/NUMBER_UNKNOWN.*value\/CITY\/PERIOD\/INDICATOR/);
    expect(() => parseAddress('value/c//a')).toThrow(/NUMBER_UNKNOWN/);
    expect(() => parseAddress('jobs/c/2010..2020')).toThrow(/NUMBER_UNKNOWN.*jobs\/PLACE\/SPAN\/PATH/);
    expect(() => parseAddress('jobs/c/2010..2020/base//total')).toThrow(/NUMBER_UNKNOWN/);
    for (const wrong of ['', 'toString/x', 'number/1', '看/c/2020/a']) {
      expect(() => parseAddress(wrong)).toThrow(/NUMBER_UNKNOWN.*rank\/CITY\/PERIOD\/INDEX/);
    }
  });
});
