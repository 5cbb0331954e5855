import { type Issue, type Text, toEdge } from '../../base/index.js';
import type {
  JudgedItem,
  JudgedPlot,
  LandExemption,
  LandItem,
  LandKind,
  LandUse,
  PlotJudgement,
} from '../../locate/index.js';
import type { OpenedPlaces } from '../ledger/open-places.js';
import type { SavedFile } from '../tables/save-sheets.js';

/** A plot with its density and judgement. Missing is null. */
export interface LandRow {
  readonly plot: string;
  readonly floorAreaRatio: number | null;
  /** Where storeys are missing: as if such buildings had one. */
  readonly floorAreaRatioLeast: number | null;
  readonly coverage: number | null;
  readonly openShare: number | null;
  readonly areaM2: number;
  readonly builtM2: number;
  readonly floorM2: number | null;
  readonly buildings: number;
  readonly withoutStoreys: number;
  readonly medianFootprintM2: number | null;
  readonly use: LandUse | null;
  /** Id of the catalog, or as it is written. */
  readonly industry: string | null;
  readonly industryName: Text | null;
  /** CNY, persons and tonnes of coal equivalent by hectare. */
  readonly outputPerHa: number | null;
  readonly taxPerHa: number | null;
  readonly jobsPerHa: number | null;
  readonly energyPerHa: number | null;
  /** Mean shortfall, 0 to 1. */
  readonly score: number | null;
  readonly items: readonly LandRowItem[];
  readonly fails: readonly LandItem[];
  /** What an exemption took out of score and failing items. */
  readonly exempt: { readonly reason: LandExemption; readonly items: readonly LandItem[] } | null;
  /** null: cannot be told, or the land is not industrial. */
  readonly inefficient: boolean | null;
  readonly kind: LandKind | null;
  readonly textureFits: boolean | null;
  /** Degrees, middle of its box. */
  readonly lon: number | null;
  readonly lat: number | null;
}

/** One item; output, tax and jobs by m². */
export interface LandRowItem {
  readonly item: LandItem;
  readonly value: number;
  readonly reference: number;
  readonly shortfall: number | null;
  readonly fails: boolean;
  readonly excused: boolean;
}

/** Answer of `inefficient-land`. */
export interface LandAnswer {
  readonly rows: readonly LandRow[];
  readonly summary: {
    readonly plots: number;
    readonly areaM2: number;
    /** Plots that could be judged, and those that are inefficient. */
    readonly judged: number;
    readonly inefficient: number;
    readonly inefficientM2: number;
    readonly oldEstates: number;
    readonly urbanVillages: number;
    /** Plane of the areas; null: equal-area. */
    readonly plane: string | null;
  };
  /** null where the call names no city. */
  readonly findings: OpenedPlaces | null;
  readonly files: readonly SavedFile[];
  readonly issues: readonly Issue[];
}

/**
 * A row from what is known of a plot.
 *
 * @param industryName null where its industry is not known
 */
export function landRow(
  plot: { readonly id: string; readonly lon: number; readonly lat: number },
  { density, facts }: JudgedPlot,
  industryName: Text | null,
  judged: PlotJudgement,
): LandRow {
  const perHa = (value: number) => toEdge(density.areaM2 > 0 ? (value / density.areaM2) * 10000 : Number.NaN);
  return {
    plot: plot.id,
    floorAreaRatio: toEdge(density.floorAreaRatio),
    floorAreaRatioLeast: toEdge(density.floorAreaRatioLeast),
    coverage: toEdge(density.coverage),
    openShare: toEdge(density.openShare),
    areaM2: density.areaM2,
    builtM2: density.builtM2,
    floorM2: toEdge(density.floorM2),
    buildings: density.buildings,
    withoutStoreys: density.withoutStoreys,
    medianFootprintM2: toEdge(density.medianFootprintM2),
    use: facts.use,
    industry: facts.industry,
    industryName,
    outputPerHa: perHa(facts.output),
    taxPerHa: perHa(facts.tax),
    jobsPerHa: perHa(facts.jobs),
    energyPerHa: perHa(facts.energy),
    score: toEdge(judged.score),
    items: judged.items.map(itemRow),
    fails: judged.fails,
    exempt:
      facts.exemption !== null && judged.excused.length > 0
        ? { reason: facts.exemption, items: judged.excused }
        : null,
    inefficient: judged.inefficient,
    kind: judged.kind,
    textureFits: judged.textureFits,
    lon: toEdge(plot.lon),
    lat: toEdge(plot.lat),
  };
}

function itemRow({ shortfall, ...rest }: JudgedItem): LandRowItem {
  return { ...rest, shortfall: toEdge(shortfall) };
}

/** What all rows come to. */
export function landSummary(rows: readonly LandRow[], plane: string | null): LandAnswer['summary'] {
  const found = rows.filter(({ inefficient }) => inefficient === true);
  const area = (list: readonly LandRow[]) => list.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return {
    plots: rows.length,
    areaM2: area(rows),
    judged: rows.filter(({ inefficient }) => inefficient !== null).length,
    inefficient: found.length,
    inefficientM2: area(found),
    oldEstates: rows.filter(({ kind }) => kind === 'old_estate').length,
    urbanVillages: rows.filter(({ kind }) => kind === 'urban_village').length,
    plane,
  };
}

/** Words of an item, in both languages. */
export type ItemLabel = (item: LandItem) => Text;
