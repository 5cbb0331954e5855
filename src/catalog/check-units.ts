import { type IndicatorId, type Issue, id, issue, type Text, type Unit } from '../base/index.js';
import { methodRules } from './methods.js';
import type { RawCondition } from './schema-trees.js';
import type { Definition, Definitions } from './sources.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';
import type { Formula, Indicator, UnitDefinition } from './types.js';
import { baseOf } from './units.js';

/** What unit checks look things up in. */
export interface UnitContext {
  readonly units: ReadonlyMap<Unit, UnitDefinition>;
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  readonly issues: Issue[];
}

/** Bases of numbers without a unit: quotients of equal units may be in either. */
const dimensionless: ReadonlySet<string> = new Set(['share', 'ratio']);

/** Units fit: multiples to their base, results to formulas, parts to wholes, conditions and columns to indicators. */
export function checkUnits(definitions: Definitions, context: UnitContext): void {
  for (const one of definitions.of('units').values()) checkUnit(one, context);
  checkAliases(definitions, context.issues);
  for (const one of definitions.of('observed').values()) {
    mustBeBase(one.id, one.raw.unit, one.tree, context);
    for (const [at, part] of one.raw.parts.entries()) {
      mustMatch(`${one.id}, ${part}`, unitOf(part, context), one.raw.unit, one.tree, ['parts', at], context);
    }
  }
  for (const one of definitions.of('indicators').values()) {
    mustBeBase(one.id, one.raw.unit, one.tree, context);
    checkFormula(one, context);
  }
  for (const one of definitions.of('parameters').values())
    mustBeBase(one.id, one.raw.unit, one.tree, context);
  for (const one of definitions.of('problems').values()) {
    checkCondition(one.raw.when, one.tree, ['when'], definitions, context);
  }
  for (const one of definitions.of('checkup').values()) {
    for (const [dimension, { items }] of one.raw.dimensions.entries()) {
      for (const [at, item] of items.entries()) {
        const wanted = unitOf(item.indicator ?? item.id, context);
        const path = ['dimensions', dimension, 'items', at, 'unit'];
        mustMatch(item.id, item.unit, wanted, one.tree, path, context);
      }
    }
  }
  for (const one of definitions.of('layouts').values()) {
    for (const [heading, { indicator, unit }] of Object.entries(one.raw.columns)) {
      const wanted = unitOf(indicator, context);
      mustMatch(heading, unit, wanted, one.tree, ['columns', heading, 'unit'], context);
    }
  }
}

function checkUnit(one: Definition<'units'>, context: UnitContext): void {
  const base = one.raw.base === undefined ? undefined : context.units.get(id<'unit'>(one.raw.base));
  if (base && base.base !== null) {
    wrong(
      one.id,
      one.raw.base ?? '',
      { en: `${base.base}, a base unit`, zh: `基本单位 ${base.base}` },
      one.tree,
      ['base'],
      context,
    );
  }
  if (one.raw.base !== undefined && one.raw.factor === undefined) {
    const where = placeText(one.tree);
    context.issues.push(issue('CATALOG_KEY_MISSING', 'error', where, { expected: 'factor' }));
  }
  mustMatch(
    { en: `display of ${one.id}`, zh: `${one.id} 的 display` },
    one.raw.display,
    one.id,
    one.tree,
    ['display'],
    context,
  );
}

function checkAliases(definitions: Definitions, issues: Issue[]): void {
  const seen = new Map<string, Definition<'units'>>();
  for (const one of definitions.of('units').values()) {
    for (const [at, alias] of one.raw.aliases.entries()) {
      const earlier = seen.get(alias);
      seen.set(alias, one);
      if (!earlier) continue;
      const facts = { kind: { en: 'alias', zh: '别名' }, found: alias, expected: placeText(earlier.tree) };
      const where = placeText(placeAt(one.tree, ['aliases', at]));
      issues.push(issue('CATALOG_ID_DUPLICATE', 'error', where, facts));
    }
  }
}

/** Inside the program values are in base units, so bounds, goalposts and thresholds are too. */
function mustBeBase(of: string, unit: string, tree: Tree, context: UnitContext): void {
  const found = context.units.get(id<'unit'>(unit));
  if (found && found.base !== null)
    wrong(
      of,
      unit,
      { en: `${found.base}, its base unit`, zh: `其基本单位 ${found.base}` },
      tree,
      ['unit'],
      context,
    );
}

function checkFormula(one: Definition<'indicators'>, context: UnitContext): void {
  const formula = one.raw.formula as unknown as Formula;
  const bases = formula.of.map((input) => baseName(unitOf(input, context), context));
  const result = baseName(one.raw.unit, context);
  if (result === undefined || bases.some((base) => base === undefined)) return;
  const method = formula.op === 'use' ? methodRules.get(formula.method) : undefined;
  if (method) checkInputs(one, method.inputs, context);
  const alike = formula.op !== 'ratio' && (method === undefined || method.units === 'alike');
  const stranger = bases.findIndex((base) => base !== bases[0]);
  if (alike && stranger > 0) {
    const of = `${one.id}, ${formula.of[stranger]}`;
    wrong(of, bases[stranger] ?? '', bases[0] ?? '', one.tree, ['formula', 'of', stranger], context);
    return;
  }
  const expected = expectedResult(formula, bases as string[], result, context);
  if (expected !== null) wrong(one.id, one.raw.unit, expected, one.tree, ['unit'], context);
}

/** The unit a formula's result must have; null where the declared one fits. */
function expectedResult(
  formula: Formula,
  bases: readonly string[],
  result: string,
  context: UnitContext,
): string | Text | null {
  const [first, second] = bases as [string, string];
  const per = formula.op === 'ratio' ? context.units.get(id<'unit'>(result))?.per : undefined;
  const quotient = per?.[0] === first && per[1] === second;
  if (formula.op === 'growth' || formula.op === 'use' || (formula.op === 'ratio' && first === second)) {
    return dimensionless.has(result) || quotient ? null : { en: 'share or ratio', zh: 'share 或 ratio' };
  }
  if (formula.op !== 'ratio') return result === first ? null : first;
  if (dimensionless.has(second) && result === first) return null;
  return quotient
    ? null
    : { en: `a unit with per: [${first}, ${second}]`, zh: `带有 per: [${first}, ${second}] 的单位` };
}

function checkInputs(
  one: Definition<'indicators'>,
  [least, most]: readonly [number, number],
  context: UnitContext,
): void {
  const count = one.raw.formula.of.length;
  if (count >= least && count <= most) return;
  const where = placeText(placeAt(one.tree, ['formula', 'of']));
  const expected = least === most ? `${least}` : `${least}–${most}`;
  context.issues.push(issue('CATALOG_VALUE', 'error', where, { key: 'of', found: count, expected }));
}

function checkCondition(
  condition: RawCondition,
  tree: Tree,
  path: Path,
  definitions: Definitions,
  context: UnitContext,
): void {
  if ('all' in condition || 'any' in condition) {
    const key = 'all' in condition ? 'all' : 'any';
    const parts = 'all' in condition ? condition.all : condition.any;
    for (const [at, part] of parts.entries()) {
      checkCondition(part, tree, [...path, key, at], definitions, context);
    }
    return;
  }
  if ('light' in condition || typeof condition.than === 'number') return;
  const own = unitOf(condition.indicator, context);
  const other =
    'parameter' in condition.than
      ? definitions.of('parameters').get(condition.than.parameter)?.raw.unit
      : unitOf(condition.than.indicator, context);
  mustMatch(condition.indicator, other, own, tree, [...path, 'than'], context);
}

function unitOf(indicator: string, context: UnitContext): string | undefined {
  return context.indicators.get(id<'indicator'>(indicator))?.unit;
}

function baseName(unit: string | undefined, context: UnitContext): string | undefined {
  const found = unit === undefined ? undefined : context.units.get(id<'unit'>(unit));
  return found ? baseOf(found) : undefined;
}

/** Two units of one base; unknown ones were reported as unknown ids. */
function mustMatch(
  of: string | Text,
  unit: string | undefined,
  wanted: string | undefined,
  tree: Tree,
  path: Path,
  context: UnitContext,
): void {
  const found = baseName(unit, context);
  const expected = baseName(wanted, context);
  if (found === undefined || expected === undefined || found === expected) return;
  wrong(of, unit ?? '', expected, tree, path, context);
}

function wrong(
  of: string | Text,
  found: string | Text,
  expected: string | Text,
  tree: Tree,
  path: Path,
  context: UnitContext,
): void {
  const where = placeText(placeAt(tree, path));
  context.issues.push(issue('CATALOG_UNIT_MISMATCH', 'error', where, { of, found, expected }));
}
