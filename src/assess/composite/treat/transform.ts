import { AfterlodeError } from '../../../base/index.js';
import { skewness } from '../check/index.js';
import type { Transform, Values } from '../types.js';

/**
 * Bends a whole column; order is kept, units of measure are lost. With min, max and range of the column:
 *
 * `log`: ln(x − min + 0.01 · range). `log-plus`: the same, but where skewness is below 0 mirrored,
 * −ln(max + 0.01 · range − x), so that a long lower tail is shortened too. `log-original`: ln(x − min + 1), which
 * depends on the unit of x. `boxCox` λ: (y^λ − 1) ÷ λ with y = x − min + 1, and ln y for λ = 0.
 *
 * @param values any unit; missing ones stay missing
 * @returns the given array where all values are equal, as there is nothing to bend
 * @throws AfterlodeError INDEX_OPTION where an exponent is so large that values run over
 * @remarks Source: documentation of COINr's `log_CT`, `log_CT_plus`, `log_CT_orig`, `boxcox` (V).
 */
export function transform(values: Values, how: Transform): Values {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (!(max > min)) return values;
  const share = 0.01 * (max - min);
  if (how === 'log') return values.map((value) => Math.log(value - min + share));
  if (how === 'log-original') return values.map((value) => Math.log(value - min + 1));
  if (how === 'log-plus') {
    return skewness(values) < 0
      ? values.map((value) => -Math.log(max + share - value))
      : values.map((value) => Math.log(value - min + share));
  }
  return boxCox(values, min, max, how.boxCox);
}

function boxCox(values: Values, min: number, max: number, lambda: number): Values {
  const bent = (value: number) =>
    lambda === 0 ? Math.log(value - min + 1) : ((value - min + 1) ** lambda - 1) / lambda;
  if (!Number.isFinite(bent(max))) {
    throw new AfterlodeError('INDEX_OPTION', 'Box-Cox', {
      found: lambda,
      expected: { en: 'a smaller exponent', zh: '较小的指数' },
    });
  }
  return values.map(bent);
}
