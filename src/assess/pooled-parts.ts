import type { IndicatorId } from '../base/index.js';
import type { Catalog, Indicator } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import { cellValue } from './judge.js';

/** An observed additive indicator that is added (1) or taken away (-1). */
export interface Part {
  readonly indicator: IndicatorId;
  readonly sign: 1 | -1;
}

/** What is summed over and under the line of a pooled ratio. */
export interface PooledParts {
  readonly over: readonly Part[];
  readonly under: readonly Part[];
}

/**
 * The sums a ratio can be pooled from: for `ratio` and `share_of_rest` over observed additive indicators, or over sums and
 * differences of such. Null for everything else, since other indicators cannot be added up over units.
 */
export function pooledParts(catalog: Catalog, indicator: Indicator): PooledParts | null {
  const { formula } = indicator;
  if (formula?.op === 'ratio') {
    return both(additive(catalog, formula.of[0], 1), additive(catalog, formula.of[1], 1));
  }
  if (formula?.op === 'use' && formula.method === 'share_of_rest') {
    const [part, whole, excluded] = formula.of as [IndicatorId, IndicatorId, IndicatorId];
    const rest = [additive(catalog, whole, 1), additive(catalog, excluded, -1)];
    return both(additive(catalog, part, 1), rest.includes(null) ? null : rest.flatMap((one) => one ?? []));
  }
  return null;
}

function both(over: readonly Part[] | null, under: readonly Part[] | null): PooledParts | null {
  return over && under ? { over, under } : null;
}

function additive(catalog: Catalog, id: IndicatorId, sign: 1 | -1): readonly Part[] | null {
  const found = catalog.indicators.get(id);
  if (!found) return null;
  const { formula } = found;
  if (!formula) return found.additive ? [{ indicator: id, sign }] : null;
  if (formula.op !== 'sum' && formula.op !== 'difference') return null;
  const parts = formula.of.map((input, at) =>
    additive(catalog, input, formula.op === 'difference' && at === 1 ? (-sign as 1 | -1) : sign),
  );
  return parts.includes(null) ? null : parts.flatMap((one) => one ?? []);
}

/** Sum of parts over cities; `NaN` if one is missing. */
export function sumOfParts(
  panel: Panel,
  parts: readonly Part[],
  cities: readonly number[],
  period: number,
): number {
  let sum = 0;
  for (const { indicator, sign } of parts) {
    for (const city of cities) sum += sign * cellValue(panel, indicator, city, period);
  }
  return sum;
}
