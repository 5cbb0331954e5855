import type { Examples } from './example.js';

/** All examples; a family of methods has a file of its own. */
export const examples: Examples = {};
