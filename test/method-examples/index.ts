import { aggregateExamples } from './aggregate.js';
import { checkExamples } from './check.js';
import type { Examples } from './example.js';
import { imputeExamples } from './impute.js';
import { normaliseExamples } from './normalise.js';
import { treatExamples } from './treat.js';

/** All examples; a family of methods has a file of its own. */
export const examples: Examples = {
  ...aggregateExamples,
  ...checkExamples,
  ...imputeExamples,
  ...normaliseExamples,
  ...treatExamples,
};
