import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { LineBounds } from '../../plan/index.js';
import { numberOf, type Written } from '../composite/words.js';

/** Options of renewal as a command or a request writes them. */
export interface RenewalWords {
  /** Least share of spending for livelihood, 0–1. */
  readonly livelihoodShare?: Written;
  /** Factor of value from a year to the next. */
  readonly discount?: Written;
  /** Seconds. */
  readonly timeLimit?: Written;
  /** Share of the objective within which the search may end. */
  readonly gap?: Written;
  /** Plans at other costs; 0: none. */
  readonly draws?: Written;
  readonly seed?: Written;
}

/** The command `renewal`, as written: paths of files. */
export interface RenewalCall extends RenewalWords {
  readonly projects: string;
  readonly budget: string;
  readonly precedence?: string;
  readonly capacity?: string;
  readonly parcels?: string;
  /** Folder for CSV files, a workbook and the picture. */
  readonly out?: string;
}

/** What a plan is made by. */
export interface RenewalOptions {
  readonly livelihoodShare: number;
  readonly discount: number;
  readonly limits: { readonly seconds: number; readonly gap: number };
  readonly robust: {
    readonly spread: number;
    readonly draws: number;
    readonly seed: number;
    readonly gap: number;
  };
  readonly bounds: LineBounds;
  readonly rentRise: number;
  readonly operatingYears: number;
}

/** @throws AfterlodeError CALL_OPTION */
export function renewalOptions(words: RenewalWords, catalog: Catalog): RenewalOptions {
  const value = (name: string) => parameterValue(catalog, `renewal_${name}`);
  const share = within(
    '--livelihood-share',
    words.livelihoodShare ?? value('livelihood_share'),
    phrases.share,
    (x) => x >= 0 && x <= 1,
  );
  const factor = within(
    '--discount',
    words.discount ?? value('discount'),
    { en: 'a factor above 0 up to 1', zh: '大于 0 且不超过 1 的因子' },
    (x) => x > 0 && x <= 1,
  );
  const seconds = within(
    '--time-limit',
    words.timeLimit ?? value('time_limit'),
    { en: 'seconds above 0, up to 600', zh: '大于 0 且不超过 600 的秒数' },
    (x) => x > 0 && x <= 600,
  );
  const gap = within('--gap', words.gap ?? 0, phrases.share, (x) => x >= 0 && x <= 1);
  return {
    livelihoodShare: share,
    discount: factor,
    limits: { seconds, gap },
    robust: {
      spread: value('cost_spread'),
      draws: whole('--draws', words.draws ?? 0, 1000),
      seed: whole('--seed', words.seed ?? 1, 2 ** 31),
      gap: value('draw_gap'),
    },
    bounds: {
      demolition: value('demolition_share'),
      ratio: value('new_ratio'),
      resettled: value('resettled_share'),
    },
    rentRise: value('rent_rise'),
    operatingYears: value('operating_years'),
  };
}

function within(option: string, written: Written, expected: Text, good: (value: number) => boolean): number {
  const found = numberOf(option, written);
  if (good(found)) return found;
  throw new AfterlodeError('CALL_OPTION', option, { found: String(written), expected });
}

function whole(option: string, written: Written, most: number): number {
  const expected = { en: `a whole number from 0 to ${most}`, zh: `0 到 ${most} 之间的整数` };
  return within(option, written, expected, (x) => Number.isInteger(x) && x >= 0 && x <= most);
}
