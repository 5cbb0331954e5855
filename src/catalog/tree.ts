import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { foreignReason, type Issue, issue } from '../base/index.js';
import type { CatalogFile } from './types.js';

/** Where something stands: file and line, from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A parsed definition in which everything knows its file and line, also after overlays were laid over it. */
export type Tree =
  | (Place & { readonly kind: 'scalar'; readonly value: string | number | boolean | null })
  | (Place & { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Entry> })
  | (Place & { readonly kind: 'list'; readonly items: readonly Tree[] });

/** A key and what stands under it; the place is the key's. */
export interface Entry extends Place {
  readonly node: Tree;
}

/** Steps from a tree's root: keys and list positions. */
export type Path = readonly (string | number)[];

/** Writes a place as messages name it: `indices/people_work.yaml, line 7`. */
export function placeText(place: Place): string {
  return `${place.file}, line ${place.line}`;
}

/**
 * Reads YAML 1.2 (core schema: dates stay text) into a tree.
 *
 * @returns null where the text is not YAML or uses anchors, aliases or several documents; the faults are pushed to `issues`
 */
export function parseTree(file: CatalogFile, issues: Issue[]): Tree | null {
  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    lineCounter: lines,
    uniqueKeys: false,
    schema: 'core',
    prettyErrors: false,
    keepSourceTokens: false,
  });
  // What follows the first syntax error is mostly its consequence.
  for (const error of document.errors.slice(0, 1)) {
    const where = placeText({ file: file.path, line: lines.linePos(error.pos[0]).line });
    issues.push(issue('CATALOG_SYNTAX', 'error', where, { found: foreignReason(error) }));
  }
  if (document.errors.length > 0) return null;
  const reading = { file: file.path, lines, issues, readable: true };
  const tree = convert(document.contents, 1, reading);
  return reading.readable ? tree : null;
}

interface Reading {
  readonly file: string;
  readonly lines: LineCounter;
  readonly issues: Issue[];
  readable: boolean;
}

function convert(node: unknown, line: number, reading: Reading): Tree {
  const at = lineOf(node, line, reading.lines);
  const place = { file: reading.file, line: at };
  if (isMap(node)) return { ...place, kind: 'map', entries: convertEntries(node.items, at, reading) };
  if (isSeq(node)) {
    return { ...place, kind: 'list', items: node.items.map((item) => convert(item, at, reading)) };
  }
  if (isAlias(node)) {
    const found = { en: `alias *${node.source}`, zh: `别名 *${node.source}` };
    reading.readable = false;
    reading.issues.push(issue('CATALOG_SYNTAX', 'error', placeText(place), { found }));
  }
  return { ...place, kind: 'scalar', value: isScalar(node) ? scalarValue(node.value) : null };
}

function convertEntries(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  line: number,
  reading: Reading,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : String(pair.key);
    const at = lineOf(pair.key, line, reading.lines);
    const earlier = entries.get(key);
    if (earlier) {
      const where = placeText({ file: reading.file, line: at });
      const facts = { found: key, expected: earlier.line };
      reading.issues.push(issue('CATALOG_KEY_DUPLICATE', 'error', where, facts));
      continue;
    }
    entries.set(key, { file: reading.file, line: at, node: convert(pair.value, at, reading) });
  }
  return entries;
}

function lineOf(node: unknown, otherwise: number, lines: LineCounter): number {
  const start = (isScalar(node) || isMap(node) || isSeq(node)) && node.range ? node.range[0] : null;
  return start === null ? otherwise : lines.linePos(start).line;
}

function scalarValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}

/** The plain value of a tree: objects, arrays, strings, numbers. */
export function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plain(entry.node)]));
}

/** The tree at a path; null where the path ends early. */
export function nodeAt(tree: Tree, path: Path): Tree | null {
  let node: Tree | undefined = tree;
  for (const step of path) {
    if (node?.kind === 'map') node = node.entries.get(String(step))?.node;
    else if (node?.kind === 'list') node = node.items[Number(step)];
    else return null;
  }
  return node ?? null;
}

/** The place of a path: of its key where it has one, else of the deepest part that exists. */
export function placeAt(tree: Tree, path: Path): Place {
  let place: Place = tree;
  let node: Tree = tree;
  for (const step of path) {
    const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
    const next = entry?.node ?? (node.kind === 'list' ? node.items[Number(step)] : undefined);
    if (!next) break;
    place = entry ?? next;
    node = next;
  }
  return { file: place.file, line: place.line };
}
