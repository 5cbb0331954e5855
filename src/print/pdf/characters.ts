/** Signs of our reports that the shipped font lacks, and what the page shows instead. */
const instead: Readonly<Record<string, string>> = { '⚑': '◆', '\u2009': '\u00a0', '\u202f': '\u00a0' };

/** Where a line may break; nothing of it is shown, so that no font need have it. */
const breakPlace = 0x200b;
/** Joins letters or tells their form; the page does without, since the font knows none of it. */
const unseen: ReadonlySet<number> = new Set([0x200c, 0x200d, 0x2060, 0xfe0e, 0xfe0f, 0xfeff]);
/** Low digits, as in the sign of carbon dioxide, become usual ones. */
const lowZero = 0x2080;

/**
 * Makes text of which every character can be shown. One that the font has no glyph for, such as a rare character of a name,
 * becomes `〓`, the sign of Chinese printers for it, with its code, so that it is neither lost nor taken from a font that
 * only some machines have.
 *
 * @param ranges code points of the font, ascending
 */
export function showableBy(ranges: readonly (readonly [number, number])[]): (text: string) => string {
  const known = new Map<string, string>();
  const covered = (code: number) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.[1] ?? 0) < code) low = middle + 1;
      else high = middle;
    }
    return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= code;
  };
  const shown = (letter: string): string => {
    const other = instead[letter];
    if (other !== undefined) return other;
    const code = letter.codePointAt(0) as number;
    if (code < 0x20) return ' ';
    if (covered(code) || code === breakPlace) return letter;
    if (unseen.has(code)) return '';
    if (code >= lowZero && code <= lowZero + 9) return String(code - lowZero);
    return `〓(U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
  };
  return (text) => {
    let made = '';
    for (const letter of text) {
      let one = known.get(letter);
      if (one === undefined) {
        one = shown(letter);
        known.set(letter, one);
      }
      made += one;
    }
    return made;
  };
}

/** Places where a path or a checksum may break, so that it does not widen its column. */
export function breakable(text: string): string {
  return text.replace(/[\w%.:/-]{13,}/g, (long) => long.replace(/[/_.-]+(?=\w)|\w{12}(?=\w)/g, '$&\u200b'));
}
