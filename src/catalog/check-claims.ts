import { type Issue, issue, phrases, type Text } from '../base/index.js';
import { near } from './near.js';
import type { RawRecomputation } from './schema-claims.js';
import type { RawCondition } from './schema-trees.js';
import type { Definition, Definitions } from './sources.js';
import { type Path, placeAt, placeText } from './tree.js';

/** A claim's parts fit together: figures to readings, names to constants, placeholders to numbers. */
export function checkClaims(definitions: Definitions, issues: Issue[]): void {
  for (const one of definitions.of('claims').values()) checkClaim(one, issues);
}

function checkClaim(one: Definition<'claims'>, issues: Issue[]): void {
  const { published, constants, readings, beside } = one.raw;
  const fault = faultsOf(one, issues);
  const names = new Set([...Object.keys(published), ...Object.keys(constants)]);
  for (const name of Object.keys(constants)) {
    if (name in published)
      fault.value(['constants', name], name, {
        en: 'a name no published figure has',
        zh: '与已发表数字不同的名称',
      });
  }
  if (Object.keys(published).length === 0)
    fault.value(['published'], phrases.none, { en: 'at least one figure', zh: '至少一个数字' });
  const seen = new Set<string>();
  for (const [at, reading] of readings.entries()) {
    const path = ['readings', at];
    if (seen.has(reading.id))
      fault.value([...path, 'id'], reading.id, { en: 'an id of its own', zh: '不重复的编号' });
    seen.add(reading.id);
    if (at > 0 && reading.if === undefined) fault.missing(path, 'if');
    if (at === 0 && reading.if !== undefined) {
      fault.value([...path, 'if'], reading.if, {
        en: 'a first reading without condition',
        zh: '不带条件的第一种读法',
      });
    }
    for (const name of Object.keys(published)) {
      if (!(name in reading.figures)) fault.missing([...path, 'figures'], name);
    }
    for (const [name, by] of Object.entries(reading.figures)) {
      const here = [...path, 'figures', name];
      if (!(name in published)) fault.unknown(here, name, Object.keys(published));
      checkRecomputation(by, here, names, fault);
      if (typeof published[name]?.value === 'string' && !isClass(by)) {
        fault.value(here, typeof by === 'string' ? by : by.op, {
          en: 'register, as the published figure is a class',
          zh: 'register（已发表的是类别）',
        });
      }
    }
  }
  for (const [name, { by }] of Object.entries(beside)) {
    checkRecomputation(by, ['beside', name, 'by'], names, fault);
  }
  checkPlaceholders(one, fault);
}

function isClass(by: RawRecomputation): boolean {
  return typeof by !== 'string' && (by.op === 'register' || by.op === 'cannot');
}

function checkRecomputation(
  by: RawRecomputation,
  path: Path,
  names: ReadonlySet<string>,
  fault: Faults,
): void {
  if (typeof by === 'string') {
    if (!names.has(by)) fault.unknown(path, by, [...names]);
    return;
  }
  if (by.op === 'count' && by.when !== undefined) {
    if (by.period === undefined) fault.missing(path, 'period');
    if (readsLight(by.when)) fault.value([...path, 'when'], 'light', { en: 'indicators only', zh: '仅指标' });
  }
  if ('of' in by && by.op !== 'same_base') {
    for (const [at, part] of by.of.entries()) checkRecomputation(part, [...path, 'of', at], names, fault);
  }
}

function readsLight(condition: RawCondition): boolean {
  if ('all' in condition) return condition.all.some(readsLight);
  if ('any' in condition) return condition.any.some(readsLight);
  return 'light' in condition;
}

/** `{reading.figure}`, `{figure}` as published, `{constant}`, `{beside}`; with `.names` the units that were counted. */
function checkPlaceholders({ raw }: Definition<'claims'>, fault: Faults): void {
  const single = [...Object.keys(raw.published), ...Object.keys(raw.constants), ...Object.keys(raw.beside)];
  const read = raw.readings.flatMap(({ id, figures }) => Object.keys(figures).map((name) => `${id}.${name}`));
  const known = new Set([...single, ...read]);
  for (const language of ['en', 'zh'] as const) {
    for (const [, name = ''] of raw.reason[language].matchAll(/\{([^}]*)\}/g)) {
      if (!known.has(name.replace(/\.names$/, ''))) fault.unknown(['reason', language], name, [...known]);
    }
  }
}

interface Faults {
  readonly missing: (path: Path, expected: string) => void;
  readonly value: (path: Path, found: string | Text, expected: string | Text) => void;
  readonly unknown: (path: Path, found: string, known: readonly string[]) => void;
}

function faultsOf({ tree }: Definition<'claims'>, issues: Issue[]): Faults {
  const where = (path: Path) => placeText(placeAt(tree, path));
  return {
    missing: (path, expected) =>
      issues.push(issue('CATALOG_KEY_MISSING', 'error', where(path), { expected })),
    value: (path, found, expected) =>
      issues.push(
        issue('CATALOG_VALUE', 'error', where(path), { key: String(path.at(-1)), found, expected }),
      ),
    unknown: (path, found, known) =>
      issues.push(
        issue('CATALOG_ID_UNKNOWN', 'error', where(path), {
          kind: { en: 'figure of the claim', zh: '该说法的数字' },
          found,
          near: near(found, known),
        }),
      ),
  };
}
