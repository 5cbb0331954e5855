import { join } from 'node:path';
import { encodePng, openBytes, openGeoTiff } from '../../../files/index.js';
import type { RasterSource, Window } from '../../../locate/index.js';
import { blockMeans } from '../../subsidence/kept/block-means.js';
import { stepFor, windowIn } from '../../subsidence/kept/grid.js';
import type { Workspace } from '../../workspace.js';
import { imageName, openProject, overviewName, type ShownBands } from './project.js';

/** Pixels of a picture at most. */
const mostPixels = 1_000_000;
/** Cells that tell which values are black and which bright. */
const sampled = 100_000;
/** Shares of the cells that are drawn black and bright at the ends. */
const ends = [0.02, 0.98] as const;

/** What is asked of the picture of an image. */
export interface PictureCall {
  /** `COLUMN,ROW,WIDTH,HEIGHT` from 0; the whole image. */
  readonly window?: string;
  /** Pixels at most; fewer than a million. */
  readonly pixels?: number;
}

/**
 * A window of the image as PNG, made coarser until it is small enough; the whole image comes as it was drawn when the project began.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, CALL_OPTION for a window outside the image, RASTER_…
 */
export async function vacantPicture(
  ws: Pick<Workspace, 'options'>,
  id: string,
  call: PictureCall,
): Promise<AsyncIterable<Uint8Array>> {
  const { folder, project } = await openProject(ws, id);
  if (call.window === undefined && call.pixels === undefined) return openBytes(join(folder, overviewName));
  const window = windowIn(project.grid, call.window);
  const source = await openGeoTiff(join(folder, imageName), project.image);
  try {
    const step = stepFor(window, Math.min(call.pixels ?? mostPixels, mostPixels));
    return once(await pictureOf(source, window, step, project.shown));
  } finally {
    await source.close();
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/**
 * Which bands are shown, and between which values: those that are named red, green and blue, else the first three, else the first alone.
 *
 * @param bands names
 */
export async function shownBands(source: RasterSource, bands: readonly string[]): Promise<ShownBands> {
  const named = ['red', 'green', 'blue'].map((name) => bands.indexOf(name));
  const shown = named.every((at) => at >= 0) ? named : bands.length >= 3 ? [0, 1, 2] : [0];
  const whole = wholeOf(source);
  const step = stepFor(whole, sampled);
  const stretch: (readonly [number, number])[] = [];
  for (const band of shown) stretch.push(stretchOf(await blockMeans(source, whole, band, step)));
  return { bands: shown, stretch, step: stepFor(whole, mostPixels) };
}

/** The whole image as PNG. */
export function overviewOf(source: RasterSource, shown: ShownBands): Promise<Uint8Array> {
  return pictureOf(source, wholeOf(source), shown.step, shown);
}

function wholeOf({ grid: { width, height } }: RasterSource): Window {
  return { column: 0, row: 0, width, height };
}

function stretchOf(values: Float64Array): readonly [number, number] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const [low = 0, high = 0] = ends.map((share) => sorted[Math.round(share * (sorted.length - 1))]);
  // An image of one value is drawn grey.
  return low < high ? [low, high] : [low - 1, low + 1];
}

async function pictureOf(
  source: RasterSource,
  window: Window,
  step: number,
  { bands, stretch }: ShownBands,
): Promise<Uint8Array> {
  const [width, height] = [Math.ceil(window.width / step), Math.ceil(window.height / step)];
  const pixels = new Uint8Array(width * height * 4);
  const seen = new Uint8Array(width * height).fill(255);
  for (const [at, band] of bands.entries()) {
    const [low, high] = stretch[at] as readonly [number, number];
    const values = await blockMeans(source, window, band, step);
    for (let pixel = 0; pixel < values.length; pixel++) {
      const value = values[pixel] as number;
      if (Number.isNaN(value)) seen[pixel] = 0;
      const shade = Math.round((255 * (value - low)) / (high - low));
      const drawn = Number.isNaN(shade) ? 0 : Math.min(255, Math.max(0, shade));
      // A single band is all three colours.
      for (let colour = at; colour < 3; colour += bands.length) pixels[4 * pixel + colour] = drawn;
    }
  }
  for (let pixel = 0; pixel < seen.length; pixel++) pixels[4 * pixel + 3] = seen[pixel] as number;
  return encodePng(width, height, pixels);
}
