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
const sampled = 200_000;
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
    const { bands, stretch } = project.shown;
    const means = await meansOf(source, window, step, bands);
    return once(await drawn(means, Math.ceil(window.width / step), stretch));
  } finally {
    await source.close();
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** How an image is shown, and its overview as PNG. */
export interface Shown {
  readonly shown: ShownBands;
  readonly overview: Uint8Array;
}

/**
 * Which bands are shown, and between which values: those that are named red, green and blue, else the first three, else the first alone.
 *
 * @param bands names
 */
export async function shownImage(source: RasterSource, bands: readonly string[]): Promise<Shown> {
  const named = ['red', 'green', 'blue'].map((name) => bands.indexOf(name));
  const chosen = named.every((at) => at >= 0) ? named : bands.length >= 3 ? [0, 1, 2] : [0];
  const window = { column: 0, row: 0, width: source.grid.width, height: source.grid.height };
  const step = stepFor(window, mostPixels);
  const means = await meansOf(source, window, step, chosen);
  const shown = { bands: chosen, stretch: means.map(stretchOf), step };
  return { shown, overview: await drawn(means, Math.ceil(window.width / step), shown.stretch) };
}

/** Of each band once: a large image takes its time to be read. */
async function meansOf(source: RasterSource, window: Window, step: number, bands: readonly number[]) {
  const means: Float64Array[] = [];
  for (const band of bands) means.push(await blockMeans(source, window, band, step));
  return means;
}

function stretchOf(values: Float64Array): readonly [number, number] {
  const every = Math.ceil(values.length / sampled);
  const sorted = values.filter((value, at) => at % every === 0 && !Number.isNaN(value)).sort();
  const [low = 0, high = 0] = ends.map((share) => sorted[Math.round(share * (sorted.length - 1))]);
  // An image of one value is drawn grey.
  return low < high ? [low, high] : [low - 1, low + 1];
}

/** Bands as a picture; where one is missing nothing is drawn. */
function drawn(
  bands: readonly Float64Array[],
  width: number,
  stretch: ShownBands['stretch'],
): Promise<Uint8Array> {
  const pixels = bands[0]?.length ?? 0;
  const picture = new Uint8Array(pixels * 4);
  const seen = new Uint8Array(pixels).fill(255);
  for (const [at, values] of bands.entries()) {
    const [low, high] = stretch[at] as readonly [number, number];
    for (let pixel = 0; pixel < pixels; pixel++) {
      const value = values[pixel] as number;
      if (Number.isNaN(value)) seen[pixel] = 0;
      const shade = Math.round((255 * (value - low)) / (high - low));
      // A single band is all three colours.
      for (let colour = at; colour < 3; colour += bands.length)
        picture[4 * pixel + colour] = Number.isNaN(shade) ? 0 : Math.min(255, Math.max(0, shade));
    }
  }
  for (let pixel = 0; pixel < pixels; pixel++) picture[4 * pixel + 3] = seen[pixel] as number;
  return encodePng(width, pixels / width, picture);
}
