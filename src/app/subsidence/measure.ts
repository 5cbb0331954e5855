import { AfterlodeError } from '../../base/index.js';
import { type TileEngine, type TileResult, tileWindows } from '../../jobs/index.js';
import type { FitQuality, Network, Series, Window } from '../../locate/index.js';
import type { SubsidenceOptions } from './call.js';
import type { Points } from './points.js';
import { findReference } from './reference.js';
import { sceneFacts } from './scene.js';
import type { OpenStack } from './stack.js';
import { putRows } from './tiles.js';

/** What a stack or a finished series came to, before rates. */
export interface Measured {
  readonly series: Series;
  /** Of a finished series without a grid; its series holds them as one row of cells. */
  readonly points: Points | null;
  /** null for a finished series: then nothing is known of its pairs. */
  readonly network: Network | null;
  /** Row and column from 0; null where a finished series does not say. */
  readonly reference: {
    readonly row: number | null;
    readonly col: number | null;
    readonly half: number | null;
  };
  /** By cell, as `qualityOf` gives them; null for a finished series. */
  readonly quality: Pick<FitQuality, 'residualMm' | 'temporalCoherence'> | null;
  /** null where triangles were not asked for. */
  readonly closure: {
    readonly triangles: number;
    /** Triangles with all three pairs and broken ones among them, over all cells, after mending. */
    readonly checked: number;
    readonly broken: number;
    /** Values that were changed by a whole cycle. */
    readonly mended: number;
    /** Broken triangles by cell. */
    readonly brokenByCell: Uint16Array;
  } | null;
}

/** Memory for one tile, bytes; each thread has one, and another one that waits to be taken. */
const tileBytes = 128 * 1024 * 1024;

/** How a measurement is done. Its numbers do not depend on it. */
export interface MeasureWith {
  readonly engine: TileEngine;
  /** Cells of a tile, about; null: as memory and the number of those who share the work suggest. */
  readonly tileCells: number | null;
  /** Told the share that is done. */
  readonly progress: (share: number) => void;
}

/**
 * Series of a stack, tile by tile, so that its pairs never stand in memory together.
 *
 * @throws AfterlodeError the faults of `sceneFacts`, `findReference` and `TileEngine`, DISPLACEMENT_NO_PIXELS
 */
export async function measureStack(
  open: OpenStack,
  options: SubsidenceOptions,
  how: MeasureWith,
): Promise<Measured> {
  const { grid } = open;
  const { network, wavelengthM } = open.files;
  const wanted = options.inversion.minimumObservations;
  const noPixels = (found: number) =>
    new AfterlodeError('DISPLACEMENT_NO_PIXELS', `${grid.width} x ${grid.height}`, {
      found,
      expected: wanted,
      pairs: network.pairs.length,
    });
  if (network.pairs.length < wanted) throw noPixels(network.pairs.length);
  const scene = await sceneFacts(open, options, how.engine);
  const windows = windowsFor(open, how);
  const reference = await findReference(open, { scene, windows, engine: how.engine }, options);
  const whole = emptyMeasured(open, options.closure !== 'none');
  let [done, most] = [0, 0];
  await how.engine.run(
    {
      work: 'series',
      stack: open.files,
      corrections: scene.corrections,
      medians: Array.from(reference.medians),
      settings: { inversion: options.inversion, wavelengthM, closure: options.closure },
    },
    windows.map((window) => ({ window })),
    open,
    (at, tile) => {
      const window = windows[at] as Window;
      putTile(whole, tile, window);
      most = Math.max(most, tile.facts.mostPairs ?? 0);
      done += window.width * window.height;
      how.progress(done / (grid.width * grid.height));
    },
  );
  const { series, quality, closure } = whole;
  if (!series.rank.some((rank) => rank > 0)) throw noPixels(most);
  return { points: null, series, network, reference, quality, closure };
}

/** Tiles of a stack. */
function windowsFor(
  { grid, block, files }: OpenStack,
  { engine, tileCells }: MeasureWith,
): readonly Window[] {
  const { pairs, epochs } = files.network;
  // Each pair as it was read and against the reference, and each date.
  const bytesOfCell = (2 * pairs.length * (files.coherences === null ? 1 : 2) + epochs.length) * 8;
  const cells = tileCells ?? Math.max(1, Math.floor(tileBytes / bytesOfCell));
  return tileWindows(grid, tileCells === null ? block : { width: 1, height: 1 }, cells, engine.width);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Whole {
  readonly series: Series;
  readonly quality: NonNullable<Measured['quality']>;
  readonly closure: Mutable<NonNullable<Measured['closure']>> | null;
}

function emptyMeasured({ grid, files }: OpenStack, closure: boolean): Whole {
  const cells = grid.width * grid.height;
  const { epochs } = files.network;
  return {
    series: {
      grid,
      epochs,
      cumulativeMm: epochs.map(() => new Float64Array(cells)),
      rank: new Uint16Array(cells),
      tied: new Uint8Array(cells),
    },
    quality: { residualMm: new Float64Array(cells), temporalCoherence: new Float64Array(cells) },
    closure: closure
      ? { triangles: 0, checked: 0, broken: 0, mended: 0, brokenByCell: new Uint16Array(cells) }
      : null,
  };
}

/** Puts a tile where it belongs; tiles come in any order, and sums of whole numbers do not depend on it. */
function putTile({ series, quality, closure }: Whole, { facts, arrays }: TileResult, window: Window): void {
  const put = (name: string, into: TileResult['arrays'][string]) =>
    putRows(arrays[name] as typeof into, into, window, series.grid.width);
  for (const [epoch, values] of series.cumulativeMm.entries()) put(`epoch${epoch}`, values);
  put('rank', series.rank);
  put('tied', series.tied);
  put('residualMm', quality.residualMm);
  put('temporalCoherence', quality.temporalCoherence);
  if (closure === null) return;
  put('brokenByCell', closure.brokenByCell);
  closure.triangles = facts.triangles as number;
  for (const name of ['checked', 'broken', 'mended'] as const) closure[name] += facts[name] as number;
}
