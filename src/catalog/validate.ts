import type { z } from 'zod';
import { expectedShape, type Issue, issue } from '../base/index.js';
import type { Kind } from './kinds.js';
import { definitionSchemas, type Raw } from './schema.js';
import { nodeAt, type Path, placeAt, placeText, plain, type Tree } from './tree.js';

type Fault = z.core.$ZodIssue;

/**
 * Checks a definition against the schema of its kind.
 *
 * @returns null where it does not fit; every fault is pushed to `issues` with file and line
 */
export function validate<K extends Kind>(kind: K, tree: Tree, issues: Issue[]): Raw<K> | null {
  return fitted(definitionSchemas[kind], tree, issues) as Raw<K> | null;
}

/** As `validate`, by any schema. */
export function fitted<Schema extends z.ZodType>(
  schema: Schema,
  tree: Tree,
  issues: Issue[],
): z.output<Schema> | null {
  const result = schema.safeParse(plain(tree));
  if (result.success) return result.data;
  for (const fault of result.error.issues) report(fault, [], tree, issues);
  return null;
}

function report(fault: Fault, above: Path, tree: Tree, issues: Issue[]): void {
  const path = [...above, ...fault.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (fault.code === 'unrecognized_keys') {
    for (const key of fault.keys) {
      const where = placeText(placeAt(tree, [...path, key]));
      issues.push(issue('CATALOG_KEY_UNKNOWN', 'error', where, { found: key, expected: fault.message }));
    }
    return;
  }
  if (fault.code === 'invalid_union' && fault.errors.length > 0) {
    for (const inner of nearest(fault.errors)) report(inner, path, tree, issues);
    return;
  }
  issues.push(single(fault, path, tree));
}

function single(fault: Fault, path: Path, tree: Tree): Issue {
  const where = placeText(placeAt(tree, path));
  const key = keyOf(path);
  const node = nodeAt(tree, path);
  const needsReference = key === 'references' || key === 'reference';
  const empty = node?.kind === 'list' && node.items.length === 0;
  if (needsReference && (node === null || empty)) {
    return issue('CATALOG_REFERENCE_MISSING', 'error', where, { expected: key });
  }
  if (node === null) return issue('CATALOG_KEY_MISSING', 'error', where, { expected: key });
  const facts = { key, found: shown(node), expected: expectedShape(fault) };
  return issue('CATALOG_VALUE', 'error', where, facts);
}

/** Of several shapes that all failed, the one that came closest: few unknown and missing keys. */
function nearest(shapes: readonly (readonly Fault[])[]): readonly Fault[] {
  const distance = (faults: readonly Fault[]) =>
    faults.reduce((sum, fault) => sum + (fault.path.length <= 1 ? 10 : 1) + unknownKeys(fault), 0);
  return shapes.reduce((best, faults) => (distance(faults) < distance(best) ? faults : best));
}

function unknownKeys(fault: Fault): number {
  return fault.code === 'unrecognized_keys' ? 10 * fault.keys.length : 0;
}

function keyOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'file';
  return typeof last === 'number' ? `${path.at(-2) ?? ''}[${last}]` : last;
}

function shown(tree: Tree): string {
  const text = JSON.stringify(plain(tree)) ?? '';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
