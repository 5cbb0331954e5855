import type { AggregationRule } from '../types.js';

/**
 * The exponent of a rule that is a mean of transformed scores: 1 arithmetic, 0 geometric, −1 harmonic, or that of a power
 * mean; null for other rules.
 */
export function exponentOf(rule: AggregationRule): number | null {
  switch (rule.rule) {
    case 'amean':
      return 1;
    case 'gmean':
      return 0;
    case 'hmean':
      return -1;
    case 'power':
      return rule.exponent;
    default:
      return null;
  }
}
