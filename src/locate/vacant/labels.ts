import { AfterlodeError } from '../../base/index.js';
import type { Grid } from '../raster/types.js';
import { coverOf } from '../zonal/cover.js';
import type { PatchLabels } from './types.js';

/** A polygon of which somebody has said what it is. */
export interface LabelledPolygon {
  readonly className: string;
  /** As in `Zone`, in the reference system of the grid. */
  readonly rings: readonly Float64Array[];
}

/** How polygons become labels of patches. */
export interface LabelSettings {
  /** A class must cover at least this share of a patch, above 0 to 1. */
  readonly least: number;
  /** What all ground outside the polygons is, where somebody has looked at all of it; null: it is unknown. */
  readonly rest: string | null;
}

/** So much more than its area may be claimed of a patch: sides of neighbours are seldom drawn twice alike. */
const tolerance = 1e-6;
/** Classes at most; their numbers are kept in a signed byte. */
const mostClasses = 100;

/**
 * Labels of patches by the exact share that polygons of each class cover. Polygons of one class that lie on one another count once at
 * most; a patch of which classes together claim more than its area is disputed and has no label.
 *
 * @param grid of the patches
 * @returns classes in the order of their names
 * @throws AfterlodeError VACANT_LABELS where there are more than a hundred classes: then names of polygons were taken for classes
 */
export function labelsOf(
  polygons: readonly LabelledPolygon[],
  grid: Grid,
  { least, rest }: LabelSettings,
): PatchLabels {
  const names = polygons.map(({ className }) => className);
  const classes = [...new Set(rest === null ? names : [...names, rest])].toSorted();
  if (classes.length > mostClasses) {
    const found = { en: `${classes.length} classes`, zh: `${classes.length} 类` };
    const expected = { en: `at most ${mostClasses}`, zh: `至多 ${mostClasses} 类` };
    throw new AfterlodeError('VACANT_LABELS', { en: 'labels', zh: '标注' }, { found, expected });
  }
  const patches = grid.width * grid.height;
  const shares = classes.map(() => new Float64Array(patches));
  for (const { className, rings } of polygons)
    addCover(shares[classes.indexOf(className)] as Float64Array, rings, grid);
  const of = new Int8Array(patches).fill(-1);
  let disputed = 0;
  const restAt = rest === null ? -1 : classes.indexOf(rest);
  for (let patch = 0; patch < patches; patch++) {
    const own = shares.map((share) => Math.min(1, share[patch] as number));
    const claimed = own.reduce((sum, share) => sum + share, 0);
    if (claimed > 1 + tolerance) {
      disputed += 1;
      continue;
    }
    if (restAt >= 0) own[restAt] = (own[restAt] as number) + Math.max(0, 1 - claimed);
    const most = Math.max(...own);
    // Two halves are neither the one nor the other.
    if (most >= least && own.indexOf(most) === own.lastIndexOf(most)) of[patch] = own.indexOf(most);
  }
  return { classes, of, disputed };
}

function addCover(shares: Float64Array, rings: readonly Float64Array[], grid: Grid): void {
  const { window, starts, from, to, shares: covered } = coverOf(rings, grid);
  for (let row = 0; row < window.height; row++) {
    const base = (window.row + row) * grid.width;
    for (let run = starts[row] as number; run < (starts[row + 1] as number); run++)
      for (let column = from[run] as number; column < (to[run] as number); column++)
        shares[base + column] = (shares[base + column] as number) + (covered[run] as number);
  }
}
