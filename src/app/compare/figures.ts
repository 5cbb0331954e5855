import type { FlagNote } from '../../assess/index.js';
import { type IndexStanding, indicatorsByNode, judgedValue } from '../../assess/index.js';
import { type CityId, type IndicatorId, id, type Period } from '../../base/index.js';
import type { Index } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import { type City, isAssessed, type Register } from '../../register/index.js';
import { checkupsOf, indexScores } from '../checkup/checkup.js';
import { levelFlags, listedFlags } from '../checkup/flags.js';
import { levelPanel, listedPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';

/** Figures of units of all levels, on the list and off it. */
export interface UnitFigures {
  readonly periods: readonly Period[];
  /** `NaN` where missing. */
  readonly value: (city: City, indicator: IndicatorId, at: number) => number;
  /** As `value`, but missing where it compares two areas. */
  readonly judged: (city: City, indicator: IndicatorId, at: number) => number;
  readonly flags: (city: City, period: Period, indicators: readonly IndicatorId[]) => readonly FlagNote[];
}

/** Opens the panels and flags that some units need: one for the assessed, one for each level of others. */
export async function unitFigures(
  ws: Workspace,
  register: Register,
  units: readonly City[],
): Promise<UnitFigures> {
  const levels = new Set(units.map(panelName));
  const opened = new Map(
    await Promise.all(
      [...levels].map(async (name) => {
        const { value: panel } = await (name === '' ? listedPanel(ws) : levelPanel(ws, name));
        const flags = await (name === '' ? listedFlags(ws) : levelFlags(ws, name));
        const rows = new Map(panel.cities.map((city, row) => [city, row] as const));
        return [name, { panel, flags, rows }] as const;
      }),
    ),
  );
  const of = (city: City) => {
    const found = opened.get(panelName(city));
    return found && { ...found, row: found.rows.get(city.id) ?? -1 };
  };
  return {
    periods: [...opened.values()][0]?.panel.periods ?? [],
    value: (city, indicator, at) => {
      const found = of(city);
      return found === undefined ? Number.NaN : cell(found.panel, indicator, found.row, at);
    },
    judged: (city, indicator, at) => {
      const found = of(city);
      const period = found?.panel.periods[at];
      if (found === undefined || period === undefined) return Number.NaN;
      return judgedValue({ catalog: ws.catalog, register, panel: found.panel, period }, indicator, found.row);
    },
    flags: (city, period, indicators) => of(city)?.flags.besideAny(city.id, period, indicators) ?? [],
  };
}

function panelName(city: City): string {
  return isAssessed(city) ? '' : city.level;
}

function cell(panel: Panel, indicator: IndicatorId, row: number, at: number): number {
  return row < 0
    ? Number.NaN
    : (panel.columns.get(indicator)?.values[row * panel.periods.length + at] ?? Number.NaN);
}

/** Scores and standing in an index; units off the list have none. */
export interface IndexFigures {
  readonly value: (city: CityId, period: Period) => number;
  readonly standing: (city: CityId, period: Period) => IndexStanding | null;
  /** The indicators it is made of. */
  readonly leaves: readonly IndicatorId[];
}

export async function indexFigures(ws: Workspace, index: Index): Promise<IndexFigures> {
  const scores = (await indexScores(ws)).get(index.id);
  const rows = new Map(scores?.cities.map((city, row) => [city, row] as const));
  const checkups: ReadonlyMap<string, Awaited<ReturnType<typeof checkupsOf>>> = new Map(
    await Promise.all(
      index.periods.map(async (period) => [period, await checkupsOf(ws, id<'period'>(period))] as const),
    ),
  );
  return {
    value: (city, period) => {
      const [row, at] = [rows.get(city), scores?.periods.indexOf(period) ?? -1];
      if (scores === undefined || row === undefined || at < 0) return Number.NaN;
      return scores.values[0]?.[row * scores.periods.length + at] ?? Number.NaN;
    },
    standing: (city, period) => checkups.get(period)?.get(city)?.standing[index.id] ?? null,
    leaves: indicatorsByNode(index).get(index.id) ?? [],
  };
}
