import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { writeGeoTiff } from '../../src/files/index.js';
import type { Grid, RasterSource } from '../../src/locate/index.js';
import { cellsRing, madeScene } from '../../src/locate/vacant/testing/made-scene.js';

/** A made town of 96 × 72 m in fields of 24 m: a bare plot in the lower right quarter of each, green ground elsewhere. */
export const townWidth = 96;
export const townHeight = 72;

/** Files of the made town in a folder that is removed after the file's tests. */
export interface MadeTown {
  readonly folder: string;
  readonly image: string;
  /** Plots as `vacant` and the upper half of each field as `other`, in the plane of the image. */
  readonly labels: string;
  put(name: string, content: string): string;
  /** A raster on a grid of cells of so many metres at the corner of the town. */
  raster(name: string, cellM: number, value: (column: number, row: number) => number): Promise<string>;
}

/** Coordinates of a rectangle of cells of the town as a GeoJSON polygon. */
export function townBox(column: number, row: number, width: number, height: number) {
  const ring = cellsRing(column, row, width, height);
  const corners = [0, 2, 4, 6, 0].map((at) => [ring[at] as number, ring[at + 1] as number]);
  return { type: 'Polygon' as const, coordinates: [corners] };
}

/** A collection in the plane of the town, or in longitude and latitude. */
export function collection(features: readonly object[], crs: string | null = 'EPSG:32650'): string {
  const member = crs === null ? {} : { crs: { type: 'name', properties: { name: crs } } };
  return JSON.stringify({ type: 'FeatureCollection', ...member, features });
}

/** Polygons with a class at the same place of every field. */
export function everyField(className: string, column: number, row: number, side = 12): readonly object[] {
  return Array.from({ length: 12 }, (_, at) => ({
    type: 'Feature',
    properties: { class: className },
    geometry: townBox(24 * (at % 4) + column, 24 * Math.floor(at / 4) + row, side, side),
  }));
}

/** What somebody drew: every plot, and half of the ground between. */
export const townLabels = [
  ...everyField('vacant', 12, 12),
  ...everyField('other', 0, 0),
  ...everyField('other', 12, 0),
];

/** Writes an image as float cells. */
export async function writeImage(path: string, source: RasterSource, bandNames?: readonly string[]) {
  const options = { grid: source.grid, bands: source.bands, type: 'float32' } as const;
  await writeGeoTiff(path, { ...options, ...(bandNames && { bandNames }) }, (window) =>
    Promise.all(Array.from({ length: source.bands }, (_, band) => source.read(window, band))),
  );
}

/** Makes the town. */
export async function madeTown(): Promise<MadeTown> {
  const folder = mkdtempSync(join(tmpdir(), 'afterlode-town-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const scene = madeScene(townWidth, townHeight);
  const image = join(folder, 'town.tif');
  await writeImage(image, scene, ['red', 'green', 'blue']);
  return {
    folder,
    image,
    labels: put('labels.geojson', collection(townLabels)),
    put,
    async raster(name, cellM, value) {
      const path = join(folder, name);
      const [width, height] = [Math.ceil(townWidth / cellM), Math.ceil(townHeight / cellM)];
      const grid: Grid = { ...scene.grid, width, height, cellWidth: cellM, cellHeight: -cellM };
      await writeGeoTiff(path, { grid, bands: 1, type: 'float32' }, (window) => [
        Float64Array.from({ length: window.width * window.height }, (_, at) =>
          value(window.column + (at % window.width), window.row + Math.floor(at / window.width)),
        ),
      ]);
      return path;
    },
  };
}

/** Options under which the made town is learnt in a moment. */
export const quickly = {
  patch: 2,
  radii: '1,3',
  trees: 12,
  samples: 2000,
  block: 12,
  folds: 3,
  gap: 1,
  minArea: 20,
} as const;
