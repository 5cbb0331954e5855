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
  readonly waitSeconds: number;
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

/**
 * Checks the words of a call.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function subsidenceOptions(call: SubsidenceCall): SubsidenceOptions {
  return {
    engine: engineOf(call),
    wavelengthM: call.wavelength === undefined ? null : wavelengthOf('--wavelength', call.wavelength),
    reference: referenceOf('--reference', call.reference ?? 'auto'),
    inversion: {
      minimumObservations: wholeOf('--minimum-observations', call.minimumObservations ?? 10, 1),
      weights: oneOf('--weights', call.weights ?? 'equal', ['equal', 'coherence']),
      robust: call.robust === true,
    },
    closure: oneOf('--closure', call.closure ?? 'none', ['none', 'check', 'mend']),
    ramp: oneOf('--ramp', call.ramp ?? 'none', ['none', 'plane']),
    season: call.season === true,
    acceleration: call.acceleration === true,
    incidence: angleOf('--incidence', call.incidence, isIncidence),
    heading: angleOf('--heading', call.heading, isHeading),
    slantRangeM: call.slantRange === undefined ? null : slantRangeOf(call.slantRange),
    demError: call.demError === true,
    bootstrap: call.bootstrap === undefined ? null : wholeOf('--bootstrap', call.bootstrap, leastDrawings),
    seed: wholeOf('--seed', call.seed ?? 1, 0),
    changePoint: changePointOf(call),
    positive:
      call.positive === undefined ? null : oneOf('--positive', call.positive, ['away', 'towards'] as const),
    connected: call.connected === true,
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
function wavelengthOf(option: string, written: Written): number {
  const found = numberOf(option, written);
  if (found > 0.01 && found < 1.5) return found;
  throw wrong(option, String(written), {
    en: 'metres, such as 0.0555 of Sentinel-1',
    zh: '以米为单位的数，如 Sentinel-1 的 0.0555',
  });
}

/** Fewer drawings do not reach the outer 2.5% on both sides. */
const leastDrawings = 40;

interface AngleRange {
  readonly holds: (degrees: number) => boolean;
  readonly expected: Text;
}

const isIncidence: AngleRange = {
  holds: (degrees) => degrees >= 0 && degrees < 90,
  expected: {
    en: 'degrees from the vertical, from 0 to below 90, or a GeoTIFF of them',
    zh: '与垂线的夹角，0 至 90 度（不含 90），或其 GeoTIFF',
  },
};
const isHeading: AngleRange = {
  holds: (degrees) => degrees >= -360 && degrees <= 360,
  expected: {
    en: 'degrees from north by east such as -12 or 348, or a GeoTIFF of them',
    zh: '自北向东的飞行方向，如 -12 或 348 度，或其 GeoTIFF',
  },
};

function angleOf(option: string, written: Written | undefined, range: AngleRange): AngleWord | null {
  if (written === undefined) return null;
  if (typeof written === 'string' && /\.tiff?$/i.test(written)) return { kind: 'file', file: written };
  const degrees = typeof written === 'string' && written.trim() === '' ? Number.NaN : Number(written);
  if (range.holds(degrees)) return { kind: 'number', degrees };
  throw wrong(option, String(written), range.expected);
}

/** No radar in orbit is nearer than 100 km or farther than 10,000 km; 850 was meant as kilometres. */
function slantRangeOf(written: Written): number {
  const found = numberOf('--slant-range', written);
  if (found >= 1e5 && found <= 1e7) return found;
  throw wrong('--slant-range', String(written), {
    en: 'metres from the satellite to the ground, such as 880000',
    zh: '卫星到地面的距离（米），如 880000',
  });
}

/** A line that bends everywhere has no one date at which it bends. */
function changePointOf({ changePoint, acceleration }: SubsidenceCall): boolean {
  if (changePoint === true && acceleration === true)
    throw wrong('--change-point', '--acceleration', {
      en: 'one of the two: both describe how the rate changes',
      zh: '二者之一：两者都描述速率的变化',
    });
  return changePoint === true;
}

/**
 * Options of the second track of a call: as those of the first but for what has an option of its own.
 *
 * @param reference ground that the first track is told against
 * @throws AfterlodeError CALL_OPTION
 */
export function secondOptions(
  call: SubsidenceCall,
  options: SubsidenceOptions,
  reference: ReferenceWord,
): SubsidenceOptions {
  return {
    ...options,
    wavelengthM:
      call.secondWavelength === undefined ? null : wavelengthOf('--second-wavelength', call.secondWavelength),
    reference:
      call.secondReference === undefined
        ? reference
        : referenceOf('--second-reference', call.secondReference),
    incidence: angleOf('--second-incidence', call.secondIncidence, isIncidence),
    heading: angleOf('--second-heading', call.secondHeading, isHeading),
    demError: false,
  };
}

function referenceOf(option: string, word: string): ReferenceWord {
  if (word === 'auto') return { kind: 'auto' };
  const numbers = /^(\d+),(\d+)(?:,(\d+))?$/.exec(word.replaceAll(' ', ''));
  if (numbers !== null) {
    const [row, column, half] = numbers.slice(1).map((digits) => Number(digits ?? 0));
    return { kind: 'window', window: { row: row as number, column: column as number, half: half as number } };
  }
  if (/\.(geo)?json$/i.test(word)) return { kind: 'polygon', file: word };
  throw wrong(option, word, {
    en: 'ROW,COL or ROW,COL,HALF from 0, a GeoJSON file, or auto',
    zh: '行,列 或 行,列,半宽（从 0 起数）、GeoJSON 文件，或 auto',
  });
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
