/** The five kinds of problem on the ground, in the order in which they are told. */
export const groundKinds = ['subsidence', 'disorder', 'vacant_land', 'vacancy', 'inefficient_land'] as const;
export type GroundKind = (typeof groundKinds)[number];

/** The kind that nothing makes good: a cell is never better than its hazard. */
export const hazardKind: GroundKind = 'subsidence';

/** Things that lie in places: which, where, and how much of each; one entry for each pair that meets. */
export interface Meetings {
  readonly item: Uint32Array;
  readonly place: Uint32Array;
  /** m² of a polygon, m of a line; above 0. */
  readonly amount: Float64Array;
}

/** One kind over all places. */
export interface GroundLayer {
  /** 0 (nothing wrong) to 1; `NaN`: not measured there. */
  readonly values: Float64Array;
  /** How much was looked at: m², of streets m, of homes units; 0 where nothing was. */
  readonly measured: Float64Array;
  readonly meetings: Meetings;
}
