import { AfterlodeError, phrases } from '../../../base/index.js';
import { applyScale, fitScale } from '../normalise/index.js';
import type { Chain, DataTable, Scale, Stretch, Values } from '../types.js';
import { stretchesOf, wholeOf } from './stretches.js';

/** Normalised columns and the scales they were made with, by stretch and indicator. */
export interface Normalised {
  readonly columns: readonly Values[];
  readonly scales: readonly (readonly Scale[])[];
}

/**
 * Fits a scale for every indicator and applies it: in each time, over the whole table, or in one time that all others
 * are held against.
 *
 * @param columns after treatment
 * @throws AfterlodeError INDEX_TIME_UNKNOWN where scales are to be frozen to a time that the table does not have
 */
export function normaliseColumns(
  columns: readonly Values[],
  table: DataTable,
  chain: Pick<Chain, 'normalise' | 'normaliseOne' | 'scaleScope' | 'reference'>,
): Normalised {
  const stretches = stretchesOf(table);
  const fitted = chain.scaleScope === 'each' ? stretches : [fitStretch(table, chain.scaleScope)];
  const byFit = fitted.map((stretch) =>
    table.indicators.map((indicator, at) =>
      fitScale(columns[at] as Values, chain.normaliseOne.get(indicator.code) ?? chain.normalise, {
        indicator,
        reference: chain.reference,
        stretch,
        units: table.units,
      }),
    ),
  );
  const scales = stretches.map((_, at) => (byFit[at] ?? byFit[0]) as readonly Scale[]);
  const normalised = columns.map((values, at) => {
    const into = new Float64Array(values.length);
    stretches.forEach((stretch, time) => {
      applyScale((scales[time] as readonly Scale[])[at] as Scale, values, into, stretch);
    });
    return into;
  });
  return { columns: normalised, scales };
}

function fitStretch(table: DataTable, scope: Exclude<Chain['scaleScope'], 'each'>): Stretch {
  if (scope === 'whole') return wholeOf(table);
  const found = stretchesOf(table).find(({ from }) => table.times?.[from] === scope.time);
  if (found) return found;
  throw new AfterlodeError('INDEX_TIME_UNKNOWN', 'scale', {
    found: scope.time,
    expected: [...new Set(table.times ?? [])].join(', ') || phrases.timeColumn,
  });
}
