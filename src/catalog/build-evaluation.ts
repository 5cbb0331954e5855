import { id } from '../base/index.js';
import type { Definition } from './sources.js';
import type { Aspect, Evaluation } from './types.js';

const placed = ({ tree: { file, line } }: Definition<'aspects'> | Definition<'evaluations'>) => ({
  file,
  line,
});

/** An aspect of the performance evaluation. */
export function buildAspect(definition: Definition<'aspects'>): Aspect {
  const { raw } = definition;
  return {
    ...placed(definition),
    id: definition.id,
    order: raw.order,
    label: raw.label,
    note: raw.note ?? null,
    items: raw.items.map((item) => ({
      id: item.id,
      label: item.label ?? null,
      indicator: id<'indicator'>(item.indicator ?? item.id),
      fit: item.fit,
      note: item.note ?? null,
      // A key that is not there is reported by the check of evaluations.
      source: raw.sources[item.source] ?? { en: item.source, zh: item.source },
      form: item.form,
      mark: item.mark,
    })),
    references: raw.references.map((one) => id<'reference'>(one)),
    mark: raw.mark,
  };
}

/** A way to evaluate cities between two periods. */
export function buildEvaluation(definition: Definition<'evaluations'>): Evaluation {
  const { raw } = definition;
  return {
    ...placed(definition),
    id: definition.id,
    order: raw.order,
    label: raw.label,
    note: raw.note ?? null,
    index: raw.index,
    structure: raw.structure,
    region: raw.region,
    weights: raw.weights,
    references: raw.references.map((one) => id<'reference'>(one)),
    mark: raw.mark,
  };
}
