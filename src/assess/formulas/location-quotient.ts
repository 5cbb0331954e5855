import type { FormulaMethod } from './method.js';

/**
 * Location quotient of `[part, whole]`: the part's share in the city over its share in the country; 1 is as usual.
 * Missing where a whole or the country's part is 0.
 */
export const locationQuotient: FormulaMethod = {
  id: 'location_quotient',
  usesCountry: true,
  compute: (inputs, country) => {
    const [part, whole] = inputs as unknown as [number, number];
    const [countryPart, countryWhole] = country as unknown as [number, number];
    if (whole === 0 || countryWhole === 0 || countryPart === 0) return Number.NaN;
    return part / whole / (countryPart / countryWhole);
  },
};
