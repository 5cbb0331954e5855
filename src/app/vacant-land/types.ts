import type { Issue } from '../../base/index.js';
import type { ClassMeasure, Grid, LandClassifier, RasterSource, VacantModel } from '../../locate/index.js';
import type { LayerDocument } from '../land/read-layer.js';
import type { OpenedPlaces } from '../ledger/open-places.js';
import type { SavedFile } from '../tables/save-sheets.js';

/** What vacant land is looked for in. Everything is open already; nothing of it is closed here. */
export interface LandInputs {
  readonly image: RasterSource;
  /** Polygons with classes; without a classifier one is learnt from them, with one they tell its error. */
  readonly labels: LayerDocument | null;
  readonly classifier: LandClassifier | null;
  /** Plots whose vacant share is told. */
  readonly parcels: LayerDocument | null;
  /** Built-up area, of which the vacant rate is told; null: of all ground that was judged. */
  readonly builtUp: LayerDocument | null;
  /** Persons by cell. */
  readonly population: RasterSource | null;
  readonly nightLight: RasterSource | null;
}

/** What was found, with what the page and the files are made of. */
export interface FoundLand {
  readonly answer: VacantLandAnswer;
  readonly classes: readonly string[];
  /** Grid of the probabilities: patches of a forest, in the reference system of the image. */
  readonly grid: Grid;
  /** By class, by patch row by row; `NaN` is missing. */
  readonly probabilities: readonly Float32Array[];
  /** Patches of each polygon of the answer. */
  readonly patches: readonly (readonly number[])[];
  /** The polygons in longitude and latitude. */
  readonly polygons: LandCollection;
  /** Plots with their vacant share; null without plots. */
  readonly parcels: LandCollection | null;
  /** What was learnt here; null where the classifier was given. */
  readonly model: VacantModel | null;
}

/** GeoJSON in longitude and latitude. */
export interface LandCollection {
  readonly type: 'FeatureCollection';
  readonly crs: { readonly type: 'name'; readonly properties: { readonly name: 'EPSG:4326' } };
  readonly features: readonly LandFeature[];
}

export interface LandFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly geometry: LandShape;
}

/** Coordinates as in GeoJSON. */
export interface LandShape {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}

/** Answer of `vacant-land`. Missing is null. */
export interface VacantLandAnswer {
  readonly model: LandModelAnswer;
  /** null where nobody gave labels: then nothing is known of the error. */
  readonly accuracy: LandAccuracy | null;
  /** Blocks in which labels would teach most, the most uncertain first. */
  readonly labelNext: readonly LabelNextRow[];
  readonly rate: VacantRate;
  /** The largest first. */
  readonly polygons: readonly VacantPolygon[];
  /** null where no plots were given. */
  readonly parcels: readonly ParcelRow[] | null;
  /** null where the call names no city. */
  readonly findings: OpenedPlaces | null;
  readonly files: readonly SavedFile[];
  readonly issues: readonly Issue[];
}

/** What told the classes. */
export interface LandModelAnswer {
  /** Whether it was learnt in this call. */
  readonly trained: boolean;
  readonly classes: readonly string[];
  readonly bands: readonly string[];
  /** Classes that became polygons. */
  readonly lookedFor: readonly string[];
  /** Group of cities that it is for; null where it does not say. */
  readonly group: string | null;
  /** Side of a cell of the images it learnt from, and of a place of the probabilities, m. */
  readonly cellM: number | null;
  readonly patchM: number;
  /** Labelled patches by class; null where the model was given. */
  readonly labelled: Readonly<Record<string, number>> | null;
}

/** A figure with the middle 95 % of what blocks drawn anew give. */
export interface FigureRange {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

type ByClass<T> = Readonly<Record<string, T>>;

/** How far what is told agrees with labels. Shares are 0 to 1. */
export interface LandAccuracy extends Readonly<Record<ClassMeasure, ByClass<FigureRange>>> {
  /** `held-out`: patches were told by models that had learnt nothing of their block; `given-model`: by the model of the call. */
  readonly by: 'held-out' | 'given-model';
  readonly classes: readonly string[];
  /** Patches by label (row) and by what was told (column), in the order of the classes. */
  readonly confusion: readonly (readonly number[])[];
  /** Share of patches that are right. */
  readonly overall: FigureRange;
  readonly labelled: ByClass<number>;
  readonly told: ByClass<number>;
  readonly patches: number;
  /** Blocks with labels, their side and the gap that was kept from them, m; no gap where the model was given. */
  readonly blocks: number;
  readonly blockM: number;
  readonly gapM: number | null;
  /** Empty where the model was given. */
  readonly folds: readonly LandFold[];
}

/** One part of the blocks that was held out. */
export interface LandFold {
  /** From 1. */
  readonly fold: number;
  readonly blocks: number;
  readonly patches: number;
  readonly overall: number | null;
  readonly f1: ByClass<number | null>;
}

/** A block to be labelled. */
export interface LabelNextRow {
  /** Of the block, from 0. */
  readonly column: number;
  readonly row: number;
  /** 0 all certain, 1 all guessed. */
  readonly uncertainty: number;
  /** Patches without a label. */
  readonly unlabelled: number;
  /** West, south, east and north, degrees. */
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** How much of the ground is vacant, without what screens took out. */
export interface VacantRate {
  /** `built-up` where that layer was given, else `image`. */
  readonly of: 'built-up' | 'image';
  /** Ground that was judged. */
  readonly judgedM2: number;
  readonly vacantM2: number;
  /** Vacant ÷ judged area; null where nothing was judged. */
  readonly rate: number | null;
  readonly polygons: number;
  readonly polygonsPerKm2: number | null;
  readonly screenedM2: number;
  readonly screened: number;
}

/** Reasons for which a polygon is no vacant land after all. */
export const landScreens = ['population', 'night_light'] as const;
export type LandScreen = (typeof landScreens)[number];

/** Ground of one class in one piece. */
export interface VacantPolygon {
  /** Its place, so that it is the same when found again. */
  readonly id: string;
  readonly class: string;
  readonly areaM2: number;
  /** Mean probability over the area. */
  readonly confidence: number;
  readonly patches: number;
  /** A place inside it, degrees. */
  readonly lon: number;
  readonly lat: number;
  /** Persons per km²; null where no grid was given or it knows nothing there. */
  readonly personsPerKm2: number | null;
  /** Mean of the raster, in its unit. */
  readonly nightLight: number | null;
  /** Screens that take it out; empty: it counts. */
  readonly screened: readonly LandScreen[];
  readonly geometry: LandShape;
}

/** Vacant share of a plot. */
export interface ParcelRow {
  readonly parcel: string;
  readonly judgedM2: number;
  readonly vacantM2: number;
  /** Of what was judged; null where nothing was. */
  readonly vacantShare: number | null;
  /** Part of the plot that was judged: the rest lies outside the image or where it is missing. */
  readonly judgedShare: number | null;
}
