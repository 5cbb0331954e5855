import { z } from 'zod';
import { baseSchemas } from './schema-words.js';
import type { Aggregation } from './types.js';

const { strict } = baseSchemas;

const count = z.int().min(1);
const share = z.number().min(0).max(1);

/** A rule of aggregation: a word, or a word with its number. */
export const aggregationSchema: z.ZodType<Aggregation> = z.union([
  z.enum(['arithmetic', 'geometric', 'harmonic', 'copeland', 'wroclaw', 'mpi', 'ampi']),
  strict({ power: z.number().describe('Exponent of the power mean.') }),
  strict({
    ordered: z.array(z.number().min(0)).min(1).describe('Weights from the best child to the worst.'),
  }),
  strict({ best: count.describe('Mean of so many best children.') }),
  strict({ worst: count.describe('Mean of so many worst children.') }),
  strict({ shares: z.tuple([share, share]).describe('Benefit of the doubt: bounds of the shares.') }),
]);

const imputation = z.union([
  strict({ method: z.enum(['none', 'mean', 'median', 'row-mean', 'row-median']) }),
  strict({ method: z.enum(['group-mean', 'group-median']), by: z.enum(['type', 'level', 'province']) }),
  strict({
    method: z.enum(['latest', 'constant', 'linear', 'linear-constant']),
    maximum_gap: z.number().min(0).optional().describe('In years; any gap where it is left out.'),
  }),
]);

const treatment = z.union([
  strict({ method: z.literal('none') }),
  strict({
    method: z.literal('winsor'),
    skew: z.number().min(0),
    kurtosis: z.number(),
    points: count,
    fallback: z.enum(['log', 'log-plus', 'log-original', 'none']),
  }),
]);

const normalisation = strict({
  method: z.enum([
    'minmax',
    'goalposts',
    'zscore',
    'rank',
    'percentile',
    'borda',
    'distance-to-max',
    'fraction-of-max',
  ]),
  trim: z.number().min(0).max(0.49).default(0),
});

const weighting = z.union([
  z.enum(['given', 'equal']),
  strict({
    method: z.enum(['entropy', 'critic', 'std', 'pca', 'merec', 'gini']),
    scope: z
      .enum(['leaves', 'levels', 'whole'])
      .describe('Inside each group of indicators, at every level, or over all.'),
  }),
]);

/** The steps of an index. */
export const stepsSchema = strict({
  impute: imputation.default({ method: 'none' }),
  treat: treatment.default({ method: 'none' }),
  normalise: normalisation,
  weights: weighting,
});

/** Steps as they stand in the file. */
export type RawSteps = z.infer<typeof stepsSchema>;
