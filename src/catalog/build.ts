import { type Dated, type IsoDate, id } from '../base/index.js';
import type { RawSteps } from './schema-steps.js';
import type { RawIndexNode } from './schema-trees.js';
import type { Definition, Source } from './sources.js';
import type {
  ClassScheme,
  Formula,
  Index,
  IndexImputation,
  IndexNode,
  Indicator,
  LightRule,
  Parameter,
  Problem,
  Reference,
  UnitDefinition,
} from './types.js';

const ids = <Kind extends string>(texts: readonly string[]) => texts.map((text) => id<Kind>(text));
const place = (from: Source) => ({
  file: from.tree.file,
  line: from.tree.line,
});

/** The unit a definition describes; a base unit has factor 1. */
export function buildUnit({ id: name, raw }: Definition<'units'>): UnitDefinition {
  return {
    id: id<'unit'>(name),
    label: raw.label,
    base: raw.base === undefined ? null : id<'unit'>(raw.base),
    factor: raw.factor ?? 1,
    per: raw.per ? [id<'unit'>(raw.per[0]), id<'unit'>(raw.per[1])] : null,
    display: raw.display === undefined ? null : id<'unit'>(raw.display),
    digits: raw.digits,
    aliases: raw.aliases,
  };
}

/** The reference a definition describes. */
export function buildReference({ id: name, raw }: Definition<'references'>): Reference {
  return {
    id: id<'reference'>(name),
    kind: raw.kind,
    date: raw.date,
    number: raw.number ?? null,
    title: raw.title,
    mark: raw.mark,
    url: raw.url ?? null,
  };
}

/** An indicator read from tables; its formula is null. */
export function buildObserved(definition: Definition<'observed'>): Indicator {
  const { additive, parts, moves_with: mate } = definition.raw;
  const movesWith = mate === undefined ? null : id<'indicator'>(mate);
  return { ...commonOf(definition), formula: null, additive, parts: ids<'indicator'>(parts), movesWith };
}

/** A computed indicator. */
export function buildComputed(definition: Definition<'indicators'>): Indicator {
  const formula = definition.raw.formula as unknown as Formula;
  const acrossBreaks = definition.raw.across_breaks ?? false;
  return { ...commonOf(definition), formula, acrossBreaks, additive: false, parts: [] };
}

/** What observed and computed indicators have in common. */
function commonOf(
  definition: Definition<'observed'> | Definition<'indicators'>,
): Omit<Indicator, 'formula' | 'additive' | 'parts' | 'acrossBreaks'> {
  const { raw } = definition;
  return {
    ...place(definition),
    id: id<'indicator'>(definition.id),
    label: raw.label,
    theme: definition.theme,
    unit: id<'unit'>(raw.unit),
    better: raw.better,
    valid: bounds(raw.valid),
    note: raw.note ?? null,
    references: ids<'reference'>(raw.references),
    mark: raw.mark,
  };
}

/** A parameter with the value in force on a day: the newest entry that does not begin after it. */
export function buildParameter(definition: Definition<'parameters'>, on: IsoDate): Parameter {
  const { raw } = definition;
  const values: readonly Dated<number>[] = raw.values.map((entry) => ({
    from: id<'date'>(entry.from),
    value: entry.value,
    reference: id<'reference'>(entry.reference),
  }));
  const inForce = values.filter((entry) => entry.from <= on).at(-1);
  return {
    ...place(definition),
    id: definition.id,
    label: raw.label,
    unit: id<'unit'>(raw.unit),
    mark: raw.mark,
    value: inForce?.value ?? null,
    values,
    confirmed: id<'date'>(raw.confirmed),
    reference: (inForce ?? (values[0] as Dated<number>)).reference,
  };
}

/** A class scheme; bounds that are left out are null. */
export function buildClasses(definition: Definition<'classes'>): ClassScheme {
  const { raw } = definition;
  return {
    ...place(definition),
    id: definition.id,
    label: raw.label,
    classes: raw.classes.map((entry) => ({
      id: entry.id,
      label: entry.label,
      from: entry.from ?? null,
      to: entry.to ?? null,
    })),
    references: ids<'reference'>(raw.references),
    mark: raw.mark,
  };
}

/** An index with its tree of nodes. */
export function buildIndex(definition: Definition<'indices'>): Index {
  const { raw } = definition;
  return {
    ...place(definition),
    id: definition.id,
    version: raw.version,
    order: raw.order,
    label: raw.label,
    note: raw.note ?? null,
    aggregate: raw.aggregate,
    minimumCoverage: raw.minimum_coverage ?? null,
    steps: buildSteps(raw.steps),
    periods: raw.periods,
    of: raw.of.map(buildNode),
    references: ids<'reference'>(raw.references),
    mark: raw.mark,
  };
}

function buildSteps({ impute, treat, normalise, weights }: RawSteps): Index['steps'] {
  return {
    impute: buildImputation(impute),
    treat:
      treat.method === 'none'
        ? treat
        : { ...treat, fallback: treat.fallback === 'none' ? null : treat.fallback },
    normalise,
    weights: typeof weights === 'string' ? { method: weights } : weights,
  };
}

function buildImputation(raw: RawSteps['impute']): IndexImputation {
  switch (raw.method) {
    case 'latest':
    case 'constant':
    case 'linear':
    case 'linear-constant':
      return { method: raw.method, maximumGap: raw.maximum_gap ?? null };
    default:
      return raw;
  }
}

function buildNode(raw: RawIndexNode): IndexNode {
  if ('indicator' in raw) {
    return {
      indicator: id<'indicator'>(raw.indicator),
      weight: raw.weight,
      goalposts: raw.goalposts ?? null,
    };
  }
  return {
    id: raw.id,
    label: raw.label,
    weight: raw.weight,
    of: raw.of.map(buildNode),
    aggregate: raw.aggregate ?? null,
    minimumCoverage: raw.minimum_coverage ?? null,
  };
}

/** The light rule of one indicator. */
export function buildLight(definition: Definition<'lights'>): LightRule {
  const { raw } = definition;
  return {
    ...place(definition),
    indicator: id<'indicator'>(definition.id),
    target: raw.target ? { ...raw.target, reference: id<'reference'>(raw.target.reference) } : null,
    peers: raw.peers,
    trendYears: raw.trend_years ?? null,
  };
}

/** A problem or caveat. */
export function buildProblem(definition: Definition<'problems'>): Problem {
  const { raw } = definition;
  return {
    ...place(definition),
    id: definition.id,
    label: raw.label,
    kind: raw.kind,
    disguise: raw.disguise,
    severity: raw.severity,
    when: raw.when as Problem['when'],
    magnitude: id<'indicator'>(raw.magnitude),
    marks: ids<'indicator'>(raw.marks),
    advice: raw.advice ?? null,
    references: ids<'reference'>(raw.references),
    mark: raw.mark,
  };
}

function bounds(range: readonly [number | null, number | null]): readonly [number, number] {
  return [range[0] ?? Number.NEGATIVE_INFINITY, range[1] ?? Number.POSITIVE_INFINITY];
}
