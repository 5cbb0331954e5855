import { describe, expect, it } from 'vitest';
import { dataOf } from './use-cited.js';

const of = (path: string, query = '') => dataOf({ path, query: new URLSearchParams(query) });

describe('dataOf', () => {
  it('tells tables of the pack from those of the reader and from an example', () => {
    expect(of('/city/cn-230400', 'period=2020')).toBe('pack');
    expect(of('/subsidence/some-run')).toBe('own');
    expect(of('/carbon', 'own=yes')).toBe('own');
    expect(of('/roadmap', 'example=1')).toBe('made');
  });

  it('knows that the example of a plan is a city of the pack', () => {
    expect(of('/plan', 'city=cn-340600&example=1')).toBe('pack');
  });
});
