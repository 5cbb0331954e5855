import { computeIndicators } from '../../assess/index.js';
import type { IndicatorId } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { acceptValues, buildPanel, excludeValues, type Panel } from '../../observe/index.js';
import { registerOf } from '../cities/register.js';
import { acceptances, exclusions } from '../ledger/decide.js';
import { imported } from '../panel.js';
import type { Workspace } from '../workspace.js';

/**
 * Panel of all units below the province, listed or not, and the country, with what identification asks for alone: means
 * over a level, the recovery of the list and off-list towns need everybody.
 */
export function identifyPanel(ws: Workspace): Promise<Panel> {
  return ws.derived('panel/identify', async () => {
    const register = await registerOf(ws);
    const cities = register.cities.filter((city) => city.level !== 'province');
    const tables = await ws.tables();
    const people = await imported(ws);
    const wanted = identifyIndicators(ws.catalog);
    const periods = new Set([
      ...tables.flatMap((table) => table.rowPeriods),
      ...(people?.observations.periods ?? []),
    ]);
    const built = buildPanel({
      cities,
      periods: [...periods].sort(),
      indicators: wanted,
      tables,
      imported: people,
      catalog: ws.catalog,
    });
    const kept = acceptValues(excludeValues(built.value, await exclusions(ws)), await acceptances(ws));
    const country = cities.find((city) => city.level === 'country')?.id ?? null;
    return computeIndicators(kept, onlyComputed(ws.catalog, wanted), { country });
  });
}

/** Measures of tests and axes, sections of employment, sectors of the decoupling. */
function identifyIndicators(catalog: Catalog): ReadonlySet<IndicatorId> {
  const wanted = new Set<IndicatorId>();
  for (const { tests } of catalog.thresholdSets.values()) {
    for (const { measures } of tests) for (const one of measures) wanted.add(one);
  }
  for (const { inputs } of catalog.axes.values()) {
    for (const { from } of inputs)
      if ('indicators' in from) for (const one of from.indicators) wanted.add(one);
  }
  const employed = [...catalog.indicators.values()].find((one) => one.id === 'employed');
  if (employed) for (const one of [employed.id, ...employed.parts]) wanted.add(one);
  const named = [...decouplingIndicators, ...exitIndicators] as readonly string[];
  for (const one of catalog.indicators.values()) if (named.includes(one.id)) wanted.add(one.id);
  return wanted;
}

/** Manufacturing and mining, by which decoupling is judged. */
export const decouplingIndicators = ['value_added_manufacturing', 'value_added_mining'] as const;

/** Mining in value added, one of the conditions to leave the list. */
export const exitIndicators = ['mining_value_added_share'] as const;

/** The catalog with those computed indicators alone that the wanted ones come from. */
function onlyComputed(catalog: Catalog, wanted: ReadonlySet<IndicatorId>): Catalog {
  const needed = new Set<IndicatorId>();
  const visit = (name: IndicatorId): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const input of catalog.indicators.get(name)?.formula?.of ?? []) visit(input);
  };
  for (const name of wanted) visit(name);
  return { ...catalog, computed: catalog.computed.filter((name) => needed.has(name)) };
}
