import { escapeMarkup } from '../base/index.js';

/**
 * An element of a drawing. Attributes have the names of SVG; numbers have at most two digits, so that equal drawings are equal text.
 * The writers of files print it, the page in the browser makes elements of it.
 */
export interface DrawingElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (DrawingElement | string)[];
}

/** A drawing with its size in pixels at scale 1. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly root: DrawingElement;
}

/** An element; coordinates are rounded. */
export function element(
  tag: string,
  attributes: DrawingElement['attributes'],
  ...children: DrawingElement['children']
): DrawingElement {
  const rounded = Object.entries(attributes).map(([name, value]) => [
    name,
    typeof value === 'number' ? hundredths(value) : value,
  ]);
  return { tag, attributes: Object.fromEntries(rounded) as DrawingElement['attributes'], children };
}

/** A coordinate with at most two digits. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The drawing as SVG text that stands alone or inside HTML. */
export function drawingMarkup({ root }: Drawing): string {
  return markupOf(root);
}

function markupOf({ tag, attributes, children }: DrawingElement): string {
  const words = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`,
  );
  const inner = children.map((one) => (typeof one === 'string' ? escapeMarkup(one) : markupOf(one)));
  return inner.length === 0
    ? `<${tag}${words.join('')}/>`
    : `<${tag}${words.join('')}>${inner.join('')}</${tag}>`;
}

/** Width of a text in units of its size: a letter of Latin script is a little more than half as wide as a Chinese character. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[\u2e80-\uffef]/.test(letter) ? 1 : /[A-Z@%mwMW—]/.test(letter) ? 0.76 : 0.58;
  return width;
}

/** A text in lines of at most that width; words of Latin script stay whole where they fit on a line. */
export function wrapped(text: string, width: number): readonly string[] {
  const parts = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const part of parts.flatMap((one) => (widthOf(one.trimEnd()) > width ? Array.from(one) : [one]))) {
    if (line !== '' && widthOf((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? part.trimStart() : part;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length === 0 ? [''] : lines;
}
