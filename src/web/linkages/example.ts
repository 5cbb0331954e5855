import text from '../../../examples/linkages/jobs.csv?raw';
import type { NamedText } from '../parts/table-field.js';

/** Jobs of an invented city by the sectors of the national table; the command reads the same file. */
export const exampleJobs: NamedText = { name: 'jobs.csv', text };
