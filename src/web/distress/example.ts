import type { NamedText } from '../parts/table-field.js';

const files = import.meta.glob<string>('../../../examples/county-distress/counties.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Counties of an invented country; the command reads the same file. */
export function distressExample(): { readonly table: NamedText } {
  return { table: { name: 'counties.csv', text: Object.values(files)[0] ?? '' } };
}
