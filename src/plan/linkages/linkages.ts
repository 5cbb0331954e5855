import { AfterlodeError } from '../../base/index.js';
import { leontiefInverse, sharesOf } from './leontief.js';
import type { Extraction, FlowTable, Linkages } from './types.js';

/**
 * How far sectors pull one another (Rasmussen 1956; Ghosh 1958 for the forward side).
 *
 * @throws AfterlodeError LINKAGES_TABLE, LINKAGES_PRODUCTIVE where sectors use more than they make
 */
export function linkagesOf(table: FlowTable): Linkages {
  const size = table.sectors.length;
  const inverse = inverseOf(table, sharesOf(table, 'inputs'));
  const ghosh = inverseOf(table, sharesOf(table, 'outputs'));
  const active = (value: number, at: number) => ((table.output[at] as number) > 0 ? value : Number.NaN);
  const columns = sums(inverse, size, 'columns').map(active);
  const rows = sums(inverse, size, 'rows').map(active);
  return {
    influence: overMean(columns),
    sensitivity: overMean(rows),
    backward: columns,
    forward: sums(ghosh, size, 'rows').map(active),
  };
}

/**
 * Hypothetical extraction of a sector (Paelinck et al. 1965): output with it less output without it, where final demand for the
 * others stays as it is.
 *
 * @param sector index in the table
 * @throws AfterlodeError LINKAGES_TABLE, LINKAGES_PRODUCTIVE
 */
export function extractionOf(table: FlowTable, sector: number): Extraction {
  const size = table.sectors.length;
  const shares = sharesOf(table, 'inputs');
  const without = shares.map((share, at) =>
    at % size === sector || Math.floor(at / size) === sector ? 0 : share,
  );
  const inverse = inverseOf(table, without);
  const own = table.output[sector] as number;
  // What the others lose is what the sector no longer buys, and what that would have pulled.
  const bought = Float64Array.from(
    { length: size },
    (_, row) => (shares[row * size + sector] as number) * own,
  );
  const lost = Float64Array.from({ length: size }, (_, row) => {
    if (row === sector) return own;
    let sum = 0;
    for (let at = 0; at < size; at++)
      if (at !== sector) sum += (inverse[row * size + at] as number) * (bought[at] as number);
    return sum;
  });
  const total = lost.reduce((sum, value) => sum + value, 0);
  const whole = table.output.reduce((sum, value) => sum + value, 0);
  return { sector: table.sectors[sector] as string, lost, total, share: total / whole };
}

function inverseOf({ sectors }: FlowTable, shares: Float64Array): Float64Array {
  const inverse = leontiefInverse(shares, sectors.length);
  if (inverse !== null) return inverse;
  const columns = sums(shares, sectors.length, 'columns');
  const worst = columns.indexOf(columns.reduce((most, value) => Math.max(most, value), 0));
  const found = (columns[worst] as number).toFixed(3);
  throw new AfterlodeError('LINKAGES_PRODUCTIVE', `${sectors[worst]}`, { found });
}

function sums(matrix: Float64Array, size: number, of: 'rows' | 'columns'): Float64Array {
  const result = new Float64Array(size);
  for (let at = 0; at < matrix.length; at++) {
    const to = of === 'columns' ? at % size : Math.floor(at / size);
    result[to] = (result[to] as number) + (matrix[at] as number);
  }
  return result;
}

function overMean(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const middle = known.reduce((sum, value) => sum + value, 0) / known.length;
  return values.map((value) => value / middle);
}
