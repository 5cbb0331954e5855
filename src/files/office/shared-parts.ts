import { xmlPieces } from './xml.js';

/** How a cell of a style shows its number. */
export type NumberKind = 'plain' | 'percent' | 'day';

/** Texts that cells refer to by their place, without the looks of their parts and without the guides to their reading. */
export function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let guides = 0;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (isText && guides === 0) text += piece.text;
      continue;
    }
    const open = piece.kind === 'open';
    if (piece.name === 't') isText = open;
    else if (piece.name === 'rPh') guides += open ? 1 : -1;
    else if (piece.name === 'si' && open) text = '';
    else if (piece.name === 'si') texts.push(unescaped(text));
  }
  return texts;
}

/** Characters that XML cannot hold stand as `_x000D_` in office files. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Number formats that have numbers and no text of their own: those of percentages and of days, by ECMA-376 part 1, 18.8.30. */
const builtIn = (format: number): NumberKind => {
  if (format === 9 || format === 10) return 'percent';
  const days = [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ] as const;
  return days.some(([from, to]) => format >= from && format <= to) ? 'day' : 'plain';
};

/** What the styles of cells show, by the number that cells give. */
export function styleKinds(xml: string): readonly NumberKind[] {
  const own = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inside = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') continue;
    if (piece.name === 'cellXfs') inside = piece.kind === 'open';
    if (piece.kind === 'close') continue;
    const format = Number(piece.attributes.get('numFmtId') ?? 0);
    if (piece.name === 'numFmt') own.set(format, kindOf(piece.attributes.get('formatCode') ?? ''));
    if (piece.name === 'xf' && inside) kinds.push(own.get(format) ?? builtIn(format));
  }
  return kinds;
}

/** Words in quotes, colours and escaped letters of a format show nothing of the number. */
function kindOf(format: string): NumberKind {
  const bare = format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
  if (bare.includes('%')) return 'percent';
  return /[ymdhs年月日]/i.test(bare.replace(/general/gi, '')) ? 'day' : 'plain';
}
