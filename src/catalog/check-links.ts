import { type Issue, issue } from '../base/index.js';
import { checkupLinks } from './check-checkup.js';
import { evaluationLinks } from './check-evaluation.js';
import { claimLinks } from './claim-links.js';
import { disorderLinks } from './disorder-lists.js';
import { formLinks } from './forms.js';
import type { Kind } from './kinds.js';
import { landRuleLinks } from './land-rules.js';
import { identifyLinks } from './links-identify.js';
import { matchingLinks } from './matching.js';
import { measureLinks } from './measures.js';
import { methodRules } from './methods.js';
import { near } from './near.js';
import type { RawCondition, RawIndexNode } from './schema-trees.js';
import type { Definition, Definitions } from './sources.js';
import { successorLinks } from './successors.js';
import { transitionCaseLinks } from './transition-cases.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';

type Target =
  | 'unit'
  | 'reference'
  | 'indicator'
  | 'parameter'
  | 'method'
  | 'claim'
  | 'layout'
  | 'problem'
  | 'measure'
  | 'case';

/** An id used somewhere: what it should name and where it stands. */
export interface Link {
  readonly target: Target;
  readonly id: string;
  readonly path: Path;
}

const words: Readonly<Record<Target, { readonly kind: Kind; readonly zh: string }>> = {
  unit: { kind: 'units', zh: '单位' },
  reference: { kind: 'references', zh: '依据' },
  indicator: { kind: 'indicators', zh: '指标' },
  parameter: { kind: 'parameters', zh: '参数' },
  method: { kind: 'catalog', zh: '方法' },
  claim: { kind: 'claims', zh: '说法' },
  layout: { kind: 'layouts', zh: '导入表式' },
  problem: { kind: 'problems', zh: '问题' },
  measure: { kind: 'measures', zh: '措施' },
  case: { kind: 'transition_cases', zh: '案例' },
};

/** Every id that a definition uses must be defined; one fault for each use that is not. */
export function checkLinks(definitions: Definitions, issues: Issue[]): void {
  for (const [tree, links] of allLinks(definitions)) {
    for (const link of links) {
      if (known(link, definitions)) continue;
      const where = placeText(placeAt(tree, link.path));
      const facts = {
        kind: { en: link.target, zh: words[link.target].zh },
        found: link.id,
        near: near(link.id, candidates(link.target, definitions)),
      };
      issues.push(issue('CATALOG_ID_UNKNOWN', 'error', where, facts));
    }
  }
}

function known(link: Link, definitions: Definitions): boolean {
  if (link.target === 'method') return methodRules.has(link.id);
  return definitions.declared(words[link.target].kind, link.id);
}

function candidates(target: Target, definitions: Definitions): Iterable<string> {
  if (target === 'method') return methodRules.keys();
  const own = [...definitions.of(words[target].kind).keys()];
  return target === 'indicator' ? [...own, ...definitions.of('observed').keys()] : own;
}

function* allLinks(definitions: Definitions): Generator<readonly [Tree, readonly Link[]]> {
  for (const one of definitions.of('units').values()) yield [one.tree, unitLinks(one)];
  for (const one of definitions.of('observed').values()) {
    const parts = one.raw.parts.map((id, at) => link('indicator', id, ['parts', at]));
    const mate =
      one.raw.moves_with === undefined ? [] : [link('indicator', one.raw.moves_with, ['moves_with'])];
    const own = [link('unit', one.raw.unit, ['unit']), ...parts, ...mate];
    yield [one.tree, [...own, ...references(one.raw.references)]];
  }
  for (const one of definitions.of('indicators').values()) yield [one.tree, indicatorLinks(one)];
  for (const one of definitions.of('parameters').values()) {
    const values = one.raw.values.map((entry, at) =>
      link('reference', entry.reference, ['values', at, 'reference']),
    );
    yield [one.tree, [link('unit', one.raw.unit, ['unit']), ...values]];
  }
  for (const one of definitions.of('classes').values()) yield [one.tree, references(one.raw.references)];
  for (const one of definitions.of('indices').values()) {
    yield [one.tree, [...nodeLinks(one.raw.of, ['of']), ...references(one.raw.references)]];
  }
  for (const one of definitions.of('lights').values()) yield [one.tree, lightLinks(one)];
  for (const one of definitions.of('problems').values()) yield [one.tree, problemLinks(one)];
  for (const one of definitions.of('claims').values()) yield [one.tree, claimLinks(one, conditionLinks)];
  for (const one of definitions.of('layouts').values()) yield [one.tree, layoutLinks(one)];
  yield* identifyLinks(definitions);
  yield* landRuleLinks(definitions);
  yield* checkupLinks(definitions);
  yield* formLinks(definitions);
  yield* evaluationLinks(definitions);
  yield* disorderLinks(definitions);
  yield* transitionCaseLinks(definitions);
  yield* measureLinks(definitions, conditionLinks);
  yield* matchingLinks(definitions);
  yield* successorLinks(definitions);
  for (const one of definitions.of('source_order').values()) {
    yield [one.tree, Object.keys(one.raw.except).map((id) => link('indicator', id, ['except', id]))];
  }
}

const link = (target: Target, id: string, path: Path): Link => ({ target, id, path });
const references = (ids: readonly string[]) => ids.map((id, at) => link('reference', id, ['references', at]));

function unitLinks({ raw }: Definition<'units'>): readonly Link[] {
  const links: Link[] = [];
  if (raw.base !== undefined) links.push(link('unit', raw.base, ['base']));
  if (raw.display !== undefined) links.push(link('unit', raw.display, ['display']));
  for (const [at, id] of (raw.per ?? []).entries()) links.push(link('unit', id, ['per', at]));
  return links;
}

function indicatorLinks({ raw }: Definition<'indicators'>): readonly Link[] {
  const { formula } = raw;
  const inputs = formula.of.map((id, at) => link('indicator', id, ['formula', 'of', at]));
  const method = formula.op === 'use' ? [link('method', formula.method, ['formula', 'method'])] : [];
  return [link('unit', raw.unit, ['unit']), ...method, ...inputs, ...references(raw.references)];
}

function nodeLinks(nodes: readonly RawIndexNode[], path: Path): readonly Link[] {
  return nodes.flatMap((node, at) =>
    'indicator' in node
      ? [link('indicator', node.indicator, [...path, at, 'indicator'])]
      : nodeLinks(node.of, [...path, at, 'of']),
  );
}

function lightLinks({ id, raw }: Definition<'lights'>): readonly Link[] {
  const target = raw.target ? [link('reference', raw.target.reference, ['target', 'reference'])] : [];
  return [link('indicator', id, []), ...target];
}

function problemLinks({ raw }: Definition<'problems'>): readonly Link[] {
  return [
    ...conditionLinks(raw.when, ['when']),
    link('indicator', raw.magnitude, ['magnitude']),
    ...raw.marks.map((id, at) => link('indicator', id, ['marks', at])),
    ...references(raw.references),
  ];
}

function conditionLinks(condition: RawCondition, path: Path): readonly Link[] {
  if ('all' in condition)
    return condition.all.flatMap((one, at) => conditionLinks(one, [...path, 'all', at]));
  if ('any' in condition)
    return condition.any.flatMap((one, at) => conditionLinks(one, [...path, 'any', at]));
  if ('light' in condition) return [link('indicator', condition.light, [...path, 'light'])];
  const own = link('indicator', condition.indicator, [...path, 'indicator']);
  const { than } = condition;
  if (typeof than === 'number') return [own];
  if ('parameter' in than) return [own, link('parameter', than.parameter, [...path, 'than', 'parameter'])];
  return [own, link('indicator', than.indicator, [...path, 'than', 'indicator'])];
}

function layoutLinks({ raw }: Definition<'layouts'>): readonly Link[] {
  const columns = Object.entries(raw.columns).flatMap(([heading, column]) => {
    const own = link('indicator', column.indicator, ['columns', heading, 'indicator']);
    return column.unit === undefined ? [own] : [own, link('unit', column.unit, ['columns', heading, 'unit'])];
  });
  return raw.reference === undefined
    ? columns
    : [...columns, link('reference', raw.reference, ['reference'])];
}
