import { z } from 'zod';
import {
  type IndicatorId,
  type Issue,
  id,
  issue,
  type ReferenceId,
  type Text,
  type Unit,
} from '../base/index.js';
import type { Link } from './check-links.js';
import { baseSchemas } from './schema-words.js';
import type { Definition, Definitions } from './sources.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';
import type { Located, Mark } from './types.js';

const { text, id: idSchema, unit, mark, references, strict } = baseSchemas;

const entry = strict({
  indicator: idSchema.describe('An observed indicator.'),
  unit: unit.optional().describe('In which it is filled in; left out: the unit of the indicator.'),
  required: z.boolean().default(true).describe('Missing only with a reason.'),
  whole: z.boolean().default(false).describe('A count of things, in whole numbers of the base unit.'),
  asks: z
    .enum(['nothing', 'source', 'evidence'])
    .default('source')
    .describe('What must stand beside a value: nothing, the source document, or that and a file.'),
  note: text.optional(),
});

/** A form of the yearly reporting: which observed indicators a unit reports. */
export const formSchema = strict({
  label: text,
  instructions: text,
  sections: z.array(strict({ id: idSchema, label: text, entries: z.array(entry).min(1) })).min(1),
  references,
  mark,
});

/** One line of a form. */
export interface FormEntry {
  readonly indicator: IndicatorId;
  /** In which a number without a unit is meant. */
  readonly unit: Unit;
  /** Missing only with a reason. */
  readonly required: boolean;
  /** A count: a whole number in the base unit. */
  readonly whole: boolean;
  /** What must stand beside a value. `evidence`: the source document and a file. */
  readonly asks: 'nothing' | 'source' | 'evidence';
  readonly note: Text | null;
}

/** A form of the yearly reporting. */
export interface ReportingForm extends Located {
  readonly id: string;
  readonly label: Text;
  readonly instructions: Text;
  readonly sections: readonly {
    readonly id: string;
    readonly label: Text;
    readonly entries: readonly FormEntry[];
  }[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/**
 * A form from its file.
 *
 * @param unitOf unit of an observed indicator; undefined for one there is not
 */
export function buildForm(
  { id: name, raw, tree }: Definition<'forms'>,
  unitOf: (indicator: string) => Unit | undefined,
): ReportingForm {
  return {
    file: tree.file,
    line: tree.line,
    id: name,
    label: raw.label,
    instructions: raw.instructions,
    sections: raw.sections.map((section) => ({
      ...section,
      entries: section.entries.map((one) => ({
        ...one,
        indicator: id<'indicator'>(one.indicator),
        // an indicator that is not there was reported by the check of the links
        unit: one.unit === undefined ? (unitOf(one.indicator) ?? id<'unit'>('')) : id<'unit'>(one.unit),
        note: one.note ?? null,
      })),
    })),
    references: raw.references.map((one) => id<'reference'>(one)),
    mark: raw.mark,
  };
}

/** Ids that forms use. */
export function* formLinks(definitions: Definitions): Generator<readonly [Tree, readonly Link[]]> {
  for (const { raw, tree } of definitions.of('forms').values()) {
    const entries = raw.sections.flatMap(({ entries: list }, section) =>
      list.flatMap((one, at): Link[] => {
        const path: Path = ['sections', section, 'entries', at];
        const own: Link = { target: 'indicator', id: one.indicator, path: [...path, 'indicator'] };
        return one.unit === undefined
          ? [own]
          : [own, { target: 'unit', id: one.unit, path: [...path, 'unit'] }];
      }),
    );
    const papers = raw.references.map(
      (one, at): Link => ({ target: 'reference', id: one, path: ['references', at] }),
    );
    yield [tree, [...entries, ...papers]];
  }
}

/** An indicator stands in a form once, is observed and not computed, and is asked for in a unit of its own kind. */
export function checkForms(definitions: Definitions, issues: Issue[]): void {
  for (const one of definitions.of('forms').values()) {
    const seen = new Set<string>();
    for (const [section, { entries }] of one.raw.sections.entries())
      for (const [at, { indicator, unit: asked }] of entries.entries()) {
        const path = ['sections', section, 'entries', at];
        if (seen.has(indicator)) issues.push(twice(one.tree, path, indicator));
        seen.add(indicator);
        checkObserved(definitions, indicator, one.tree, path, issues);
        if (asked !== undefined) checkUnit(definitions, indicator, asked, one.tree, path, issues);
      }
  }
}

function twice(tree: Tree, path: Path, found: string): Issue {
  const facts = { kind: { en: 'entry', zh: '条目' }, found, expected: placeText(tree) };
  return issue('CATALOG_ID_DUPLICATE', 'error', placeText(placeAt(tree, path)), facts);
}

function checkObserved(
  definitions: Definitions,
  found: string,
  tree: Tree,
  path: Path,
  issues: Issue[],
): void {
  if (!definitions.of('indicators').has(found)) return;
  const expected = { en: 'an observed indicator, as cities report', zh: '由城市上报的观测指标' };
  const where = placeText(placeAt(tree, [...path, 'indicator']));
  issues.push(issue('CATALOG_VALUE', 'error', where, { key: 'indicator', found, expected }));
}

function checkUnit(
  definitions: Definitions,
  indicator: string,
  asked: string,
  tree: Tree,
  path: Path,
  issues: Issue[],
): void {
  const baseOf = (name: string) => definitions.of('units').get(name)?.raw.base ?? name;
  const own = definitions.of('observed').get(indicator)?.raw.unit;
  if (own === undefined || !definitions.of('units').has(asked) || baseOf(own) === baseOf(asked)) return;
  const where = placeText(placeAt(tree, [...path, 'unit']));
  issues.push(issue('CATALOG_UNIT_MISMATCH', 'error', where, { of: indicator, found: asked, expected: own }));
}
