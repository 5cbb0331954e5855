import { basename, dirname, join } from 'node:path';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { exists, type Hdf5File, hdf5Raster, isAddress, openGeoTiff, openHdf5 } from '../../files/index.js';
import { type Grid, networkOf, type RasterSource, requireSameGrid, type Series } from '../../locate/index.js';
import { daysIn } from './dates.js';
import { mintpyGrid } from './mintpy.js';
import { type Points, readPoints } from './points.js';
import { factsOfHdf5, nothingSaid, type RadarFacts } from './radar-facts.js';

/** A displacement series that another program made. Its own reference holds unless the call names one. */
export interface Product {
  readonly series: Series;
  /** Row and column of the product's reference from 0; null where it does not say. */
  readonly reference: { readonly row: number; readonly col: number } | null;
  /** null for a raster. */
  readonly points: Points | null;
  /** Perpendicular baselines by date, m; null where the product names none. */
  readonly baselinesM: Float64Array | null;
  readonly facts: RadarFacts;
}

const usual = { reference: null, points: null, baselinesM: null, facts: nothingSaid } as const;

/** Factors to mm of what files call their unit. */
const units: Readonly<Record<string, number>> = { mm: 1, cm: 10, m: 1000 };

/**
 * Reads a finished series: `timeseries` of MintPy, `cum` of LiCSBAS, a GeoTIFF with a date as the name of each band,
 * GeoTIFFs with a date in the name of each, or a CSV of points with a column for each date. All are along the line of sight and
 * negative away from the satellite, as their programs define it, unless the call says that positive is away.
 *
 * @param unit `mm`, `cm` or `m`; null: as the file says
 * @param positive what positive displacement means
 * @throws AfterlodeError DISPLACEMENT_PRODUCT, DISPLACEMENT_UNIT and the faults of the readers
 */
export async function readProduct(
  files: readonly string[],
  unit: string | null,
  positive: 'away' | 'towards',
): Promise<Product> {
  const scale: Scale = (said, path) => factorOf(unit ?? said, path) * (positive === 'towards' ? 1 : -1);
  return readAny(files, scale);
}

/** What numbers of a file are multiplied by to be mm, positive towards the satellite, by the unit that it says. */
type Scale = (said: string, path: string) => number;

async function readAny(files: readonly string[], scale: Scale): Promise<Product> {
  if (files.length > 1) return fromDated(files, scale);
  const path = files[0] as string;
  if (isAddress(path) || /\.tiff?$/i.test(path)) return fromGeoTiff(path, scale);
  if (/\.csv(\.gz)?$/i.test(path)) return fromPoints(path, scale);
  const file = await openHdf5(path);
  try {
    const has = (name: string) => file.datasets.some((dataset) => dataset.path === name);
    if (has('timeseries') && has('date')) return await fromMintPy(file, scale);
    if (has('cum') && has('imdates')) return await fromLicsbas(file, scale);
    const found = file.datasets.map((dataset) => dataset.path).join(', ');
    throw new AfterlodeError('DISPLACEMENT_PRODUCT', path, { found, expected: expectedHdf5 });
  } finally {
    file.close();
  }
}

const expectedHdf5: Text = {
  en: 'timeseries and date (MintPy) or cum and imdates (LiCSBAS)',
  zh: 'timeseries 与 date（MintPy），或 cum 与 imdates（LiCSBAS）',
};

async function fromGeoTiff(path: string, scale: Scale): Promise<Product> {
  const source = await openGeoTiff(path);
  try {
    const dates = datesOf(source.bandNames, path);
    const bands = await bandsOf(source, scale(source.units[0] ?? '', path));
    const series = seriesOf(source.grid, dates, bands);
    return { ...usual, series: await tiedAsMarked(series, path) };
  } finally {
    await source.close();
  }
}

/** Each file holds the displacement of one date. */
async function fromDated(files: readonly string[], scale: Scale): Promise<Product> {
  const days = (path: string) => daysIn(basename(path))[0] as string;
  const sorted = files.toSorted((a, b) => days(a).localeCompare(days(b)));
  const bands: Float64Array[] = [];
  let first: RasterSource | null = null;
  for (const path of sorted) {
    const source = await openGeoTiff(path);
    try {
      first ??= source;
      requireSameGrid(first.grid, source.grid, path, first.name);
      const [band] = await bandsOf({ ...source, bands: 1 }, scale(source.units[0] ?? '', path));
      bands.push(band as Float64Array);
    } finally {
      await source.close();
    }
  }
  const dates = datesOf(sorted.map(days), dirname(sorted[0] as string));
  return { ...usual, series: seriesOf((first as RasterSource).grid, dates, bands) };
}

/** Beside a series of our own `tied.tif` says which pixels are only guessed. */
async function tiedAsMarked(series: Series, path: string): Promise<Series> {
  if (isAddress(path)) return series;
  const marks = join(dirname(path), 'tied.tif');
  if (!(await exists(marks))) return series;
  const source = await openGeoTiff(marks);
  try {
    requireSameGrid(series.grid, source.grid, marks, path);
    const [marked] = await bandsOf(source, 1);
    return { ...series, tied: series.tied.map((is, cell) => (marked?.[cell] === 1 ? is : 0)) };
  } finally {
    await source.close();
  }
}

async function fromPoints(path: string, scale: Scale): Promise<Product> {
  const { points, dates, values, service } = await readPoints(path);
  const factor = scale(service ? 'mm' : '', path);
  const place = { originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
  const grid = { width: points.ids.length, height: 1, ...place };
  const mm = values.map((list) => list.map((value) => value * factor));
  return { ...usual, series: seriesOf(grid, datesOf(dates, path), mm), points };
}

/** MintPy writes metres; pixels that were not inverted are 0 at every date, and so is the reference itself. */
async function fromMintPy(file: Hdf5File, scale: Scale): Promise<Product> {
  const said = file.attributes();
  const dates = datesOf(file.texts('date'), file.name);
  const grid = mintpyGrid(file, 'timeseries');
  const source = hdf5Raster(file, 'timeseries', { grid });
  const bands = await bandsOf(source, scale(String(said.UNIT ?? ''), file.name));
  const [row, col] = [Number(said.REF_Y), Number(said.REF_X)];
  const known = Number.isInteger(row) && Number.isInteger(col);
  const own = known ? row * grid.width + col : -1;
  for (let cell = 0; cell < grid.width * grid.height; cell++) {
    if (cell === own || bands.some((band) => band[cell] !== 0)) continue;
    for (const band of bands) band[cell] = Number.NaN;
  }
  const baselines = file.datasets.some(
    ({ path, shape }) => path === 'bperp' && shape.join() === String(dates.length),
  );
  return {
    ...usual,
    series: seriesOf(grid, dates, bands),
    reference: known ? { row, col } : null,
    baselinesM: baselines ? file.read('bperp') : null,
    facts: factsOfHdf5(file),
  };
}

/** LiCSBAS writes mm; its corner is the middle of the first cell. */
async function fromLicsbas(file: Hdf5File, scale: Scale): Promise<Product> {
  const dates = datesOf(Array.from(file.read('imdates'), String), file.name);
  const [, height = 0, width = 0] = file.datasets.find(({ path }) => path === 'cum')?.shape ?? [];
  const number = (name: string) =>
    file.datasets.some(({ path }) => path === name) ? (file.read(name)[0] as number) : Number.NaN;
  const [cellWidth, cellHeight] = [number('post_lon'), number('post_lat')];
  const originX = number('corner_lon') - cellWidth / 2;
  const originY = number('corner_lat') - cellHeight / 2;
  const placed = [originX, originY, 1 / cellWidth, 1 / cellHeight].every(Number.isFinite);
  const grid: Grid = placed
    ? { width, height, originX, originY, cellWidth, cellHeight, crs: 'EPSG:4326' }
    : { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
  const bands = await bandsOf(hdf5Raster(file, 'cum', { grid }), scale('mm', file.name));
  return { ...usual, series: seriesOf(grid, dates, bands), reference: licsbasReference(file) };
}

/** `refarea` is x1:x2/y1:y2, the second of each not in it any more. */
function licsbasReference(file: Hdf5File): Product['reference'] {
  const dataset = file.datasets.find(({ path, kind }) => path === 'refarea' && kind === 'text');
  const words = dataset === undefined ? '' : (file.texts('refarea')[0] ?? '');
  const numbers = /^(\d+):(\d+)\/(\d+):(\d+)$/.exec(words)?.slice(1).map(Number);
  if (numbers === undefined) return null;
  const [x1, x2, y1, y2] = numbers as [number, number, number, number];
  return { row: (y1 + y2 - 1) >> 1, col: (x1 + x2 - 1) >> 1 };
}

async function bandsOf(source: RasterSource, factor: number): Promise<Float64Array[]> {
  const { width, height } = source.grid;
  const bands: Float64Array[] = [];
  for (let band = 0; band < source.bands; band++) {
    const values = await source.read({ column: 0, row: 0, width, height }, band);
    bands.push(values.map((value) => value * factor));
  }
  return bands;
}

function seriesOf(grid: Grid, epochs: readonly string[], cumulativeMm: readonly Float64Array[]): Series {
  const cells = grid.width * grid.height;
  const whole = (cell: number) => cumulativeMm.every((values) => !Number.isNaN(values[cell]));
  const tied = Uint8Array.from({ length: cells }, (_, cell) => (whole(cell) ? 1 : 0));
  const rank = Uint16Array.from(tied, (is) => is * (epochs.length - 1));
  return { grid, epochs, cumulativeMm, rank, tied };
}

/** ISO dates of names such as 20180106 or 2018-01-06, ascending, each once. */
function datesOf(names: readonly string[], path: string): readonly string[] {
  const dates = names.map((name) => {
    const found = /(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(name)?.slice(1).join('-');
    if (found !== undefined) return found;
    const expected = { en: 'a date as the name of each band', zh: '以日期命名的波段' };
    throw new AfterlodeError('DISPLACEMENT_PRODUCT', path, { found: name || phrases.nothing, expected });
  });
  if (dates.length < 2) {
    const expected = { en: 'two dates or more', zh: '至少两个日期' };
    throw new AfterlodeError('DISPLACEMENT_PRODUCT', path, { found: dates.length, expected });
  }
  // As pairs of neighbours the dates are checked like those of a stack.
  const steps = dates.slice(1).map((date, at) => [dates[at] as string, date] as const);
  return networkOf(
    steps,
    steps.map(() => path),
  ).epochs;
}

function factorOf(unit: string, path: string): number {
  const factor = units[unit.trim().toLowerCase()];
  if (factor !== undefined) return factor;
  throw new AfterlodeError('DISPLACEMENT_UNIT', path, { found: unit || phrases.none });
}
