import type { FormulaMethod } from './method.js';
import { totalOfParts } from './total-of-parts.js';

/**
 * Concentration Σ p² with p = x / Σx: 1/n for n equal parts, 1 where one part is everything.
 * Missing for a negative part or a sum of 0.
 */
export const herfindahl: FormulaMethod = {
  id: 'herfindahl',
  usesCountry: false,
  compute: (inputs) => {
    const sum = totalOfParts(inputs);
    if (Number.isNaN(sum)) return Number.NaN;
    let squares = 0;
    for (const value of inputs) squares += (value / sum) ** 2;
    return squares;
  },
};
