import { transform, treatColumn } from '../../src/assess/composite/treat/index.js';
import type { ForcedTreatment, Transform, Treatment } from '../../src/assess/composite/types.js';
import { column, type Example, type Examples } from './example.js';

/** Pages of docs/methods/treat/. */

const usual: Treatment = {
  method: 'winsor',
  skew: 2,
  kurtosis: 3.5,
  points: 5,
  fallback: 'log',
  combined: false,
  forced: new Map(),
};

const winsor: Example = ({ values, forced, ...settings }) => {
  const one = forced === undefined ? [] : ([['x', forced as ForcedTreatment]] as const);
  const made = treatColumn(column(values), { ...usual, ...settings, forced: new Map(one) }, 'x');
  const { outcome, skewBefore, kurtosisBefore, skewAfter, kurtosisAfter, points } = made.record;
  return {
    values: made.values,
    outcome,
    before: [skewBefore, kurtosisBefore],
    after: [skewAfter, kurtosisAfter],
    points,
  };
};

const bend =
  (how: (given: Readonly<Record<string, unknown>>) => Transform): Example =>
  (given) =>
    transform(column(given.values), how(given));

export const treatExamples: Examples = {
  'treat.winsor': winsor,
  'treat.log': bend(() => 'log'),
  'treat.log-plus': bend(() => 'log-plus'),
  'treat.log-original': bend(() => 'log-original'),
  'treat.box-cox': bend(({ lambda }) => ({ boxCox: lambda as number })),
};
