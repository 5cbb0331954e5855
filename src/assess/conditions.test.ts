import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import type { Comparison, Condition } from '../catalog/index.js';
import { decide, readBy, type Verdict } from './conditions.js';

const facts = {
  value: (name: string) => ({ low: 1, high: 9 })[name] ?? Number.NaN,
  parameter: (name: string) => (name === 'limit' ? 5 : null),
  light: (name: string) => (name === 'low' ? ('red' as const) : ('none' as const)),
};
const is = (name: string, how: Comparison, than: number): Condition => ({
  indicator: id<'indicator'>(name),
  is: how,
  than,
});
const yes = is('low', 'lt', 5);
const no = is('low', 'gt', 5);
const open = is('absent', 'gt', 5);

describe('decide', () => {
  it('compares with bounds in or out', () => {
    const verdicts = (['lt', 'le', 'gt', 'ge'] as const).map((how) => decide(is('low', how, 1), facts));
    expect(verdicts).toEqual(['no', 'yes', 'no', 'yes']);
  });

  it('compares with parameters and other indicators', () => {
    const than = (right: Extract<Condition, { than: unknown }>['than']) =>
      decide({ indicator: id<'indicator'>('high'), is: 'gt', than: right }, facts);
    expect(than({ parameter: 'limit' })).toBe('yes');
    expect(than({ parameter: 'unset' })).toBe('open');
    expect(than({ indicator: id<'indicator'>('low') })).toBe('yes');
    expect(than({ indicator: id<'indicator'>('absent') })).toBe('open');
  });

  it('reads lights; no light is open', () => {
    const light = (name: string): Condition => ({ light: id<'indicator'>(name), in: ['red'] });
    expect(decide(light('low'), facts)).toBe('yes');
    expect(decide({ light: id<'indicator'>('low'), in: ['green', 'yellow'] }, facts)).toBe('no');
    expect(decide(light('high'), facts)).toBe('open');
  });

  it('joins with three values', () => {
    const table: readonly (readonly [Condition[], all: Verdict, any: Verdict])[] = [
      [[yes, yes], 'yes', 'yes'],
      [[yes, no], 'no', 'yes'],
      [[yes, open], 'open', 'yes'],
      [[no, open], 'no', 'open'],
      [[open, open], 'open', 'open'],
      [[no, no], 'no', 'no'],
    ];
    for (const [parts, all, any] of table) {
      expect(decide({ all: parts }, facts)).toBe(all);
      expect(decide({ any: parts }, facts)).toBe(any);
    }
    expect(decide({ all: [yes, { any: [no, open] }] }, facts)).toBe('open');
  });
});

describe('readBy', () => {
  it('names what a condition reads once', () => {
    const condition: Condition = {
      all: [yes, no, { light: id<'indicator'>('high'), in: ['red'] }, { any: [open] }],
    };
    expect(readBy(condition)).toEqual({ values: ['low', 'absent'], lights: ['high'] });
  });
});
