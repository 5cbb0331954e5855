import { id } from '../base/index.js';
import type { Definition } from './sources.js';
import type { CheckupItem, CheckupList, SurveyItem } from './types.js';

/** An indicator list of the city check-up; what its entries leave out is filled in. */
export function buildCheckup(definition: Definition<'checkup'>): CheckupList {
  const { raw, tree } = definition;
  return {
    file: tree.file,
    line: tree.line,
    id: definition.id,
    label: raw.label,
    class: raw.class,
    year: raw.year ?? null,
    officialCount: raw.official_count ?? null,
    note: raw.note ?? null,
    dimensions: raw.dimensions.map(({ id: name, label, items }) => ({
      id: name,
      label,
      items: items.map((item) => buildItem(item, raw.sources)),
    })),
    references: raw.references.map((one) => id<'reference'>(one)),
    mark: raw.mark,
  };
}

type Raw = Definition<'checkup'>['raw'];

function buildItem(raw: Raw['dimensions'][number]['items'][number], sources: Raw['sources']): CheckupItem {
  return {
    id: raw.id,
    label: raw.label ?? null,
    indicator: id<'indicator'>(raw.indicator ?? raw.id),
    fit: raw.fit,
    note: raw.note ?? null,
    unit: raw.unit === undefined ? null : id<'unit'>(raw.unit),
    // a key that is not there was reported by the check of the links
    source: sources[raw.source] ?? { en: raw.source, zh: raw.source },
    form: raw.form,
    mark: raw.mark,
  };
}

/** A question of the residents' survey. */
export function buildSurveyItem(definition: Definition<'survey'>): SurveyItem {
  const { raw, tree } = definition;
  return {
    file: tree.file,
    line: tree.line,
    id: definition.id,
    label: raw.label,
    aliases: raw.aliases,
    indicators: raw.indicators.map((one) => id<'indicator'>(one)),
    references: raw.references.map((one) => id<'reference'>(one)),
    mark: raw.mark,
  };
}
