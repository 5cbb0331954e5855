import { walkLine } from '../zonal/walk-line.js';
import type { Sinking } from './bowls.js';
import type { Bowl, HazardGrade } from './types.js';

/** A road or a pipe inside a zone. */
export interface ExposedLine {
  readonly id: string;
  /** Position of the zone among the bowls. */
  readonly bowl: number;
  readonly grade: HazardGrade;
  /** `NaN` where metres are not known. */
  readonly lengthM: number;
}

/**
 * Length of lines inside zones, cut exactly at the edges of cells.
 *
 * @param lines parts of x and y in turn, in the reference system of the grid
 */
export function exposedLines(
  lines: readonly { readonly id: string; readonly parts: readonly Float64Array[] }[],
  bowls: readonly Bowl[],
  { grid, metres }: Pick<Sinking, 'grid' | 'metres'>,
): readonly ExposedLine[] {
  const owner = new Map<number, number>();
  for (const [at, { cells }] of bowls.entries()) for (const cell of cells) owner.set(cell, at);
  return lines.flatMap(({ id, parts }) => {
    const lengths = new Map<number, number>();
    for (const part of parts)
      walkLine(part, grid, (cell, row, du, dv) => {
        const bowl = owner.get(cell);
        if (bowl === undefined) return;
        const [width, height] = [metres?.width[row] ?? Number.NaN, metres?.height[row] ?? Number.NaN];
        lengths.set(bowl, (lengths.get(bowl) ?? 0) + Math.hypot(du * width, dv * height));
      });
    return [...lengths].map(([bowl, lengthM]) => ({
      id,
      bowl,
      grade: (bowls[bowl] as Bowl).grade,
      lengthM,
    }));
  });
}
