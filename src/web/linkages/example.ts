import type { NamedText } from '../parts/table-field.js';

const files = import.meta.glob<string>('../../../examples/linkages/jobs.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Jobs of an invented city by the sectors of the national table; the command reads the same file. */
export const exampleJobs: NamedText = { name: 'jobs.csv', text: Object.values(files)[0] ?? '' };
