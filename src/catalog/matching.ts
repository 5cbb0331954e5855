import { z } from 'zod';
import { type IndicatorId, type Issue, id, type ReferenceId, type Text } from '../base/index.js';
import type { Link } from './check-links.js';
import { baseSchemas } from './schema-words.js';
import type { Definition, Definitions } from './sources.js';
import { checkClass } from './transition-cases.js';
import type { Path, Tree } from './tree.js';
import type { Located, Mark } from './types.js';

const { text, id: idSchema, mark, references, strict } = baseSchemas;

const indicators = z.array(idSchema).min(1);

/** Shape of the rules by which a city is held against others. */
export const matchingSchema = strict({
  label: text,
  note: text.optional(),
  similar: z
    .array(
      strict({
        indicator: idSchema,
        weight: z.number().positive().default(1),
        log: z.boolean().default(false),
      }),
    )
    .min(1)
    .describe('Indicators of the distance between cities; log: of the logarithm.'),
  jobs: strict({
    years: z.int().min(1),
    resources: z.array(z.string()).min(1).describe('Resources that the branches below can tell of.'),
    resource: indicators,
    chain: indicators.describe('Branches in which the resource is worked up.'),
    outside: indicators.describe('Branches that owe it nothing.'),
  }).describe('Counts of jobs that tell the mode.'),
  size: idSchema,
  change: idSchema.describe('Change of population.'),
  centres: z
    .array(strict({ id: idSchema, label: text, point: z.tuple([z.number(), z.number()]) }))
    .default([])
    .describe('Large towns from which remoteness is measured: longitude, latitude.'),
  references,
  mark,
});

/** The rules by which a city is held against others and against cases. */
export interface Matching extends Located {
  readonly id: string;
  readonly label: Text;
  readonly note: Text | null;
  readonly similar: readonly {
    readonly indicator: IndicatorId;
    readonly weight: number;
    readonly log: boolean;
  }[];
  readonly jobs: {
    readonly years: number;
    readonly resources: readonly string[];
    readonly resource: readonly IndicatorId[];
    readonly chain: readonly IndicatorId[];
    readonly outside: readonly IndicatorId[];
  };
  readonly size: IndicatorId;
  readonly change: IndicatorId;
  readonly centres: readonly {
    readonly id: string;
    readonly label: Text;
    readonly point: readonly [number, number];
  }[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

const ids = <Kind extends string>(texts: readonly string[]) => texts.map((one) => id<Kind>(one));

/** Rules of matching from their file. */
export function buildMatching({ id: name, raw, tree }: Definition<'matching'>): Matching {
  const { jobs } = raw;
  return {
    ...raw,
    file: tree.file,
    line: tree.line,
    id: name,
    note: raw.note ?? null,
    similar: raw.similar.map((one) => ({ ...one, indicator: id<'indicator'>(one.indicator) })),
    jobs: {
      years: jobs.years,
      resources: jobs.resources,
      resource: ids<'indicator'>(jobs.resource),
      chain: ids<'indicator'>(jobs.chain),
      outside: ids<'indicator'>(jobs.outside),
    },
    size: id<'indicator'>(raw.size),
    change: id<'indicator'>(raw.change),
    references: ids<'reference'>(raw.references),
  };
}

/** Resources are classes of the pack. */
export function checkMatching(definitions: Definitions, issues: Issue[]): void {
  for (const { raw, tree } of definitions.of('matching').values())
    for (const [at, one] of raw.jobs.resources.entries())
      checkClass(definitions, 'resource', one, tree, ['jobs', 'resources', at], issues);
}

/** Ids that rules of matching use. */
export function* matchingLinks(definitions: Definitions): Generator<readonly [Tree, readonly Link[]]> {
  for (const { raw, tree } of definitions.of('matching').values()) {
    const link = (name: string, ...path: Path): Link => ({ target: 'indicator', id: name, path });
    const { jobs } = raw;
    yield [
      tree,
      [
        ...raw.similar.map(({ indicator }, at) => link(indicator, 'similar', at, 'indicator')),
        ...(['resource', 'chain', 'outside'] as const).flatMap((key) =>
          jobs[key].map((name, at) => link(name, 'jobs', key, at)),
        ),
        link(raw.size, 'size'),
        link(raw.change, 'change'),
        ...raw.references.map(
          (one, at): Link => ({ target: 'reference', id: one, path: ['references', at] }),
        ),
      ],
    ];
  }
}
