import { id } from '../base/index.js';
import type { Definition } from './sources.js';
import type { Axis, AxisInput, ThresholdSet, ThresholdTest, TransferFormula } from './types.js';

const ids = <Kind extends string>(texts: readonly string[]) => texts.map((text) => id<Kind>(text));

/** What the three kinds share. */
function commonOf(one: Definition<'threshold_sets'> | Definition<'axes'> | Definition<'transfer_formulas'>) {
  const { raw, tree } = one;
  return {
    file: tree.file,
    line: tree.line,
    id: one.id,
    label: raw.label,
    note: raw.note ?? null,
    references: ids<'reference'>(raw.references),
    mark: raw.mark,
  };
}

/** A threshold set. */
export function buildThresholdSet(definition: Definition<'threshold_sets'>): ThresholdSet {
  const { code, passes, tests } = definition.raw;
  return { ...commonOf(definition), code, passes, tests: tests.map(buildTest) };
}

function buildTest(raw: Definition<'threshold_sets'>['raw']['tests'][number]): ThresholdTest {
  const { than } = raw;
  return {
    ...raw,
    measures: ids<'indicator'>(raw.measures),
    than: 'parameter' in than ? than : { meanAndDeviations: than.mean_and_deviations },
  };
}

/** An axis of a typing. */
export function buildAxis(definition: Definition<'axes'>): Axis {
  return { ...commonOf(definition), inputs: definition.raw.inputs.map(buildInput) };
}

function buildInput(raw: Definition<'axes'>['raw']['inputs'][number]): AxisInput {
  const { from } = raw;
  return {
    ...raw,
    from:
      'reserves' in from
        ? from
        : { indicators: ids<'indicator'>(from.indicators), relativeTo: from.relative_to },
  };
}

/** A transfer formula. */
export function buildTransferFormula(definition: Definition<'transfer_formulas'>): TransferFormula {
  const { from, to, grades, population, coefficients, terms } = definition.raw;
  return {
    ...commonOf(definition),
    from: id<'date'>(from),
    to: to === undefined ? null : id<'date'>(to),
    grades,
    population: population
      ? { label: population.label, indicator: id<'indicator'>(population.indicator) }
      : null,
    coefficients,
    terms: terms ? { first: terms.first, extension: terms.extension, phaseOut: terms.phase_out } : null,
  };
}
