import type { Issue } from '../base/index.js';
import { defines, split } from './sources.js';
import type { CatalogFile, CompiledFile } from './types.js';
import { validate } from './validate.js';

/**
 * What reading a file comes to, so that a later reading of the same text need neither parse nor check it.
 *
 * @returns null for a file that is at fault or defines no value: it is read from its text, and its faults are told
 */
export function compileFile({ path, text }: CatalogFile): CompiledFile | null {
  if (!defines({ path, text })) return null;
  const issues: Issue[] = [];
  const definitions = [...split({ path, text }, path, issues)].map(({ kind, id, tree }) => ({
    id,
    line: tree.line,
    fitted: validate(kind, tree, issues),
  }));
  return issues.length > 0 ? null : { definitions };
}
