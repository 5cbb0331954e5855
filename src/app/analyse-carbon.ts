import {
  assessCarbon,
  type CarbonAssessment,
  type CarbonCall,
  type CarbonFigures,
  type CarbonTrend,
  type Decomposed,
  type PeakState,
  parameterValue,
  type TapioState,
} from '../assess/index.js';
import { type Issue, issue, toEdge } from '../base/index.js';
import { type AnalyseCall, intervalOf, type PlaceRow, refuseOptions, yearsOf } from './analyse-call.js';
import { areaBreaks, boundaryIssues, figuresOf, missingIssues, placesOf } from './analyse-panel.js';
import { sectorSplits } from './analyse-sectors.js';
import { addressed } from './explained/addressed.js';
import type { Addressed } from './explained/prefix.js';
import { byPlace, readAnalysisTable, refuseNegative, refuseTwice } from './analyse-table.js';
import type { Workspace } from './workspace.js';

type Edge = number | null;

/** What one side of one inventory came to; missing is null. */
export interface CarbonSide {
  readonly tapio: {
    readonly co2Percent: Edge;
    readonly gdpPercent: Edge;
    readonly elasticity: Edge;
    readonly state: TapioState | null;
  };
  readonly lmdi: {
    readonly population: Edge;
    readonly gdpPerHead: Edge;
    readonly co2PerGdp: Edge;
    readonly total: Edge;
  };
  /** With energy: effects of the four Kaya factors, and the factors at both ends. */
  readonly kaya: Readonly<Record<string, Edge>> | null;
  readonly mannKendall: {
    readonly n: number;
    readonly s: number;
    readonly variance: Edge;
    readonly z: Edge;
    readonly p: Edge;
    readonly pExact: Edge;
    readonly senSlope: Edge;
  };
  readonly peak: PeakState;
  readonly peakYear: Edge;
  /** Part of the fall since the peak that people and output per head explain. */
  readonly passiveShare: Edge;
}

/** One place; one row for each inventory, never mixed. */
export interface CarbonRow extends PlaceRow, CarbonSide {
  readonly from: number;
  readonly to: number;
  /** Indicator the emissions come from; `table` for a table given. */
  readonly inventory: string;
  /** Indicator the output comes from. */
  readonly gdp: string;
  readonly chained: boolean;
  /** Stands beside decoupling, since a place that loses people and output decouples too. */
  readonly populationPercent: Edge;
  /** The same analysis of consumption-side emissions, where they are given. */
  readonly consumption: CarbonSide | null;
  readonly sectors?: { readonly effects: Readonly<Record<string, Edge>>; readonly total: Edge };
  readonly issues: readonly Issue[];
}

/**
 * Drivers, decoupling, trend and peak status of emissions, from a table or from imported inventories.
 *
 * @throws AfterlodeError CALL_OPTION, ANALYSIS_TABLE, ANALYSIS_VALUE, CITY_UNKNOWN, CALL_FILE_MISSING
 */
export async function analyseCarbon(
  ws: Workspace,
  call: AnalyseCall,
): Promise<readonly (CarbonRow & Addressed)[]> {
  refuseOptions(call, 'carbon', ['years', 'reference']);
  const settings = settingsOf(ws, call);
  const rows =
    call.table === undefined
      ? await carbonOfWorkspace(ws, call, settings)
      : await carbonOfTable(call.table, call, settings);
  return addressed('carbon', call, rows, ({ inventory }) => (call.table === undefined ? { inventory } : {}));
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

async function carbonOfTable(path: string, call: AnalyseCall, settings: CarbonCall): Promise<CarbonRow[]> {
  const numbers = ['year', 'co2', 'gdp', 'population'];
  const optional = ['energy', 'co2_consumption'];
  const { rows, has } = await readAnalysisTable(path, { texts: ['place', 'year'], numbers, optional });
  refuseNegative(path, rows, ['co2', 'gdp', 'population', ...optional]);
  refuseTwice(path, rows, (row) => `${row.text.place} ${row.number.year}`);
  const splits = call.sectors === undefined ? null : await sectorSplits(call.sectors, settings);
  return Array.from(byPlace(rows), ([place, own]) => {
    const column = (name: string) => own.map((row) => row.number[name] as number);
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
      ...rowOf(place, figures, consumption, { ...settings, inventory: 'table', gdp: 'table' }),
      ...(sectors && { sectors }),
    };
  });
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
      const row = rowOf(city.id, given, consumption, { ...settings, inventory, gdp });
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

function rowOf(
  place: string,
  figures: CarbonFigures,
  consumption: ArrayLike<number> | null,
  call: CarbonCall & { readonly inventory: string; readonly gdp: string },
): CarbonRow {
  const assessed = assessCarbon(figures, call);
  const people = (year: number) => figures.population[figures.years.indexOf(year)] ?? Number.NaN;
  const { gaps } = assessed;
  return {
    place,
    from: call.from,
    to: call.to,
    inventory: call.inventory,
    gdp: call.gdp,
    chained: call.chained === true,
    populationPercent: toEdge((100 * (people(call.to) - people(call.from))) / people(call.from)),
    ...sideOf(assessed),
    consumption: consumption ? sideOf(assessCarbon({ ...figures, co2: consumption }, call)) : null,
    issues: gaps.length > 0 ? [issue('ANALYSIS_GAPS', 'note', place, { found: gaps.join(', ') })] : [],
  };
}

function sideOf({ tapio, lmdi, kaya, trend, peak }: CarbonAssessment): CarbonSide {
  const [population, gdpPerHead, co2PerGdp] = edges(lmdi.effects);
  return {
    tapio: {
      co2Percent: toEdge(tapio.co2Percent),
      gdpPercent: toEdge(tapio.gdpPercent),
      elasticity: toEdge(tapio.elasticity),
      state: tapio.state,
    },
    lmdi: { population, gdpPerHead, co2PerGdp, total: toEdge(lmdi.total) } as CarbonSide['lmdi'],
    kaya: kaya && kayaOf(kaya.lmdi, kaya.first, kaya.last),
    mannKendall: trendOf(trend),
    peak: peak.state,
    peakYear: toEdge(peak.year),
    passiveShare: toEdge(peak.passiveShare),
  };
}

function trendOf(trend: CarbonTrend): CarbonSide['mannKendall'] {
  return {
    n: trend.n,
    s: trend.s,
    variance: toEdge(trend.variance),
    z: toEdge(trend.z),
    p: toEdge(trend.p),
    pExact: toEdge(trend.pExact),
    senSlope: toEdge(trend.senSlope),
  };
}

const kayaNames = ['population', 'gdpPerHead', 'energyPerGdp', 'co2PerEnergy'] as const;

function kayaOf(split: Decomposed, first: Float64Array, last: Float64Array): Record<string, Edge> {
  const named = (values: Float64Array, end: string) =>
    kayaNames.map((name, at) => [`${name}${end}`, toEdge(values[at] as number)] as const);
  return Object.fromEntries([
    ...named(split.effects, ''),
    ['total', toEdge(split.total)],
    ...named(first, 'First'),
    ...named(last, 'Last'),
  ]);
}

function edges(values: Float64Array): Edge[] {
  return Array.from(values, toEdge);
}
