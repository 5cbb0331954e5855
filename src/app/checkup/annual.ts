import {
  type AnnualCheckup,
  annualCheckup,
  cellValue,
  type ItemStanding,
  type JudgeContext,
  judgeContext,
  type ListStanding,
} from '../../assess/index.js';
import { AfterlodeError, csvLine, id, type Period, toEdge } from '../../base/index.js';
import { type CheckupList, type Display, displayOf } from '../../catalog/index.js';
import { writeAtomically } from '../../files/index.js';
import { type City, cityOf, labelOf } from '../../register/index.js';
import type { AnnualAnswer, AnnualItem, AnnualList } from '../answers-checkup.js';
import { registerOf } from '../cities/register.js';
import { listedPanel } from '../panel.js';
import { peopleOf, surveys } from '../tables/survey.js';
import { targetsOf } from '../tables/targets.js';
import type { Workspace } from '../workspace.js';
import { listedFlags } from './flags.js';

/** Which city, period and list; by default the latest period of which anything is known, and all lists. */
export interface AnnualCall {
  readonly period?: string;
  readonly list?: string;
}

/**
 * The annual check-up of one city by the catalog's indicator lists: what is measured and judged, what is missing and the
 * form that would fill it, and what residents say.
 *
 * @throws AfterlodeError CITY_UNKNOWN, CITY_NOT_LISTED, PERIOD_UNKNOWN, CHECKUP_LIST_UNKNOWN
 */
export async function annual(ws: Workspace, query: string, call: AnnualCall): Promise<AnnualAnswer> {
  const city = cityOf(ws.register, query);
  const lists = listsOf(ws, call.list);
  const { period, periods } = await annualPeriod(ws, city, call.period);
  const found = await annualOf(ws, city, period, lists);
  const flags = await listedFlags(ws);
  return {
    city: city.id,
    name: city.name,
    period,
    periods,
    lists: found.lists.map((one) =>
      listAnswer(ws, one, ({ indicator }) => flags.beside(city.id, period, indicator)),
    ),
    mismatches: found.order.filter((one) => one.judgement?.mismatch).map((one) => one.indicator),
    survey: await surveys(ws, { city: city.id, period }),
  };
}

/** The check-up as the core gives it. */
export async function annualOf(
  ws: Workspace,
  city: City,
  period: Period,
  lists: readonly CheckupList[] = listsOf(ws, undefined),
): Promise<AnnualCheckup> {
  const { context, at } = await judging(ws, city, period);
  return annualCheckup(context, at, lists);
}

/**
 * What judging a city in a period needs, and its place in the panel.
 *
 * @throws AfterlodeError CITY_NOT_LISTED
 */
export async function judging(
  ws: Workspace,
  city: City,
  period: Period,
): Promise<{ readonly context: JudgeContext; readonly at: number }> {
  const context = await ws.derived(`judge/${period}`, async () => {
    const { value: panel } = await listedPanel(ws);
    return judgeContext(
      panel,
      ws.catalog,
      await registerOf(ws),
      period,
      await peopleOf(ws),
      await targetsOf(ws),
    );
  });
  const at = context.panel.cities.indexOf(city.id);
  if (at < 0) throw new AfterlodeError('CITY_NOT_LISTED', city.id, { found: labelOf(city) });
  return { context, at };
}

/**
 * The period a call means among those in which the city has a value of a list or an answer of residents.
 *
 * @throws AfterlodeError PERIOD_UNKNOWN
 */
export async function annualPeriod(
  ws: Workspace,
  city: City,
  asked: string | undefined,
): Promise<{ readonly period: Period; readonly periods: readonly Period[] }> {
  const { value: panel } = await listedPanel(ws);
  const at = panel.cities.indexOf(city.id);
  if (at < 0) throw new AfterlodeError('CITY_NOT_LISTED', city.id, { found: labelOf(city) });
  const indicators = new Set(
    listsOf(ws, undefined).flatMap((list) =>
      list.dimensions.flatMap(({ items }) => items.map((item) => item.indicator)),
    ),
  );
  const known = panel.periods.filter((_, period) =>
    [...indicators].some((one) => !Number.isNaN(cellValue(panel, one, at, period))),
  );
  const asks = (await surveys(ws, { city: city.id })).map((one) => one.period as Period);
  const periods = [...new Set([...known, ...asks])].sort();
  const period = asked === undefined ? periods.at(-1) : periods.find((one) => one === asked);
  if (period === undefined) {
    throw new AfterlodeError('PERIOD_UNKNOWN', 'period', {
      found: asked ?? '',
      expected: periods.join(', '),
    });
  }
  return { period, periods };
}

/** Feature indicators first, then the newest national list, the supplement last. */
function listsOf(ws: Workspace, asked: string | undefined): readonly CheckupList[] {
  const place = { feature: 0, basic: 1, supplementary: 2 };
  const all = [...ws.catalog.checkups.values()].sort(
    (a, b) => place[a.class] - place[b.class] || (b.year ?? 0) - (a.year ?? 0),
  );
  if (asked === undefined) return all;
  const found = all.filter((one) => one.id === asked);
  if (found.length > 0) return found;
  throw new AfterlodeError('CHECKUP_LIST_UNKNOWN', 'list', {
    found: asked,
    expected: all.map((one) => one.id).join(', '),
  });
}

type FlagsOf = (item: ItemStanding) => AnnualItem['flags'];

function listAnswer(
  ws: Workspace,
  { list, coverage, dimensions }: ListStanding,
  flagsOf: FlagsOf,
): AnnualList {
  const { id, label, year, officialCount, note, mark, references } = list;
  return {
    id,
    label,
    class: list.class,
    year,
    officialCount,
    note,
    mark,
    references,
    coverage,
    dimensions: dimensions.map((one) => ({
      ...one,
      items: one.items.map((item) => itemAnswer(ws, item, flagsOf)),
    })),
  };
}

function itemAnswer(ws: Workspace, item: ItemStanding, flagsOf: FlagsOf): AnnualItem {
  const { unit, label, factor, digits } = shownIn(ws, item);
  const target = ws.catalog.lights.get(item.indicator)?.target ?? null;
  const plan = item.judgement?.plan?.inForce ?? null;
  return {
    ...item,
    display: { unit, label, factor, digits },
    value: toEdge(item.value),
    flags: flagsOf(item),
    target: target && { green: target.green, reference: target.reference, mark: target.mark },
    plan: plan && { target: plan.target, document: plan.document, issued: plan.issued },
  };
}

/** The unit in which an entry is filled and shown: its own, else the usual one of the indicator. */
function shownIn({ catalog }: Workspace, { unit, shown }: ItemStanding): Display {
  const own = shown === null ? undefined : catalog.units.get(shown);
  if (own === undefined) return displayOf(unit, catalog);
  return { unit: own.id, label: own.label, factor: own.factor, digits: own.digits };
}

/**
 * A form for what a city lacks in a period: one row for each indicator of the lists that is read and not computed and has
 * no value, ready to be filled and imported.
 *
 * @param call the period may be one without any data; default the year before today's
 * @returns CSV, with the mark that lets Excel read Chinese
 * @throws AfterlodeError CITY_UNKNOWN, CITY_NOT_LISTED, CHECKUP_LIST_UNKNOWN, CALL_OPTION for what is no year
 */
export async function annualForm(ws: Workspace, query: string, call: AnnualCall): Promise<FormFile> {
  const city = cityOf(ws.register, query);
  const period = call.period ?? String(Number(ws.options.on.slice(0, 4)) - 1);
  if (!/^\d{4}$/.test(period)) {
    throw new AfterlodeError('CALL_OPTION', 'period', {
      found: period,
      expected: { en: 'a year such as 2025', zh: '年份，如 2025' },
    });
  }
  const { order } = await annualOf(ws, city, id<'period'>(period), listsOf(ws, call.list));
  const rows = order
    .filter((item) => Number.isNaN(item.value))
    .filter((item) => ws.catalog.indicators.get(item.indicator)?.formula === null)
    .map((item) => {
      return [
        city.adcode,
        item.indicator,
        period,
        '',
        shownIn(ws, item).unit,
        '',
        `${item.label.zh} / ${item.label.en}`,
      ];
    });
  const head = ['city', 'indicator', 'period', 'value', 'unit', 'source', 'note'];
  const text = [head, ...rows].map(csvLine).join('\n');
  return {
    fileName: `checkup-form-${city.adcode}-${period}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(`\ufeff${text}\n`),
  };
}

/** Writes the form to a file, whole or not at all, and says how many rows it has. */
export async function saveAnnualForm(
  ws: Workspace,
  query: string,
  call: AnnualCall & { readonly path: string },
): Promise<{ path: string; rows: number }> {
  const { bytes } = await annualForm(ws, query, call);
  await writeAtomically(call.path, bytes);
  return { path: call.path, rows: new TextDecoder().decode(bytes).split('\n').length - 2 };
}

/** A file as a use case makes it. */
export interface FormFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
