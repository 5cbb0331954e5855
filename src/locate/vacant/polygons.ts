import { type Outline, outlineOf, piecesOf } from '../displacement/zones.js';
import { rowAreas } from '../raster/area.js';
import type { Grid } from '../raster/types.js';
import { likeliest } from './forest.js';

/** Ground of one class in one piece. */
export interface ClassPolygon {
  readonly className: string;
  /** Patches that share edges, ascending. */
  readonly patches: readonly number[];
  readonly outline: Outline;
  readonly areaM2: number;
  /** Mean probability of the class over the area, 0 to 1. */
  readonly confidence: number;
}

/** What becomes a polygon. */
export interface PolygonSettings {
  /** Classes that are looked for; others are the ground between. */
  readonly classes: readonly string[];
  /** A patch counts only if its likeliest class has at least this probability. */
  readonly probability: number;
  /** Smaller pieces are left out, m². */
  readonly minimumM2: number;
}

/**
 * Pieces of the classes that are looked for, the largest first.
 *
 * @param classes names in the order of the probabilities
 * @param probabilities by class, by patch; `NaN` is missing and belongs to nothing
 * @param where image, for messages
 * @throws AfterlodeError RASTER_CRS_MISSING, RASTER_CRS_UNKNOWN: then areas have no unit
 */
export function classPolygons(
  grid: Grid,
  classes: readonly string[],
  probabilities: readonly Float32Array[],
  settings: PolygonSettings,
  where: string,
): readonly ClassPolygon[] {
  const areas = rowAreas(grid, where);
  const best = likeliest(probabilities);
  return classes
    .flatMap((className, one) => {
      if (!settings.classes.includes(className)) return [];
      const own = probabilities[one] as Float32Array;
      const set = Uint8Array.from(best, (found, patch) =>
        found === one && (own[patch] as number) >= settings.probability ? 1 : 0,
      );
      return piecesOf(set, grid.width).map((patches) => {
        let [areaM2, weighted] = [0, 0];
        for (const patch of patches) {
          const area = areas[Math.floor(patch / grid.width)] as number;
          areaM2 += area;
          weighted += area * (own[patch] as number);
        }
        return { className, patches, areaM2, confidence: weighted / areaM2 };
      });
    })
    .filter(({ areaM2 }) => areaM2 >= settings.minimumM2)
    .toSorted((a, b) => b.areaM2 - a.areaM2 || (a.patches[0] as number) - (b.patches[0] as number))
    .map((piece) => ({ ...piece, outline: outlineOf(piece.patches, grid) }));
}
