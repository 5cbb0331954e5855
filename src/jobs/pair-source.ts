import { type Hdf5File, hdf5Raster, openGeoTiff, openHdf5, openRaw, type RawForm } from '../files/index.js';
import type { Grid, RasterSource, Window } from '../locate/index.js';

/**
 * Where one quantity of one pair lies, as plain data: a GeoTIFF (path or address; its first band), a band of a raw file, or a band
 * of a dataset of HDF5.
 */
export type PairPlace =
  | string
  | { readonly path: string; readonly band: number; readonly raw: RawForm }
  | { readonly path: string; readonly band: number; readonly dataset: string; readonly grid: Grid };

/** The path or address of a place. */
export function pathOfPlace(place: PairPlace): string {
  return typeof place === 'string' ? place : place.path;
}

/** One quantity of one pair, open. */
export interface PairSource {
  readonly source: RasterSource;
  read(window: Window): Promise<Float64Array>;
}

/** Opens places and keeps what they have in common open. */
export interface PairOpener {
  /** @throws AfterlodeError the faults of the readers */
  open(place: PairPlace): Promise<PairSource>;
  close(): Promise<void>;
}

/** One opener for all files of a stack: pairs that share a file share its handle. */
export function pairOpener(): PairOpener {
  const sources: RasterSource[] = [];
  const files = new Map<string, Hdf5File>();
  const opened = async (place: PairPlace): Promise<RasterSource> => {
    if (typeof place === 'string') return openGeoTiff(place);
    if ('raw' in place) return openRaw(place.path, place.raw);
    const file = files.get(place.path) ?? (await openHdf5(place.path));
    files.set(place.path, file);
    return hdf5Raster(file, place.dataset, { grid: place.grid });
  };
  return {
    async open(place) {
      const source = await opened(place);
      sources.push(source);
      const band = typeof place === 'string' ? 0 : place.band;
      return { source, read: (window) => source.read(window, band) };
    },
    async close() {
      await Promise.all(sources.map((source) => source.close()));
      for (const file of files.values()) file.close();
    },
  };
}
