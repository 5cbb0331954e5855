import { AfterlodeError, phrases } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import { type SuccessorWeights, successorCriteria } from '../../plan/index.js';
import type { ComplexityWords } from '../complexity/call.js';
import { numberOf, type Written } from '../composite/words.js';

/** Options of successors as a command or a request writes them. */
export interface SuccessorsWords extends ComplexityWords {
  /** Year of the shipped census whose employment is taken instead of a table; default the latest. */
  readonly census?: string;
  /** Carbon per unit above which an activity may strand; default the median of the figures given. */
  readonly carbonMiddle?: Written;
  /** `density=2,carbon=1`, or the same as numbers by criterion; what is not named keeps the weight of the catalog. */
  readonly weights?: string | Readonly<Partial<Record<string, number>>>;
}

/** Tables of successors; each may be absent. */
export interface SuccessorsTables {
  /** `place,activity,value`; absent: the employment of a census. */
  readonly table?: RowSource;
  /** `activity,gate,needs[,unit][,sense][,source]`. */
  readonly needs?: RowSource;
  /** `place,gate,has[,source]`. */
  readonly has?: RowSource;
  /** `activity[,jobs][,skills][,carbon][,water][,controlled]`. */
  readonly figures?: RowSource;
}

/** The command `successors`, as written. */
export interface SuccessorsCall extends SuccessorsWords, SuccessorsTables {
  /** Folder for CSV files and a workbook. */
  readonly out?: string;
}

/**
 * Weights of the criteria: those of the catalog but for what is named.
 *
 * @throws AfterlodeError CALL_OPTION for a criterion that is none, a weight below 0, or none above 0
 */
export function weightsOf(
  usual: SuccessorWeights,
  written: SuccessorsWords['weights'] = {},
): SuccessorWeights {
  const named = typeof written === 'string' ? pairsOf(written) : Object.entries(written);
  const weights: Record<string, number> = { ...usual };
  for (const [criterion, value] of named) {
    if (!(successorCriteria as readonly string[]).includes(criterion))
      throw wrong(criterion, phrases.oneOf(successorCriteria.join(', ')));
    const weight = numberOf('--weights', value ?? '');
    if (!(weight >= 0)) throw wrong(String(value), phrases.numberFrom0);
    weights[criterion] = weight;
  }
  if (!Object.values(weights).some((weight) => weight > 0))
    throw wrong(phrases.none, { en: 'one weight above 0', zh: '至少一个大于 0 的权重' });
  return weights as SuccessorWeights;
}

function pairsOf(written: string): readonly (readonly [string, string])[] {
  return written
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [criterion = '', value, ...more] = one.split('=').map((part) => part.trim());
      if (value === undefined || more.length > 0)
        throw wrong(one, { en: 'such as density=2', zh: '如 density=2' });
      return [criterion, value] as const;
    });
}

function wrong(
  found: string | { en: string; zh: string },
  expected: { en: string; zh: string },
): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', '--weights', { found, expected });
}

/** @throws AfterlodeError CALL_OPTION */
export function carbonMiddleOf(written: Written | undefined): number | null {
  if (written === undefined) return null;
  const found = numberOf('--carbon-middle', written);
  if (found >= 0) return found;
  throw new AfterlodeError('CALL_OPTION', '--carbon-middle', {
    found: String(written),
    expected: phrases.numberFrom0,
  });
}
