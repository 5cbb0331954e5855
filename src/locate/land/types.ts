/** Items of the score, in the order in which they are told. */
export const scoredItems = [
  'floor_area_ratio',
  'coverage',
  'output',
  'tax',
  'jobs',
  'occupied',
  'disuse',
] as const;
/** Controls that can fail and are no part of the score. */
export const controlItems = ['living', 'green'] as const;
export type ScoredItem = (typeof scoredItems)[number];
export type LandItem = ScoredItem | (typeof controlItems)[number];

/** Items of money and work; all others are physical. */
export const economicItems: ReadonlySet<LandItem> = new Set(['output', 'tax', 'jobs']);

/** What a plot is used for, by survey. */
export const landUses = ['industrial', 'residential', 'self_built', 'urban_village', 'other'] as const;
export type LandUse = (typeof landUses)[number];

/** Why low density may be right. */
export const landExemptions = ['chemical_safety', 'tailings_safety'] as const;
export type LandExemption = (typeof landExemptions)[number];

/** What is known of a plot besides its buildings. Missing is `NaN` or null. */
export interface PlotFacts {
  readonly use: LandUse | null;
  /** Any name; plots of one name are compared with each other. */
  readonly industry: string | null;
  /** CNY a year. */
  readonly output: number;
  readonly tax: number;
  /** Persons. */
  readonly jobs: number;
  /** Tonnes of coal equivalent a year. */
  readonly energy: number;
  /** Share of the floor that is in use, 0 to 1. */
  readonly occupied: number;
  /** 1 where the plot looks disused, 0 where it does not. */
  readonly disuse: number;
  /** Land of offices and living by plot area, 0 to 1. */
  readonly living: number;
  /** Lawns and trees by plot area, 0 to 1. */
  readonly green: number;
  /** Year in which most of it was built. */
  readonly built: number;
  /** Whether the government lists it as an old estate. */
  readonly listed: boolean | null;
  readonly exemption: LandExemption | null;
  /** Land that must stay free for safety, m². */
  readonly safetyM2: number;
}

/** Bounds in force for a plot. `NaN`: none is known, so the item is not judged. */
export interface LandBounds {
  /** Least, by the industry. */
  readonly floorAreaRatio: number;
  /** Least. */
  readonly coverage: number;
  /** Most. */
  readonly living: number;
  readonly green: number;
}

/** Settings of the catalog. */
export interface LandSettings {
  /** Part of the median of the industry that output, tax and jobs by area must reach. */
  readonly medianShare: number;
  /** Fewer plots with a value make no median. */
  readonly peersMinimum: number;
  /** From this score a plot may be called inefficient. */
  readonly scoreLeast: number;
  /** Below this share of floor in use the item fails; `NaN`: it never does. */
  readonly occupiedLeast: number;
  /** Residential land built before this year is an old estate. */
  readonly oldEstateYear: number;
  /** Texture of an urban village: footprints up to so many m² and at least so much coverage; `NaN`: not judged. */
  readonly villageFootprintM2: number;
  readonly villageCoverage: number;
}

/** One item of a plot. */
export interface JudgedItem {
  readonly item: LandItem;
  /** Ratio or share; of output and tax CNY by m², of jobs persons by m². */
  readonly value: number;
  /** What it is held against: a least value, of `living` and `green` a most. */
  readonly reference: number;
  /** max(0, 1 − value ÷ reference), of disuse the value; `NaN` where it cannot be told, and of controls. */
  readonly shortfall: number;
  readonly fails: boolean;
  /** Whether an exemption takes it out of score and failing items. */
  readonly excused: boolean;
}

/** What plots are by rule, besides inefficient industrial land. */
export const landKinds = ['old_estate', 'urban_village'] as const;
export type LandKind = (typeof landKinds)[number];

/** The judgement of a plot. */
export interface PlotJudgement {
  /** Those with a value and a reference. */
  readonly items: readonly JudgedItem[];
  /** Mean shortfall of the scored items that are not excused; `NaN` without any. */
  readonly score: number;
  readonly fails: readonly LandItem[];
  /** Items that the exemption explains; empty where there is none or it explains nothing. */
  readonly excused: readonly LandItem[];
  /** null: no economic or no physical item could be judged, or the land is not industrial. */
  readonly inefficient: boolean | null;
  /** null: neither. */
  readonly kind: LandKind | null;
  /** Of an urban village: whether its buildings have the texture of one; null where no bounds are set. */
  readonly textureFits: boolean | null;
}
