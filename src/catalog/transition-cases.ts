import { z } from 'zod';
import { type Issue, id, issue, type ReferenceId, type Text } from '../base/index.js';
import type { Link } from './check-links.js';
import { baseSchemas } from './schema-words.js';
import type { Definition, Definitions } from './sources.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';
import type { Located, Mark } from './types.js';

const { text, id: idSchema, mark, references, strict } = baseSchemas;

/** The ways in which a place lives after its resource, as in the seed documents. */
export const transitionModes = ['replacement', 'extension', 'hybrid', 'none', 'unknown'] as const;

/** What became of a place so far; `shrinking` and `vanished` are failures. */
export const transitionOutcomes = ['recovered', 'stable', 'shrinking', 'vanished', 'unknown'] as const;

const said = strict({ text, mark });

/** Shape of one case in its file. */
export const transitionCaseSchema = strict({
  place: text,
  country: z.string().regex(/^[a-z]{2}$/, 'two letters such as cn'),
  city: idSchema.optional().describe('Id of the place in the register of the pack, where it is listed.'),
  resource: text.describe('In the words of the source.'),
  resources: z.array(z.string()).default([]).describe('Classes of classes/resource.yaml.'),
  stage: z
    .string()
    .optional()
    .describe('Class of classes/official_type.yaml at the start, where the source says it.'),
  population: strict({ before: z.number().positive(), now: z.number().positive(), mark })
    .optional()
    .describe('Persons, on one boundary.'),
  trigger: text.optional(),
  since: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, month or day in quotes, "2001"')
    .optional(),
  mode: z.enum(transitionModes),
  mode_note: text.optional(),
  instruments: z
    .array(
      strict({
        what: text,
        cost: strict({ value: z.number().positive(), currency: z.string().min(3), mark }).optional(),
        payer: text.optional(),
        mark,
      }),
    )
    .default([]),
  figures: z.array(said).default([]),
  outcome: strict({ class: z.enum(transitionOutcomes), text: text.optional() }),
  helped: z.array(said).default([]).describe('Conditions that helped.'),
  transferability: said.optional(),
  cautions: z.array(said).default([]).describe('Contradictions and checks.'),
  references,
  mark,
});

/** A statement with what it may be trusted for. */
export interface Said {
  readonly text: Text;
  readonly mark: Mark;
}

/** What a place did after its resource, as sources tell it; nothing that they do not say. */
export interface TransitionCase extends Located {
  readonly id: string;
  readonly place: Text;
  readonly country: string;
  readonly city: string | null;
  readonly resource: Text;
  readonly resources: readonly string[];
  readonly stage: string | null;
  /** Persons. */
  readonly population: { readonly before: number; readonly now: number; readonly mark: Mark } | null;
  readonly trigger: Text | null;
  readonly since: string | null;
  readonly mode: (typeof transitionModes)[number];
  readonly modeNote: Text | null;
  readonly instruments: readonly {
    readonly what: Text;
    readonly cost: { readonly value: number; readonly currency: string; readonly mark: Mark } | null;
    readonly payer: Text | null;
    readonly mark: Mark;
  }[];
  readonly figures: readonly Said[];
  readonly outcome: { readonly class: (typeof transitionOutcomes)[number]; readonly text: Text | null };
  readonly helped: readonly Said[];
  readonly transferability: Said | null;
  readonly cautions: readonly Said[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** A case from its entry. */
export function buildTransitionCase({ id: name, raw, tree }: Definition<'transition_cases'>): TransitionCase {
  const { mode_note: modeNote, references: sources, ...rest } = raw;
  return {
    ...rest,
    file: tree.file,
    line: tree.line,
    id: name,
    city: raw.city ?? null,
    stage: raw.stage ?? null,
    population: raw.population ?? null,
    trigger: raw.trigger ?? null,
    since: raw.since ?? null,
    modeNote: modeNote ?? null,
    instruments: raw.instruments.map((one) => ({ ...one, cost: one.cost ?? null, payer: one.payer ?? null })),
    outcome: { class: raw.outcome.class, text: raw.outcome.text ?? null },
    transferability: raw.transferability ?? null,
    references: sources.map((one) => id<'reference'>(one)),
  };
}

/** References of cases. */
export function* transitionCaseLinks(definitions: Definitions): Generator<readonly [Tree, readonly Link[]]> {
  for (const { raw, tree } of definitions.of('transition_cases').values())
    yield [
      tree,
      raw.references.map((one, at) => ({ target: 'reference', id: one, path: ['references', at] }) as const),
    ];
}

/** Resources and stages of cases are classes of the pack. */
export function checkTransitionCases(definitions: Definitions, issues: Issue[]): void {
  for (const { raw, tree } of definitions.of('transition_cases').values()) {
    for (const [at, one] of raw.resources.entries())
      checkClass(definitions, 'resource', one, tree, ['resources', at], issues);
    if (raw.stage !== undefined) checkClass(definitions, 'official_type', raw.stage, tree, ['stage'], issues);
  }
}

/** A fault where a word is no class of a scheme. */
export function checkClass(
  definitions: Definitions,
  scheme: string,
  found: string,
  tree: Tree,
  path: Path,
  issues: Issue[],
): void {
  const classes =
    definitions
      .of('classes')
      .get(scheme)
      ?.raw.classes.map((one) => one.id) ?? [];
  if (classes.includes(found)) return;
  const facts = { key: String(path[0]), found, expected: classes.join(', ') };
  issues.push(issue('CATALOG_VALUE', 'error', placeText(placeAt(tree, path)), facts));
}
