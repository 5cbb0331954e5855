import { AfterlodeError, phrases } from '../../../base/index.js';
import { usualChain } from '../chain/index.js';
import type { Chain, Hierarchy, Treatment } from '../types.js';
import {
  aggregationOf,
  forcedOf,
  imputationOf,
  normalisationOf,
  scaleScopeOf,
  screeningOf,
  transformOf,
} from './step-words.js';
import type { ScoreTablesOptions } from './types.js';
import { weightingOf } from './weight-words.js';
import { pairsOf, wordOf } from './words.js';

/**
 * The chain that options say.
 *
 * @throws AfterlodeError CALL_OPTION for a word or number that is no choice
 */
export function chainOf(options: ScoreTablesOptions, hierarchy: Hierarchy): Chain {
  const range = options.range ?? [0, 100];
  const scale = scaleScopeOf(options.scale ?? 'whole');
  return {
    denominate: options.denominate ?? false,
    impute: imputationOf(options.impute ?? 'none'),
    screen: screeningOf(options.screen ?? 'none'),
    treat: treatmentOf(options, hierarchy),
    normalise: normalisationOf(options.normalise ?? 'minmax', range),
    normaliseOne: new Map(
      pairsOf(options.normaliseOne ?? '', '--normalise-one').map(([code, word]) => [
        indicatorIn(hierarchy, code, '--normalise-one'),
        normalisationOf(word, range),
      ]),
    ),
    treatScope: 'each',
    scaleScope: scale,
    reference: null,
    weigh: weightingOf(options.weights ?? 'meta', hierarchy, options.judgements),
    aggregate: (options.aggregate ?? 'amean').split(',').map(aggregationOf),
    minimumCoverage: share(options.minimumCoverage ?? null, '--minimum-coverage'),
  };
}

function treatmentOf(options: ScoreTablesOptions, hierarchy: Hierarchy): Treatment {
  const usual = usualChain.treat;
  const { treatSkew, treatKurtosis, treatPoints, treatFallback, treatForced, treatCombined } = options;
  return {
    method: wordOf(options.treat ?? 'none', ['none', 'winsor'], '--treat').word,
    skew: above(treatSkew ?? usual.skew, '--treat-skew'),
    kurtosis: finite(treatKurtosis ?? usual.kurtosis, '--treat-kurtosis'),
    points: above(treatPoints ?? usual.points, '--treat-points'),
    fallback: treatFallback === undefined ? usual.fallback : transformOf(treatFallback, '--treat-fallback'),
    combined: treatCombined ?? usual.combined,
    forced: new Map(
      pairsOf(treatForced ?? '', '--treat-forced').map(([code, word]) => [
        indicatorIn(hierarchy, code, '--treat-forced'),
        forcedOf(word),
      ]),
    ),
  };
}

/** The code itself, where it is one of an indicator. */
function indicatorIn({ nodes, leaves }: Hierarchy, code: string, option: string): string {
  const codes = nodes.slice(0, leaves).map((node) => node.code);
  if (codes.includes(code)) return code;
  throw new AfterlodeError('CALL_OPTION', option, { found: code, expected: codes.join(', ') });
}

function share(value: number | null, option: string): number | null {
  if (value === null || (value >= 0 && value <= 1)) return value;
  throw new AfterlodeError('CALL_OPTION', option, { found: value, expected: phrases.share });
}

function above(value: number, option: string): number {
  if (value >= 0 && Number.isFinite(value)) return value;
  throw new AfterlodeError('CALL_OPTION', option, { found: value, expected: phrases.numberFrom0 });
}

function finite(value: number, option: string): number {
  if (Number.isFinite(value)) return value;
  throw new AfterlodeError('CALL_OPTION', option, { found: value, expected: phrases.number });
}
