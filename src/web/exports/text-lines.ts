/** A line of text as it is seen. */
export interface TextLine {
  readonly text: string;
  readonly box: DOMRect;
  /** Where its letters stand, pixels from the top of the window. */
  readonly baseline: number;
}

/** The lines into which a text of the page is broken. */
export function linesOf(node: Text, style: CSSStyleDeclaration): readonly TextLine[] {
  const first = node.data.search(/\S/);
  if (first < 0) return [];
  const rest = node.data.trimEnd().length;
  const [whole, ...more] = boxesOf(node, first, rest);
  if (whole === undefined) return [];
  const spans = more.length === 0 ? [[first, rest, whole] as const] : brokenLines(node, first, rest);
  return spans.map(([from, to, box]) => ({
    text: node.data.slice(from, to).replace(/\s+/g, ' ').trim(),
    box,
    baseline: box.top + ascentIn(box.height, style),
  }));
}

function boxesOf(node: Text, from: number, to: number): readonly DOMRect[] {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/** First and last sign of each line with its box: Chinese breaks between any two signs, so each is asked where it stands. */
function brokenLines(
  node: Text,
  first: number,
  rest: number,
): readonly (readonly [number, number, DOMRect])[] {
  const lines: [number, number, DOMRect][] = [];
  for (let at = first; at < rest; at++) {
    const box = boxesOf(node, at, at + 1)[0];
    if (box === undefined) continue;
    const line = lines.at(-1);
    if (line === undefined || Math.abs(line[2].top - box.top) > 2) lines.push([at, at + 1, box]);
    else {
      const [, , { left, top, height }] = line;
      line[1] = at + 1;
      line[2] = new DOMRect(left, top, box.right - left, height);
    }
  }
  return lines;
}

let ruler: CanvasRenderingContext2D | null | undefined;

/** Measures letters with the fonts of the page. */
export function measuring(font: string): CanvasRenderingContext2D | null {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler) ruler.font = font;
  return ruler;
}

/** From the top of a line to where its letters stand. */
function ascentIn(height: number, style: CSSStyleDeclaration): number {
  const size = measuring(`${style.fontWeight} ${style.fontSize} ${style.fontFamily}`)?.measureText('x');
  if (size === undefined) return height * 0.8;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = size;
  return (height - above - below) / 2 + above;
}
