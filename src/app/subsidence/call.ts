import type { InvertOptions, ReferenceWindow } from '../../locate/index.js';
import type { Written } from '../composite/words.js';

/** Options of the command `subsidence`, as written. */
export interface SubsidenceCall {
  /** Folder for the results; made where there is none. */
  readonly out: string;
  /** Of the radar, m; absent: `info.json` of the stack says. */
  readonly wavelength?: Written;
  /** `ROW,COL[,HALF]` from 0, a GeoJSON file with a polygon, or `auto`, which is the usual. */
  readonly reference?: string;
  /** Pixels with fewer pairs get no answer; 10. */
  readonly minimumObservations?: Written;
  /** `equal` or `coherence`. */
  readonly weights?: string;
  readonly robust?: boolean;
  /** `none`, `check` (count broken triangles) or `mend` (take whole cycles out of pairs). */
  readonly closure?: string;
  /** `none` or `plane`: take a plane from each pair. */
  readonly ramp?: string;
  readonly season?: boolean;
  readonly acceleration?: boolean;
  /** Degrees from the vertical, or a GeoTIFF of them: writes the rate as vertical motion too. */
  readonly incidence?: Written;
  /** Direction of flight, degrees from north by east, or a GeoTIFF of them; for two tracks. */
  readonly heading?: Written;
  /** From the satellite to the ground, m; for the error of the elevation model. */
  readonly slantRange?: Written;
  /** Fits the error of the elevation model besides the rate. */
  readonly demError?: boolean;
  /** Drawings of dates for the middle 95% of each rate. */
  readonly bootstrap?: Written;
  /** Of drawings and of made series; 1. */
  readonly seed?: Written;
  /** Looks for the date at which the rate of each cell changes. */
  readonly changePoint?: boolean;
  /** `away` or `towards`: what positive phase, or positive displacement of a finished series, means. */
  readonly positive?: string;
  /** Leaves cells out that unwrapping joined to no component. */
  readonly connected?: boolean;
  /** Stack or series of a track that looks from the other side. */
  readonly second?: string;
  /** As `reference`; absent: the same ground as that of the first. */
  readonly secondReference?: string;
  readonly secondWavelength?: Written;
  readonly secondIncidence?: Written;
  readonly secondHeading?: Written;
  /** Rates of pixels that are not tied stay, from their least-norm series. */
  readonly keepUntied?: boolean;
  /** Of a finished series whose file does not say it: `mm`, `cm`, `m`. */
  readonly unit?: string;
  /** GeoJSON of footprints: writes buildings.csv. */
  readonly buildings?: string;
  /** GeoTIFF of persons by cell. */
  readonly population?: string;
  /** GeoJSON of roads or pipes: writes lines.csv. */
  readonly lines?: string;
  /** `LON,LAT` in degrees: writes the series there to point.csv. */
  readonly point?: string;
  /** City in whose ledger each zone becomes a finding. */
  readonly findings?: string;
  /** Year of these findings; that of the last date. */
  readonly period?: string;
  /** Where the work is done: `threads` of this machine, or workers at a `queue`. The numbers are the same. */
  readonly engine?: string;
  /** Threads; as many as cores, one for small stacks. */
  readonly threads?: Written;
  /** Address of the queue: `postgres://…` or `redis://…`. */
  readonly queue?: string;
  /** Cells of a tile, about; as memory suggests. */
  readonly tileCells?: Written;
  /** Seconds that nobody may be at the queue to take tiles; 60. */
  readonly wait?: Written;
}

/** Where and how the work is cut and done, checked. */
export interface EngineOptions {
  readonly kind: 'threads' | 'queue';
  /** null: as many as are worth their start. */
  readonly threads: number | null;
  readonly queue: string | null;
  readonly tileCells: number | null;
  /** null: not said. */
  readonly waitSeconds: number | null;
}

/** Where the reference comes from. */
export type ReferenceWord =
  | { readonly kind: 'auto' }
  | { readonly kind: 'window'; readonly window: ReferenceWindow }
  | { readonly kind: 'polygon'; readonly file: string }
  /** The cells round a position in a reference system; no word of a call, but ground that another track was told against. */
  | {
      readonly kind: 'place';
      readonly x: number;
      readonly y: number;
      readonly crs: string | null;
      readonly half: number;
    };

/** An angle: one for the scene, or a file with one by cell. */
export type AngleWord =
  | { readonly kind: 'number'; readonly degrees: number }
  | { readonly kind: 'file'; readonly file: string };

/** Options of a measurement, checked. */
export interface SubsidenceOptions {
  readonly engine: EngineOptions;
  readonly wavelengthM: number | null;
  readonly reference: ReferenceWord;
  readonly inversion: InvertOptions;
  readonly closure: 'none' | 'check' | 'mend';
  readonly ramp: 'none' | 'plane';
  readonly season: boolean;
  readonly acceleration: boolean;
  readonly incidence: AngleWord | null;
  readonly heading: AngleWord | null;
  readonly slantRangeM: number | null;
  readonly demError: boolean;
  /** Drawings; null: none. */
  readonly bootstrap: number | null;
  readonly seed: number;
  readonly changePoint: boolean;
  readonly positive: 'away' | 'towards' | null;
  readonly connected: boolean;
  readonly keepUntied: boolean;
  readonly unit: string | null;
}
