import { describe, expect, it } from 'vitest';
import { absent } from '../format.js';
import { shownCell } from './table-csv.js';

describe('shownCell', () => {
  it('writes numbers as tables read them and leaves what is missing empty', () => {
    expect(shownCell(' −1,234.5 ')).toBe('-1234.5');
    expect(shownCell('+0.3')).toBe('0.3');
    expect(shownCell('1,102,853')).toBe('1102853');
    expect(shownCell(absent)).toBe('');
  });

  it('leaves words, shares and codes as they are', () => {
    for (const words of ['86 %', '3–4', '1,2', '35.0万', 'x −1', '12,3456'])
      expect(shownCell(words)).toBe(words);
  });
});
