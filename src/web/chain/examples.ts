import type { NamedText } from '../parts/table-field.js';

/** Files of the page. */
export const chainFields = ['nodes', 'edges', 'firms', 'records', 'pools', 'partners'] as const;
export type ChainField = (typeof chainFields)[number];

/** Folders of the examples, which the command reads too, by the names in the address. */
const folders = { made: 'chain', tongling: 'chain-tongling', changzhi: 'chain-changzhi' } as const;
export type ChainExample = keyof typeof folders;
export const chainExampleNames = Object.keys(folders) as readonly ChainExample[];

const files = import.meta.glob<string>('../../../examples/chain*/*.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The tables of an example; those that it lacks are left out. */
export function chainExample(name: string): Readonly<Partial<Record<ChainField, NamedText>>> {
  const folder = folders[name as ChainExample];
  return Object.fromEntries(
    chainFields.flatMap((field) => {
      const text = files[`../../../examples/${folder}/${field}.csv`];
      return text === undefined ? [] : [[field, { name: `${field}.csv`, text }]];
    }),
  );
}
