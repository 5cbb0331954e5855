import type { Issue } from '../../base/index.js';
import type { GroundKind, HazardGrade } from '../../locate/index.js';
import type { OpenedPlaces } from '../ledger/open-places.js';
import type { SavedFile } from '../tables/save-sheets.js';

/** By kind; null where a kind was not measured. */
export type ByKind = Readonly<Record<GroundKind, number | null>>;

/** A thing that lies in a cell. */
export interface GroundPart {
  readonly kind: GroundKind;
  /** Its name in the file of its kind. */
  readonly item: string;
  /** What of it lies in the cell: m², of streets m, of homes units. */
  readonly amount: number;
  /** 0 to 1; null where it has none and so no part. */
  readonly value: number | null;
}

/** A cell or parcel. Missing is null. */
export interface GroundRow {
  readonly cell: string;
  /** Degrees, its middle. */
  readonly lon: number;
  readonly lat: number;
  readonly areaM2: number;
  /** 0 to 1. */
  readonly values: ByKind;
  /** What was looked at: share of the area, of streets m, of homes units. */
  readonly measured: ByKind;
  /** Kinds with a value, 1 to 5. */
  readonly present: number;
  readonly sum: number | null;
  readonly final: number;
  /** null: below all grades. */
  readonly grade: HazardGrade | null;
  /** The kind with the highest value; hazard where it stands above the mean; null where all are 0. */
  readonly driver: GroundKind | null;
  /** Whether the result is the hazard, which the other kinds do not make up for. */
  readonly byHazard: boolean;
  readonly parts: readonly GroundPart[];
}

/** Points by cell of the double-high grid. */
export interface CountedPoints {
  readonly points: number;
  /** Cells with any, and the quantile over these; null without any. */
  readonly cells: number;
  readonly threshold: number | null;
}

/** Ground with many findings and many complaints. */
export interface GroundZone {
  readonly zone: string;
  /** Double-high cells in it. */
  readonly cells: number;
  readonly areaM2: number;
  /** Degrees, middle of the double-high cell with most of both. */
  readonly lon: number;
  readonly lat: number;
  readonly findings: number;
  readonly complaints: number;
  /** What most complaints are about. */
  readonly kinds: readonly { readonly kind: string; readonly complaints: number }[];
  /** Renewal projects in it, at least in part; one that lies in two counts where more of it is; null where none were given. */
  readonly projects: number | null;
  /** Worst cell whose middle lies in it; null without layers. */
  readonly worst: { readonly cell: string; readonly final: number } | null;
}

/** Double-high zones and how they were found. */
export interface DoubleHighAnswer {
  readonly cellM: number;
  readonly quantile: number;
  readonly bufferM: number;
  readonly findings: CountedPoints;
  readonly complaints: CountedPoints;
  /** Double-high cells. */
  readonly cells: number;
  readonly zones: readonly GroundZone[];
  /** Projects, and how many of them lie in a zone at least in part; null where none were given. */
  readonly projects: { readonly all: number; readonly inside: number; readonly share: number | null } | null;
}

/** A renewal project. */
export interface ProjectRow {
  readonly project: string;
  /** null: in none. */
  readonly zone: string | null;
  /** Share of its area in zones; of a point 0 or 1. */
  readonly share: number;
}

/** Answer of `ground`. */
export interface GroundAnswer {
  readonly rows: readonly GroundRow[];
  readonly summary: {
    readonly cells: number;
    /** Side of the cells, m; null: parcels. */
    readonly cellM: number | null;
    readonly areaM2: number;
    /** Plane of the areas; null: equal-area. */
    readonly plane: string | null;
    /** Cells in which a kind was measured and those above 0, mean by measured area of the cells; kinds that were given. */
    readonly kinds: readonly {
      readonly kind: GroundKind;
      readonly cells: number;
      readonly above0: number;
      readonly mean: number | null;
    }[];
    /** Cells by grade; those below all grades have none. */
    readonly grades: Readonly<Record<HazardGrade, number>>;
  };
  /** null where findings or complaints were not given. */
  readonly doubleHigh: DoubleHighAnswer | null;
  readonly projects: readonly ProjectRow[];
  /** null where the call names no city. */
  readonly findings: OpenedPlaces | null;
  readonly files: readonly SavedFile[];
  readonly issues: readonly Issue[];
}

/** Features in longitude and latitude. */
export interface GroundFeatures {
  readonly type: 'FeatureCollection';
  readonly crs: object;
  readonly features: readonly {
    readonly type: 'Feature';
    readonly id: string;
    readonly properties: Readonly<Record<string, string | number | null>>;
    readonly geometry: object;
  }[];
}

/** What is shown beside an answer to a request. */
export interface GroundShown {
  readonly map: {
    /** As `cells.geojson` and `zones.geojson` of the command. */
    readonly cells: GroundFeatures;
    readonly zones: GroundFeatures;
    /** Degrees, longitude and latitude. */
    readonly findings: readonly (readonly [number, number])[];
    readonly complaints: readonly (readonly [number, number])[];
    readonly projects: readonly (readonly [number, number])[];
  };
}
