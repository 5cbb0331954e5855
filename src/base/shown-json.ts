/**
 * A value as JSON for a message, cut after so many characters; `…` for one that nests deeper than can be written, and `null` for
 * what JSON has no word for.
 */
export function shownJson(value: unknown, most = 60): string {
  try {
    return (JSON.stringify(value) ?? 'null').slice(0, most);
  } catch {
    return '…';
  }
}

/** Whether the brackets of a JSON text, those inside its strings left out, open more than so many levels. */
export function nestsDeeper(json: string, levels: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const one = json.charCodeAt(at);
    if (quoted) {
      if (one === backslash) at++;
      else if (one === quote) quoted = false;
    } else if (one === quote) quoted = true;
    else if (one === brace || one === bracket) {
      depth++;
      if (depth > levels) return true;
    } else if (one === braceEnd || one === bracketEnd) depth--;
  }
  return false;
}

const [quote, backslash, brace, braceEnd, bracket, bracketEnd] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
