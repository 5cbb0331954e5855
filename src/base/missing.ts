/** The inside form of an edge value: `null` and `undefined` become `NaN`. Nothing becomes 0. */
export function toInside(value: number | null | undefined): number {
  return value ?? Number.NaN;
}

/** The edge form of an inside value: `NaN` and the infinities become `null`. */
export function toEdge(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
