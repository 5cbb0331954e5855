/** A thing that makes a street disorderly, and the dimension it belongs to. */
export interface DisorderElement {
  readonly id: string;
  readonly dimension: string;
}

/** How the elements of a dimension are joined: the worst of them, or their mean. */
export type ElementJoin = 'max' | 'mean';

/** What was seen of an element in a picture: an auditor's 0 or 1, or a model's number from 0 to 1. */
export interface Sighting {
  readonly image: string;
  readonly segment: string;
  readonly element: string;
  /** Empty where the table names none. */
  readonly auditor: string;
  /** 0 to 1; `NaN` where it was not judged. */
  readonly present: number;
}

/** Presence of elements on segments: `share[segment * elements + element]`, `NaN` where no picture was judged for it. */
export interface Presence {
  readonly segments: readonly string[];
  readonly elements: readonly DisorderElement[];
  readonly share: Float64Array;
  /** Pictures that were judged for the element, in the same order. */
  readonly judged: Uint32Array;
  /** Pictures of each segment. */
  readonly images: Uint32Array;
}

/** A score of each segment, 0 (order) to 1; `NaN` where nothing was judged. */
export interface SegmentScores {
  readonly score: Float64Array;
  readonly dimensions: readonly string[];
  /** `[segment * dimensions + dimension]`; `NaN` where none of its elements was judged. */
  readonly profile: Float64Array;
  /** Share of the dimensions that were judged. */
  readonly coverage: Float64Array;
}
