import { type CityId, type Period, toEdge } from '../../base/index.js';
import type { Aspect, AspectItem, Catalog, Indicator } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { FlagBook } from '../flags/index.js';
import { isDoubtful, valueIn } from './targets.js';
import type { AspectResult, AspectValue, FundColumns, PathPoint } from './types.js';

/** A city of a panel between two periods. */
export interface Span {
  readonly panel: Panel;
  readonly flags: FlagBook;
  readonly city: number;
  readonly from: Period;
  readonly to: Period;
}

/** The indicators of an aspect that the city has somewhere in the span, and the gaps with the form that would fill them. */
export function aspectOf(aspect: Aspect, catalog: Pick<Catalog, 'indicators'>, span: Span): AspectResult {
  const values: AspectValue[] = [];
  const missing: AspectResult['missing'][number][] = [];
  for (const item of aspect.items) {
    const indicator = catalog.indicators.get(item.indicator);
    if (!indicator) continue;
    const label = item.label ?? indicator.label;
    const path = pathOf(span, item.indicator);
    if (path.length > 0) values.push(valueOf(item, indicator, span, path));
    else {
      const form = { layout: item.form, indicator: item.indicator, unit: indicator.unit };
      missing.push({ id: item.id, label, indicator: item.indicator, source: item.source, form });
    }
  }
  return { aspect: aspect.id, label: aspect.label, values, missing };
}

function valueOf(
  item: AspectItem,
  indicator: Indicator,
  span: Span,
  path: readonly PathPoint[],
): AspectValue {
  const { panel, city, from, to } = span;
  const first = valueIn(panel, indicator.id, city, from);
  const last = valueIn(panel, indicator.id, city, to);
  return {
    id: item.id,
    label: item.label ?? indicator.label,
    indicator: indicator.id,
    unit: indicator.unit,
    fit: item.fit,
    note: item.note,
    from: toEdge(first),
    to: toEdge(last),
    change: toEdge(last - first),
    moved: movedOf(last - first, indicator.better),
    doubtful: [from, to].some((period) => isDoubtful(panel, indicator.id, city, period)),
    flags: span.flags.beside(panel.cities[city] as CityId, to, indicator.id),
    path,
  };
}

function movedOf(change: number, better: Indicator['better']): AspectValue['moved'] {
  if (Number.isNaN(change) || (better !== 'more' && better !== 'less')) return null;
  if (change === 0) return 'same';
  return change > 0 === (better === 'more') ? 'better' : 'worse';
}

/** All values of an indicator from the beginning to the end of the span. */
export function pathOf({ panel, city, from, to }: Span, indicator: string): readonly PathPoint[] {
  return panel.periods
    .filter((period) => period >= from && period <= to)
    .map((period) => ({ period, value: valueIn(panel, indicator, city, period) }))
    .filter(({ value }) => !Number.isNaN(value));
}

/**
 * Approved, disbursed and effect, each for itself: approved is not disbursed, and a trend of the outcome is no effect. Sums are
 * over the years of the span that have a value.
 */
export function fundsOf(span: Span): FundColumns {
  const sum = (indicator: string) => {
    const path = pathOf(span, indicator);
    return path.length === 0 ? Number.NaN : path.reduce((all, { value }) => all + value, 0);
  };
  const approved = sum('funds_approved');
  const disbursed = sum('funds_disbursed');
  return {
    approved: toEdge(approved),
    disbursed: toEdge(disbursed),
    effect: toEdge(pathOf(span, 'funds_effect_jobs').at(-1)?.value ?? Number.NaN),
    disbursedShare: toEdge(disbursed / approved),
  };
}
