import { join } from 'node:path';
import { AfterlodeError, foreignReason, phrases } from '../../base/index.js';
import { exists, openGeoTiff, readTextFile } from '../../files/index.js';
import {
  changesOfPhase,
  type Grid,
  gridOfWindow,
  type Network,
  networkOf,
  type RasterSource,
  requireSameGrid,
  type Stack,
  type Window,
} from '../../locate/index.js';
import { listPairs } from './pairs.js';

/** A stack of unwrapped pairs whose files are open, to be read by windows. */
export interface OpenStack {
  readonly grid: Grid;
  readonly network: Network;
  /** By pair, what messages call it. */
  readonly names: readonly string[];
  readonly wavelengthM: number;
  /** Changes of the window's cells, mm along the line of sight, not yet told against a reference. */
  read(window: Window): Promise<Stack>;
  /** Whether a pair has no value in any cell. */
  isEmpty(pair: number): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens a folder of unwrapped pairs.
 *
 * @param wavelengthM of the radar, m; null: as `info.json` of the folder says
 * @param withCoherence whether coherence is wanted
 * @throws AfterlodeError the faults of `listPairs`, `networkOf` and `openGeoTiff`; RASTER_GRIDS for a pair on another grid,
 *   DISPLACEMENT_WAVELENGTH where nobody names it, DISPLACEMENT_COHERENCE where it is wanted and a pair has none
 */
export async function openStack(
  folder: string,
  wavelengthM: number | null,
  withCoherence: boolean,
): Promise<OpenStack> {
  const listed = await listPairs(folder);
  const names = listed.map(({ name }) => name);
  const network = networkOf(
    listed.map(({ dates }) => dates),
    names,
  );
  const wavelength = wavelengthM ?? (await wavelengthIn(folder));
  const without = listed.find(({ coherence }) => coherence === null);
  if (withCoherence && without)
    throw new AfterlodeError('DISPLACEMENT_COHERENCE', folder, { found: without.name });
  const open: RasterSource[] = [];
  const close = async () => {
    await Promise.all(open.map((source) => source.close()));
  };
  try {
    const openAll = async (paths: readonly string[]) => {
      const sources: RasterSource[] = [];
      for (const path of paths) {
        const source = await openGeoTiff(path);
        open.push(source);
        sources.push(source);
        const first = open[0] as RasterSource;
        requireSameGrid(first.grid, source.grid, source.name, first.name);
      }
      return sources;
    };
    const phases = await openAll(listed.map(({ phase }) => phase));
    const coherences = withCoherence
      ? await openAll(listed.map(({ coherence }) => coherence as string))
      : null;
    const grid = (phases[0] as RasterSource).grid;
    return {
      grid,
      network,
      names,
      wavelengthM: wavelength,
      close,
      isEmpty: (pair) => isEmpty(phases[pair] as RasterSource, wavelength),
      read: async (window) => ({
        grid: gridOfWindow(grid, window),
        network,
        changesMm: await eachInTurn(phases, async (source) =>
          changesOfPhase(await source.read(window, 0), wavelength),
        ),
        coherence:
          coherences &&
          (await eachInTurn(coherences, async (source) => asShare(await source.read(window, 0)))),
      }),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function isEmpty(source: RasterSource, wavelengthM: number): Promise<boolean> {
  const { width, height } = source.grid;
  for (let row = 0; row < height; row += source.block.height) {
    const window = { column: 0, row, width, height: Math.min(source.block.height, height - row) };
    const values = changesOfPhase(await source.read(window, 0), wavelengthM);
    if (!values.every(Number.isNaN)) return false;
  }
  return true;
}

/** One after the other: as many open reads as pairs would need the memory of all of them at once. */
async function eachInTurn<T>(
  sources: readonly RasterSource[],
  read: (source: RasterSource) => Promise<T>,
): Promise<T[]> {
  const found: T[] = [];
  for (const source of sources) found.push(await read(source));
  return found;
}

/** LiCSAR writes coherence as bytes, others as shares. */
function asShare(values: Float64Array): Float64Array {
  const largest = values.reduce((most, value) => (value > most ? value : most), 0);
  return largest > 1 ? values.map((value) => value / 255) : values;
}

/** Wavelength of `info.json`, m. */
async function wavelengthIn(folder: string): Promise<number> {
  const path = join(folder, 'info.json');
  if (!(await exists(path)))
    throw new AfterlodeError('DISPLACEMENT_WAVELENGTH', folder, { found: phrases.none });
  const text = await readTextFile(path);
  let found: unknown;
  try {
    found = (JSON.parse(text) as Record<string, unknown> | null)?.wavelength_m;
  } catch (error) {
    throw new AfterlodeError('FILE_FORMAT', path, { found: foreignReason(error), expected: 'JSON' }, error);
  }
  if (typeof found === 'number' && found > 0 && Number.isFinite(found)) return found;
  const said = found === undefined ? phrases.none : JSON.stringify(found);
  throw new AfterlodeError('DISPLACEMENT_WAVELENGTH', path, { found: said });
}
