import { AfterlodeError } from '../../../base/index.js';
import type { Values } from '../types.js';

/** What the scale of the adjusted Mazziotta–Pareto index is held to. */
export interface AmpiReference {
  /** The value that becomes 100, such as the mean of a base year. */
  readonly reference: number;
  /** -1 where less is better. */
  readonly direction: 1 | -1;
  /** Goalposts lie half this range to either side; absent: from the smallest to the largest value of the column. */
  readonly range?: readonly [number, number] | undefined;
}

/**
 * Scale of the adjusted Mazziotta–Pareto index: the reference becomes 100 and the whole range of the indicator over all
 * units and years is 60 points wide, so that a reference in its middle gives 70 to 130.
 *
 * @param column raw values of all units in all years; missing stays missing
 * @throws AfterlodeError INDEX_RULE where the reference is no number
 */
export function rescaleAmpi(column: Values, { reference, direction, range }: AmpiReference): Values {
  if (!Number.isFinite(reference)) {
    throw new AfterlodeError('INDEX_RULE', 'ampi', {
      found: { en: `reference ${reference}`, zh: `参考值 ${reference}` },
      expected: { en: 'a reference value in the units of the indicator', zh: '以指标单位计的参考值' },
    });
  }
  const [low, high] = range ?? extremes(column);
  // A column that nowhere differs says nothing: 0 ÷ 0 is missing, as in other scales.
  const width = high - low;
  return column.map((value) =>
    width > 0 ? 100 + (direction * 60 * (value - reference)) / width : Number.NaN,
  );
}

function extremes(column: Values): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of column) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
