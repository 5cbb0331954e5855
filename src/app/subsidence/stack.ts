import { AfterlodeError, phrases } from '../../base/index.js';
import {
  changesOfPhase,
  type Grid,
  gridOfWindow,
  type Network,
  networkOf,
  type Stack,
  type Window,
} from '../../locate/index.js';
import type { PairBaseline } from './baselines.js';
import type { RadarFacts } from './radar-facts.js';
import { openStackFiles, type PairLayer, type Wanted } from './stack-files.js';

/** A stack of unwrapped pairs whose files are open, to be read by windows. */
export interface OpenStack {
  readonly grid: Grid;
  readonly network: Network;
  /** By pair, what messages call it. */
  readonly names: readonly string[];
  readonly wavelengthM: number;
  /** null where the files name none. */
  readonly baselines: readonly PairBaseline[] | null;
  readonly facts: RadarFacts;
  /** Changes of the window's cells, mm along the line of sight, not yet told against a reference. */
  read(window: Window): Promise<Stack>;
  /** Whether a pair has no value in any cell. */
  isEmpty(pair: number): Promise<boolean>;
  close(): Promise<void>;
}

/** How a stack is opened, besides what is wanted of it. */
export interface StackOptions extends Wanted {
  /** Of the radar, m; null: as the files say. */
  readonly wavelengthM: number | null;
  /** What positive phase means; null: as the layout defines it. */
  readonly positive: 'away' | 'towards' | null;
}

/**
 * Opens a stack of unwrapped pairs.
 *
 * @throws AfterlodeError the faults of `openStackFiles` and `networkOf`; DISPLACEMENT_WAVELENGTH and DISPLACEMENT_SIGN where
 *   nobody names them
 */
export async function openStack(path: string, options: StackOptions): Promise<OpenStack> {
  const files = await openStackFiles(path, options);
  try {
    const { names, phases, coherences, components, facts } = files;
    const network = networkOf(files.dates, names);
    const wavelengthM = options.wavelengthM ?? facts.wavelengthM;
    if (wavelengthM === null)
      throw new AfterlodeError('DISPLACEMENT_WAVELENGTH', path, { found: phrases.none });
    const positive = options.positive ?? files.positive;
    if (positive === null) throw new AfterlodeError('DISPLACEMENT_SIGN', path);
    const signed = positive === 'away' ? wavelengthM : -wavelengthM;
    const { grid } = (phases[0] as PairLayer).source;
    const changesOf = async (pair: number, window: Window) => {
      const changes = changesOfPhase(await readLayer(phases[pair] as PairLayer, window), signed);
      if (components === null) return changes;
      const component = await readLayer(components[pair] as PairLayer, window);
      // What lies in no component was unwrapped by chance.
      return changes.map((value, cell) => ((component[cell] as number) > 0 ? value : Number.NaN));
    };
    return {
      grid,
      network,
      names,
      wavelengthM,
      baselines: files.baselines,
      facts,
      close: () => files.close(),
      isEmpty: (pair) =>
        isEmpty(grid, (phases[pair] as PairLayer).source.block.height, (window) => changesOf(pair, window)),
      read: async (window) => ({
        grid: gridOfWindow(grid, window),
        network,
        changesMm: await eachInTurn(phases, (_, pair) => changesOf(pair, window)),
        coherence: coherences && (await eachInTurn(coherences, (layer) => readCoherence(layer, window))),
      }),
    };
  } catch (error) {
    await files.close();
    throw error;
  }
}

async function readLayer({ source, band, divisor }: PairLayer, window: Window): Promise<Float64Array> {
  const values = await source.read(window, band);
  return divisor === 1 ? values : values.map((value) => value / divisor);
}

/** Coherence that its writer rounded may be a trifle above 1; percent or bytes as floating point are not. */
const mostCoherence = 1.001;

async function readCoherence(layer: PairLayer, window: Window): Promise<Float64Array> {
  const values = await readLayer(layer, window);
  const wrong = values.find((value) => value > mostCoherence);
  if (wrong === undefined) return values;
  throw new AfterlodeError('DISPLACEMENT_COHERENCE_RANGE', layer.source.name, { found: wrong });
}

async function isEmpty(
  { width, height }: Grid,
  blockHeight: number,
  read: (window: Window) => Promise<Float64Array>,
): Promise<boolean> {
  for (let row = 0; row < height; row += blockHeight) {
    const window = { column: 0, row, width, height: Math.min(blockHeight, height - row) };
    if (!(await read(window)).every(Number.isNaN)) return false;
  }
  return true;
}

/** One after the other: as many open reads as pairs would need the memory of all of them at once. */
async function eachInTurn<T>(
  layers: readonly PairLayer[],
  read: (layer: PairLayer, pair: number) => Promise<T>,
): Promise<T[]> {
  const found: T[] = [];
  for (const [pair, layer] of layers.entries()) found.push(await read(layer, pair));
  return found;
}
