/** A block of a method page. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly isNumbered: boolean }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** A piece of a line. */
export interface Piece {
  readonly kind: 'plain' | 'code' | 'strong' | 'link';
  readonly text: string;
  /** Of a link. */
  readonly to?: string;
}

/** Blocks of a method page: what these pages use of Markdown, which is little. An underlined table row is left out. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  for (let at = 0; at < lines.length; ) {
    const taken = takeCode(lines, at) ?? takeGroup(lines, at);
    if (taken.block !== null) blocks.push(taken.block);
    at = taken.next;
  }
  return blocks;
}

interface Taken {
  readonly block: Block | null;
  readonly next: number;
}

function takeCode(lines: readonly string[], at: number): Taken | null {
  if (!(lines[at] ?? '').startsWith('```')) return null;
  const end = lines.findIndex((line, row) => row > at && line.startsWith('```'));
  const last = end < 0 ? lines.length : end;
  return { block: { kind: 'code', text: lines.slice(at + 1, last).join('\n') }, next: last + 1 };
}

/** Lines up to the next empty one, to the end of a table or list, or to code. */
function takeGroup(lines: readonly string[], at: number): Taken {
  const first = lines[at] ?? '';
  if (first.trim() === '') return { block: null, next: at + 1 };
  if (first.startsWith('#'))
    return { block: { kind: 'heading', text: first.replace(/^#+\s*/, '') }, next: at + 1 };
  const kind = kindOf(first);
  let next = at + 1;
  while (next < lines.length && continues(lines[next] ?? '', kind)) next += 1;
  const own = lines.slice(at, next);
  if (kind === 'table') return { block: { kind, rows: own.flatMap(cellsOf) }, next };
  if (kind === 'list') return { block: { kind, items: itemsOf(own), isNumbered: /^\d/.test(first) }, next };
  return { block: { kind, text: own.join(' ') }, next };
}

function kindOf(line: string): 'table' | 'list' | 'paragraph' {
  if (line.startsWith('|')) return 'table';
  return /^(-|\d+\.)\s/.test(line) ? 'list' : 'paragraph';
}

function continues(line: string, kind: ReturnType<typeof kindOf>): boolean {
  if (line.trim() === '' || line.startsWith('```') || line.startsWith('#')) return false;
  if (kind === 'table') return line.startsWith('|');
  return kind === 'list' || kindOf(line) === 'paragraph';
}

function cellsOf(line: string): string[][] {
  const cells = line.replace(/^\||\|\s*$/g, '').split('|');
  return cells.every((cell) => /^[\s:-]+$/.test(cell)) ? [] : [cells.map((cell) => cell.trim())];
}

/** Items of a list; a line that begins none goes on with the one before. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const begun = /^(-|\d+\.)\s+/.exec(line);
    if (begun !== null) items.push(line.slice(begun[0].length));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}

/** Code, strong words and links of a line; everything else as it is. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g)) {
    const [whole, code, strong, label, to] = found;
    if (found.index > done) pieces.push({ kind: 'plain', text: text.slice(done, found.index) });
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else pieces.push({ kind: 'link', text: label ?? '', to: to ?? '' });
    done = found.index + whole.length;
  }
  if (done < text.length) pieces.push({ kind: 'plain', text: text.slice(done) });
  return pieces;
}

/** Where a link of a page leads among the method pages, as `folder/name`; null for anything else. */
export function pageOf(link: string, from: string): string | null {
  const url = new URL(link, `http://pages/${from}`);
  const found = /^\/([\w-]+\/[\w-]+)\.md$/.exec(url.pathname);
  return url.host === 'pages' ? (found?.[1] ?? null) : null;
}

/** The part of a page in the other order of languages: pages end with a paragraph in Chinese, which Chinese readers get first. */
export function inOrderOf(blocks: readonly Block[], language: 'zh' | 'en'): readonly Block[] {
  if (language === 'en') return blocks;
  const isChinese = (block: Block) => block.kind === 'paragraph' && block.text.startsWith('**中文**');
  const [title, ...others] = blocks;
  if (title === undefined) return blocks;
  return [title, ...others.filter(isChinese), ...others.filter((block) => !isChinese(block))];
}
