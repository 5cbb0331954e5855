import { type Issue, issue } from '../base/index.js';
import { compiledSources } from './compiled.js';
import { type Kind, kindNames, kindOf, kindWords, manyInFile } from './kinds.js';
import { mergeTrees } from './merge.js';
import type { Raw } from './schema.js';
import { parseTree, placeText, type Tree } from './tree.js';
import type { CatalogFile, Overlay } from './types.js';
import { validate } from './validate.js';

/** One definition before it was checked: its kind, id, theme and tree. */
export interface Source {
  readonly kind: Kind;
  readonly id: string;
  readonly theme: string;
  readonly tree: Tree;
  /** The tree's value as the schema left it, where an earlier reading kept it. */
  readonly fitted?: unknown;
}

/** A definition that fits the schema of its kind, with the tree that knows its lines. */
export interface Definition<K extends Kind> extends Source {
  readonly kind: K;
  readonly raw: Raw<K>;
}

/** All definitions by kind and id, and the ids that were or may have been declared, faulty ones included. */
export interface Definitions {
  readonly of: <K extends Kind>(kind: K) => ReadonlyMap<string, Definition<K>>;
  readonly declared: (kind: Kind, id: string) => boolean;
}

/** Kinds in which an overlay may add entries: rules about values, what they rest on, claims to be checked, cases, measures. */
const overlayMayAdd: ReadonlySet<Kind> = new Set([
  'references',
  'lights',
  'claims',
  'transition_cases',
  'measures',
]);

/** Kinds that are one file and have one definition under the kind's own name. */
const single: ReadonlySet<Kind> = new Set(['catalog', 'source_order']);

/**
 * Reads all files, lays overlays over them and checks every definition against its schema.
 * Files below `overlays/` and `cases/` define no value of the catalog and are passed over.
 */
export function readDefinitions(
  files: readonly CatalogFile[],
  overlays: readonly Overlay[],
  issues: Issue[],
): Definitions {
  const sources = new Map<string, Source>();
  const unread = new Set<string>();
  for (const file of files.filter(defines)) {
    for (const source of split(file, file.path, issues, unread)) {
      const key = keyOf(source.kind, source.id);
      const earlier = sources.get(key);
      if (earlier) issues.push(duplicate(source, earlier));
      else sources.set(key, source);
    }
  }
  for (const overlay of overlays) applyOverlay(overlay, sources, issues);
  return collect(sources, unread, issues);
}

/** Whether a file defines a value of the catalog, as opposed to a test or an overlay that is not applied. */
export function defines(file: CatalogFile): boolean {
  return !file.path.startsWith('overlays/') && !file.path.startsWith('cases/');
}

/**
 * The definitions in a file. What could not be read is noted in `unread`, by kind or by kind and id, so that its
 * users are not reported as faulty too.
 */
export function* split(
  file: CatalogFile,
  path: string,
  issues: Issue[],
  unread: Set<string> = new Set(),
): Generator<Source> {
  const found = kindOf(path);
  if (!found || found.kind === 'overlay') {
    const expected = kindNames.filter((name) => name !== 'overlay').join(', ');
    issues.push(issue('CATALOG_FILE_UNKNOWN', 'error', file.path, { expected }));
    return;
  }
  if (file.compiled) {
    yield* compiledSources(file, file.compiled, found);
    return;
  }
  const tree = parseTree(file, issues);
  if (!tree) {
    unread.add(
      manyInFile.has(found.kind) ? keyOf(found.kind, '') : keyOf(found.kind, found.id || found.kind),
    );
    return;
  }
  if (!manyInFile.has(found.kind)) {
    yield { ...found, id: found.id || found.kind, tree };
  } else if (tree.kind === 'map') {
    for (const [id, entry] of tree.entries) {
      yield { ...found, id, tree: { ...entry.node, file: entry.file, line: entry.line } };
    }
  } else {
    const facts = {
      key: 'file',
      found: { en: 'no entries', zh: '没有条目' },
      expected: { en: 'entries under their ids', zh: '以编号为键的条目' },
    };
    issues.push(issue('CATALOG_VALUE', 'error', placeText(tree), facts));
  }
}

/** An overlay's files are of the kind of their path inside it; their places name the whole path. */
function applyOverlay(overlay: Overlay, sources: Map<string, Source>, issues: Issue[]): void {
  for (const { path, text } of overlay.files) {
    if (path === 'overlay.yaml' || path.startsWith('cases/')) continue;
    const file = { path: `overlays/${overlay.name}/${path}`, text };
    for (const source of split(file, path, issues)) {
      const key = keyOf(source.kind, source.id);
      const below = sources.get(key);
      if (below) {
        const tree = mergeTrees(below.tree, source.tree, issues);
        sources.set(key, { ...below, tree, fitted: undefined });
      } else if (overlayMayAdd.has(source.kind)) {
        sources.set(key, source);
      } else {
        const facts = { kind: kindWords[source.kind], found: source.id };
        issues.push(issue('CATALOG_OVERLAY_TARGET', 'error', placeText(source.tree), facts));
      }
    }
  }
}

function collect(
  sources: ReadonlyMap<string, Source>,
  unread: ReadonlySet<string>,
  issues: Issue[],
): Definitions {
  const maps = new Map<Kind, Map<string, Definition<Kind>>>(kindNames.map((kind) => [kind, new Map()]));
  for (const source of sources.values()) {
    const raw = source.fitted ?? validate(source.kind, source.tree, issues);
    if (raw !== null) maps.get(source.kind)?.set(source.id, { ...source, raw } as Definition<Kind>);
  }
  for (const kind of single) {
    if (sources.has(keyOf(kind, kind)) || unread.has(keyOf(kind, kind))) continue;
    issues.push(issue('CATALOG_FILE_MISSING', 'error', `${kind}.yaml`, { expected: `${kind}.yaml` }));
  }
  return {
    of: <K extends Kind>(kind: K) => maps.get(kind) as unknown as ReadonlyMap<string, Definition<K>>,
    declared: (kind, id) =>
      [keyOf(kind, id), keyOf(kind, '')].some((key) => sources.has(key) || unread.has(key)),
  };
}

function duplicate(source: Source, earlier: Source): Issue {
  const facts = { kind: kindWords[source.kind], found: source.id, expected: placeText(earlier.tree) };
  return issue('CATALOG_ID_DUPLICATE', 'error', placeText(source.tree), facts);
}

/** Observed and computed indicators share their ids. */
function keyOf(kind: Kind, id: string): string {
  return `${kind === 'observed' ? 'indicators' : kind}/${id}`;
}
