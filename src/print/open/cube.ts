import type { Text } from '../../base/index.js';

/** A unit of a cube: where it lies is longitude, latitude by WGS 84; null is not known. */
export interface CubeUnit {
  readonly id: string;
  readonly label: Text;
  readonly point: readonly [number, number] | null;
}

/** What a cube has of each unit: an indicator, or a node of an index. */
export interface CubeMeasure {
  readonly id: string;
  readonly label: Text;
  /** Id of the unit of measurement and what it is called. */
  readonly unit: string;
  readonly unitLabel: Text;
}

/** `missing`: the unit has no value though another one has; the rest as observed, estimated or doubted. */
export type CubeStatus = 'normal' | 'estimated' | 'doubtful' | 'missing';

/** One number for each unit, measure and period, as the interchange formats take it. Positions count from 0. */
export interface Cube {
  /** `values` or `scores`. */
  readonly name: string;
  readonly label: Text;
  readonly units: readonly CubeUnit[];
  readonly measures: readonly CubeMeasure[];
  readonly periods: readonly string[];
  /** Whether any unit has the measure in the period; where none has, the cube has no cells. */
  readonly has: (measure: number, period: number) => boolean;
  /** `NaN` is missing. */
  readonly value: (unit: number, measure: number, period: number) => number;
  readonly status: (unit: number, measure: number, period: number) => CubeStatus;
}

/** A cell of a cube by its positions. */
export interface CubeCell {
  readonly unit: number;
  readonly measure: number;
  readonly period: number;
}

/**
 * The cells of a cube, missing ones included, by unit, then measure, then period.
 *
 * @param after leaves out this cell and all before it
 */
export function* cellsOf({ units, measures, periods, has }: Cube, after?: CubeCell): Generator<CubeCell> {
  const first = after === undefined ? 0 : placeOf(after, measures.length, periods.length) + 1;
  const all = units.length * measures.length * periods.length;
  for (let at = first; at < all; at++) {
    const period = at % periods.length;
    const row = (at - period) / periods.length;
    const measure = row % measures.length;
    if (has(measure, period)) yield { unit: (row - measure) / measures.length, measure, period };
  }
}

/** How many cells `cellsOf` gives. */
export function countCells({ units, measures, periods, has }: Cube): number {
  let kept = 0;
  for (let measure = 0; measure < measures.length; measure++)
    for (let period = 0; period < periods.length; period++) kept += has(measure, period) ? 1 : 0;
  return kept * units.length;
}

function placeOf({ unit, measure, period }: CubeCell, measures: number, periods: number): number {
  return (unit * measures + measure) * periods + period;
}
