import { AfterlodeError, phrases } from '../../../base/index.js';
import type { Preference, Threshold } from '../types.js';

/** Degree of preference, 0–1, for a lead above 0. */
export type Degree = (lead: number) => number;

/**
 * The six preference functions of Brans and Vincke (1985), with thresholds in the criterion's units or as a share of its
 * range. d is the lead of one alternative over another:
 * `usual` 1 for any d > 0; `u-shape` 1 for d > q; `v-shape` d ÷ p up to p; `level` ½ between q and p; `linear` (d − q) ÷ (p − q)
 * between q and p; `gaussian` 1 − exp(−d² ÷ 2s²).
 *
 * @param range largest less smallest value of the criterion
 * @throws AfterlodeError DECISION_OPTION for a threshold that is absent, below 0, or q above p
 */
export function degreeOf(preference: Preference, range: number, code: string): Degree {
  const read = (name: string, given: Threshold | undefined) =>
    thresholdIn(given, range, `${name} of ${code}`);
  const q = () => read('indifference', preference.indifference);
  const p = () => read('strict', preference.strict);
  switch (preference.function) {
    case 'usual':
      return () => 1;
    case 'u-shape': {
      const low = q();
      return (lead) => (lead > low ? 1 : 0);
    }
    case 'v-shape': {
      const high = p();
      return (lead) => (lead > high ? 1 : lead / high);
    }
    case 'level': {
      const [low, high] = ordered(q(), p(), code);
      return (lead) => (lead > high ? 1 : lead > low ? 0.5 : 0);
    }
    case 'linear': {
      const [low, high] = ordered(q(), p(), code);
      return (lead) => (lead > high ? 1 : lead > low ? (lead - low) / (high - low) : 0);
    }
    case 'gaussian': {
      const turn = read('inflection', preference.inflection);
      return (lead) => (turn === 0 ? 1 : -Math.expm1((-lead * lead) / (2 * turn * turn)));
    }
  }
}

function thresholdIn(given: Threshold | undefined, range: number, where: string): number {
  if (given === undefined || !(given.value >= 0) || given.value === Number.POSITIVE_INFINITY) {
    throw new AfterlodeError('DECISION_OPTION', where, {
      found: given?.value ?? phrases.nothing,
      expected: { en: 'a number from 0, or a share of the range', zh: '不小于 0 的数，或值域的份额' },
    });
  }
  return given.of === 'range' ? given.value * range : given.value;
}

function ordered(low: number, high: number, code: string): readonly [number, number] {
  if (low <= high) return [low, high];
  throw new AfterlodeError(
    'DECISION_OPTION',
    { en: `indifference of ${code}`, zh: `${code} 的无差异阈值` },
    {
      found: low,
      expected: { en: `at most the strict threshold ${high}`, zh: `不超过严格偏好阈值 ${high}` },
    },
  );
}
