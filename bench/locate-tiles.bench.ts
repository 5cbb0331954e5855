import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../src/base/index.js';
import { writeGeoTiff } from '../src/files/index.js';
import {
  openRadarStack,
  type StackFiles,
  type TileEngine,
  type TileSetup,
  tilesHere,
  tilesInThreads,
  tileWindows,
} from '../src/jobs/index.js';
import { nearPairs } from '../src/locate/displacement/testing/made-stack.js';
import { usualInversion } from '../src/locate/index.js';
import type { Measurement } from './measure.js';

/** A made stack of 320 × 320 cells in 114 files, a fifth of all values missing, measured in tiles. */

const side = 320;
const network = nearPairs(40, 3);
const random = seededRandom(1);
const place = { originX: 100, originY: 40, cellWidth: 1e-3, cellHeight: -1e-3, crs: 'EPSG:4326' };
const grid = { width: side, height: side, ...place };

let made: Promise<StackFiles> | null = null;

async function makeStack(): Promise<StackFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'afterlode-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const phases = network.pairs.map((_, pair) => join(folder, `${pair}.tif`));
  for (const path of phases)
    await writeGeoTiff(path, { grid, bands: 1, type: 'float32', block: 64 }, ({ width, height }) => [
      Float64Array.from({ length: width * height }, () => (random() < 0.2 ? 0 : random())),
    ]);
  return { network, wavelengthM: 0.056, phases, coherences: null };
}

/** Threads are started once: what is measured is the work. */
const engines = new Map<number, Promise<TileEngine>>();

function engineOf(threads: number): Promise<TileEngine> {
  const known = engines.get(threads);
  if (known !== undefined) return known;
  const engine = threads === 1 ? Promise.resolve(tilesHere()) : tilesInThreads(threads);
  engines.set(threads, engine);
  return engine;
}

async function measured(threads: number): Promise<number> {
  // Opened anew each time: what is unpacked already would be for nothing.
  const stack = await openRadarStack(await (made ??= makeStack()));
  const setup: TileSetup = {
    work: 'series',
    stack: stack.files,
    corrections: { planes: null, coherenceScales: null },
    medians: network.pairs.map(() => 0),
    settings: { inversion: usualInversion, wavelengthM: 0.056, closure: 'check' },
  };
  const windows = tileWindows(grid, stack.block, 1e6, 2);
  let cells = 0;
  await (await engineOf(threads)).run(
    setup,
    windows.map((window) => ({ window })),
    stack,
    (_, { arrays }) => {
      cells += arrays.rank?.length ?? 0;
    },
  );
  await stack.close();
  return cells;
}

/** Measurements of tiles for `npm run bench -- locate`. */
export const tilesBench: readonly Measurement[] = [
  {
    name: 'locate: 102,400 px x 114 pairs read and measured in two threads; baseline: in one',
    run: () => measured(2),
    baseline: () => measured(1),
  },
];
