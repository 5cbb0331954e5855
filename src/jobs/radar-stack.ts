import {
  changesOfPhase,
  type Grid,
  gridOfWindow,
  type Network,
  requireSameGrid,
  type Stack,
  type Window,
} from '../locate/index.js';
import { type PairPlace, type PairSource, pairOpener } from './pair-source.js';

/** Files of a stack of unwrapped pairs as plain data, so that another thread or machine can open them too. */
export interface StackFiles {
  readonly network: Network;
  readonly wavelengthM: number;
  /** By pair: unwrapped phase, radians; 0 is missing. */
  readonly phases: readonly PairPlace[];
  /** By pair; null where coherence has no part in the work. */
  readonly coherences: readonly PairPlace[] | null;
  /** By pair: number of the connected component; cells in none, 0, are missing. Absent: it is not looked at. */
  readonly components?: readonly PairPlace[];
  /** Where positive phase means nearer to the satellite; else it is farther away. */
  readonly towards?: true;
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
 * @throws AfterlodeError the faults of the readers; RASTER_GRIDS for a pair on another grid
 */
export async function openRadarStack(files: StackFiles, grid?: Grid): Promise<RadarStack> {
  const { network } = files;
  const opener = pairOpener();
  let first: PairSource | null = null;
  const openAll = async (places: readonly PairPlace[]) => {
    const sources: PairSource[] = [];
    for (const place of places) {
      const opened = await opener.open(place);
      sources.push(opened);
      first ??= opened;
      const { source } = opened;
      requireSameGrid(grid ?? first.source.grid, source.grid, source.name, first.source.name);
    }
    return sources;
  };
  try {
    const phases = await openAll(files.phases);
    const coherences = files.coherences === null ? null : await openAll(files.coherences);
    const components = files.components === undefined ? null : await openAll(files.components);
    const { source } = phases[0] as PairSource;
    const wavelengthM = files.towards ? -files.wavelengthM : files.wavelengthM;
    const readChanges = async (pair: number, window: Window) => {
      const changes = changesOfPhase(await (phases[pair] as PairSource).read(window), wavelengthM);
      const component = await components?.[pair]?.read(window);
      if (component === undefined) return changes;
      // What lies in no component was unwrapped by chance.
      return changes.map((value, cell) => ((component[cell] as number) > 0 ? value : Number.NaN));
    };
    return {
      files,
      grid: source.grid,
      block: source.block,
      readChanges,
      readCoherence: (pair, window) => coherences?.[pair]?.read(window) ?? Promise.resolve(null),
      close: () => opener.close(),
      read: async (window) => ({
        grid: gridOfWindow(source.grid, window),
        network,
        changesMm: await inTurn(phases, (_, pair) => readChanges(pair, window)),
        coherence: coherences && (await inTurn(coherences, (one) => one.read(window))),
      }),
    };
  } catch (error) {
    await opener.close();
    throw error;
  }
}

/** One after the other: as many open reads as pairs would need the memory of all of them at once. */
async function inTurn<T>(
  sources: readonly PairSource[],
  read: (source: PairSource, pair: number) => Promise<T>,
): Promise<T[]> {
  const found: T[] = [];
  for (const [pair, source] of sources.entries()) found.push(await read(source, pair));
  return found;
}
