import { applyScale, fitScale } from '../../src/assess/composite/normalise/index.js';
import type { Goalposts, IndicatorSpec, Normalisation } from '../../src/assess/composite/types.js';
import { column, type Example, type Examples } from './example.js';

/**
 * Pages of docs/methods/normalise/. `values` are scored on the scale learnt from `learnt_from`, or from themselves;
 * `target`, `goalposts` and `units` describe the indicator, all else are settings of the method.
 */
const score =
  (method: Normalisation['method']): Example =>
  ({ values, learnt_from: known, direction, target, goalposts, units, ...settings }) => {
    const learnt = column(known ?? values);
    const indicator: IndicatorSpec = {
      code: 'x',
      direction: direction === -1 ? -1 : 1,
      target: (target as number | undefined) ?? null,
      goalposts: (goalposts as Goalposts | undefined) ?? null,
      denominator: null,
    };
    const scale = fitScale(learnt, { method, ...settings } as Normalisation, {
      indicator,
      reference: null,
      stretch: { from: 0, to: learnt.length },
      units: (units as string[] | undefined) ?? [],
    });
    return applyScale(scale, column(values));
  };

const methods: readonly Normalisation['method'][] = [
  'minmax',
  'zscore',
  'scaled',
  'rank',
  'borda',
  'percentile',
  'none',
  'distance-to-max',
  'fraction-of-max',
  'distance-to-reference',
  'distance-to-target',
  'goalposts',
];

export const normaliseExamples: Examples = Object.fromEntries(
  methods.map((method) => [`normalise.${method}`, score(method)]),
);
