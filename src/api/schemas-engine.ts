import { z } from 'zod';
import { componentNames, issue, text } from './schemas.js';

/** What the engine is asked and what it answers; words are those of the command line (docs/guide/index-engine.md). */

const cell = z.union([z.string(), z.number(), z.null()]);
export const table = z
  .union([z.string(), z.array(z.array(cell)), z.array(z.record(z.string(), cell))])
  .describe('text of a CSV file, rows of cells with the heading first, or one object for each row');
componentNames.add(table, { id: 'Table' });

const word = z.string().min(1);

/** Words of the steps of an index. */
const options = z.strictObject({
  denominate: z.boolean().optional(),
  impute: word.optional(),
  screen: word.optional(),
  treat: word.optional(),
  treatSkew: z.number().optional(),
  treatKurtosis: z.number().optional(),
  treatPoints: z.number().optional(),
  treatFallback: word.optional(),
  treatCombined: z.boolean().optional(),
  treatForced: z.string().optional(),
  normalise: word.optional(),
  normaliseOne: z.string().optional(),
  scale: word.optional(),
  weights: word.optional(),
  aggregate: word.optional(),
  minimumCoverage: z.number().optional(),
});

export const indexRequest = z.strictObject({
  data: table,
  meta: table,
  judgements: table.optional(),
  options: options.optional().describe('words of the steps, as of `afterlode index`'),
  uncertainty: z
    .looseObject({})
    .optional()
    .describe('what varies, as in a file of uncertainties: {factors: [{vary, options, …}], runs, seed, …}'),
  runs: z.number().optional(),
  seed: z.number().optional(),
  threshold: z.number().optional(),
  time: z.number().optional(),
  sobol: z.boolean().optional(),
  samples: z.number().optional(),
  acceptability: z.boolean().optional(),
});
componentNames.add(indexRequest, { id: 'IndexRequest' });

const maybe = z.number().nullable();
const shares = z.looseObject({
  factor: z.string(),
  first: maybe,
  firstInterval: z.tuple([maybe, maybe]).nullable(),
  total: maybe,
  totalInterval: z.tuple([maybe, maybe]).nullable(),
});

export const indexAnswer = z.looseObject({
  results: z.array(
    z.looseObject({
      unit: z.string(),
      scores: z.record(z.string(), maybe),
      rank: z.number().int().nullable(),
    }),
  ),
  weights: z.array(
    z.looseObject({
      code: z.string(),
      level: z.number(),
      parent: z.string().nullable(),
      weight: z.number(),
      effective: z.number(),
    }),
  ),
  steps: z.array(z.looseObject({ step: z.string(), method: z.string(), detail: z.string() })),
  issues: z.array(issue),
  settings: z.looseObject({ program: z.string(), version: z.string() }),
  uncertainty: z
    .array(
      z.looseObject({ unit: z.string(), nominal: maybe, mean: maybe, median: maybe, q05: maybe, q95: maybe }),
    )
    .optional(),
  sensitivity: z.array(shares).optional(),
  unitSensitivity: z
    .array(z.looseObject({ unit: z.string(), variance: maybe, factors: z.array(shares) }))
    .optional(),
  failures: z
    .array(
      z.looseObject({
        of: z.enum(['replication', 'sample']),
        replication: z.string(),
        choices: z.record(z.string(), z.string()),
        code: z.string(),
        message: text,
      }),
    )
    .optional(),
});
componentNames.add(indexAnswer, { id: 'Index' });

export const mcdaRequest = z.strictObject({
  matrix: table,
  criteria: table,
  judgements: table.optional(),
  options: z
    .strictObject({
      method: word.default('topsis'),
      weights: word.default('given'),
      ties: word.default('min'),
      tieDigits: z.union([z.number(), z.literal('none')]).default(12),
      missing: word.default('refuse'),
      normalise: word.optional(),
      v: z.number().optional(),
      lambda: z.number().optional(),
      rho: z.number().optional(),
      threshold: z.number().optional(),
      concordance: z.number().optional(),
      discordance: z.number().optional(),
      form: word.optional(),
      preference: word.optional(),
      indifference: z.union([z.number(), word]).optional(),
      strict: z.union([z.number(), word]).optional(),
      inflection: z.union([z.number(), word]).optional(),
      dominance: z.boolean().optional(),
      pairs: z.boolean().optional(),
      stability: z.boolean().optional(),
      reversal: z.boolean().optional(),
    })
    .prefault({})
    .describe('words of `afterlode mcda`'),
});
componentNames.add(mcdaRequest, { id: 'DecisionRequest' });

export const mcdaAnswer = z.looseObject({
  method: z.string(),
  higherIsBetter: z.boolean(),
  weights: z.array(z.looseObject({ code: z.string(), type: z.string(), weight: z.number() })),
  results: z.array(z.looseObject({ alternative: z.string(), score: maybe, rank: maybe })),
  issues: z.array(issue),
});
componentNames.add(mcdaAnswer, { id: 'DecisionAnswer' });
