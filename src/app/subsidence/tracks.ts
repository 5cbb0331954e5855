import { AfterlodeError, type Issue, issue, type Text } from '../../base/index.js';
import {
  type Fit,
  type Grid,
  middleOf,
  type RasterSource,
  reproject,
  type Series,
  type Stability,
  sameGrid,
  stabilityOf,
  verticalAndEast,
} from '../../locate/index.js';
import { movesFacts } from './answer.js';
import type { ReferenceWord, SubsidenceCall, SubsidenceOptions } from './call.js';
import { lookOf } from './looks.js';
import { secondOptions } from './options.js';
import { ratesOf, termsOf, withoutUntied } from './rates.js';
import { type Found, type SeriesCall, seriesOf } from './series.js';

/** Vertical and east motion of two tracks on the grid of the first, mm per year, positive upward and eastward. */
export interface TwoTracks {
  readonly up: Float64Array;
  readonly east: Float64Array;
  readonly upError: Float64Array;
  readonly eastError: Float64Array;
  readonly spread: { readonly up: number; readonly east: number };
  /** Cells with both tracks. */
  readonly cells: number;
  readonly second: {
    readonly stack: string;
    readonly dates: readonly string[];
    readonly reference: Found['measured']['reference'];
    readonly stability: Stability;
  };
  readonly issues: readonly Issue[];
}

/** Beyond this an error of 1 mm becomes a kilometre: the tracks look alike but for rounding. */
const endlessSpread = 1e6;

/**
 * Joins the rates of the first track with those of the second, measured here with the same options and against the same ground
 * unless the call names other ground. Only cells that are tied in both have an answer.
 *
 * @param limit mm per year, of still ground
 * @throws AfterlodeError DISPLACEMENT_TRACKS where they share no ground or look alike, DISPLACEMENT_LOOK,
 *   DISPLACEMENT_REFERENCE_MOVES, CALL_OPTION for points, and the faults of the second stack
 */
export async function joinTracks(
  call: SubsidenceCall & SeriesCall & { readonly stack: string; readonly second: string },
  options: SubsidenceOptions,
  first: { readonly found: Found; readonly fit: Fit },
  limit: number,
): Promise<TwoTracks> {
  const { series, reference, points } = first.found.measured;
  refusePoints(points !== null, call.stack);
  const look = await lookOf(series.grid, options, first.found.facts, call.stack, '');
  const chosen = secondOptions(call, options, sameGround(series, reference, options.reference));
  const other = await seriesOf(call.second, chosen, call);
  refusePoints(other.measured.points !== null, call.second);
  const theirs = other.measured.series;
  const all = ratesOf(theirs, termsOf(other, chosen, null, call.second), {
    ...chosen,
    bootstrap: null,
    changePoint: false,
  });
  const { fit } = withoutUntied(all, theirs);
  const stability = stabilityOf(theirs, all.fit, limit);
  const moves = stability.stable || Number.isNaN(stability.medianSpeedMmPerYear);
  const facts = moves ? null : movesFacts(other.measured, stability, limit);
  if (facts !== null && !other.chosen)
    throw new AfterlodeError('DISPLACEMENT_REFERENCE_MOVES', `${call.second} ${facts.where}`, facts.facts);
  const otherLook = await lookOf(theirs.grid, chosen, other.facts, call.second, 'second-');
  const rasters = [
    fit.mmPerYear,
    fit.standardErrorMmPerYear,
    otherLook.incidenceDegrees,
    otherLook.headingDegrees,
  ];
  const [rates, errors, incidence, heading] = await onGrid(rasters, theirs.grid, series.grid, call.second);
  const { up, east, upError, eastError, spread } = verticalAndEast(
    { values: tiedOnly(first.fit.mmPerYear, series), errors: first.fit.standardErrorMmPerYear, look },
    {
      values: rates as Float64Array,
      errors: errors as Float64Array,
      look: { incidenceDegrees: incidence as number, headingDegrees: heading as number },
    },
  );
  const cells = up.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  const refused = (found: Text) =>
    new AfterlodeError('DISPLACEMENT_TRACKS', call.stack, { found, expected: call.second });
  if (cells === 0) throw refused({ en: 'no cell is tied in both', zh: '没有在两条轨道中都已联测的像元' });
  if (!(Math.max(spread.up, spread.east) < endlessSpread))
    throw refused({ en: 'both look from the same side', zh: '两者从同一方向观测' });
  return {
    up,
    east,
    upError,
    eastError,
    spread,
    cells,
    second: { stack: call.second, dates: theirs.epochs, reference: other.measured.reference, stability },
    issues: [
      ...(facts === null
        ? []
        : [issue('DISPLACEMENT_REFERENCE_MOVES', 'warning', `${call.second} ${facts.where}`, facts.facts)]),
      ...apartInTime(call.stack, series.epochs, call.second, theirs.epochs),
    ],
  };
}

function refusePoints(points: boolean, path: string): void {
  if (!points) return;
  const expected = { en: 'stacks or rasters: points are no grid', zh: '干涉数据或栅格：点数据没有格网' };
  throw new AfterlodeError('CALL_OPTION', '--second', { found: path, expected });
}

/** Where the first track is told against, as a word for the second. */
function sameGround(
  { grid }: Series,
  { row, col, half }: Found['measured']['reference'],
  word: ReferenceWord,
): ReferenceWord {
  if (word.kind === 'polygon') return word;
  if (row === null || col === null) return { kind: 'auto' };
  const { x, y } = middleOf(grid, col, row);
  return { kind: 'place', x, y, crs: grid.crs, half: half ?? 0 };
}

function tiedOnly(values: Float64Array, { tied }: Series): Float64Array {
  return values.map((value, cell) => (tied[cell] === 1 ? value : Number.NaN));
}

/** Values by cell of one grid on another, interpolated; single numbers stay. */
async function onGrid(
  values: readonly (number | Float64Array)[],
  from: Grid,
  to: Grid,
  name: string,
): Promise<(number | Float64Array)[]> {
  if (sameGrid(from, to)) return [...values];
  const source: RasterSource = {
    name,
    grid: from,
    bands: values.length,
    bandNames: values.map(() => ''),
    missing: null,
    block: { width: from.width, height: from.height },
    read: ({ column, row, width, height }, band) => {
      const all = values[band] as Float64Array;
      const cells = new Float64Array(width * height);
      for (let down = 0; down < height; down++) {
        const start = (row + down) * from.width + column;
        cells.set(all.subarray(start, start + width), down * width);
      }
      return Promise.resolve(cells);
    },
    close: () => Promise.resolve(),
  };
  const moved = await reproject(source, to, 'bilinear');
  const window = { column: 0, row: 0, width: to.width, height: to.height };
  const found: (number | Float64Array)[] = [];
  for (const [band, value] of values.entries())
    found.push(typeof value === 'number' ? value : await moved.read(window, band));
  return found;
}

/** Ground that moved in one time and not in the other is no contradiction, but up and east of it are. */
function apartInTime(
  one: string,
  first: readonly string[],
  other: string,
  second: readonly string[],
): readonly Issue[] {
  const apart = (where: string, ends: string, expected: string) =>
    issue('DISPLACEMENT_TRACK_DATES', 'warning', where, { found: ends, expected });
  if ((first.at(-1) as string) <= (second[0] as string)) return [apart(one, first.at(-1) as string, other)];
  if ((second.at(-1) as string) <= (first[0] as string)) return [apart(other, second.at(-1) as string, one)];
  return [];
}
