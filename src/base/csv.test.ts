import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvCell, csvLine } from './csv.js';

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
