import { AfterlodeError, seededRandom } from '../../base/index.js';
import type { Grid } from '../raster/types.js';
import { coverOf } from '../zonal/cover.js';
import type { Cover } from '../zonal/types.js';
import { addCover } from './shares.js';
import type { PatchLabels } from './types.js';

/** A polygon of which somebody has said what it is. */
export interface LabelledPolygon {
  readonly className: string;
  /** As in `Zone`, in the reference system of the grid. */
  readonly rings: readonly Float64Array[];
}

/** As `LabelledPolygon`, with the patches that it covers. */
export interface LabelledCover {
  readonly className: string;
  readonly cover: Cover;
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
  settings: LabelSettings,
): PatchLabels {
  const covers = polygons.map(({ className, rings }) => ({ className, cover: coverOf(rings, grid) }));
  return labelsOfCovers(covers, grid, settings);
}

/** As `labelsOf`, of polygons whose patches are known. */
export function labelsOfCovers(
  polygons: readonly LabelledCover[],
  grid: Pick<Grid, 'width' | 'height'>,
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
  for (const { className, cover } of polygons)
    addCover(shares[classes.indexOf(className)] as Float64Array, cover, grid.width);
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

/**
 * So many of the labels at most, drawn without regard to their class: what is learnt and judged of stays in proportion.
 *
 * @param of class by patch, −1 none
 */
export function drawnLabels(of: Int8Array, most: number, seed: number): Int8Array {
  let left = 0;
  for (const label of of) if (label >= 0) left += 1;
  if (left <= most) return of;
  const random = seededRandom(seed);
  let wanted = most;
  // Each is taken with the share that is still wanted of what is left, so that exactly as many are.
  return of.map((label) => {
    if (label < 0) return label;
    const taken = random() * left < wanted;
    left -= 1;
    if (taken) wanted -= 1;
    return taken ? label : -1;
  });
}
