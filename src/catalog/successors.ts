import { z } from 'zod';
import { type IndicatorId, type Issue, id, issue, type ReferenceId, type Text } from '../base/index.js';
import type { Link } from './check-links.js';
import { baseSchemas } from './schema-words.js';
import type { Definition, Definitions } from './sources.js';
import { checkClass } from './transition-cases.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';
import type { Located, Mark } from './types.js';

const { text, id: idSchema, mark, references, strict } = baseSchemas;

const weight = z.number().min(0);
const has = z
  .union([
    strict({ indicator: idSchema }),
    strict({ ground: z.array(idSchema).min(1), of: z.enum(['count', 'sum']) }),
    strict({ remoteness: z.literal(true) }),
  ])
  .describe(
    'What a place has: an indicator, its open findings of the ground, or kilometres to the nearest centre.',
  );

/** Shape of the rules by which activities that could follow a resource are judged. */
export const successorsSchema = strict({
  label: text,
  note: text.optional(),
  weights: strict({
    density: weight,
    pci: weight,
    gain: weight,
    jobs: weight,
    skills: weight,
    carbon: weight,
    water: weight,
  }).describe('Weights of the criteria; only their proportions count.'),
  extractive: z.array(idSchema).describe('Branches left out in the second computation.'),
  left_out: z.array(idSchema).describe('Branches that are no candidates.'),
  least: z
    .number()
    .min(0)
    .describe('Employment from which a branch can be present, in the unit of the table.'),
  usual_share: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'Share of the places with a branch that have less (at gates of a most: more) than what is told for orientation.',
    ),
  gates: z.array(
    strict({
      id: idSchema,
      label: text,
      quantity: text.describe('What is counted, with its unit.'),
      sense: z.enum(['least', 'most']),
      has: has.optional(),
    }),
  ),
  needs: z.record(
    idSchema,
    strict({
      gate: idSchema,
      activities: z.array(idSchema).min(1),
      value: z.number().nullable().describe('null: nobody has set it, and the gate is unknown.'),
      why: text,
      references,
      mark,
    }),
  ),
  references,
  mark,
});

type Raw = z.infer<typeof successorsSchema>;

/** How what a place has is found; null: only a table can tell. */
export type GateSource =
  | { readonly indicator: IndicatorId }
  | { readonly ground: readonly string[]; readonly of: 'count' | 'sum' }
  | { readonly remoteness: true };

/** A condition without which an activity is no successor. */
export interface SuccessorGate {
  readonly id: string;
  readonly label: Text;
  readonly quantity: Text;
  readonly sense: 'least' | 'most';
  readonly has: GateSource | null;
}

/** What some activities ask for at a gate. */
export interface SuccessorNeed {
  readonly gate: string;
  readonly activities: readonly IndicatorId[];
  /** null: nobody has set it. */
  readonly value: number | null;
  readonly why: Text;
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** The rules by which activities that could follow a resource are judged. */
export interface SuccessorRules extends Located {
  readonly id: string;
  readonly label: Text;
  readonly note: Text | null;
  readonly weights: Raw['weights'];
  readonly extractive: readonly IndicatorId[];
  readonly leftOut: readonly IndicatorId[];
  readonly least: number;
  readonly usualShare: number;
  readonly gates: readonly SuccessorGate[];
  readonly needs: readonly SuccessorNeed[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

const ids = <Kind extends string>(texts: readonly string[]) => texts.map((one) => id<Kind>(one));

/** Rules of successors from their file. */
export function buildSuccessors({ id: name, raw, tree }: Definition<'successors'>): SuccessorRules {
  const { gates, needs, left_out, usual_share, ...rest } = raw;
  return {
    ...rest,
    file: tree.file,
    line: tree.line,
    id: name,
    note: raw.note ?? null,
    extractive: ids<'indicator'>(raw.extractive),
    leftOut: ids<'indicator'>(left_out),
    usualShare: usual_share,
    gates: gates.map(({ has: source, ...gate }) => ({ ...gate, has: sourceOf(source) })),
    needs: Object.values(needs).map((need) => ({
      ...need,
      activities: ids<'indicator'>(need.activities),
      references: ids<'reference'>(need.references),
    })),
    references: ids<'reference'>(raw.references),
  };
}

function sourceOf(source: Raw['gates'][number]['has']): GateSource | null {
  if (source === undefined) return null;
  return 'indicator' in source ? { indicator: id<'indicator'>(source.indicator) } : source;
}

/** Kinds of findings are classes of the pack; needs speak of the gates of their file. */
export function checkSuccessors(definitions: Definitions, issues: Issue[]): void {
  for (const { raw, tree } of definitions.of('successors').values()) {
    for (const [at, { has: source }] of raw.gates.entries())
      if (source !== undefined && 'ground' in source)
        for (const [kind, one] of source.ground.entries())
          checkClass(definitions, 'ground_kind', one, tree, ['gates', at, 'has', 'ground', kind], issues);
    const gates = raw.gates.map((gate) => gate.id);
    for (const [at, { gate }] of Object.entries(raw.needs))
      if (!gates.includes(gate))
        issues.push(
          issue('CATALOG_VALUE', 'error', placeText(placeAt(tree, ['needs', at, 'gate'])), {
            key: 'gate',
            found: gate,
            expected: gates.join(', '),
          }),
        );
  }
}

/** Ids that rules of successors use. */
export function* successorLinks(definitions: Definitions): Generator<readonly [Tree, readonly Link[]]> {
  for (const { raw, tree } of definitions.of('successors').values()) {
    const link = (name: string, ...path: Path): Link => ({ target: 'indicator', id: name, path });
    const cited = (names: readonly string[], ...path: Path) =>
      names.map((one, at): Link => ({ target: 'reference', id: one, path: [...path, at] }));
    yield [
      tree,
      [
        ...raw.extractive.map((name, at) => link(name, 'extractive', at)),
        ...raw.left_out.map((name, at) => link(name, 'left_out', at)),
        ...raw.gates.flatMap(({ has: source }, at) =>
          source !== undefined && 'indicator' in source
            ? [link(source.indicator, 'gates', at, 'has', 'indicator')]
            : [],
        ),
        ...Object.entries(raw.needs).flatMap(([at, { activities, references: names }]) => [
          ...activities.map((name, place) => link(name, 'needs', at, 'activities', place)),
          ...cited(names, 'needs', at, 'references'),
        ]),
        ...cited(raw.references, 'references'),
      ],
    ];
  }
}
