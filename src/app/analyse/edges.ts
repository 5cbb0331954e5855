import { toEdge } from '../../base/index.js';

/** A result at an edge: what is missing is null. */
export type Edges<Shape> = { readonly [Key in keyof Shape]: Shape[Key] | null };

/** The edge form of a flat result: missing numbers and infinities become null, all else stays. */
export function edgesOf<Shape extends object>(values: Shape): Edges<Shape> {
  const entries = Object.entries(values).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'number' ? toEdge(value) : value,
  ]);
  return Object.fromEntries(entries) as Edges<Shape>;
}
