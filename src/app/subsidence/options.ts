import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { numberOf, optionName, type Written, wholeOf } from '../composite/words.js';
import type { AngleWord, EngineOptions, ReferenceWord, SubsidenceCall, SubsidenceOptions } from './call.js';

/**
 * Checks the words of a call.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function subsidenceOptions(call: SubsidenceCall): SubsidenceOptions {
  refuseLonely(call);
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

/** Options that say something of another one, which has to be there: alone they would be silently without effect. */
const companions = [
  ['secondReference', 'second'],
  ['secondWavelength', 'second'],
  ['secondIncidence', 'second'],
  ['secondHeading', 'second'],
  ['heading', 'second'],
  ['slantRange', 'demError'],
] as const;

function refuseLonely(call: SubsidenceCall): void {
  for (const [name, other] of companions) {
    if (call[name] === undefined || call[other] !== undefined) continue;
    const wanted = optionName(other);
    throw wrong(optionName(name), String(call[name]), {
      en: `${wanted} beside it`,
      zh: `与 ${wanted} 一同给出`,
    });
  }
}

function engineOf(call: SubsidenceCall): EngineOptions {
  const whole = (option: string, found: Written | undefined) =>
    found === undefined ? null : wholeOf(option, found, 1);
  return {
    kind: oneOf('--engine', call.engine ?? 'threads', ['threads', 'queue']),
    threads: whole('--threads', call.threads),
    queue: call.queue ?? null,
    tileCells: whole('--tile-cells', call.tileCells),
    waitSeconds: whole('--wait', call.wait),
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
