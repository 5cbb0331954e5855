import {
  type InvertOptions,
  type MeasureSettings,
  measureWindow,
  medianOf,
  minusMedians,
  minusPlane,
  type Plane,
  planeOf,
  type Stack,
  unrestOf,
  type Window,
} from '../locate/index.js';
import type { RadarStack, StackFiles } from './radar-stack.js';

/** What all tiles of one piece of work have in common. Plain data, no missing numbers in it. */
export type TileSetup =
  /** Each pair by itself: what only the whole scene can say. */
  | {
      readonly work: 'pair';
      readonly stack: StackFiles;
      readonly plane: boolean;
      /** Whether the median is wanted. */
      readonly median: boolean;
    }
  /** How restless each cell is against the middle of the scene. */
  | {
      readonly work: 'unrest';
      readonly stack: StackFiles;
      readonly corrections: Corrections;
      /** Middle of the scene by pair, mm. */
      readonly medians: readonly number[];
      readonly inversion: InvertOptions;
    }
  /** Series of each cell. */
  | {
      readonly work: 'series';
      readonly stack: StackFiles;
      readonly corrections: Corrections;
      /** Change of the reference by pair, mm. */
      readonly medians: readonly number[];
      readonly settings: MeasureSettings;
    };

/** What is done to the files of each pair before anything else. */
export interface Corrections {
  /** Taken away; null for none at all, or of a pair that has none. */
  readonly planes: readonly (Plane | null)[] | null;
  /** Coherence is divided by it: 255 of files of bytes, 1 of shares; null where coherence has no part. */
  readonly coherenceScales: readonly number[] | null;
}

/** Which part of the work a tile is. */
export type TilePart = { readonly pair: number } | { readonly window: Window };

/** What a tile came to: single numbers (null is missing) and arrays, by name. */
export interface TileResult {
  readonly facts: Readonly<Record<string, number | null>>;
  readonly arrays: Readonly<Record<string, Float64Array | Uint16Array | Uint8Array>>;
}

/**
 * Does one tile. The answer depends on nothing but setup, part and files: whoever does it, and however often, it is the same.
 *
 * @throws AfterlodeError RASTER_… of the files
 */
export async function doTile(setup: TileSetup, part: TilePart, stack: RadarStack): Promise<TileResult> {
  if (setup.work === 'pair' && 'pair' in part) return pairFacts(stack, part.pair, setup);
  if (setup.work === 'pair' || 'pair' in part) throw new Error('pairs and windows are different work');
  const { medians, corrections } = setup;
  const read = await readCorrected(stack, part.window, corrections);
  const against = Float64Array.from(medians);
  if (setup.work === 'unrest')
    return { facts: {}, arrays: { unrest: unrestOf(read, against, setup.inversion) } };
  const { series, quality, closure, mostPairs } = measureWindow(minusMedians(read, against), setup.settings);
  const { triangles = null, checked = null, broken = null, mended = null } = closure ?? {};
  return {
    facts: { triangles, checked, broken, mended, mostPairs },
    arrays: {
      ...Object.fromEntries(series.cumulativeMm.map((values, epoch) => [`epoch${epoch}`, values])),
      rank: series.rank,
      tied: series.tied,
      ...quality,
      ...(closure && { brokenByCell: closure.brokenByCell }),
    },
  };
}

/** A window of a stack after its corrections, not yet told against a reference. */
export async function readCorrected(
  stack: RadarStack,
  window: Window,
  { planes, coherenceScales }: Corrections,
): Promise<Stack> {
  const read = await stack.read(window);
  return {
    ...read,
    changesMm: read.changesMm.map((changes, pair) =>
      minusPlane(changes, planes?.[pair] ?? null, window, stack.grid),
    ),
    coherence:
      read.coherence &&
      read.coherence.map((values, pair) => {
        const scale = coherenceScales?.[pair] ?? 1;
        return scale === 1 ? values : values.map((value) => value / scale);
      }),
  };
}

/** Facts `values` (cells with one), `median` after the plane, plane `a`, `b`, `c`, and `highestCoherence`. */
async function pairFacts(
  stack: RadarStack,
  pair: number,
  wanted: { readonly plane: boolean; readonly median: boolean },
): Promise<TileResult> {
  const everything = { column: 0, row: 0, width: stack.grid.width, height: stack.grid.height };
  const changes = await stack.readChanges(pair, everything);
  const values = changes.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  const found = wanted.plane ? planeOf(changes, stack.grid) : null;
  const [a, b, c] = found ?? [null, null, null];
  const median = wanted.median ? orNull(medianOf(minusPlane(changes, found, everything, stack.grid))) : null;
  const coherence = await stack.readCoherence(pair, everything);
  const highest = coherence?.reduce((most, value) => (value > most ? value : most), 0);
  return { facts: { values, median, a, b, c, highestCoherence: highest ?? null }, arrays: {} };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
