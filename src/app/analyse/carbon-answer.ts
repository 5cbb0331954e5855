import {
  assessCarbon,
  type CarbonAssessment,
  type CarbonCall,
  type CarbonFigures,
  type CarbonTrend,
  type Decomposed,
  type PeakState,
  type Tapio,
  type TapioState,
} from '../../assess/index.js';
import { type Issue, issue, toEdge } from '../../base/index.js';
import type { PlaceRow } from './call.js';

type Edge = number | null;

/** Decoupling between two years; percent, missing is null. */
export interface CarbonTapio {
  readonly co2Percent: Edge;
  readonly gdpPercent: Edge;
  readonly elasticity: Edge;
  readonly state: TapioState | null;
}

/** Figures of one year as they went into the analysis; missing is null. */
export interface CarbonYear {
  readonly year: number;
  readonly co2: Edge;
  readonly gdp: Edge;
  readonly population: Edge;
  readonly energy: Edge;
  readonly co2Consumption: Edge;
}

/** What one side of one inventory came to; missing is null. */
export interface CarbonSide {
  readonly tapio: CarbonTapio;
  /** Decoupling from each year with both figures to the next. */
  readonly steps: readonly (CarbonTapio & { readonly from: number; readonly to: number })[];
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
  /** Years with any figure. */
  readonly years: readonly CarbonYear[];
  /** Indicator the emissions come from; for a table given its column `inventory`, else `table`. */
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

/** The row of one place and inventory. @throws AfterlodeError ANALYSIS_VALUE */
export function carbonRow(
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
    years: yearsOf(figures, consumption, call),
    ...sideOf(assessed),
    consumption: consumption ? sideOf(assessCarbon({ ...figures, co2: consumption }, call)) : null,
    issues: gaps.length > 0 ? [issue('ANALYSIS_GAPS', 'note', place, { found: gaps.join(', ') })] : [],
  };
}

function yearsOf(
  figures: CarbonFigures,
  consumption: ArrayLike<number> | null,
  { from, to }: Pick<CarbonCall, 'from' | 'to'>,
): CarbonYear[] {
  const at = (column: ArrayLike<number> | null | undefined, row: number) =>
    toEdge(column?.[row] ?? Number.NaN);
  return figures.years
    .map((year, row) => ({
      year,
      co2: at(figures.co2, row),
      gdp: at(figures.gdp, row),
      population: at(figures.population, row),
      energy: at(figures.energy, row),
      co2Consumption: at(consumption, row),
    }))
    .filter(
      ({ year, ...values }) =>
        year >= from && year <= to && Object.values(values).some((value) => value !== null),
    )
    .sort((a, b) => a.year - b.year);
}

function sideOf({ tapio, steps, lmdi, kaya, trend, peak }: CarbonAssessment): CarbonSide {
  const [population, gdpPerHead, co2PerGdp] = edges(lmdi.effects);
  return {
    tapio: tapioOf(tapio),
    steps: steps.map((step) => ({ from: step.from, to: step.to, ...tapioOf(step) })),
    lmdi: { population, gdpPerHead, co2PerGdp, total: toEdge(lmdi.total) } as CarbonSide['lmdi'],
    kaya: kaya && kayaOf(kaya.lmdi, kaya.first, kaya.last),
    mannKendall: trendOf(trend),
    peak: peak.state,
    peakYear: toEdge(peak.year),
    passiveShare: toEdge(peak.passiveShare),
  };
}

function tapioOf({ co2Percent, gdpPercent, elasticity, state }: Tapio): CarbonTapio {
  return {
    co2Percent: toEdge(co2Percent),
    gdpPercent: toEdge(gdpPercent),
    elasticity: toEdge(elasticity),
    state,
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
