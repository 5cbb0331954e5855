import type { Grid } from '../../locate/index.js';
import type { Hdf5File, Hdf5Value } from './hdf5.js';

/** Coordinates are held to lie at equal steps when they differ by less than this share of a step; many are stored as float32. */
const evenSteps = 1e-3;

/**
 * The grid of a dataset, from what the file says of it: MintPy's and ROI_PAC's attributes (X_FIRST, X_STEP, EPSG), or
 * coordinates as the CF conventions have them. Cells themselves are the coordinates where it says nothing; the reference
 * system is `null` unless the file names its EPSG code.
 *
 * @param shape of the dataset; its last two dimensions are rows and columns
 */
export function gridOfDataset(file: Hdf5File, path: string, shape: readonly number[]): Grid {
  const [height = 1, width = 1] = shape.slice(-2);
  const size = { width, height };
  return (
    roiPacGrid(file.attributes(), size) ??
    coordinateGrid(file, path, size) ?? {
      ...size,
      originX: 0,
      originY: 0,
      cellWidth: 1,
      cellHeight: 1,
      crs: null,
    }
  );
}

type Size = Pick<Grid, 'width' | 'height'>;

function roiPacGrid(attributes: Readonly<Record<string, Hdf5Value>>, size: Size): Grid | null {
  const number = (name: string) => Number(attributes[name] ?? Number.NaN);
  const grid = {
    ...size,
    originX: number('X_FIRST'),
    originY: number('Y_FIRST'),
    cellWidth: number('X_STEP'),
    cellHeight: number('Y_STEP'),
  };
  if (![grid.originX, grid.originY, 1 / grid.cellWidth, 1 / grid.cellHeight].every(Number.isFinite))
    return null;
  const code = number('EPSG');
  return { ...grid, crs: Number.isInteger(code) ? `EPSG:${code}` : null };
}

function coordinateGrid(file: Hdf5File, path: string, size: Size): Grid | null {
  const group = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const across = stepsOf(file, group, ['lon', 'longitude', 'x'], size.width);
  const down = stepsOf(file, group, ['lat', 'latitude', 'y'], size.height);
  if (across === null || down === null) return null;
  return {
    ...size,
    originX: across.first - across.step / 2,
    originY: down.first - down.step / 2,
    cellWidth: across.step,
    cellHeight: down.step,
    crs: mappedCrs(file, path, group),
  };
}

/** Middles of cells at equal steps. */
function stepsOf(file: Hdf5File, group: string, names: readonly string[], length: number) {
  const found = file.datasets.find(
    ({ path, shape, kind }) =>
      kind === 'number' &&
      shape.length === 1 &&
      shape[0] === length &&
      names.some((name) => path.toLowerCase() === `${group}${name}`.toLowerCase()),
  );
  if (found === undefined || length < 2) return null;
  const middles = file.read(found.path);
  const first = middles[0] as number;
  const step = ((middles[length - 1] as number) - first) / (length - 1);
  const even = middles.every(
    (middle, at) => Math.abs(middle - first - at * step) <= Math.abs(step) * evenSteps,
  );
  return even && step !== 0 ? { first, step } : null;
}

/** The code at the end of the text that the dataset's grid mapping holds. */
function mappedCrs(file: Hdf5File, path: string, group: string): string | null {
  const name = file.attributes(path)['grid_mapping'];
  const mapping = file.datasets.find((one) => one.path === `${group}${String(name)}`);
  if (mapping === undefined) return null;
  const attributes = file.attributes(mapping.path);
  const words = String(attributes['crs_wkt'] ?? attributes['spatial_ref'] ?? '').trim();
  const code = /(?:ID|AUTHORITY)\["EPSG",\s*"?(\d+)"?\]\s*\]$/.exec(words)?.[1];
  return code === undefined ? null : `EPSG:${code}`;
}
