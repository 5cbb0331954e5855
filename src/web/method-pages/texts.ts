const files = import.meta.glob<string>('../../../docs/methods/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Text of a method page such as `carbon/lmdi`; null if there is none. The pages are those of the checkout the program was built from. */
export function methodText(page: string): string | null {
  return files[`../../../docs/methods/${page}.md`] ?? null;
}
