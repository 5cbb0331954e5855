/** Colours by the names of their tokens, such as `--ink`. */
export type Tokens = Readonly<Record<string, string>>;

/** Colour tokens of the light page, which print takes too, and of the dark one, as `styles/base.css` sets them. */
export function tokensOf(css: string): { readonly light: Tokens; readonly dark: Tokens } {
  const [light = {}, dark = {}] = Array.from(css.matchAll(/:root \{([^}]*)\}/g), ([, block = '']) =>
    Object.fromEntries(
      Array.from(block.matchAll(/(--[\w-]+): (#[\da-f]{6});/g), ([, name = '', colour = '']) => [
        name,
        colour,
      ]),
    ),
  );
  return { light, dark };
}

/** What is written or drawn in one colour on another, and the least contrast that WCAG 2.2 asks of it: 4.5 for text, 3 for marks. */
export const pairs: readonly {
  readonly over: string;
  readonly under: string;
  readonly least: 4.5 | 3;
}[] = [
  { over: '--ink', under: '--paper', least: 4.5 },
  { over: '--quiet', under: '--paper', least: 4.5 },
  { over: '--quiet', under: '--sea', least: 4.5 },
  { over: '--accent', under: '--paper', least: 4.5 },
  { over: '--accent', under: '--accent-soft', least: 4.5 },
  { over: '--doubt', under: '--doubt-soft', least: 4.5 },
  { over: '--line-strong', under: '--raised', least: 3 },
  { over: '--light-green', under: '--paper', least: 3 },
  { over: '--light-yellow', under: '--paper', least: 3 },
  { over: '--light-red', under: '--paper', least: 3 },
];
