import { z } from 'zod';
import { aggregationSchema } from './schema-steps.js';
import { baseSchemas } from './schema-words.js';
import { type Aggregation } from './types.js';

const { strict, id, text } = baseSchemas;

/** A node of an index as it stands in the file. */
export type RawIndexNode = RawIndexBranch | RawIndexLeaf;
export interface RawIndexBranch {
  id: string;
  label: { en: string; zh: string };
  weight: number;
  of: RawIndexNode[];
  aggregate?: Aggregation | undefined;
  minimum_coverage?: number | undefined;
}
export interface RawIndexLeaf {
  indicator: string;
  weight: number;
  goalposts?: [number, number] | undefined;
}

const weight = z.number().min(0).max(1);

const branch: z.ZodType<RawIndexBranch> = strict({
  id,
  label: text,
  weight,
  get of() {
    return z.array(indexNodeSchema).min(1);
  },
  aggregate: aggregationSchema.optional(),
  minimum_coverage: z.number().min(0).max(1).optional(),
});

const leaf: z.ZodType<RawIndexLeaf> = strict({
  indicator: id,
  weight,
  goalposts: z
    .tuple([z.number(), z.number()])
    .optional()
    .describe('Values in the base unit: worst (score 0), best (score 100).'),
});

/** A branch (`of`) or a leaf (`indicator`) of an index. */
export const indexNodeSchema: z.ZodType<RawIndexNode> = z.lazy(() => z.union([leaf, branch]));

/** A condition as it stands in the file. */
export type RawCondition =
  | {
      indicator: string;
      is: 'lt' | 'le' | 'gt' | 'ge';
      than: number | { parameter: string } | { indicator: string };
    }
  | { light: string; in: ('green' | 'yellow' | 'red')[] }
  | { all: RawCondition[] }
  | { any: RawCondition[] };

/** A condition over indicators, lights, and other conditions. */
export const conditionSchema: z.ZodType<RawCondition> = z.lazy(() =>
  z.union([
    strict({
      indicator: id,
      is: z.enum(['lt', 'le', 'gt', 'ge']),
      than: z.union([z.number(), strict({ parameter: id }), strict({ indicator: id })]),
    }),
    strict({ light: id, in: z.array(z.enum(['green', 'yellow', 'red'])).min(1) }),
    strict({ all: z.array(conditionSchema).min(1) }),
    strict({ any: z.array(conditionSchema).min(1) }),
  ]),
);
