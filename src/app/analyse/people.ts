import {
  type Advice,
  type Ageing,
  adviceOf,
  ageingOf,
  type Components,
  componentsOf,
  confidenceOf,
  courseOf,
  type LandPeople,
  landPeople,
  netFlow,
  type PopulationCourse,
  type PopulationGrade,
  populationChange,
} from '../../assess/index.js';
import { type Issue, toEdge } from '../../base/index.js';
import type { City } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import { type AnalyseCall, type PlaceRow, yearsOf } from './call.js';
import { type Edges, edgesOf } from './edges.js';
import {
  areaBreaks,
  boundaryIssues,
  type Figures,
  figuresOf,
  gradeRules,
  missingIssues,
  placesOf,
} from './panel.js';
import { type FoundParts, partsOf, partsPanel } from './parts.js';

type Edge = number | null;

/** What the censuses of the workspace say of the people of a place; missing is null. */
export interface PopulationPlace extends PlaceRow {
  readonly calibre: 'residents';
  readonly first: Edge;
  readonly last: Edge;
  /** Whether `first` stands on the boundaries of `last`. */
  readonly aligned: boolean;
  readonly changePercent: Edge;
  readonly annualPercent: Edge;
  /** Each census on its own boundaries: annexed land counts as growth. */
  readonly unalignedPercent: Edge;
  /** Null where the area changed and no aligned figure exists: no verdict without alignment. */
  readonly grade: PopulationGrade | null;
  readonly confidence: 'high' | 'medium' | 'low' | null;
  readonly course: PopulationCourse | null;
  readonly components: Edges<Components> | null;
  readonly netFlow: { readonly first: Edge; readonly last: Edge };
  readonly ageing: {
    readonly first: Edges<Ageing>;
    readonly last: Edges<Ageing>;
  };
  readonly parts: FoundParts;
  readonly land: Edges<LandPeople> | null;
  readonly advice: Advice | null;
  readonly issues: readonly Issue[];
}

/** What the analysis reads. */
export const peopleIndicators = [
  'population',
  'population_aligned',
  'population_registered',
  'births',
  'deaths',
  'area_built_up',
  'population_0_14',
  'population_15_59',
  'population_60_plus',
  'population_65_plus',
  'age_0_14_share_aligned',
  'age_15_59_share_aligned',
  'age_60_plus_share_aligned',
  'age_65_plus_share_aligned',
];

/**
 * Population analysis of places of the workspace between two years.
 *
 * @throws AfterlodeError CALL_OPTION, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export async function populationOfWorkspace(ws: Workspace, call: AnalyseCall): Promise<PopulationPlace[]> {
  const [from, to] = yearsOf(call);
  const cities = await placesOf(ws, call.cities);
  const figures = await figuresOf(ws, cities, peopleIndicators);
  const inside = await partsPanel(ws, cities);
  return cities.map((city) => placeOf(ws, city, figures, inside, from, to));
}

function placeOf(
  ws: Workspace,
  city: City,
  figures: Figures,
  inside: Figures,
  from: number,
  to: number,
): PopulationPlace {
  const rules = gradeRules(ws);
  const at = (indicator: string, year: number) => figures.at(city, indicator, year);
  const counts = countsOf(at, from, to);
  const breaks = areaBreaks(ws, figures, city, from, to);
  const verdict = counts.aligned || breaks.length === 0;
  const moved = populationChange(counts.first, counts.last, to - from, rules);
  const grade = verdict ? moved.grade : null;
  const earlier = populationChange(at('population_aligned', 2 * from - to), counts.first, to - from, rules);
  const ageing = { first: ageAt(at, from), last: ageAt(at, to) };
  const flow = { first: flowAt(at, from), last: flowAt(at, to) };
  const components = componentsAt(at, counts, from, to);
  const land = landPeople([at('area_built_up', from), at('area_built_up', to)], [counts.first, counts.last]);
  const parts = partsOf(ws, city, inside, { from, to, change: moved.change, figures });
  const missing = [
    ...(Number.isNaN(moved.change) ? ['population'] : []),
    ...(counts.aligned ? [] : ['population_aligned']),
    ...(Number.isNaN(components.natural) ? ['births', 'deaths'] : []),
    ...(Number.isNaN(flow.last) ? ['population_registered'] : []),
    ...(Number.isNaN(land.landGrowth) ? ['area_built_up'] : []),
  ];
  const known = !Number.isNaN(moved.change);
  return {
    place: city.id,
    name: city.name,
    from,
    to,
    calibre: 'residents',
    first: toEdge(counts.first),
    last: toEdge(counts.last),
    aligned: counts.aligned,
    changePercent: percent(moved.change),
    annualPercent: percent(moved.annual),
    unalignedPercent: percent(counts.unaligned),
    grade,
    confidence: known && verdict ? confidenceOf({ census: true, aligned: counts.aligned }) : null,
    course: verdict ? courseOf(earlier.change, moved.change) : null,
    components: Number.isNaN(components.natural) ? null : edgesOf(components),
    netFlow: { first: toEdge(flow.first), last: toEdge(flow.last) },
    ageing: { first: edgesOf(ageing.first), last: edgesOf(ageing.last) },
    parts,
    land: Number.isNaN(land.mismatch) ? null : edgesOf(land),
    advice: adviceOf({
      grade,
      partial: parts.partial,
      expandsWhileShrinking: land.expandsWhileShrinking,
      byAgeAlone: components.byAgeAlone,
      netFlow: Number.isNaN(flow.last) ? flow.first : flow.last,
      ageing: ageing.last.old60 - ageing.first.old60,
    }),
    missing,
    issues: [
      ...missingIssues(ws, city, missing),
      ...(verdict ? [] : boundaryIssues(city, breaks)),
      ...parts.issues,
    ],
  };
}

type At = (indicator: string, year: number) => number;

/** Aligned counts where both exist, else those of each census. */
function countsOf(at: At, from: number, to: number) {
  const pair = (name: string) => [at(name, from), at(name, to)] as const;
  const [first, last] = pair('population_aligned');
  const [own, ownLast] = pair('population');
  const aligned = !Number.isNaN(first) && !Number.isNaN(last);
  return {
    first: aligned ? first : own,
    last: aligned ? last : ownLast,
    aligned,
    unaligned: own > 0 ? (ownLast - own) / own : Number.NaN,
  };
}

function ageAt(at: At, year: number): Ageing {
  const counts = ['population_0_14', 'population_15_59', 'population_60_plus', 'population_65_plus'];
  const shares = counts.map((name) => at(`${name.replace('population_', 'age_')}_share_aligned`, year));
  const values = shares.some((value) => Number.isNaN(value)) ? counts.map((name) => at(name, year)) : shares;
  return ageingOf(...(values as [number, number, number, number]));
}

function flowAt(at: At, year: number): number {
  return netFlow(at('population', year), at('population_registered', year));
}

/** Births and deaths of all years after the first count, up to the last. */
function componentsAt(at: At, counts: { first: number; last: number }, from: number, to: number): Components {
  const sum = (name: string) => {
    let total = 0;
    for (let year = from + 1; year <= to; year++) total += at(name, year);
    return total;
  };
  return componentsOf([counts.first, counts.last], sum('births'), sum('deaths'));
}

function percent(share: number): Edge {
  return toEdge(100 * share);
}
