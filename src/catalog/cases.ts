import { type Checked, type Issue, issue } from '../base/index.js';
import { kindOf } from './kinds.js';
import { near } from './near.js';
import { parseTree, placeAt, placeText } from './tree.js';
import type { Catalog, CatalogFile, Located } from './types.js';
import { validate } from './validate.js';

/** A test of the catalog that a planner can read and write. Values in base units; null is missing. */
export interface CatalogCase extends Located {
  readonly name: string;
  readonly period: string;
  readonly input: Readonly<Record<string, number | null>>;
  /** By period. */
  readonly earlier: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  /** Values of the country in the case's period. */
  readonly country: Readonly<Record<string, number | null>>;
  readonly output: Readonly<Record<string, number | null>>;
}

/** Reads `cases/*.yaml`; ids that the catalog lacks are faults. Other files are passed over. */
export function readCases(files: readonly CatalogFile[], catalog: Catalog): Checked<readonly CatalogCase[]> {
  const issues: Issue[] = [];
  const cases: CatalogCase[] = [];
  const known = new Set<string>(catalog.indicators.keys());
  for (const file of files) {
    if (kindOf(file.path)?.kind !== 'cases') continue;
    const tree = parseTree(file, issues);
    const raw = tree && validate('cases', tree, issues);
    if (!tree || !raw) continue;
    for (const [at, one] of raw.entries()) {
      const place = placeAt(tree, [at]);
      cases.push({ ...one, ...place });
      const groups = [one.input, one.country, one.output, ...Object.values(one.earlier)];
      for (const id of new Set(groups.flatMap((group) => Object.keys(group)))) {
        if (known.has(id)) continue;
        const facts = { kind: { en: 'indicator', zh: '指标' }, found: id, near: near(id, known) };
        issues.push(issue('CATALOG_ID_UNKNOWN', 'error', placeText(place), facts));
      }
    }
  }
  return { value: cases, issues };
}
