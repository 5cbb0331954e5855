import type { Examples } from './example.js';
import { normaliseExamples } from './normalise.js';
import { treatExamples } from './treat.js';

/** All examples; a family of methods has a file of its own. */
export const examples: Examples = { ...normaliseExamples, ...treatExamples };
