import type { PlotDensity } from './density.js';
import {
  economicItems,
  type JudgedItem,
  type LandBounds,
  type LandItem,
  type LandKind,
  type LandSettings,
  type PlotFacts,
  type PlotJudgement,
  scoredItems,
} from './types.js';

/** A plot to be judged. */
export interface JudgedPlot {
  readonly density: PlotDensity;
  readonly facts: PlotFacts;
  readonly bounds: LandBounds;
}

/** Medians by m² of an industry; `NaN` where too few plots have a value. */
export interface IndustryMedians {
  readonly plots: number;
  readonly output: number;
  readonly tax: number;
  readonly jobs: number;
}

const economic = ['output', 'tax', 'jobs'] as const;
const scored: ReadonlySet<LandItem> = new Set(scoredItems);

/**
 * Medians of output, tax and jobs by area over the industrial plots of each industry. Plots without area or value take no part; zero is
 * a value.
 */
export function industryMedians(
  plots: readonly JudgedPlot[],
  peersMinimum: number,
): ReadonlyMap<string, IndustryMedians> {
  const groups = new Map<string, JudgedPlot[]>();
  for (const plot of plots) {
    const { industry } = plot.facts;
    if (industry === null || !isIndustrial(plot.facts)) continue;
    const group = groups.get(industry);
    if (group === undefined) groups.set(industry, [plot]);
    else group.push(plot);
  }
  return new Map(
    [...groups].map(([industry, group]) => {
      const median = (item: (typeof economic)[number]) => {
        const values = group.map((plot) => byArea(plot, item)).filter((value) => !Number.isNaN(value));
        return values.length < peersMinimum ? Number.NaN : medianOf(values);
      };
      return [
        industry,
        { plots: group.length, output: median('output'), tax: median('tax'), jobs: median('jobs') },
      ];
    }),
  );
}

/**
 * Judges a plot (docs/methods/locate/inefficient-land.md). Industrial land is scored; other land is an old estate or an urban village by
 * rule, or nothing. What is missing is not judged and never counts as nought.
 *
 * @param medians of its industry; null: none
 */
export function judgePlot(
  plot: JudgedPlot,
  medians: IndustryMedians | null,
  settings: LandSettings,
): PlotJudgement {
  const kind = kindOf(plot.facts, settings);
  const textureFits = kind === 'urban_village' ? textureOf(plot.density, settings) : null;
  if (!isIndustrial(plot.facts))
    return { items: [], score: Number.NaN, fails: [], excused: [], inefficient: null, kind, textureFits };
  const items = itemsOf(plot, medians, settings);
  const counted = items.filter(({ excused }) => !excused);
  const shortfalls = counted.flatMap(({ item, shortfall }) => (scored.has(item) ? [shortfall] : []));
  const score = shortfalls.reduce((sum, one) => sum + one, 0) / shortfalls.length;
  const fails = counted.filter((one) => one.fails).map(({ item }) => item);
  const isEconomic = (item: LandItem) => economicItems.has(item);
  const judged =
    items.some(({ item }) => isEconomic(item)) &&
    items.some(({ item }) => !isEconomic(item)) &&
    counted.length > 0;
  return {
    items,
    score,
    fails,
    excused: items.filter(({ excused }) => excused).map(({ item }) => item),
    inefficient: judged
      ? score >= settings.scoreLeast && fails.some(isEconomic) && fails.some((item) => !isEconomic(item))
      : null,
    kind,
    textureFits,
  };
}

/** Land whose industry is named counts as industrial unless its use says otherwise. */
export function isIndustrial({ use, industry }: Pick<PlotFacts, 'use' | 'industry'>): boolean {
  return use === null ? industry !== null : use === 'industrial';
}

function itemsOf(
  plot: JudgedPlot,
  medians: IndustryMedians | null,
  { medianShare, occupiedLeast }: LandSettings,
): JudgedItem[] {
  const { density, facts, bounds } = plot;
  const least = (item: LandItem, value: number, reference: number): JudgedItem => ({
    item,
    value,
    reference,
    shortfall: Math.max(0, 1 - value / reference),
    fails: value < reference,
    excused: false,
  });
  const most = (item: LandItem, value: number, reference: number): JudgedItem => ({
    item,
    value,
    reference,
    shortfall: Number.NaN,
    fails: value > reference,
    excused: false,
  });
  const all: readonly JudgedItem[] = [
    excusedBy(plot, least('floor_area_ratio', density.floorAreaRatio, bounds.floorAreaRatio)),
    excusedBy(plot, least('coverage', density.coverage, bounds.coverage)),
    ...economic.map((item) => least(item, byArea(plot, item), medianShare * (medians?.[item] ?? Number.NaN))),
    // All floor in use is what the score asks for; from where on too little is used, nobody has said.
    { ...least('occupied', facts.occupied, 1), fails: facts.occupied < occupiedLeast },
    { ...least('disuse', facts.disuse, 0), shortfall: facts.disuse, fails: facts.disuse === 1 },
    most('living', facts.living, bounds.living),
    most('green', facts.green, bounds.green),
  ];
  // A median of nought says nothing about those who have something.
  return all.filter(
    ({ item, value, reference }) =>
      !Number.isNaN(value) && !Number.isNaN(reference) && (reference > 0 || !economicItems.has(item)),
  );
}

/**
 * A safety distance explains low density where the land that is left is dense enough; where its area is not known, the exemption is
 * taken at its word. What does not fail needs no excuse.
 */
function excusedBy({ density, facts }: JudgedPlot, one: JudgedItem): JudgedItem {
  if (facts.exemption === null || !one.fails) return one;
  if (Number.isNaN(facts.safetyM2)) return { ...one, excused: true };
  const left = density.areaM2 - facts.safetyM2;
  return { ...one, excused: left > 0 && (one.value * density.areaM2) / left >= one.reference };
}

function byArea({ density, facts }: JudgedPlot, item: (typeof economic)[number]): number {
  return density.areaM2 > 0 ? facts[item] / density.areaM2 : Number.NaN;
}

function kindOf({ use, built, listed }: PlotFacts, { oldEstateYear }: LandSettings): LandKind | null {
  if (use === 'self_built' || use === 'urban_village') return 'urban_village';
  if (use !== 'residential') return null;
  return listed === true || built < oldEstateYear ? 'old_estate' : null;
}

function textureOf(
  { medianFootprintM2, coverage }: PlotDensity,
  { villageFootprintM2, villageCoverage }: LandSettings,
): boolean | null {
  if (Number.isNaN(villageFootprintM2) || Number.isNaN(villageCoverage)) return null;
  return medianFootprintM2 <= villageFootprintM2 && coverage >= villageCoverage;
}

function medianOf(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = (values.length - 1) / 2;
  return ((values[Math.floor(middle)] as number) + (values[Math.ceil(middle)] as number)) / 2;
}
