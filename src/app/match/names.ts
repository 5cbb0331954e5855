import type { ReferenceId, Text } from '../../base/index.js';
import type { Workspace } from '../workspace.js';
import type { CaseShown } from './answer.js';

/** Name of a class; the id itself where the catalog has no such class, null for null. */
export function nameOf(ws: Workspace, scheme: string, name: string): Text;
export function nameOf(ws: Workspace, scheme: string, name: string | null): Text | null;
export function nameOf(ws: Workspace, scheme: string, name: string | null): Text | null {
  if (name === null) return null;
  const found = ws.catalog.classes.get(scheme)?.classes.find((one) => one.id === name);
  return found?.label ?? { en: name, zh: name };
}

/** Ids, titles and marks of references. */
export function sourcesOf(ws: Workspace, references: readonly ReferenceId[]): CaseShown['source'] {
  return references.map((id) => {
    const { title, mark } = ws.catalog.references.get(id) ?? { title: { en: id, zh: id }, mark: 'D' };
    return { id, title, mark };
  });
}
