import type { ScoreTablesOptions } from '../../assess/index.js';
import type { RawVariation } from './default-factors.js';
import { usualWords } from './words.js';

/** The words of a run with usual values filled in. */
export interface IndexSettings {
  readonly program: string;
  readonly version: string;
  /** Options of the steps; an empty text or null: not set. */
  readonly options: Readonly<Record<string, string | number | boolean | null>>;
  /** What varied and how; null where nothing did. */
  readonly variation: VariationSettings | null;
}

/** What varied: a file of uncertainties with these words gives the same answer. */
export interface VariationSettings {
  readonly runs: number;
  readonly seed: number;
  readonly threshold: number | null;
  readonly time: number | null;
  /** Of the sensitivity design; null where it was not asked for. */
  readonly samples: number | null;
  readonly factors: RawVariation['factors'];
}

/** The settings of a run. */
export function settingsOf(
  version: string,
  { judgements: _table, range: _range, ...options }: ScoreTablesOptions,
  variation: VariationSettings | null,
): IndexSettings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    program: 'afterlode',
    version,
    options: { ...usualWords, minimumCoverage: null, ...given },
    variation,
  };
}
