import type { Box, LayerShapes } from '../../locate/index.js';

/** How a layer is drawn. */
export interface LayerLook {
  readonly visible: boolean;
  /** 0 to 1. */
  readonly opacity: number;
  /** Of lines, and paler of areas; pictures have their own. `#rrggbb`. */
  readonly colour: string;
}

/** A layer in the list of the panel; the first lies on top. */
export interface Layer extends LayerLook {
  readonly id: string;
  readonly name: string;
  readonly kind: 'geojson' | 'pmtiles';
  /** From a file of this browser, or from the folder of the server. */
  readonly from: 'file' | 'server';
}

/** Lines and areas of a vector tile, longitude and latitude in turn. */
export interface TileShapes {
  readonly lines: readonly Float64Array[];
  readonly polygons: readonly (readonly Float64Array[])[];
}

/** Tiles of a PMTiles archive, read piece by piece. */
export interface TileArchive {
  readonly least: number;
  readonly finest: number;
  readonly bounds: Box;
  /** Null where the archive has no such tile. */
  readonly tile: (address: { z: number; x: number; y: number }) => Promise<TileShapes | ImageBitmap | null>;
}

export type LayerContent = LayerShapes | TileArchive;

export function isArchive(content: LayerContent): content is TileArchive {
  return 'tile' in content;
}

/** Where a map shows what: its size in pixels, the box of the earth that is seen, and the pixel of a position. */
export interface MapGround {
  readonly width: number;
  readonly height: number;
  readonly box: Box;
  readonly place: (longitude: number, latitude: number) => readonly [number, number];
  /** The position at a pixel; null beside the earth. */
  readonly positionAt: (x: number, y: number) => readonly [number, number] | null;
}
