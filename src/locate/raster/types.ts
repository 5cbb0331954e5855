/**
 * Where the cells of a raster lie. The outer corner of cell (column, row) is x = originX + column · cellWidth,
 * y = originY + row · cellHeight; north-up grids have a negative cellHeight. Rotated grids are refused on reading.
 */
export interface Grid {
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  readonly originX: number;
  readonly originY: number;
  /** In units of the reference system. */
  readonly cellWidth: number;
  /** In units of the reference system; negative where rows run southward. */
  readonly cellHeight: number;
  /** `EPSG:4326`, or `null` where the file does not say: then nothing is assumed. */
  readonly crs: string | null;
}

/** A rectangle of cells; column and row of its first cell count from 0. */
export interface Window {
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** Cells of one band in one window, row by row; `NaN` is missing. */
export interface Tile {
  readonly window: Window;
  readonly values: Float64Array;
}

/** A raster that is read by windows, so that memory does not grow with its size. `files` makes them of GeoTIFF and HDF5. */
export interface RasterSource {
  /** For messages: the path or address. */
  readonly name: string;
  readonly grid: Grid;
  readonly bands: number;
  /** What the file calls its bands, `''` where it says nothing. */
  readonly bandNames: readonly string[];
  /** The number that stands for missing in the file, `null` where it has none: then 0 is a value. */
  readonly missing: number | null;
  /** Size of the pieces that the file is stored in: windows along it are cheapest. */
  readonly block: { readonly width: number; readonly height: number };
  /**
   * @param band from 0
   * @throws AfterlodeError RASTER_… where the file is cut short or damaged
   */
  read(window: Window, band: number): Promise<Float64Array>;
  close(): Promise<void>;
}
