import { openGeoTiff } from '../files/index.js';
import {
  changesOfPhase,
  type Grid,
  gridOfWindow,
  type Network,
  type RasterSource,
  requireSameGrid,
  type Stack,
  type Window,
} from '../locate/index.js';

/** Files of a stack of unwrapped pairs as plain data, so that another thread or machine can open them too. */
export interface StackFiles {
  readonly network: Network;
  readonly wavelengthM: number;
  /** GeoTIFFs by pair, paths or addresses: unwrapped phase, radians; 0 is missing. */
  readonly phases: readonly string[];
  /** GeoTIFFs by pair; null where coherence has no part in the work. */
  readonly coherences: readonly string[] | null;
}

/** The files of a stack, open to be read by windows. */
export interface RadarStack {
  readonly files: StackFiles;
  readonly grid: Grid;
  /** Size of the pieces that the first file is stored in. */
  readonly block: { readonly width: number; readonly height: number };
  /** Changes, mm along the line of sight, not yet told against a reference; coherence as the files have it. */
  read(window: Window): Promise<Stack>;
  /** Changes of one pair. */
  readChanges(pair: number, window: Window): Promise<Float64Array>;
  /** Coherence of one pair as its file has it; null where there is none. */
  readCoherence(pair: number, window: Window): Promise<Float64Array | null>;
  close(): Promise<void>;
}

/**
 * Opens the files of a stack.
 *
 * @param grid which they must have; that of the first file where absent
 * @throws AfterlodeError the faults of `openGeoTiff`; RASTER_GRIDS for a pair on another grid
 */
export async function openRadarStack(files: StackFiles, grid?: Grid): Promise<RadarStack> {
  const { network, wavelengthM } = files;
  const open: RasterSource[] = [];
  const close = async () => {
    await Promise.all(open.map((source) => source.close()));
  };
  const openAll = async (paths: readonly string[]) => {
    const sources: RasterSource[] = [];
    for (const path of paths) {
      const source = await openGeoTiff(path);
      open.push(source);
      sources.push(source);
      const first = open[0] as RasterSource;
      requireSameGrid(grid ?? first.grid, source.grid, source.name, first.name);
    }
    return sources;
  };
  try {
    const phases = await openAll(files.phases);
    const coherences = files.coherences === null ? null : await openAll(files.coherences);
    const first = phases[0] as RasterSource;
    const readChanges = async (pair: number, window: Window) =>
      changesOfPhase(await (phases[pair] as RasterSource).read(window, 0), wavelengthM);
    return {
      files,
      grid: first.grid,
      block: first.block,
      readChanges,
      readCoherence: (pair, window) => coherences?.[pair]?.read(window, 0) ?? Promise.resolve(null),
      close,
      read: async (window) => ({
        grid: gridOfWindow(first.grid, window),
        network,
        changesMm: await inTurn(phases, (_, pair) => readChanges(pair, window)),
        coherence: coherences && (await inTurn(coherences, (source) => source.read(window, 0))),
      }),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One after the other: as many open reads as pairs would need the memory of all of them at once. */
async function inTurn<T>(
  sources: readonly RasterSource[],
  read: (source: RasterSource, pair: number) => Promise<T>,
): Promise<T[]> {
  const found: T[] = [];
  for (const [pair, source] of sources.entries()) found.push(await read(source, pair));
  return found;
}
