import { describe, expect, it } from 'vitest';
import type { DataTable } from '../types.js';
import { denominate } from './denominate.js';

const none = Number.NaN;

function table(values: readonly number[], denominator: string | null, people: readonly number[]): DataTable {
  return {
    units: values.map((_, row) => `u${row}`),
    times: null,
    indicators: [{ code: 'jobs', direction: 1, goalposts: null, target: null, denominator }],
    columns: [Float64Array.from(values)],
    denominators: new Map([
      ['people', Float64Array.from(people)],
      ['area', Float64Array.from(people)],
    ]),
    groups: new Map(),
  };
}

describe('denominate', () => {
  it('divides row by row', () => {
    const { columns, issues } = denominate(table([6, -1, 0], 'people', [3, 4, 5]));
    expect([...(columns[0] ?? [])]).toEqual([2, -0.25, 0]);
    expect(issues).toEqual([]);
  });

  it('a denominator of zero or none makes the value missing, never infinite, and is told', () => {
    const { columns, issues } = denominate(table([6, 0, 7, 8], 'people', [0, 0, none, 2]));
    expect([...(columns[0] ?? [])]).toEqual([none, none, none, 4]);
    expect(issues.map(({ code, where }) => [code, where])).toEqual([['INDEX_DENOMINATOR', 'jobs']]);
    expect(issues[0]?.message.en).toContain('3 values');
    expect(issues[0]?.message.en).toContain('people');
  });

  it('a missing value stays missing and is not told again', () => {
    const { columns, issues } = denominate(table([none, none], 'people', [0, 2]));
    expect([...(columns[0] ?? [])]).toEqual([none, none]);
    expect(issues).toEqual([]);
  });

  it('gives back the same array where nothing is divided, and changes no input', () => {
    const plain = table([1, 2], null, [2, 2]);
    expect(denominate(plain).columns[0]).toBe(plain.columns[0]);
    const divided = table([1, 2], 'people', [2, 2]);
    denominate(divided);
    expect([...(divided.columns[0] ?? [])]).toEqual([1, 2]);
  });

  it('a denominator that is not there is an error that names those that are', () => {
    const call = () => denominate(table([1], 'Population', [2]));
    expect(call).toThrow(
      /INDEX_TABLE: indicator jobs: found denominator "Population", expected .*people, area/,
    );
    const none = () => denominate({ ...table([1], 'Population', [2]), denominators: new Map() });
    expect(none).toThrow(/type Denominator/);
  });
});
