import { type CityId, type Period, yearOf } from '../../base/index.js';
import type { CheckupItem, CheckupList } from '../../catalog/index.js';
import { formatAddress } from '../address.js';
import { cellValue, type JudgeContext, judgeIndicator } from '../judge.js';
import type { Judgement, Light } from '../types.js';
import { coverageOf } from './coverage.js';
import type { AnnualCheckup, DimensionStanding, ItemStanding, ItemState, ListStanding } from './types.js';

/**
 * One city's check-up by the catalog's indicator lists in one period. Every entry of every list is there: with its value
 * and judgements, or as missing with the form that would fill it.
 *
 * @param city index into the panel's cities
 * @param lists of the catalog, in the order in which they are shown
 */
export function annualCheckup(
  context: JudgeContext,
  city: number,
  lists: readonly CheckupList[],
): AnnualCheckup {
  const known = new Map<string, Judged>();
  const judged = (item: CheckupItem) => {
    const found = known.get(item.indicator) ?? judgeItem(context, item, city);
    known.set(item.indicator, found);
    return found;
  };
  const standings = lists.map((list) => standingOf(context, list, city, judged));
  return {
    city: context.panel.cities[city] as CityId,
    period: context.period,
    lists: standings,
    order: ordered(standings),
  };
}

interface Judged {
  readonly value: number;
  readonly judgement: Judgement | null;
  readonly earlier: Period | null;
}

function judgeItem(context: JudgeContext, item: CheckupItem, city: number): Judged {
  const { panel, catalog, period } = context;
  const value = cellValue(panel, item.indicator, city, panel.periods.indexOf(period));
  const rule = catalog.lights.get(item.indicator);
  return {
    value,
    judgement: rule ? judgeIndicator(context, rule, city) : null,
    earlier: Number.isNaN(value) ? earlierValue(context, item, city) : null,
  };
}

/** The latest period before this one in which the city has a value. */
function earlierValue({ panel, period }: JudgeContext, item: CheckupItem, city: number): Period | null {
  const before = panel.periods.filter(
    (one, at) => yearOf(one) < yearOf(period) && !Number.isNaN(cellValue(panel, item.indicator, city, at)),
  );
  return before.at(-1) ?? null;
}

function standingOf(
  context: JudgeContext,
  list: CheckupList,
  city: number,
  judged: (item: CheckupItem) => Judged,
): ListStanding {
  const dimensions = list.dimensions.map(({ id, label, items }): DimensionStanding => {
    const standings = items.map((item) => itemOf(context, item, city, judged(item)));
    return { id, label, coverage: coverageOf(standings), items: standings };
  });
  return { list, coverage: coverageOf(dimensions.flatMap(({ items }) => items)), dimensions };
}

function itemOf(context: JudgeContext, item: CheckupItem, city: number, judged: Judged): ItemStanding {
  const { panel, catalog, period } = context;
  const indicator = catalog.indicators.get(item.indicator);
  const { value, judgement, earlier } = judged;
  const kind = catalog.lights.has(item.indicator) ? ('light' as const) : ('value' as const);
  const place = { city: panel.cities[city] as CityId, period, indicator: item.indicator };
  return {
    id: item.id,
    label: item.label ?? indicator?.label ?? { en: item.id, zh: item.id },
    definition: item.label === null ? (indicator?.note ?? null) : null,
    indicator: item.indicator,
    unit: panel.columns.get(item.indicator)?.unit ?? indicator?.unit ?? ('' as ItemStanding['unit']),
    shown: item.unit,
    fit: item.fit,
    note: item.note,
    source: item.source,
    form: item.form,
    mark: item.mark,
    state: stateOf(value, judgement),
    value,
    earlier,
    address: formatAddress({ kind, ...place }),
    judgement,
  };
}

function stateOf(value: number, judgement: Judgement | null): ItemState {
  if (Number.isNaN(value)) return judgement && judgement.people !== 'none' ? 'people_only' : 'missing';
  return judgement && judgement.final !== 'none' ? 'judged' : 'measured';
}

const colours: readonly Light[] = ['red', 'yellow', 'green', 'none'];

function ordered(lists: readonly ListStanding[]): readonly ItemStanding[] {
  const each = new Map<string, ItemStanding>();
  for (const { dimensions } of lists) {
    for (const item of dimensions.flatMap(({ items }) => items)) {
      if (!each.has(item.indicator)) each.set(item.indicator, item);
    }
  }
  const place = ({ judgement }: ItemStanding) =>
    judgement?.mismatch ? -1 : colours.indexOf(judgement?.final ?? 'none');
  return [...each.values()].sort((a, b) => place(a) - place(b));
}
