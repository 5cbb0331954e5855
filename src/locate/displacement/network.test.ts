import { describe, expect, it } from 'vitest';
import { networkOf, partsOf, yearsOf } from './network.js';

const pairs = (...dates: [string, string][]) =>
  networkOf(
    dates,
    dates.map((_, at) => `${at}.tif`),
  );

describe('network of pairs', () => {
  it('takes each date once, in order', () => {
    const network = pairs(['2018-03-01', '2018-04-01'], ['2018-01-01', '2018-03-01']);
    expect(network.epochs).toEqual(['2018-01-01', '2018-03-01', '2018-04-01']);
    expect(network.pairs).toEqual([
      { first: 1, second: 2 },
      { first: 0, second: 1 },
    ]);
    expect([...yearsOf(network.epochs)]).toEqual([0, 59 / 365.25, 90 / 365.25]);
  });

  it('refuses what is no pair, naming it', () => {
    const code = /DISPLACEMENT_PAIRS/;
    expect(() => pairs()).toThrow(code);
    expect(() => pairs(['2018-01-01', '2018-01-01'])).toThrow(/0\.tif.*earlier date first/);
    expect(() => pairs(['2018-03-01', '2018-01-01'])).toThrow(code);
    expect(() => pairs(['2018-01-01', '2018-02-30'])).toThrow(/2018-02-30/);
    expect(() => pairs(['2018-01-01', '2018-02-01'], ['2018-01-01', '2018-02-01'])).toThrow(/1\.tif.*once/);
  });

  it('finds parts that no pair joins', () => {
    expect(
      partsOf(5, [
        { first: 0, second: 3 },
        { first: 1, second: 3 },
        { first: 2, second: 4 },
      ]),
    ).toEqual([
      [0, 1, 3],
      [2, 4],
    ]);
    expect(partsOf(2, [])).toEqual([[0], [1]]);
  });
});
