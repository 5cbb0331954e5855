import type { GroundRow } from '../../api/contract.js';
import { type GroundKind, groundKinds } from '../../locate/index.js';

/** What cells are coloured by. */
export type GroundLook = 'final' | 'sum' | 'present' | GroundKind;
export const groundLooks: readonly GroundLook[] = ['final', 'sum', ...groundKinds, 'present'];

/** A class of the map; the same bounds for all layers, so that they can be compared. */
export interface CellClass {
  /** Half-open: from this bound to the next. */
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

/** From pale and little to dark and much; monotone, so that they tell strength in grey and to colour-blind readers. */
const shares: readonly CellClass[] = [
  { from: 0, to: 0.05, colour: '#fbf3df' },
  { from: 0.05, to: 0.25, colour: '#f3d48c' },
  { from: 0.25, to: 0.5, colour: '#e3a04a' },
  { from: 0.5, to: 0.75, colour: '#c4622a' },
  { from: 0.75, to: 1, colour: '#8a2f14' },
  { from: 1, to: Number.POSITIVE_INFINITY, colour: '#3f0d05' },
];
const numbers: readonly CellClass[] = ['#e4eef6', '#b4d0e7', '#7aaed4', '#3c7fb5', '#14507f'].map(
  (colour, at) => ({
    from: at + 1,
    to: at + 2,
    colour,
  }),
);

export function classesOf(look: GroundLook): readonly CellClass[] {
  return look === 'present' ? numbers : shares;
}

/** The value of a cell; null where the kind was not measured. */
export function valueOf(row: GroundRow, look: GroundLook): number | null {
  if (look === 'final' || look === 'sum' || look === 'present') return row[look];
  return row.values[look];
}

/** Position of the class of a value; -1 where it is missing. */
export function classAt(value: number | null, look: GroundLook): number {
  return value === null ? -1 : classesOf(look).findIndex(({ from, to }) => value >= from && value < to);
}

/** By a layer, the largest first; cells without it stand last, equal ones by their result. */
export function sortedCells(rows: readonly GroundRow[], look: GroundLook): readonly GroundRow[] {
  return rows.toSorted((a, b) => (valueOf(b, look) ?? -1) - (valueOf(a, look) ?? -1) || b.final - a.final);
}
