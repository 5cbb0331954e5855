import { z } from 'zod';
import { type IndicatorId, type Issue, id, issue, type ReferenceId, type Text } from '../base/index.js';
import type { Link } from './check-links.js';
import { conditionSchema, type RawCondition } from './schema-trees.js';
import { baseSchemas } from './schema-words.js';
import type { Definition, Definitions } from './sources.js';
import { checkClass } from './transition-cases.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';
import type { Condition, Located, Mark } from './types.js';

const { text, id: idSchema, mark, references, strict } = baseSchemas;

const end = z.number().nullable();

/** Shape of one measure in its file. */
export const measureSchema = strict({
  label: text,
  does: text.describe('What is done.'),
  answers: strict({
    problems: z.array(idSchema).default([]).describe('Problems of catalog/problems.'),
    lights: z.array(idSchema).default([]).describe('Indicators whose red light it answers.'),
    types: z.array(z.string()).default([]).describe('Official types; none: all.'),
    resources: z.array(z.string()).default([]).describe('Resources; none: all.'),
    ground: z.array(z.string()).default([]).describe('Conditions of the ground; none: any.'),
  }),
  condition: text.optional().describe('What must hold besides, and no figure decides.'),
  requires: z
    .array(strict({ label: text, when: conditionSchema, mark }))
    .default([])
    .describe('What must hold by the figures of the city.'),
  cost: strict({ low: end, high: end, per: text, scope: text.optional(), mark })
    .optional()
    .describe('Yuan; left out: unknown.'),
  effects: z
    .array(
      strict({
        indicator: idSchema,
        direction: z.enum(['more', 'less']),
        low: end.default(null).describe('Change in the unit of the indicator; null: unknown.'),
        high: end.default(null),
        mark,
      }),
    )
    .default([]),
  conflicts: z.array(idSchema).default([]).describe('Measures that hinder each other.'),
  synergies: z.array(idSchema).default([]).describe('Measures that help each other.'),
  cases: z.array(idSchema).default([]).describe('Cases in which it was taken.'),
  note: text.optional(),
  references,
  mark,
});

/** What can be done about a finding; ranges that nobody knows are null. */
export interface PlanMeasure extends Located {
  readonly id: string;
  readonly theme: string;
  readonly label: Text;
  readonly does: Text;
  readonly answers: {
    readonly problems: readonly string[];
    readonly lights: readonly IndicatorId[];
    readonly types: readonly string[];
    readonly resources: readonly string[];
    readonly ground: readonly string[];
  };
  readonly condition: Text | null;
  /** Conditions that figures of the city decide. */
  readonly requires: readonly { readonly label: Text; readonly when: Condition; readonly mark: Mark }[];
  /** Yuan. */
  readonly cost: {
    readonly low: number | null;
    readonly high: number | null;
    readonly per: Text;
    readonly scope: Text | null;
    readonly mark: Mark;
  } | null;
  readonly effects: readonly {
    readonly indicator: IndicatorId;
    readonly direction: 'more' | 'less';
    readonly low: number | null;
    readonly high: number | null;
    readonly mark: Mark;
  }[];
  readonly conflicts: readonly string[];
  readonly synergies: readonly string[];
  readonly cases: readonly string[];
  readonly note: Text | null;
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

const ids = <Kind extends string>(texts: readonly string[]) => texts.map((one) => id<Kind>(one));

/** A measure from its entry. */
export function buildMeasure({ id: name, theme, raw, tree }: Definition<'measures'>): PlanMeasure {
  return {
    ...raw,
    file: tree.file,
    line: tree.line,
    id: name,
    theme,
    answers: { ...raw.answers, lights: ids<'indicator'>(raw.answers.lights) },
    condition: raw.condition ?? null,
    requires: raw.requires.map((one) => ({ ...one, when: one.when as Condition })),
    cost: raw.cost ? { ...raw.cost, scope: raw.cost.scope ?? null } : null,
    effects: raw.effects.map((one) => ({ ...one, indicator: id<'indicator'>(one.indicator) })),
    note: raw.note ?? null,
    references: ids<'reference'>(raw.references),
  };
}

/** Ids that measures use. */
export function* measureLinks(
  definitions: Definitions,
  conditionLinks: (condition: RawCondition, path: Path) => readonly Link[],
): Generator<readonly [Tree, readonly Link[]]> {
  for (const { raw, tree } of definitions.of('measures').values()) {
    const links = (target: Link['target'], names: readonly string[], ...path: Path) =>
      names.map((one, at): Link => ({ target, id: one, path: [...path, at] }));
    yield [
      tree,
      [
        ...links('problem', raw.answers.problems, 'answers', 'problems'),
        ...links('indicator', raw.answers.lights, 'answers', 'lights'),
        ...raw.effects.map(({ indicator }, at): Link => {
          return { target: 'indicator', id: indicator, path: ['effects', at, 'indicator'] };
        }),
        ...raw.requires.flatMap(({ when }, at) => conditionLinks(when, ['requires', at, 'when'])),
        ...links('measure', raw.conflicts, 'conflicts'),
        ...links('measure', raw.synergies, 'synergies'),
        ...links('case', raw.cases, 'cases'),
        ...links('reference', raw.references, 'references'),
      ],
    ];
  }
}

/** Classes exist, ranges rise, and no measure helps and hinders the same one, or itself. */
export function checkMeasures(definitions: Definitions, issues: Issue[]): void {
  for (const { id: name, raw, tree } of definitions.of('measures').values()) {
    const schemes = { types: 'official_type', resources: 'resource', ground: 'ground_condition' } as const;
    for (const key of ['types', 'resources', 'ground'] as const)
      for (const [at, one] of raw.answers[key].entries())
        checkClass(definitions, schemes[key], one, tree, ['answers', key, at], issues);
    if (raw.cost) checkRange(raw.cost, tree, ['cost', 'high'], issues);
    for (const [at, one] of raw.effects.entries()) checkRange(one, tree, ['effects', at, 'high'], issues);
    for (const [at, other] of raw.conflicts.entries()) {
      if (other !== name && !raw.synergies.includes(other)) continue;
      const expected = { en: 'another measure that is no synergy', zh: '不属协同的其他措施' };
      const where = placeText(placeAt(tree, ['conflicts', at]));
      issues.push(issue('CATALOG_VALUE', 'error', where, { key: 'conflicts', found: other, expected }));
    }
  }
}

function checkRange(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  tree: Tree,
  path: Path,
  issues: Issue[],
): void {
  if (low === null || high === null || low <= high) return;
  const facts = {
    of: String(path[0]),
    found: `${low}–${high}`,
    expected: { en: 'low before high', zh: '先低后高' },
  };
  issues.push(issue('CATALOG_RANGE', 'error', placeText(placeAt(tree, path)), facts));
}
