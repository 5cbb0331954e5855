import { type CarbonCall, type CarbonFigures, parameterValue } from '../../assess/index.js';
import { addressed, addressedTable } from '../explained/addressed.js';
import type { MaybeAddressed } from '../explained/prefix.js';
import type { Workspace } from '../workspace.js';
import { type AnalyseCall, allowOptions, intervalOf, refuseOptions, yearsOf } from './call.js';
import { type CarbonRow, carbonRow } from './carbon-answer.js';
import { areaBreaks, boundaryIssues, figuresOf, missingIssues, placesOf } from './panel.js';
import { sectorSplits } from './sectors.js';
import {
  type AnalysisRow,
  byPlace,
  readAnalysisTable,
  refuseNegative,
  refuseTwice,
  type TableSource,
} from './table.js';

/**
 * Drivers, decoupling, trend and peak status of emissions, from a table or from imported inventories.
 *
 * @throws AfterlodeError CALL_OPTION, ANALYSIS_TABLE, ANALYSIS_VALUE, CITY_UNKNOWN, CALL_FILE_MISSING
 */
export async function analyseCarbon(
  ws: Workspace,
  call: AnalyseCall,
): Promise<readonly (CarbonRow & MaybeAddressed)[]> {
  allowOptions(call, 'carbon', ['chained', 'interval', 'sectors']);
  const settings = settingsOf(ws, call);
  if (call.table !== undefined) {
    const rows = await carbonOfTable(call.table, call, settings);
    return addressedTable('carbon', call, rows, ({ inventory }) =>
      inventory === 'table' ? {} : { inventory },
    );
  }
  const rows = await carbonOfWorkspace(ws, call, settings);
  return addressed('carbon', call, rows, ({ inventory }) => ({ inventory }));
}

function settingsOf(ws: Workspace, call: AnalyseCall): CarbonCall {
  const [from, to] = yearsOf(call);
  const value = (name: string) => parameterValue(ws.catalog, name);
  return {
    from,
    to,
    interval: intervalOf(call),
    chained: call.chained === true,
    tapio: {
      couplingLow: value('tapio_coupling_low'),
      couplingHigh: value('tapio_coupling_high'),
      smallestGrowth: value('tapio_growth_minimum'),
    },
    peak: {
      yearsMinimum: value('peak_years_minimum'),
      yearsAfter: value('peak_years_after'),
      z: value('peak_z'),
      recentYears: value('peak_recent_years'),
      passiveShare: value('peak_passive_share'),
    },
  };
}

async function carbonOfTable(
  source: TableSource,
  call: AnalyseCall,
  settings: CarbonCall,
): Promise<CarbonRow[]> {
  const numbers = ['year', 'co2', 'gdp', 'population'];
  const optional = ['energy', 'co2_consumption'];
  const { rows, has, name } = await readAnalysisTable(source, {
    texts: ['place', 'year'],
    optionalTexts: ['inventory'],
    numbers,
    optional,
  });
  refuseNegative(name, rows, ['co2', 'gdp', 'population', ...optional]);
  // Inventories of one place are rows of their own: their figures are never joined.
  const inventoryOf = ({ text }: AnalysisRow) => text.inventory?.trim() || 'table';
  refuseTwice(name, rows, (row) => `${row.text.place} ${inventoryOf(row)} ${row.number.year}`);
  const splits = call.sectors === undefined ? null : await sectorSplits(call.sectors, settings);
  return Array.from(byPlace(rows)).flatMap(([place, all]) =>
    [...new Set(all.map(inventoryOf))].map((inventory) => {
      const own = all.filter((row) => inventoryOf(row) === inventory);
      const column = (of: string) => own.map((row) => row.number[of] as number);
      const figures: CarbonFigures = {
        years: column('year'),
        co2: column('co2'),
        gdp: column('gdp'),
        population: column('population'),
        ...(has.has('energy') && { energy: column('energy') }),
      };
      const consumption = has.has('co2_consumption') ? column('co2_consumption') : null;
      const sectors = splits?.get(place);
      return {
        ...carbonRow(place, figures, consumption, { ...settings, inventory, gdp: 'table' }),
        ...(sectors && { sectors }),
      };
    }),
  );
}

const inventories = ['co2_edgar', 'co2_ceads'];
const outputs = ['gross_regional_product_real_2000', 'gross_regional_product'];
const others = ['population_resident', 'energy_used', 'co2_consumption'];
/** What the analysis reads. */
export const carbonIndicators = [...inventories, ...outputs, ...others];

async function carbonOfWorkspace(
  ws: Workspace,
  call: AnalyseCall,
  settings: CarbonCall,
): Promise<CarbonRow[]> {
  refuseOptions(call, 'carbon of the workspace', ['sectors']);
  const cities = await placesOf(ws, call.cities);
  const figures = await figuresOf(ws, cities, carbonIndicators);
  const { from, to } = settings;
  const years = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return cities.flatMap((city) => {
    const has = (name: string) => figures.series(city, name, from, to).some((value) => !Number.isNaN(value));
    // Constant prices where there are any: growth of prices is no growth.
    const gdp = outputs.find(has) ?? (outputs[0] as string);
    const known = inventories.filter(has);
    const column = (name: string) => figures.series(city, name, from, to);
    // Inventories are cut to one area, output and people to that of each year: only years after a change agree.
    const breaks = areaBreaks(ws, figures, city, from, to);
    const since = (name: string) =>
      column(name).map((value, step) => (from + step < Math.max(...breaks) ? Number.NaN : value));
    return (known.length > 0 ? known : inventories).map((inventory): CarbonRow => {
      const missing = [inventory, gdp, 'population_resident'].filter((name) => !has(name));
      const given: CarbonFigures = {
        years,
        co2: column(inventory),
        gdp: since(gdp),
        population: since('population_resident'),
        ...(has('energy_used') && { energy: column('energy_used') }),
      };
      const consumption = has('co2_consumption') ? column('co2_consumption') : null;
      const row = carbonRow(city.id, given, consumption, { ...settings, inventory, gdp });
      return {
        ...row,
        name: city.name,
        missing,
        issues: [
          ...boundaryIssues(city, breaks),
          ...missingIssues(ws, city, missing),
          ...(missing.includes(inventory) ? [] : row.issues),
        ],
      };
    });
  });
}
