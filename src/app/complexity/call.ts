import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { type ComplexitySettings, referenceSettings } from '../../plan/index.js';
import { numberOf, type Written } from '../composite/words.js';

/** Options of complexity as a command or a request writes them. */
export interface ComplexityWords {
  /** Revealed comparative advantage from which an activity is present. */
  readonly threshold?: Written;
  /** Smallest value that counts as present, in the unit of the table. */
  readonly least?: Written;
  /** Size at which a place is drawn half way to the shares of all, in the unit of the table. */
  readonly shrink?: Written;
  /** `presence` or `correlation`. */
  readonly proximity?: string;
  /** Whether an activity counts as near to itself; yes by the reference. */
  readonly self?: boolean;
  /** Activities that are left out in a second computation, such as mining; separated by commas, or a list. */
  readonly without?: string | readonly string[];
}

/** The command `complexity`, as written. */
export interface ComplexityCall extends ComplexityWords {
  /** Table `place,activity,value`. */
  readonly table?: string;
  /** Year of the shipped census whose employment is taken instead of a table. */
  readonly census?: string;
  /** Folder for CSV files and a workbook. */
  readonly out?: string;
}

/** @throws AfterlodeError CALL_OPTION */
export function complexitySettings(words: ComplexityWords): ComplexitySettings {
  const { proximity = referenceSettings.proximity } = words;
  if (proximity !== 'presence' && proximity !== 'correlation')
    throw wrong('--proximity', proximity, phrases.oneOf('presence, correlation'));
  return {
    threshold: atLeast('--threshold', words.threshold, referenceSettings.threshold, true),
    least: atLeast('--least', words.least, referenceSettings.least, false),
    shrink: atLeast('--shrink', words.shrink, referenceSettings.shrink, false),
    proximity,
    self: words.self ?? referenceSettings.self,
  };
}

function atLeast(option: string, written: Written | undefined, usual: number, above: boolean): number {
  if (written === undefined) return usual;
  const found = numberOf(option, written);
  if (above ? found > 0 : found >= 0) return found;
  throw wrong(option, String(written), above ? phrases.numberAbove0 : phrases.numberFrom0);
}

/**
 * The activities that a second computation leaves out.
 *
 * @throws AfterlodeError CALL_OPTION where the table has none of that name, or nothing else
 */
export function leftOut(words: ComplexityWords, activities: readonly string[]): readonly string[] {
  const { without = [] } = words;
  const named = typeof without === 'string' ? without.split(',') : without;
  const asked = named.map((one) => one.trim()).filter((one) => one !== '');
  const unknown = asked.find((one) => !activities.includes(one));
  if (unknown !== undefined)
    throw wrong('--without', unknown, phrases.oneOf(activities.slice(0, 30).join(', ')));
  if (asked.length > 0 && activities.every((one) => asked.includes(one)))
    throw wrong('--without', asked.join(', '), {
      en: 'some activities that stay',
      zh: '须保留部分行业',
    });
  return asked;
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
