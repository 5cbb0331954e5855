/** Letters per piece; memory holds one piece. */
const perPiece = 65_536;

/** Texts as bytes of UTF-8, in pieces of some size. */
export async function* inPieces(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let held: string[] = [];
  let letters = 0;
  for (const text of texts) {
    held.push(text);
    letters += text.length;
    if (letters < perPiece) continue;
    yield encoder.encode(held.join(''));
    held = [];
    letters = 0;
  }
  if (held.length > 0) yield encoder.encode(held.join(''));
}
