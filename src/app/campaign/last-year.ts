import { type CityId, type IndicatorId, id, type Period, yearOf } from '../../base/index.js';
import type { EarlierValue, RoundDefinition } from '../../campaign/index.js';
import { type Panel, usualFactor } from '../../observe/index.js';
import { listedPanel, unitsPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';

/** The year before the one that is reported. */
export function yearBefore(period: Period): Period {
  return id<'period'>(String(yearOf(period) - 1));
}

/**
 * What the panel has of the units of a round in the year before, in base units; only of observed indicators that are asked for. Kept until
 * figures change: a return that is saved changes none.
 */
export function earlierValues(
  ws: Workspace,
  definition: RoundDefinition,
  indicators: Iterable<string>,
): Promise<ReadonlyMap<CityId, ReadonlyMap<IndicatorId, EarlierValue>>> {
  return ws.derived(`campaign/earlier/${definition.id}`, async () => {
    const period = yearBefore(definition.period);
    const panel = await unitsPanel(ws, definition.id, definition.units);
    const found = new Map(definition.units.map((unit) => [unit, new Map<IndicatorId, EarlierValue>()]));
    const at = panel.periods.indexOf(period);
    if (at < 0) return found;
    for (const name of indicators) {
      const indicator = id<'indicator'>(name);
      panel.cities.forEach((unit, city) => {
        const value = valueAt(panel, indicator, city, at);
        if (!Number.isNaN(value)) found.get(unit)?.set(indicator, { indicator, period, value });
      });
    }
    return found;
  });
}

/** By how much figures usually change in a year, as a factor: over all listed units and all years that the panel has. */
export async function usualChanges(ws: Workspace): Promise<(indicator: IndicatorId) => number> {
  const panel = (await listedPanel(ws)).value;
  const known = await ws.derived('campaign/usual', async () => new Map<IndicatorId, number>());
  return (indicator) => {
    const factor = known.get(indicator) ?? usualFactor(changesOf(panel, indicator), ws.catalog);
    known.set(indicator, factor);
    return factor;
  };
}

/** |ln| of every step from one year to the next. */
function changesOf(panel: Panel, indicator: IndicatorId): readonly number[] {
  const changes: number[] = [];
  panel.periods.forEach((period, at) => {
    const before = panel.periods.indexOf(yearBefore(period));
    if (before < 0) return;
    for (let city = 0; city < panel.cities.length; city += 1) {
      const step = Math.log(valueAt(panel, indicator, city, at) / valueAt(panel, indicator, city, before));
      if (Number.isFinite(step)) changes.push(Math.abs(step));
    }
  });
  return changes;
}

function valueAt(panel: Panel, indicator: IndicatorId, city: number, period: number): number {
  return panel.columns.get(indicator)?.values[city * panel.periods.length + period] ?? Number.NaN;
}
