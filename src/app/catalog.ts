import { AfterlodeError, type Issue, phrases } from '../base/index.js';
import {
  type Catalog,
  describeCondition,
  describeFormula,
  type PlanMeasure,
  type TransitionCase,
} from '../catalog/index.js';
import type { CatalogAnswer } from './answers.js';
import { type CatalogCall, readCatalog } from './pack.js';
import type { Workspace } from './workspace.js';

/** All faults of the catalog and how many definitions it has; works where a workspace could not open for faults. */
export async function checkCatalog(
  options: CatalogCall,
): Promise<{ issues: readonly Issue[]; counts: Readonly<Record<string, number>> }> {
  const { value, issues } = await readCatalog(options);
  return { issues, counts: countsOf(value) };
}

/** Everything the methods page shows. */
export async function catalogAnswer(ws: Workspace): Promise<CatalogAnswer> {
  const { catalog } = ws;
  return {
    version: catalog.version,
    hash: catalog.hash,
    indicators: [...catalog.indicators.values()].map((one) => ({
      ...one,
      inputs: one.formula?.of ?? [],
      formula: one.formula && {
        en: describeFormula(one, catalog, 'en'),
        zh: describeFormula(one, catalog, 'zh'),
      },
    })),
    indices: [...catalog.indices.values()].map((one) => ({ ...one, tree: one.of })),
    parameters: [...catalog.parameters.values()],
    problems: [...catalog.problems.values()].map((one) => ({
      ...one,
      condition: {
        en: describeCondition(one.when, catalog, 'en'),
        zh: describeCondition(one.when, catalog, 'zh'),
      },
    })),
    references: [...catalog.references.values()],
    units: [...catalog.units.values()],
    transferFormulas: [...catalog.transferFormulas.values()],
    layouts: [...catalog.layouts.values()].map(({ id, label, licence, file, columns }) => ({
      id,
      label,
      licence,
      file,
      indicators: [...new Set(Array.from(columns.values(), ({ indicator }) => indicator))],
    })),
    issues: ws.catalogIssues,
  };
}

/** A case or a measure of the catalog. */
export type LibraryRow = TransitionCase | PlanMeasure;

/**
 * The cases or the measures of the catalog, in the order of its files.
 *
 * @throws AfterlodeError CALL_OPTION for another kind
 */
export function catalogLibrary(ws: Workspace, kind: string): readonly LibraryRow[] {
  if (kind === 'cases') return [...(ws.catalog.transitionCases?.values() ?? [])];
  if (kind === 'measures') return [...(ws.catalog.measures?.values() ?? [])];
  const expected = phrases.oneOf('indicators, cases, measures');
  throw new AfterlodeError('CALL_OPTION', 'kind', { found: kind, expected });
}

function countsOf(catalog: Catalog): Record<string, number> {
  const indicators = [...catalog.indicators.values()];
  return {
    units: catalog.units.size,
    references: catalog.references.size,
    'observed indicators': indicators.filter((one) => one.formula === null).length,
    'computed indicators': indicators.filter((one) => one.formula !== null).length,
    parameters: catalog.parameters.size,
    'class schemes': catalog.classes.size,
    indices: catalog.indices.size,
    lights: catalog.lights.size,
    problems: catalog.problems.size,
    claims: catalog.claims.size,
    layouts: catalog.layouts.size,
    'check-up lists': catalog.checkups.size,
    'reporting forms': catalog.forms?.size ?? 0,
    'survey questions': catalog.surveyItems.size,
    'transition cases': catalog.transitionCases?.size ?? 0,
    measures: catalog.measures?.size ?? 0,
  };
}
