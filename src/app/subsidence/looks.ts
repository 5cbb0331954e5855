import { AfterlodeError, type Text } from '../../base/index.js';
import { openGeoTiff } from '../../files/index.js';
import { type Grid, type Look, reproject, sameGrid } from '../../locate/index.js';
import type { AngleWord, SubsidenceOptions } from './call.js';
import type { RadarFacts } from './radar-facts.js';

/** An angle of the radar in degrees: one for the scene or one by cell. */
export type Angle = number | Float64Array;

/**
 * Incidence on a grid; null where the call names none. A raster on another grid is interpolated; 0 is missing in it.
 *
 * @throws AfterlodeError DISPLACEMENT_INCIDENCE for values that are no degrees, CALL_OPTION for a raster where there are only
 *   points, and the faults of rasters
 */
export async function incidenceOn(
  grid: Grid,
  word: AngleWord | null,
  points: boolean,
): Promise<Angle | null> {
  const found = await angleOn(grid, word, points, '--incidence', 'bilinear');
  if (found === null || typeof found === 'number' || word?.kind !== 'file') return found;
  const angles = found.map((angle) => (angle === 0 ? Number.NaN : angle));
  const wrong = (said: string | Text) =>
    new AfterlodeError('DISPLACEMENT_INCIDENCE', word.file, { found: said });
  let most = Number.NEGATIVE_INFINITY;
  for (const angle of angles) {
    if (angle < 0 || angle >= 90) throw wrong(String(angle));
    if (angle > most) most = angle;
  }
  if (most === Number.NEGATIVE_INFINITY)
    throw wrong({ en: 'no value on the cells of the stack', zh: '影像范围内没有数值' });
  // A quarter of a turn is 1.57 radians, and no imaging radar looks down as steeply as 1.57 degrees.
  if (most <= Math.PI / 2) throw wrong(String(most));
  return angles;
}

/** Heading on a grid, as `incidenceOn`; the nearest cell, as angles on both sides of north have no mean. */
export function headingOn(grid: Grid, word: AngleWord | null): Promise<Angle | null> {
  return angleOn(grid, word, false, '--heading', 'nearest');
}

async function angleOn(
  grid: Grid,
  word: AngleWord | null,
  points: boolean,
  option: string,
  by: 'nearest' | 'bilinear',
): Promise<Angle | null> {
  if (word === null) return null;
  if (word.kind === 'number') return word.degrees;
  if (points) {
    const expected = { en: 'one number: points are no grid', zh: '单个数值：点数据没有格网' };
    throw new AfterlodeError('CALL_OPTION', option, { found: word.file, expected });
  }
  const source = await openGeoTiff(word.file);
  try {
    const onGrid = sameGrid(grid, source.grid) ? source : await reproject(source, grid, by);
    return await onGrid.read({ column: 0, row: 0, width: grid.width, height: grid.height }, 0);
  } finally {
    await source.close();
  }
}

/** A number of the call, else of the files of the stack. */
export function radarNumber(
  given: number | null,
  said: number | null,
  stack: string,
  what: { readonly found: Text; readonly option: string },
): number {
  const found = given ?? said;
  if (found !== null) return found;
  throw new AfterlodeError('DISPLACEMENT_LOOK', stack, what);
}

export const incidenceWords: Text = { en: 'the angle of incidence', zh: '入射角' };
const headingWords: Text = { en: 'the heading', zh: '飞行方向' };
export const slantRangeWords: Text = { en: 'the slant range', zh: '斜距' };

/**
 * How a track looks at each cell.
 *
 * @param prefix of its options: '' or 'second-'
 * @throws AfterlodeError DISPLACEMENT_LOOK where neither the call nor the files say it
 */
export async function lookOf(
  grid: Grid,
  options: Pick<SubsidenceOptions, 'incidence' | 'heading'>,
  facts: RadarFacts,
  stack: string,
  prefix: '' | 'second-',
): Promise<Look> {
  const [incidence, heading] = [
    await incidenceOn(grid, options.incidence, false),
    await headingOn(grid, options.heading),
  ];
  return {
    incidenceDegrees:
      incidence ??
      radarNumber(null, facts.incidenceDegrees, stack, {
        found: incidenceWords,
        option: `--${prefix}incidence`,
      }),
    headingDegrees:
      heading ??
      radarNumber(null, facts.headingDegrees, stack, { found: headingWords, option: `--${prefix}heading` }),
  };
}
