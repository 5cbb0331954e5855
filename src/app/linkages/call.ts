import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { numberOf, type Written } from '../composite/words.js';

/** Options of linkages as a command or a request writes them. */
export interface LinkagesWords {
  /** Sector that is taken out; several are separated by commas, each taken out alone. */
  readonly extract?: string | readonly string[];
  /** δ of the location quotient by which a national table becomes one of a city, 0 to 1. */
  readonly delta?: Written;
}

/** The command `linkages`, as written. */
export interface LinkagesCall extends LinkagesWords {
  /** Table `from,to,value`. */
  readonly flows?: string;
  /** Table `sector,output`. */
  readonly output?: string;
  /** Id of an input–output table of the pack, instead of both. */
  readonly packTable?: string;
  /** Table `sector,city,country` of jobs: the table is brought to the city. */
  readonly jobs?: string;
  /** Folder for CSV files and a workbook. */
  readonly out?: string;
}

/** δ as it is used in the literature where nobody has estimated it (domain notes, complexity, mark M). */
export const usualDelta = 0.3;

/** @throws AfterlodeError CALL_OPTION */
export function deltaOf(written: Written | undefined): number {
  if (written === undefined) return usualDelta;
  const found = numberOf('--delta', written);
  if (found >= 0 && found <= 1) return found;
  throw wrong('--delta', String(written), phrases.share);
}

/**
 * Sectors to be taken out, as indices.
 *
 * @throws AfterlodeError CALL_OPTION for one that the table has not
 */
export function extracted(words: LinkagesWords, sectors: readonly string[]): readonly number[] {
  const { extract = [] } = words;
  const asked = (typeof extract === 'string' ? extract.split(',') : extract)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return [...new Set(asked)].map((one) => {
    const at = sectors.indexOf(one);
    if (at >= 0) return at;
    throw wrong('--extract', one, phrases.oneOf(sectors.slice(0, 60).join(', ')));
  });
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
