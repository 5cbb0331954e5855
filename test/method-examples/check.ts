import {
  availability,
  correlate,
  correlationFlags,
  cronbachAlpha,
  indicatorStatistics,
  kurtosis,
  screen,
  skewness,
} from '../../src/assess/composite/check/index.js';
import { denominate } from '../../src/assess/composite/denominate/index.js';
import { column, columns, type Examples } from './example.js';
import { oneGroup, plainTable } from './table.js';

/** Examples of the pages in docs/methods/check/. */
export const checkExamples: Examples = {
  'check.denominate': (given) => {
    const table = plainTable([column(given.values)], {
      denominators: new Map([['people', column(given.denominator)]]),
    });
    const { columns: made, issues } = denominate(table);
    return { values: made[0], lost: Number(/: (\d+) values/.exec(issues[0]?.message.en ?? '')?.[1]) };
  },
  'check.availability': (given) => {
    const { missing, zeros, available, nonZero } = availability(columns(given.columns));
    return { missing, zeros, available, nonZero };
  },
  'check.screen': (given) => {
    const kept = (by: 'missing' | 'zeros' | 'either') =>
      screen(columns(given.columns), { threshold: Number(given.threshold), by }).keep;
    return { missing: kept('missing'), zeros: kept('zeros'), either: kept('either') };
  },
  'check.indicator-statistics': (given) => {
    const found = indicatorStatistics(column(given.column));
    const { mean, median, deviation, available, nonZero, unique, same, availableShare, outliers } = found;
    return { mean, median, deviation, available, nonZero, unique, same, availableShare, outliers };
  },
  'check.skewness-kurtosis': (given) => ({
    skewness: skewness(column(given.column)),
    kurtosis: kurtosis(column(given.column)),
  }),
  'check.pearson': ({ a, b }) => correlate(column(a), column(b), 'pearson'),
  'check.spearman': ({ a, b }) => correlate(column(a), column(b), 'spearman'),
  'check.kendall': ({ a, b }) => correlate(column(a), column(b), 'kendall'),
  'check.correlation-flags': (given) => {
    const names = Object.keys(given.columns as object);
    const limits = { high: Number(given.high), low: Number(given.low) };
    const found = correlationFlags(columns(given.columns), oneGroup(names), limits);
    return found.map(({ first, second, flag }) => `${first} ${second} ${flag}`);
  },
  'check.cronbach-alpha': (given) => cronbachAlpha(columns(given.columns)),
};
