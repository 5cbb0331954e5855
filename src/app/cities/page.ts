import {
  type FlagBook,
  type FlagNote,
  formatAddress,
  indicatorsByNode,
  type Peers,
  peersIn,
} from '../../assess/index.js';
import { type IndicatorId, type Period, quantile, type Text, toEdge } from '../../base/index.js';
import { type Catalog, displayOf, type Indicator } from '../../catalog/index.js';
import { flag, type Panel } from '../../observe/index.js';
import { type City, cityOf, type Register } from '../../register/index.js';
import type { CityPage, Figure } from '../answers.js';
import { checkupsOf, listedOne } from '../checkup/checkup.js';
import { flagRemarks } from '../checkup/flag-remarks.js';
import { listedFlags } from '../checkup/flags.js';
import { listedPanel } from '../panel.js';
import { indexPeriods, periodOf } from '../periods.js';
import type { Workspace } from '../workspace.js';
import { cityAnswer } from './cities.js';
import { registerOf } from './register.js';

/**
 * All that the page of one listed city shows.
 *
 * @param query code, id, Chinese or English name
 * @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS, CITY_NOT_LISTED, PERIOD_UNKNOWN
 */
export async function cityPage(
  ws: Workspace,
  query: string,
  call: { readonly period?: string },
): Promise<CityPage> {
  const period = periodOf(ws.catalog, call.period);
  const register = await registerOf(ws);
  const city = cityOf(register, query);
  const { value: panel } = await listedPanel(ws);
  const flags = await listedFlags(ws);
  const codes = new Set([city.adcode, ...[...city.areas.values()].flat()]);
  return {
    city: cityAnswer(city),
    period,
    periods: indexPeriods(ws.catalog).map((one) => one.period),
    catalog: ws.catalog.hash,
    checkup: listedOne(await checkupsOf(ws, period), city),
    nodeFlags: nodeFlags(ws.catalog, flags, city, period),
    figures: figuresOf({ ws, register, panel, flags }, city, period),
    breaks: ws.register.breaks.filter((one) => codes.has(one.code)),
    sources: sourcesOf(panel, city),
  };
}

/** Ids of the tables and imports from which any figure of the city was read. */
function sourcesOf(panel: Panel, city: City): readonly string[] {
  const row = panel.cities.indexOf(city.id) * panel.periods.length;
  const used = new Set<number>();
  for (const { origin } of panel.columns.values()) {
    for (let cell = row; cell < row + panel.periods.length; cell++) used.add(origin[cell] ?? 0);
  }
  return panel.origins.flatMap((origin, at) => {
    if (!used.has(at + 1)) return [];
    return [origin.kind === 'table' ? origin.table : origin.importId];
  });
}

/** What figures are read from. */
interface FigureSource {
  readonly ws: Workspace;
  readonly register: Register;
  readonly panel: Panel;
  readonly flags: FlagBook;
}

/** Flags of the numbers below each node of the indices of a period. */
function nodeFlags(
  { indices }: Catalog,
  book: FlagBook,
  city: City,
  period: Period,
): Readonly<Record<string, readonly FlagNote[]>> {
  const nodes = [...indices.values()]
    .filter((index) => index.periods.includes(period))
    .flatMap((index) => [...indicatorsByNode(index)]);
  return Object.fromEntries(
    nodes
      .map(([node, indicators]) => [node, book.besideAny(city.id, period, indicators)] as const)
      .filter(([, flags]) => flags.length > 0),
  );
}

/** Figures of the city in catalog order: each in the period, or in its own latest one where it has none then. */
function figuresOf({ ws, register, panel, flags }: FigureSource, city: City, period: Period): Figure[] {
  const peers = new Map<Period, Peers>();
  const peersAt = (at: Period) => {
    const known = peers.get(at) ?? peersIn(panel, ws.catalog, register, at);
    peers.set(at, known);
    return known;
  };
  return [...ws.catalog.indicators.values()]
    .filter(
      (one) =>
        one.formula !== null ||
        one.id === ws.pack.sizeIndicator ||
        // the check-up's forms have a hundred indicators that nobody filled in; they are listed in the annual check-up
        (ws.catalog.lights.has(one.id) && hasValues(panel, one.id)),
    )
    .map((indicator) => {
      const shown = shownPeriod(panel, indicator.id, period);
      return figureOf({ catalog: ws.catalog, panel, flags }, city, indicator, shown, peersAt(shown));
    });
}

/** Whether any city of the panel has a value in any period. */
function hasValues(panel: Panel, indicator: IndicatorId): boolean {
  return panel.columns.get(indicator)?.values.some((value) => !Number.isNaN(value)) ?? false;
}

/** The period itself if any listed city has a value then, else the latest before it, else the latest of all. */
function shownPeriod(panel: Panel, indicator: IndicatorId, period: Period): Period {
  const values = panel.columns.get(indicator)?.values;
  const has = panel.periods.filter((_, at) => {
    for (let cell = at; cell < (values?.length ?? 0); cell += panel.periods.length) {
      if (!Number.isNaN(values?.[cell])) return true;
    }
    return false;
  });
  return has.filter((one) => one <= period).at(-1) ?? has.at(-1) ?? period;
}

function figureOf(
  { catalog, panel, flags: book }: Pick<FigureSource, 'panel' | 'flags'> & { readonly catalog: Catalog },
  city: City,
  indicator: Indicator,
  period: Period,
  peers: Peers,
): Figure {
  const column = panel.columns.get(indicator.id);
  const row = panel.cities.indexOf(city.id) * panel.periods.length;
  const cell = row + panel.periods.indexOf(period);
  const flags = column?.flags[cell] ?? 0;
  const address = (at: string) =>
    formatAddress({ kind: 'value', city: city.id, period: at, indicator: indicator.id });
  const series = panel.periods
    .map((at, offset) => ({
      period: at,
      value: toEdge(column?.values[row + offset] ?? Number.NaN),
      id: address(at),
      flags: book.beside(city.id, at, indicator.id),
    }))
    .filter((point) => point.value !== null);
  const unit = column?.unit ?? indicator.unit;
  const shown = displayOf(unit, catalog);
  return {
    indicator: indicator.id,
    theme: indicator.theme,
    label: indicator.label,
    unit,
    display: { unit: shown.unit, label: shown.label, factor: shown.factor, digits: shown.digits },
    better: indicator.better,
    period,
    id: address(period),
    value: toEdge(column?.values[cell] ?? Number.NaN),
    doubtful: (flags & flag.doubtful) !== 0,
    remarks: flagRemarks(flags),
    flags: book.beside(city.id, period, indicator.id),
    series,
    peers: quartiles(peers.classOf(indicator.id, city.id)),
  };
}

function quartiles(peers: { readonly label: Text; readonly values: Float64Array } | null): Figure['peers'] {
  const values = peers?.values ?? new Float64Array(0);
  return {
    label: peers?.label ?? { en: '', zh: '' },
    count: values.length,
    q1: toEdge(quantile(values, 0.25)),
    median: toEdge(quantile(values, 0.5)),
    q3: toEdge(quantile(values, 0.75)),
  };
}
