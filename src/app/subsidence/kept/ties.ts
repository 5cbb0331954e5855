import { basename } from 'node:path';
import type { RasterSource, Window } from '../../../locate/index.js';
import { base64Of } from './base64.js';
import { blockMeans } from './block-means.js';
import { openLayer } from './open-layer.js';

/** Ties that were read last, as they are the same for all dates; a run never changes. */
const held = new Map<string, Promise<string>>();
const mostHeld = 8;

/**
 * Whether the cells of a window are tied, as Base64 of a byte each: 0 without a value, 1 tied, 2 not tied. A coarse cell counts as
 * tied where at least half of its cells with a value are.
 *
 * @param series the cumulative motion of the run
 */
export function tiesOf(folder: string, series: RasterSource, window: Window, step: number): Promise<string> {
  const key = JSON.stringify([folder, window, step]);
  const reading = held.get(key) ?? readTies(folder, series, window, step);
  held.delete(key);
  held.set(key, reading);
  for (const old of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) held.delete(old);
  reading.catch(() => held.delete(key));
  return reading;
}

async function readTies(folder: string, series: RasterSource, window: Window, step: number) {
  const there = await blockMeans(presence(series), window, series.bands - 1, step);
  const source = await openLayer(folder, 'tied.tif', basename(folder));
  try {
    const tied = await blockMeans(source, window, 0, step);
    return base64Of(there.map((share, at) => (share === 0 ? 0 : (tied[at] as number) >= share / 2 ? 1 : 2)));
  } finally {
    await source.close();
  }
}

/** 1 where a raster has a value, 0 elsewhere. */
function presence(source: RasterSource): RasterSource {
  const read = async (window: Window, band: number) =>
    (await source.read(window, band)).map((value) => (Number.isNaN(value) ? 0 : 1));
  return { ...source, read };
}
