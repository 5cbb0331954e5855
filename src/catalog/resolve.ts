import {
  AfterlodeError,
  type Checked,
  type IndicatorId,
  type IsoDate,
  type Issue,
  id,
  issue,
  sha256Text,
  sortedJson,
} from '../base/index.js';
import {
  buildClasses,
  buildComputed,
  buildIndex,
  buildLight,
  buildObserved,
  buildParameter,
  buildProblem,
  buildReference,
  buildUnit,
} from './build.js';
import { buildCheckup, buildSurveyItem } from './build-checkup.js';
import { buildClaim } from './build-claim.js';
import { buildAspect, buildEvaluation } from './build-evaluation.js';
import { buildAxis, buildThresholdSet, buildTransferFormula } from './build-identify.js';
import { buildLayout } from './build-layout.js';
import { checkCheckup } from './check-checkup.js';
import { checkClaims } from './check-claims.js';
import { checkEvaluations } from './check-evaluation.js';
import { checkLinks } from './check-links.js';
import { checkUnits } from './check-units.js';
import { checkValues } from './check-values.js';
import { buildDisorderList, checkDisorder } from './disorder-lists.js';
import { buildForm, checkForms } from './forms.js';
import { deepFreeze, frozenMap } from './freeze.js';
import type { Kind } from './kinds.js';
import { buildLandRule } from './land-rules.js';
import { buildMatching, checkMatching } from './matching.js';
import { buildMeasure, checkMeasures } from './measures.js';
import { type Order, orderComputed } from './order.js';
import { type Definition, type Definitions, defines, readDefinitions } from './sources.js';
import { buildSuccessors, checkSuccessors } from './successors.js';
import { buildTransitionCase, checkTransitionCases } from './transition-cases.js';
import { parseTree, placeText } from './tree.js';
import type { Catalog, CatalogFile, Overlay } from './types.js';
import { validate } from './validate.js';

/**
 * Reads the definition files, lays overlays over them and resolves dated values on a day.
 *
 * Every fault of every file is reported in one run, as an issue of severity `error` whose `where` names file and
 * line; the value then holds what could be understood. Bad content never throws.
 *
 * @param files paths below the catalog folder, with `/`; files below `overlays/` and `cases/` are passed over
 * @param on the day of resolution; parameters take the value in force on it
 * @param overlays applied in order, the last one wins
 */
export function resolveCatalog(
  files: readonly CatalogFile[],
  on: IsoDate,
  overlays: readonly Overlay[] = [],
): Checked<Catalog> {
  const issues: Issue[] = [];
  const definitions = readDefinitions(files, overlays, issues);
  const units = keyed(built(definitions, 'units', buildUnit));
  const indicators = keyed([
    ...built(definitions, 'observed', buildObserved),
    ...built(definitions, 'indicators', buildComputed),
  ]);
  const order = orderComputed(indicators);
  checkLinks(definitions, issues);
  checkUnits(definitions, { units, indicators, issues });
  checkValues(definitions, on, issues);
  checkCheckup(definitions, issues);
  checkForms(definitions, issues);
  checkClaims(definitions, issues);
  checkEvaluations(definitions, issues);
  checkDisorder(definitions, issues);
  checkTransitionCases(definitions, issues);
  checkMeasures(definitions, issues);
  checkMatching(definitions, issues);
  checkSuccessors(definitions, issues);
  reportCycles(order, indicators, issues);
  const catalog: Catalog = {
    version: definitions.of('catalog').get('catalog')?.raw.version ?? '',
    hash: hashOf(files, overlays),
    on,
    overlays: overlays.flatMap((overlay) => overlayHead(overlay, issues)),
    units,
    references: keyed(built(definitions, 'references', buildReference)),
    indicators,
    computed: order.computed,
    parameters: keyed(built(definitions, 'parameters', (one) => buildParameter(one, on))),
    classes: keyed(built(definitions, 'classes', buildClasses)),
    indices: keyed([...built(definitions, 'indices', buildIndex)].sort((a, b) => a.order - b.order)),
    lights: frozenMap(built(definitions, 'lights', buildLight).map((one) => [one.indicator, one] as const)),
    problems: keyed(built(definitions, 'problems', buildProblem)),
    claims: keyed(built(definitions, 'claims', buildClaim)),
    layouts: keyed(built(definitions, 'layouts', buildLayout)),
    checkups: keyed(built(definitions, 'checkup', buildCheckup)),
    forms: keyed(
      built(definitions, 'forms', (one) =>
        buildForm(one, (name) => indicators.get(id<'indicator'>(name))?.unit),
      ),
    ),
    surveyItems: keyed(built(definitions, 'survey', buildSurveyItem)),
    aspects: keyed(built(definitions, 'aspects', buildAspect).sort((a, b) => a.order - b.order)),
    evaluations: keyed(built(definitions, 'evaluations', buildEvaluation).sort((a, b) => a.order - b.order)),
    disorderLists: keyed(built(definitions, 'disorder', buildDisorderList)),
    transitionCases: keyed(built(definitions, 'transition_cases', buildTransitionCase)),
    measures: keyed(built(definitions, 'measures', buildMeasure)),
    matchings: keyed(built(definitions, 'matching', buildMatching)),
    successors: keyed(built(definitions, 'successors', buildSuccessors)),
    thresholdSets: keyed(built(definitions, 'threshold_sets', buildThresholdSet)),
    axes: keyed(built(definitions, 'axes', buildAxis)),
    transferFormulas: keyed(built(definitions, 'transfer_formulas', buildTransferFormula)),
    landRules: keyed(
      built(definitions, 'land_rules', buildLandRule).sort((a, b) => (a.from < b.from ? 1 : -1)),
    ),
    sourceOrder: sourceOrder(definitions),
  };
  return { value: deepFreeze(catalog), issues: issues.sort(byPlace) };
}

/**
 * The catalog, where it has no errors.
 *
 * @throws CATALOG_INVALID with the number of errors and the first of them
 */
export function expectCatalog(checked: Checked<Catalog>): Catalog {
  const errors = checked.issues.filter((one) => one.severity === 'error');
  const [first] = errors;
  if (!first) return checked.value;
  const list = errors.slice(0, 3).map((one) => one.message.en);
  const facts = { found: errors.length, first: list.join('; ') };
  throw new AfterlodeError('CATALOG_INVALID', first.where, facts);
}

/** Definitions of one kind as built values, in the order of the files. */
function built<K extends Kind, T>(definitions: Definitions, kind: K, build: (one: Definition<K>) => T): T[] {
  return [...definitions.of(kind).values()].map(build);
}

function keyed<K, T extends { readonly id: K }>(values: readonly T[]): ReadonlyMap<T['id'], T> {
  return frozenMap(values.map((value) => [value.id, value] as const));
}

function sourceOrder(definitions: Definitions): Catalog['sourceOrder'] {
  const raw = definitions.of('source_order').get('source_order')?.raw;
  const except = Object.entries(raw?.except ?? {});
  return {
    usual: raw?.usual ?? [],
    byIndicator: frozenMap(except.map(([name, tables]) => [id<'indicator'>(name), tables] as const)),
  };
}

function overlayHead(overlay: Overlay, issues: Issue[]): Catalog['overlays'] {
  const path = `overlays/${overlay.name}/overlay.yaml`;
  const file = overlay.files.find((one) => one.path === 'overlay.yaml');
  if (!file) {
    issues.push(issue('CATALOG_FILE_MISSING', 'error', path, { expected: path }));
    return [];
  }
  const tree = parseTree({ path, text: file.text }, issues);
  const raw = tree && validate('overlay', tree, issues);
  return raw ? [{ name: overlay.name, by: raw.by, on: raw.on, why: raw.why }] : [];
}

function reportCycles(order: Order, indicators: Catalog['indicators'], issues: Issue[]): void {
  for (const cycle of order.cycles) {
    const first = indicators.get(cycle[0] as IndicatorId);
    const where = first ? placeText(first) : '';
    issues.push(issue('CATALOG_CYCLE', 'error', where, { found: cycle.join(' → ') }));
  }
}

function hashOf(files: readonly CatalogFile[], overlays: readonly Overlay[]): string {
  const pairs = (list: readonly CatalogFile[]) =>
    list.map((file) => [file.path, file.text]).sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));
  const layers = overlays.map((overlay) => [overlay.name, pairs(overlay.files)]);
  return sha256Text(sortedJson([pairs(files.filter(defines)), layers]));
}

function byPlace(a: Issue, b: Issue): number {
  const [fileA = '', lineA = ''] = a.where.split(', line ');
  const [fileB = '', lineB = ''] = b.where.split(', line ');
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return Number(lineA) - Number(lineB);
}
