import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Folders that are made, not written. */
const made = new Set(['node_modules', 'dist', 'coverage', '.git', '.afterlode']);

/** Paths of all written files of the checkout, from its root, with forward slashes. */
export function writtenFiles(folder = '.'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (made.has(entry.name) || entry.name.startsWith('.setup.lock')) return [];
    return entry.isDirectory() ? writtenFiles(path) : [path];
  });
}

/** Text of a file, or null where it is no UTF-8 text (pictures, compressed tables). */
export function textOf(path: string): string | null {
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 8000).includes(0) || /\.(gz|png|xlsx|parquet|woff2)$/.test(path)) return null;
  return bytes.toString('utf8');
}

/** A relative link of a Markdown page. */
export interface PageLink {
  readonly target: string;
  readonly line: number;
}

/** Links and pictures of a Markdown page that point into the checkout; code is left out. */
export function relativeLinks(text: string): PageLink[] {
  const found: PageLink[] = [];
  let fenced = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*```/.test(line)) fenced = !fenced;
    if (fenced) continue;
    for (const match of line.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)) {
      const target = match[1] as string;
      if (!/^[a-z]+:/.test(target)) found.push({ target, line: index + 1 });
    }
  }
  return found;
}

/** The anchors of a page's headings, as Git hosts make them. */
export function anchors(text: string): Set<string> {
  const headings = text.match(/^#+ .+$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}
