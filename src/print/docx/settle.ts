import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first date that a ZIP can hold. */
const mtime = new Date(1980, 0, 1);
/** What is named by chance, or counted on from document to document of one process, with what stands before its number. */
const given: readonly (readonly [pattern: RegExp, before: string])[] = [
  [/rId[\w-]{21}/g, 'rIdPart'],
  [/(?<=_Toc|<w:bookmark(?:Start w:name="_Toc\d+"|End) w:id=")\d+/g, ''],
  [/(?<=<wp:docPr id=")\d+/g, ''],
];

/**
 * A document whose bytes follow from its content alone: what is named by chance is numbered in the order in which it
 * is met, and no entry carries the time of writing. Workbooks of charts within are settled likewise.
 */
export function settle(bytes: Uint8Array): Uint8Array {
  const names = given.map(([pattern, before]) => [pattern, numbering(before)] as const);
  const parts: Zippable = {};
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (/\.(xml|rels)$/.test(name)) {
      const text = names.reduce((now, [pattern, named]) => now.replace(pattern, named), strFromU8(part));
      parts[name] = strToU8(text);
    } else parts[name] = name.endsWith('.xlsx') ? settle(part) : part;
  }
  return zipSync(parts, { mtime, level: 6 });
}

/** Gives each name a number, the same name the same. */
function numbering(prefix: string): (name: string) => string {
  const numbers = new Map<string, string>();
  return (name) => {
    const known = numbers.get(name) ?? `${prefix}${numbers.size + 1}`;
    numbers.set(name, known);
    return known;
  };
}
