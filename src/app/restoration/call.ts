import { parameterValue } from '../../assess/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { Doubtful } from '../../plan/index.js';
import { numberOf, type Written } from '../composite/words.js';

/** Options of restoration as a command or a request writes them. */
export interface RestorationWords {
  /** Rate of discount, 1 a year. */
  readonly rate?: Written;
  /** Runs in which all turns out otherwise at once. */
  readonly runs?: Written;
  readonly seed?: Written;
}

/** The command `restoration`, as written. */
export interface RestorationCall extends RestorationWords {
  /** Table `project,year,item,kind,amount,payer,area_mu,unit_price,claim`. */
  readonly ledger: string;
  /** Folder for CSV files and a workbook. */
  readonly out?: string;
}

export interface RestorationOptions {
  readonly rate: number;
  readonly doubtful: Doubtful;
  readonly draws: { readonly runs: number; readonly seed: number; readonly confidence: number };
}

/** @throws AfterlodeError CALL_OPTION */
export function restorationOptions(words: RestorationWords, catalog: Catalog): RestorationOptions {
  const value = (name: string) => parameterValue(catalog, `restoration_${name}`);
  const rate = within('--rate', words.rate, value('rate'), 0, 1);
  return {
    rate,
    doubtful: {
      landPrice: value('land_price_spread'),
      delay: value('delay'),
      costs: value('cost_spread'),
      rates: [Math.min(rate, value('rate_low')), Math.max(rate, value('rate'))],
    },
    draws: {
      runs: whole('--runs', words.runs, 2000, 100, 100_000),
      seed: whole('--seed', words.seed, 1, 0, 2 ** 31),
      confidence: value('confidence'),
    },
  };
}

function within(
  option: string,
  written: Written | undefined,
  usual: number,
  from: number,
  to: number,
): number {
  if (written === undefined) return usual;
  const found = numberOf(option, written);
  if (found >= from && found <= to) return found;
  throw wrong(option, written, phrases.share);
}

function whole(
  option: string,
  written: Written | undefined,
  usual: number,
  from: number,
  to: number,
): number {
  if (written === undefined) return usual;
  const found = numberOf(option, written);
  if (Number.isInteger(found) && found >= from && found <= to) return found;
  throw wrong(option, written, {
    en: `a whole number from ${from} to ${to}`,
    zh: `${from} 到 ${to} 之间的整数`,
  });
}

function wrong(option: string, written: Written, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found: String(written), expected });
}
