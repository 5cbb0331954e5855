import type { FormulaMethod } from './method.js';
import { totalOfParts } from './total-of-parts.js';

/**
 * Effective number of parts, exp(−Σ p ln p) with p = x / Σx: n for n equal parts, 1 where one part is everything.
 * A part that is 0 adds nothing. Missing for a negative part or a sum of 0.
 */
export const entropyEffectiveNumber: FormulaMethod = {
  id: 'entropy_effective_number',
  usesCountry: false,
  compute: (inputs) => {
    const sum = totalOfParts(inputs);
    if (Number.isNaN(sum)) return Number.NaN;
    let entropy = 0;
    for (const value of inputs) {
      const share = value / sum;
      if (share > 0) entropy -= share * Math.log(share);
    }
    return Math.exp(entropy);
  },
};
