import type { Issue, Text } from '../../base/index.js';

/** One segment of a street; missing is null. Scores are 0 (order) to 1. */
export interface SegmentAnswer {
  readonly segment: string;
  readonly score: number | null;
  /** By dimension; null where none of its elements was judged. */
  readonly dimensions: Readonly<Record<string, number | null>>;
  /** Share of pictures in which each element was seen. */
  readonly elements: Readonly<Record<string, number | null>>;
  readonly images: number;
  /** Share of the dimensions that were judged. */
  readonly coverage: number;
  readonly lengthM: number | null;
  /** Whether the score is above the threshold of the reference city; null without one. */
  readonly above: boolean | null;
}

/** The city in one number each. */
export interface CityDisorderAnswer {
  readonly score: number | null;
  readonly dimensions: Readonly<Record<string, number | null>>;
  /** Whether lengths weigh the segments, or each counts once. */
  readonly byLength: boolean;
  readonly segments: number;
  readonly scored: number;
  readonly lengthM: number | null;
  readonly images: number;
  /** First and last year of the pictures; null where the table does not say. */
  readonly years: readonly [number, number] | null;
  readonly reference: {
    readonly quantile: number;
    readonly threshold: number | null;
    /** Share of the length (of the segments, without lengths) above it. */
    readonly shareAbove: number | null;
    readonly segments: number;
  } | null;
}

/** Agreement of auditors on one element; null where it cannot be told. */
export interface ElementAgreement {
  /** Id of the element; `all` for every picture and element together. */
  readonly element: string;
  /** Pictures that two auditors or more judged; with `all`, judgements. */
  readonly images: number;
  readonly auditors: number;
  /** Of exactly two auditors. */
  readonly kappa: number | null;
  /** Weighted by steps between grades. */
  readonly kappaLinear: number | null;
  /** Where each picture has the same number of judgements. */
  readonly fleissKappa: number | null;
  readonly alphaNominal: number | null;
  readonly alphaOrdinal: number | null;
  readonly alphaInterval: number | null;
}

/** What ratings made of the numbers of a model; null where it cannot be told. */
export interface CalibrationAnswer {
  readonly element: string;
  /** Numbers of a model for the element, or shares of classes. */
  readonly from: 'scores' | 'shares';
  readonly form: 'logistic' | 'linear' | null;
  readonly intercept: number | null;
  readonly slope: number | null;
  /** Whether the element takes part in the scores. */
  readonly used: boolean;
  /** Rated pictures. */
  readonly images: number;
  readonly groups: number;
  readonly presence: number | null;
  readonly squaredError: number | null;
  readonly ofMean: number | null;
  readonly skill: number | null;
  readonly bias: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** A file that was written. */
export interface DisorderFile {
  readonly path: string;
  readonly bytes: number;
}

/** Findings of the ledger: opened by this call, and those that were there. */
export interface DisorderFindings {
  readonly opened: readonly string[];
  readonly known: readonly string[];
}

/** Answer of `disorder`. */
export interface DisorderAnswer {
  /** Id of the list of elements. */
  readonly list: string;
  readonly segments: readonly SegmentAnswer[];
  readonly city: CityDisorderAnswer;
  /** By element, then `all`; null where no picture has two auditors. */
  readonly agreement: readonly ElementAgreement[] | null;
  /** null without ratings. */
  readonly calibration: readonly CalibrationAnswer[] | null;
  /** Mean share of each class over the pictures that were cut into classes; null where none were. */
  readonly shares: { readonly images: number; readonly classes: Readonly<Record<string, number>> } | null;
  /** null where the call names no city. */
  readonly findings: DisorderFindings | null;
  readonly files: readonly DisorderFile[];
  readonly issues: readonly Issue[];
}

/** A street in longitude and latitude. */
export type LineShape =
  | { readonly type: 'LineString'; readonly coordinates: readonly (readonly number[])[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly (readonly number[])[])[] };

/** Streets as GeoJSON in degrees. */
export interface StreetMap {
  readonly type: 'FeatureCollection';
  readonly crs: object;
  readonly features: readonly {
    readonly type: 'Feature';
    readonly id: string;
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: LineShape;
  }[];
}

/** What is shown beside an answer to a request: words of the list, and the map. */
export interface DisorderShown {
  readonly words: {
    readonly label: Text;
    readonly dimensions: readonly { readonly id: string; readonly label: Text }[];
    readonly elements: readonly { readonly id: string; readonly dimension: string; readonly label: Text }[];
  };
  /** As `segments.geojson` of the command; null where no streets were given. */
  readonly map: StreetMap | null;
}

/** Answer of `disorder --plan`: where pictures are to be taken, and which there are. */
export interface PlanAnswer {
  readonly streets: number;
  /** m. */
  readonly lengthM: number;
  readonly spacingM: number;
  readonly points: number;
  /** Pictures to be taken: four headings a point. */
  readonly pictures: number;
  readonly byStreet: readonly {
    readonly street: string;
    readonly lengthM: number;
    readonly points: number;
    /** Points with a picture; null where no pictures were given. */
    readonly covered: number | null;
  }[];
  /** What pictures there are; null where none were given. */
  readonly coverage: {
    readonly pictures: number;
    /** Points with a picture of the season and day. */
    readonly points: number;
    /** Points with all four headings. */
    readonly complete: number;
    /** Share of the length of the streets that those points stand for. */
    readonly lengthShare: number;
    /** Pictures of another season or hour, or that do not say. */
    readonly leftOut: number;
    /** Pictures near no point. */
    readonly far: number;
    /** Pictures by month, January first; those that do not say are in none. */
    readonly months: readonly number[];
  } | null;
  readonly files: readonly DisorderFile[];
  readonly issues: readonly Issue[];
}
