/** A piece of XML: a tag, the end of an element, or text between them with its references resolved. */
export type XmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const opening = /<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const closing = /<\/([\w.:-]+)\s*>/y;
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the XML of office files piece by piece. Names lose their prefix. It knows no document types: what defines entities of its own is
 * refused, so that nothing grows while it is read.
 *
 * @throws SyntaxError for what is not well-formed or has a document type
 */
export function* xmlPieces(text: string): Generator<XmlPiece> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) yield { kind: 'text', text: resolved(text.slice(at, end)) };
    if (next < 0) return;
    const skipped = afterRemark(text, next);
    if (skipped !== null) {
      if (skipped.text !== '') yield { kind: 'text', text: skipped.text };
      at = skipped.end;
      continue;
    }
    const tag = tagAt(text, next);
    yield* tag.pieces;
    at = tag.end;
  }
}

/** Comments and instructions have no content; a CDATA section is text as it stands. */
function afterRemark(text: string, at: number): { end: number; text: string } | null {
  for (const [begin, finish, isText] of [
    ['<!--', '-->', false],
    ['<?', '?>', false],
    ['<![CDATA[', ']]>', true],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const end = text.indexOf(finish, at + begin.length);
    if (end < 0) throw new SyntaxError(`${begin} without end`);
    return { end: end + finish.length, text: isText ? text.slice(at + begin.length, end) : '' };
  }
  return null;
}

function tagAt(text: string, at: number): { end: number; pieces: readonly XmlPiece[] } {
  closing.lastIndex = at;
  const closed = closing.exec(text);
  if (closed !== null) {
    return { end: closing.lastIndex, pieces: [{ kind: 'close', name: local(closed[1] as string) }] };
  }
  opening.lastIndex = at;
  const opened = opening.exec(text);
  if (opened === null) throw new SyntaxError(`no tag at ${at}`);
  const name = local(opened[1] as string);
  const open: XmlPiece = { kind: 'open', name, attributes: attributesOf(opened[2] ?? '') };
  const pieces: XmlPiece[] = opened[3] === '/' ? [open, { kind: 'close', name }] : [open];
  return { end: opening.lastIndex, pieces };
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    found.set(local(name), resolved(double ?? single ?? ''));
  }
  return found;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const code =
      decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number.parseInt(String(decimal), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
