import { yearsOf } from '../displacement/network.js';
import { outlineOf, piecesOf } from '../displacement/zones.js';
import { middleOf } from '../raster/grid.js';
import type { Grid } from '../raster/types.js';
import { bendAt } from './bend.js';
import { trendOf } from './bowl-trend.js';
import { damageOf, gradeOfRate, hazardOf } from './grade.js';
import { type CellMetres, cellMetres } from './metres.js';
import { bordersOf, joinedPieces } from './pieces.js';
import type { Bend, Bowl, BowlPlace, BowlRemark, BowlSettings, Motion } from './types.js';

/** Motion as zones are made of it: vertical where the incidence is known. */
export interface Sinking {
  readonly grid: Grid;
  readonly metres: CellMetres | null;
  /** By cell, sinking of the line through the series between first and last date, mm, positive down. */
  readonly depthMm: Float64Array;
  /** By cell, mm per year, negative sinks, and its standard error. */
  readonly mmPerYear: Float64Array;
  readonly errorMmPerYear: Float64Array;
  /** What motion along the line of sight was divided by in a cell; 1 where it is told as it is. */
  readonly cosineAt: (cell: number) => number;
}

/** Brings motion into the form that zones and buildings are judged by. */
export function sinkingOf({ series, rate, incidenceDegrees }: Motion): Sinking {
  const cosineAt = cosinesOf(incidenceDegrees);
  const years = yearsOf(series.epochs).at(-1) as number;
  const mmPerYear = rate.mmPerYear.map((value, cell) => value / cosineAt(cell));
  return {
    grid: series.grid,
    metres: cellMetres(series.grid),
    depthMm: mmPerYear.map((value) => -value * years),
    mmPerYear,
    errorMmPerYear: rate.standardErrorMmPerYear.map((value, cell) => value / cosineAt(cell)),
    cosineAt,
  };
}

function cosinesOf(degrees: Motion['incidenceDegrees']): Sinking['cosineAt'] {
  if (degrees !== null && typeof degrees !== 'number')
    return (cell) => Math.cos(((degrees[cell] as number) * Math.PI) / 180);
  const cosine = degrees === null ? 1 : Math.cos((degrees * Math.PI) / 180);
  return () => cosine;
}

/**
 * Zones of ground that sank at least to the edge of a basin, or surely sinks fast, in pieces that share edges or corners, the
 * largest first.
 *
 * Depth is that of the line through the series, as single dates are noisy. Tilt and curvature are those between middles of cells:
 * ground that bends within a cell bends more.
 */
export function bowlsOf(motion: Motion, settings: BowlSettings): readonly Bowl[] {
  const sinking = sinkingOf(motion);
  const { depthMm, mmPerYear, errorMmPerYear, metres, grid } = sinking;
  const set = Uint8Array.from(depthMm, (depth, cell) => {
    const surely = -(mmPerYear[cell] as number) - settings.sureErrors * (errorMmPerYear[cell] as number);
    return depth >= settings.edgeMm || surely > settings.fastMmPerYear ? 1 : 0;
  });
  const areaOf = (cells: readonly number[]) =>
    sum(cells, (cell) => metres?.area[Math.floor(cell / grid.width)] ?? Number.NaN);
  return joinedPieces(piecesOf(set, grid.width), grid.width)
    .map((parts) => ({ parts, cells: parts.flat().sort((a, b) => a - b) }))
    .filter(({ cells }) => !(areaOf(cells) < (settings.minimumAreaM2 ?? 0)))
    .toSorted((a, b) => b.cells.length - a.cells.length || (a.cells[0] as number) - (b.cells[0] as number))
    .map(({ parts, cells }) => bowlOf(cells, parts, areaOf(cells), motion, sinking, settings));
}

function bowlOf(
  cells: readonly number[],
  parts: readonly (readonly number[])[],
  areaM2: number,
  motion: Motion,
  sinking: Sinking,
  settings: BowlSettings,
): Bowl {
  const { grid, metres, depthMm, mmPerYear, errorMmPerYear } = sinking;
  const { series } = motion;
  const tied = cells.filter((cell) => series.tied[cell] === 1);
  const { missing, cut } = bordersOf(cells, grid, depthMm);
  const [deepest, fastest] = [most(cells, (cell) => depthMm[cell]), most(cells, (cell) => -mmPerYear[cell]!)];
  const bend = largestBend(
    cells.map((cell) => bendAt(depthMm, grid.width, cell, metres, settings.strainCoefficientM)),
  );
  const rateGrade = gradeOfRate(mmPerYear[fastest] as number, settings.rateBounds);
  const damage = damageOf(bend, settings.damage);
  const remarks: Record<BowlRemark, boolean> = {
    line_of_sight: motion.incidenceDegrees === null,
    untied_inside: tied.length > 0 && tied.length < cells.length,
    all_untied: tied.length === 0,
    missing_beside: missing > 0,
    cut_by_scene: cut,
    reference_doubtful: motion.referenceDoubtful,
    metres_unknown: metres === null,
    strain_not_estimated: settings.strainCoefficientM === null,
  };
  // Without tied cells the mean, and so the trend, is missing: a guess has none.
  const mean = Float64Array.from(
    series.cumulativeMm,
    (values) => sum(tied, (cell) => (values[cell] as number) / sinking.cosineAt(cell)) / tied.length,
  );
  return {
    cells,
    outlines: parts.map((part) => outlineOf(part, grid)),
    tied: tied.length,
    missing,
    depthMm: depthMm[deepest] as number,
    deepest: placeOf(deepest, grid),
    rateMmPerYear: mmPerYear[fastest] as number,
    rateErrorMmPerYear: errorMmPerYear[fastest] as number,
    fastest: placeOf(fastest, grid),
    areaM2,
    volumeM3: sum(
      cells,
      (cell) =>
        ((depthMm[cell] as number) / 1000) * (metres?.area[Math.floor(cell / grid.width)] ?? Number.NaN),
    ),
    bend,
    rateGrade,
    damage,
    grade: hazardOf(rateGrade, damage),
    ...trendOf(series.epochs, mean, settings),
    remarks: (Object.keys(remarks) as BowlRemark[]).filter((remark) => remarks[remark]),
  };
}

/** The largest of each, `NaN` only where all are. */
export function largestBend(bends: readonly Bend[]): Bend {
  const of = (name: keyof Bend) =>
    bends.reduce((high, bend) => (bend[name] > high || Number.isNaN(high) ? bend[name] : high), Number.NaN);
  return { tilt: of('tilt'), curvature: of('curvature'), strain: of('strain') };
}

function most(cells: readonly number[], of: (cell: number) => number | undefined): number {
  return cells.reduce((best, cell) => ((of(cell) as number) > (of(best) as number) ? cell : best));
}

function sum(cells: readonly number[], of: (cell: number) => number): number {
  return cells.reduce((total, cell) => total + of(cell), 0);
}

function placeOf(cell: number, grid: Grid): BowlPlace {
  const column = cell % grid.width;
  const row = (cell - column) / grid.width;
  return { row, column, ...middleOf(grid, column, row) };
}
