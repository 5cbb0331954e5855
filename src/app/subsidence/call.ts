import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { InvertOptions, ReferenceWindow } from '../../locate/index.js';
import { numberOf, type Written, wholeOf } from '../composite/words.js';

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
  /** Degrees from the vertical: writes the rate as vertical motion too. */
  readonly incidence?: Written;
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
  readonly waitSeconds: number;
}

/** Where the reference comes from. */
export type ReferenceWord =
  | { readonly kind: 'auto' }
  | { readonly kind: 'window'; readonly window: ReferenceWindow }
  | { readonly kind: 'polygon'; readonly file: string };

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
  readonly incidenceDegrees: number | null;
  readonly keepUntied: boolean;
  readonly unit: string | null;
}

/**
 * Checks the words of a call.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function subsidenceOptions(call: SubsidenceCall): SubsidenceOptions {
  return {
    engine: engineOf(call),
    wavelengthM: call.wavelength === undefined ? null : wavelengthOf(call.wavelength),
    reference: referenceOf(call.reference ?? 'auto'),
    inversion: {
      minimumObservations: wholeOf('--minimum-observations', call.minimumObservations ?? 10, 1),
      weights: oneOf('--weights', call.weights ?? 'equal', ['equal', 'coherence']),
      robust: call.robust === true,
    },
    closure: oneOf('--closure', call.closure ?? 'none', ['none', 'check', 'mend']),
    ramp: oneOf('--ramp', call.ramp ?? 'none', ['none', 'plane']),
    season: call.season === true,
    acceleration: call.acceleration === true,
    incidenceDegrees: call.incidence === undefined ? null : incidenceOf(call.incidence),
    keepUntied: call.keepUntied === true,
    unit: call.unit === undefined ? null : oneOf('--unit', call.unit, ['mm', 'cm', 'm']),
  };
}

function engineOf(call: SubsidenceCall): EngineOptions {
  const whole = (option: string, found: Written | undefined) =>
    found === undefined ? null : wholeOf(option, found, 1);
  return {
    kind: oneOf('--engine', call.engine ?? 'threads', ['threads', 'queue']),
    threads: whole('--threads', call.threads),
    queue: call.queue ?? null,
    tileCells: whole('--tile-cells', call.tileCells),
    waitSeconds: whole('--wait', call.wait) ?? 60,
  };
}

function oneOf<Word extends string>(option: string, found: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === found);
  if (word === undefined) throw wrong(option, found, phrases.oneOf(words.join(', ')));
  return word;
}

/** Radars that look at the ground have wavelengths from 3 cm (X band) to 70 cm (P band); 56.2 was meant as millimetres. */
function wavelengthOf(written: Written): number {
  const found = numberOf('--wavelength', written);
  if (found > 0.01 && found < 1.5) return found;
  throw wrong('--wavelength', String(written), {
    en: 'metres, such as 0.0555 of Sentinel-1',
    zh: '以米为单位的数，如 Sentinel-1 的 0.0555',
  });
}

function incidenceOf(written: Written): number {
  const found = numberOf('--incidence', written);
  if (found >= 0 && found < 90) return found;
  throw wrong('--incidence', String(written), {
    en: 'degrees from the vertical, from 0 to below 90',
    zh: '与垂线的夹角，0 至 90 度（不含 90）',
  });
}

function referenceOf(word: string): ReferenceWord {
  if (word === 'auto') return { kind: 'auto' };
  const numbers = /^(\d+),(\d+)(?:,(\d+))?$/.exec(word.replaceAll(' ', ''));
  if (numbers !== null) {
    const [row, column, half] = numbers.slice(1).map((digits) => Number(digits ?? 0));
    return { kind: 'window', window: { row: row as number, column: column as number, half: half as number } };
  }
  if (/\.(geo)?json$/i.test(word)) return { kind: 'polygon', file: word };
  throw wrong('--reference', word, {
    en: 'ROW,COL or ROW,COL,HALF from 0, a GeoJSON file, or auto',
    zh: '行,列 或 行,列,半宽（从 0 起数）、GeoJSON 文件，或 auto',
  });
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
