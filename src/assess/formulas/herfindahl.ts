import type { FormulaMethod } from './method.js';

/**
 * Concentration Σ p² with p = x / Σx: 1/n for n equal parts, 1 where one part is everything.
 * Missing for a negative part or a sum of 0.
 */
export const herfindahl: FormulaMethod = {
  id: 'herfindahl',
  usesCountry: false,
  compute: (inputs) => {
    let sum = 0;
    for (const value of inputs) {
      if (value < 0) return Number.NaN;
      sum += value;
    }
    if (sum === 0) return Number.NaN;
    let squares = 0;
    for (const value of inputs) squares += (value / sum) ** 2;
    return squares;
  },
};
