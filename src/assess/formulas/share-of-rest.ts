import type { FormulaMethod } from './method.js';

/** Share of `[part, whole, excluded]`: part ÷ (whole − excluded). Missing where the rest is 0. */
export const shareOfRest: FormulaMethod = {
  id: 'share_of_rest',
  usesCountry: false,
  compute: (inputs) => {
    const [part, whole, excluded] = inputs as unknown as [number, number, number];
    const rest = whole - excluded;
    return rest === 0 ? Number.NaN : part / rest;
  },
};
