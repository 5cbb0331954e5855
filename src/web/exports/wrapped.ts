/** Pieces at which a line may end: after a space or a slash, and around each Chinese sign. */
const pieces = /[\u2e80-\uffef]|[^\s/\u2e80-\uffef]*(?:\s+|\/+|$|(?=[\u2e80-\uffef]))/g;

/** A text in lines no wider than `width`, as `measure` has it; what is too long by itself is broken anywhere. */
export function wrapped(text: string, width: number, measure: (part: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (line.length > 1 && measure(line.trimEnd()) > width) {
      const fits = longest(line, width, measure);
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** How many signs of a line fit; one at least. */
function longest(line: string, width: number, measure: (part: string) => number): number {
  let fits = line.length - 1;
  while (fits > 1 && measure(line.slice(0, fits)) > width) fits -= 1;
  return fits;
}
