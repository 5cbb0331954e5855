import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.js';

describe('CSV text', () => {
  it('is read with commas, semicolons or tabs, whichever the heading has', () => {
    expect(readCsv('a,b\n1,2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readCsv('a;b\r\n1,5;2\r\n')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(readCsv('a\tb\n1\t2')[1]).toEqual(['1', '2']);
  });

  it('passes over a mark at the beginning and empty lines', () => {
    expect(readCsv('\uFEFFuCode,x\n\nA,1\n\n')).toEqual([
      ['uCode', 'x'],
      ['A', '1'],
    ]);
    expect(readCsv('')).toEqual([]);
  });

  it('gives back any cells that were quoted', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', '中') });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
        const kept = rows.filter((row) => row.some((one) => one !== ''));
        expect(readCsv(text).slice(1)).toEqual(kept);
      }),
    );
  });
});
