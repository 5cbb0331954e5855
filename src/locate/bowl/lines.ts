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
      for (let at = 0; at + 3 < part.length; at += 2) {
        const u = [0, 2].map((by) => ((part[at + by] as number) - grid.originX) / grid.cellWidth);
        const v = [1, 3].map((by) => ((part[at + by] as number) - grid.originY) / grid.cellHeight);
        const [du, dv] = [(u[1] as number) - (u[0] as number), (v[1] as number) - (v[0] as number)];
        const cuts = [...cutsOf(u[0] as number, du), ...cutsOf(v[0] as number, dv), 0, 1].sort(
          (a, b) => a - b,
        );
        for (let piece = 0; piece + 1 < cuts.length; piece++) {
          const [from, to] = [cuts[piece] as number, cuts[piece + 1] as number];
          const column = Math.floor((u[0] as number) + (du * (from + to)) / 2);
          const row = Math.floor((v[0] as number) + (dv * (from + to)) / 2);
          const inside = column >= 0 && row >= 0 && column < grid.width && row < grid.height;
          const bowl = inside ? owner.get(row * grid.width + column) : undefined;
          if (bowl === undefined) continue;
          const [width, height] = [metres?.width[row] ?? Number.NaN, metres?.height[row] ?? Number.NaN];
          const length = (to - from) * Math.hypot(du * width, dv * height);
          lengths.set(bowl, (lengths.get(bowl) ?? 0) + length);
        }
      }
    return [...lengths].map(([bowl, lengthM]) => ({
      id,
      bowl,
      grade: (bowls[bowl] as Bowl).grade,
      lengthM,
    }));
  });
}

/** Where a segment crosses whole numbers, as shares of it. */
function cutsOf(from: number, by: number): number[] {
  if (by === 0) return [];
  const [low, high] = [Math.min(from, from + by), Math.max(from, from + by)];
  const cuts: number[] = [];
  for (let edge = Math.ceil(low); edge < high; edge++) if (edge > low) cuts.push((edge - from) / by);
  return cuts;
}
