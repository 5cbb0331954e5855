import { AfterlodeError } from '../../base/index.js';
import { type GeoTiffSource, hdf5Raster, openGeoTiff, openHdf5, openRadarRaw } from '../../files/index.js';
import { type RasterSource, requireSameGrid } from '../../locate/index.js';
import type { PairBaseline } from './baselines.js';
import { baselinesOfFolder } from './baselines.js';
import { mintpyGrid } from './mintpy.js';
import { type ListedPair, listPairs } from './pairs.js';
import { factsOfFolder, factsOfHdf5, type RadarFacts } from './radar-facts.js';

/** One quantity of one pair: a band of an open raster. */
export interface PairLayer {
  readonly source: RasterSource;
  readonly band: number;
  /** What its numbers are divided by. */
  readonly divisor: number;
}

/** The open files of a stack, all on one grid; lists are by pair. */
export interface StackFiles {
  readonly names: readonly string[];
  readonly dates: readonly (readonly [first: string, second: string])[];
  /** Unwrapped phase, radians, 0 is missing. */
  readonly phases: readonly PairLayer[];
  /** 0–1. */
  readonly coherences: readonly PairLayer[] | null;
  /** Number of the connected component, 0 is in none. */
  readonly components: readonly PairLayer[] | null;
  readonly baselines: readonly PairBaseline[] | null;
  readonly facts: RadarFacts;
  /** What positive phase means, where the layout defines it: farther from the satellite; null where its programs leave it open. */
  readonly positive: 'away' | null;
  close(): Promise<void>;
}

/** What besides phase is wanted of a stack. */
export interface Wanted {
  readonly coherence: boolean;
  readonly components: boolean;
}

/**
 * Opens a folder of pairs, or an `ifgramStack.h5` of MintPy.
 *
 * @throws AfterlodeError the faults of `listPairs` and of the readers; RASTER_GRIDS for a raster on another grid,
 *   DISPLACEMENT_COHERENCE and DISPLACEMENT_COMPONENT where they are wanted and a pair has none
 */
export async function openStackFiles(path: string, wanted: Wanted): Promise<StackFiles> {
  return /\.(h5|hdf5|he5)$/i.test(path) ? openIfgramStack(path, wanted) : openFolder(path, wanted);
}

async function openFolder(folder: string, wanted: Wanted): Promise<StackFiles> {
  const { pairs, baselines, files } = await listPairs(folder);
  const lacking = (
    of: (pair: ListedPair) => string | null,
    code: 'DISPLACEMENT_COHERENCE' | 'DISPLACEMENT_COMPONENT',
  ) => {
    const without = pairs.find((pair) => of(pair) === null);
    if (without) throw new AfterlodeError(code, folder, { found: without.name });
  };
  if (wanted.coherence) lacking(({ coherence }) => coherence, 'DISPLACEMENT_COHERENCE');
  if (wanted.components) lacking(({ component }) => component, 'DISPLACEMENT_COMPONENT');
  const facts = await factsOfFolder(folder);
  const open: RasterSource[] = [];
  const close = async () => {
    await Promise.all(open.map((source) => source.close()));
  };
  const openAll = async (paths: readonly (string | null)[], asShare: boolean) => {
    const layers: PairLayer[] = [];
    for (const path of paths) {
      const layer = await openLayer(path as string, files, asShare);
      open.push(layer.source);
      layers.push(layer);
      const first = open[0] as RasterSource;
      requireSameGrid(first.grid, layer.source.grid, layer.source.name, first.name);
    }
    return layers;
  };
  try {
    return {
      names: pairs.map(({ name }) => name),
      dates: pairs.map(({ dates }) => dates),
      phases: await openAll(
        pairs.map(({ phase }) => phase),
        false,
      ),
      coherences: wanted.coherence
        ? await openAll(
            pairs.map(({ coherence }) => coherence),
            true,
          )
        : null,
      components: wanted.components
        ? await openAll(
            pairs.map(({ component }) => component),
            false,
          )
        : null,
      baselines: baselines ?? (await baselinesOfFolder(folder)),
      facts,
      positive: pairs.every(({ phase }) => isTiff(phase)) ? 'away' : null,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The last band: files with two hold amplitude first. */
async function openLayer(path: string, files: readonly string[], asShare: boolean): Promise<PairLayer> {
  const source = await (isTiff(path) ? openGeoTiff(path) : openRadarRaw(path, files));
  const bits = (source as Partial<GeoTiffSource>).wholeBits ?? null;
  // LiCSAR writes coherence as bytes, others as shares.
  const divisor = asShare && bits !== null ? 2 ** bits - 1 : 1;
  return { source, band: isTiff(path) ? 0 : source.bands - 1, divisor };
}

function isTiff(path: string): boolean {
  return /\.tiff?$/i.test(path);
}

/** MintPy's stack of interferograms: a band for each pair, of which `dropIfgram` may rule some out. */
async function openIfgramStack(path: string, wanted: Wanted): Promise<StackFiles> {
  const file = await openHdf5(path);
  try {
    const has = (name: string) => file.datasets.some((dataset) => dataset.path === name);
    const grid = mintpyGrid(file, 'unwrapPhase');
    const days = file.texts('date').map((day) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
    const kept = has('dropIfgram') ? file.read('dropIfgram') : null;
    const bands = Array.from({ length: days.length / 2 }, (_, band) => band).filter(
      (band) => kept === null || kept[band] !== 0,
    );
    const layersOf = (name: string): PairLayer[] => {
      const source = hdf5Raster(file, name, { grid });
      return bands.map((band) => ({ source, band, divisor: 1 }));
    };
    const lacking = (name: string, code: 'DISPLACEMENT_COHERENCE' | 'DISPLACEMENT_COMPONENT') => {
      if (!has(name)) throw new AfterlodeError(code, path, { found: name });
    };
    if (wanted.coherence) lacking('coherence', 'DISPLACEMENT_COHERENCE');
    if (wanted.components) lacking('connectComponent', 'DISPLACEMENT_COMPONENT');
    const dates = bands.map((band) => [days[2 * band], days[2 * band + 1]] as [string, string]);
    const metres = has('bperp') ? file.read('bperp') : null;
    return {
      names: dates.map(([first, second]) => `${path}: ${first}_${second}`),
      dates,
      phases: layersOf('unwrapPhase'),
      coherences: wanted.coherence ? layersOf('coherence') : null,
      components: wanted.components ? layersOf('connectComponent') : null,
      baselines:
        metres &&
        bands.map((band, at) => {
          const [first, second] = dates[at] as [string, string];
          return { first, second, metres: metres[band] as number };
        }),
      facts: factsOfHdf5(file),
      positive: 'away',
      close: () => Promise.resolve(file.close()),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}
