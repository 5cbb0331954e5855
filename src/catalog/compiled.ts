import { type FileKind, manyInFile } from './kinds.js';
import type { Source } from './sources.js';
import { parseTree, type Tree } from './tree.js';
import type { CatalogFile, CompiledFile } from './types.js';

/**
 * The definitions of a file that was compiled from the same text. Its text is parsed when somebody looks into one of
 * their trees: an overlay that changes it, or a fault that needs a line.
 */
export function compiledSources(file: CatalogFile, compiled: CompiledFile, found: FileKind): Source[] {
  let root: Tree | null = null;
  const treeOf = (id: string): Tree => {
    root ??= parseTree(file, []) as Tree;
    const entry = manyInFile.has(found.kind) && root.kind === 'map' ? root.entries.get(id) : undefined;
    return entry?.node ?? root;
  };
  return compiled.definitions.map(({ id, line, fitted }) => ({
    ...found,
    id,
    tree: laterTree(file.path, line, () => treeOf(id)),
    fitted,
  }));
}

/** A tree of a known place whose content comes from `read` when it is first looked at. */
function laterTree(file: string, line: number, read: () => Tree): Tree {
  const content = (): Partial<Record<'value' | 'entries' | 'items', unknown>> => read();
  // Only the property that belongs to `kind` has a value, as in any tree.
  return {
    file,
    line,
    get kind() {
      return read().kind;
    },
    get value() {
      return content().value;
    },
    get entries() {
      return content().entries;
    },
    get items() {
      return content().items;
    },
  } as Tree;
}
