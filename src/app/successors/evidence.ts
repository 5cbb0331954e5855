import { cellValue } from '../../assess/index.js';
import { type IndicatorId, id, type Text } from '../../base/index.js';
import type { SuccessorGate, SuccessorRules } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { City } from '../../register/index.js';
import { entriesOf } from '../ledger/ledger.js';
import { remotenessOf } from '../match/cases.js';
import { levelPanel, listedPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';
import { sourceWords } from './words.js';

/** What a place has at a gate; `NaN` and null where nobody knows. */
export interface Evidence {
  readonly has: number;
  readonly source: Text | null;
  /** By place of the table: the same figure, for orientation; empty where there is none. */
  readonly others: ReadonlyMap<string, number>;
}

const nothing: Evidence = { has: Number.NaN, source: null, others: new Map() };

/** What the pack and the ledger know of a city, by gate. */
export async function evidenceOf(
  ws: Workspace,
  rules: SuccessorRules,
  city: City,
  period: string,
): Promise<ReadonlyMap<string, Evidence>> {
  const own = (await listedPanel(ws)).value;
  const all = (await levelPanel(ws, 'prefecture')).value;
  const panel = own.cities.includes(city.id) ? own : all;
  const found = await Promise.all(
    rules.gates.map(
      async (gate) => [gate.id, await evidenceAt(ws, gate, { city, period, panel, all })] as const,
    ),
  );
  return new Map(found);
}

interface Asked {
  readonly city: City;
  readonly period: string;
  /** With the city. */
  readonly panel: Panel;
  /** With the places of the table. */
  readonly all: Panel;
}

async function evidenceAt(ws: Workspace, { has }: SuccessorGate, asked: Asked): Promise<Evidence> {
  if (has === null) return nothing;
  if ('indicator' in has) return figureOf(ws, has.indicator, asked);
  if ('ground' in has) return groundOf(ws, has.ground, has.of, asked.city);
  const [centres] = ws.catalog.matchings?.values() ?? [];
  if (centres === undefined) return nothing;
  const of = (city: City) => remotenessOf(centres, city);
  const others = asked.all.cities.flatMap((one) => {
    const place = ws.register.byId.get(one);
    return place === undefined ? [] : [[String(one), of(place)] as const];
  });
  const distance = of(asked.city);
  return {
    has: distance,
    source: Number.isNaN(distance) ? null : sourceWords.remoteness,
    others: new Map(others),
  };
}

/** The latest value up to the year of the table, and that of others in the same period. */
function figureOf(ws: Workspace, indicator: IndicatorId, { city, period, panel, all }: Asked): Evidence {
  const row = panel.cities.indexOf(city.id);
  const last = panel.periods.findLast(
    (one, at) => one <= period && !Number.isNaN(cellValue(panel, indicator, row, at)),
  );
  if (last === undefined) return nothing;
  const at = all.periods.indexOf(last);
  const label = ws.catalog.indicators.get(indicator)?.label ?? { en: indicator, zh: indicator };
  return {
    has: cellValue(panel, indicator, row, panel.periods.indexOf(last)),
    source: sourceWords.indicator(label, last),
    others: new Map(all.cities.map((one, place) => [String(one), cellValue(all, indicator, place, at)])),
  };
}

/**
 * Findings of the ground that are not closed. A city of which the ledger has none of these kinds was not looked at: that is not known,
 * and not 0; dropped ones were no findings.
 */
async function groundOf(
  ws: Workspace,
  kinds: readonly string[],
  of: 'count' | 'sum',
  city: City,
): Promise<Evidence> {
  const entries = [...(await entriesOf(ws)).values()].filter(
    ({ opened, status }) =>
      opened.subject === 'ground' &&
      opened.city === id<'city'>(city.id) &&
      kinds.includes(opened.about) &&
      status !== 'dropped',
  );
  if (entries.length === 0) return nothing;
  const open = entries.filter(({ status }) => status !== 'closed');
  const sum = open.reduce((whole, { opened }) => whole + (opened.value ?? Number.NaN), 0);
  return {
    has: of === 'count' ? open.length : sum,
    source: sourceWords.findings(open.length, entries.length),
    others: new Map(),
  };
}
