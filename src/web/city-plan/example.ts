import type { NamedText } from '../parts/table-field.js';

const texts = import.meta.glob<string>('../../../examples/huaibei-plan/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The worked plan of `examples/huaibei-plan`, the same files that the command takes. */
export const exampleCity = 'cn-340600';
export const examplePlans: readonly NamedText[] = Object.entries(texts).map(([path, text]) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  text,
}));
