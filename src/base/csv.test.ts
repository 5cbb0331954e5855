import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvCell, csvLine, plainCell, readPlainCell } from './csv.js';

it('writes numbers with all their digits and leaves missing ones out', () => {
  expect(csvLine([0.1 + 0.2, 0, null, undefined, Number.NaN, 'a,b', 'a"b', ' a', ''])).toBe(
    '0.30000000000000004,0,,,,"a,b","a""b"," a",',
  );
});

it('is read back as it was by another program', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (cells) => {
      const [read] = parse(`${csvLine(cells)}\n`, { skip_empty_lines: false }) as string[][];
      expect(read).toEqual(cells);
    }),
  );
  expect(csvCell('a\rb')).toBe('"a\rb"');
});

it('puts an apostrophe before text that a spreadsheet would compute, and before nothing else', () => {
  const dangers = ['=1+1', '+cmd', '-x', '@SUM(A1)', '\tx', '\r=1', "'=1"];
  expect(dangers.map(plainCell)).toEqual(dangers.map((text) => `'${text}`));
  const harmless = ['a=1', '-12.5', '+3', '1e-3', "it's", '', '鹤岗', -5, null];
  expect(harmless.map(plainCell)).toEqual(harmless);
});

it('gives such text back as it was', () => {
  const letters = fc.constantFrom('=', '+', '-', '@', "'", '\t', '1', 'a');
  fc.assert(
    fc.property(fc.string({ unit: letters }), (text) => {
      expect(readPlainCell(plainCell(text))).toBe(text);
    }),
  );
});
