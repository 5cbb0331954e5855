import { z } from 'zod';
import { type IsoDate, id, type ReferenceId, type Text } from '../base/index.js';
import type { IdentifyLink } from './links-identify.js';
import { baseSchemas } from './schema-words.js';
import type { Definition, Definitions } from './sources.js';
import type { Tree } from './tree.js';
import type { Located, Mark } from './types.js';

const { text, id: idSchema, mark, date, references, strict } = baseSchemas;

const bound = strict({ value: z.number().min(0).max(1).nullable(), mark }).describe(
  'A share; null: not known.',
);

/** A text that controls the use of industrial land, in force from a day until the next one says otherwise. */
export const landRuleSchema = strict({
  label: text,
  note: text.optional(),
  from: date,
  coverage: bound.optional().describe('Least share of the plot that buildings cover.'),
  living: bound.optional().describe('Largest share of land of offices and living.'),
  green: bound.optional().describe('Largest share of green land.'),
  floor_area_ratio_mark: mark.optional(),
  classification: idSchema.optional().describe('Classification of industries that the codes are of.'),
  industries: z
    .array(
      strict({
        id: idSchema,
        code: z.string().optional(),
        label: text,
        floor_area_ratio: z.number().positive().nullable().describe('Least; null: not known.'),
      }),
    )
    .default([]),
  references,
  mark,
});

/** A bound with its own mark; null: not known. */
export interface LandBound {
  readonly value: number | null;
  readonly mark: Mark;
}

/** A text that controls the use of industrial land. What it leaves out, an earlier one says. */
export interface LandRule extends Located {
  readonly id: string;
  readonly label: Text;
  readonly note: Text | null;
  readonly from: IsoDate;
  readonly coverage: LandBound | null;
  readonly living: LandBound | null;
  readonly green: LandBound | null;
  /** Least floor-area ratios. */
  readonly industries: readonly {
    readonly id: string;
    readonly code: string | null;
    readonly label: Text;
    readonly floorAreaRatio: number | null;
  }[];
  /** Of the floor-area ratios. */
  readonly floorAreaRatioMark: Mark;
  readonly classification: string | null;
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** A land rule from its file. */
export function buildLandRule({ id: name, raw, tree }: Definition<'land_rules'>): LandRule {
  return {
    file: tree.file,
    line: tree.line,
    id: name,
    label: raw.label,
    note: raw.note ?? null,
    from: id<'date'>(raw.from),
    coverage: raw.coverage ?? null,
    living: raw.living ?? null,
    green: raw.green ?? null,
    industries: raw.industries.map((one) => ({
      id: one.id,
      code: one.code ?? null,
      label: one.label,
      floorAreaRatio: one.floor_area_ratio,
    })),
    floorAreaRatioMark: raw.floor_area_ratio_mark ?? raw.mark,
    classification: raw.classification ?? null,
    references: raw.references.map((one) => id<'reference'>(one)),
    mark: raw.mark,
  };
}

/** References of land rules. */
export function* landRuleLinks(
  definitions: Definitions,
): Generator<readonly [Tree, readonly IdentifyLink[]]> {
  for (const { raw, tree } of definitions.of('land_rules').values())
    yield [
      tree,
      raw.references.map((one, at) => ({ target: 'reference', id: one, path: ['references', at] }) as const),
    ];
}
