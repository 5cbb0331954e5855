import { describe, expect, it } from 'vitest';
import {
  ancestorCorrelations,
  availability,
  type CorrelationKind,
  correlationFlags,
  correlationMatrix,
  denominatorCorrelations,
  groupAlphas,
  indicatorStatistics,
  screen,
} from '../../src/assess/composite/check/index.js';
import {
  allNear,
  Comparison,
  codes,
  columnOf,
  hierarchy,
  type Rows,
  raw,
  read,
  step,
  steps,
  tableOf,
  toNumber,
  word,
} from './index-check-tables.js';

/** Checks and screening against results of the R package COINr. */

/**
 * TolMin has values that differ in R but not in the twelve digits of the tables: here they are ties, so that its different
 * values and its ranks cannot be compared.
 */
const rounded = 'TolMin';

function compareCounts(counts: ReturnType<typeof availability>, wanted: Rows): Comparison {
  const names = ['N_missing', 'N_zero', 'N_miss_or_zero', 'Dat_Avail', 'Non_Zero'];
  const { missing, zeros, available, nonZero } = counts;
  const both = missing.map((count, row) => count + (zeros[row] as number));
  const columns = [missing, zeros, both, available, nonZero].map((column) => Float64Array.from(column));
  return new Comparison(step).columns(columns, names, wanted);
}

describe('checks', async () => {
  const aggregated = await read('build/7_aggregated.csv');
  const scores = hierarchy.nodes.map(({ code }) => columnOf(aggregated, code));
  const indicators = scores.slice(0, hierarchy.leaves);

  it('data_availability_units and data_availability_by_group', async () => {
    const counts = availability(raw.columns, hierarchy);
    expect(compareCounts(counts, await read('checks/data_availability_units.csv')).outcome).toEqual(
      allNear(51 * 5),
    );
    const names = counts.groups.map(({ code }) => code);
    const groups = counts.groups.map(({ available }) => available);
    const wanted = await read('checks/data_availability_by_group.csv');
    expect(new Comparison(step).columns(groups, names, wanted).outcome).toEqual(allNear(51 * 11));
  });

  const flags = {
    fewValues: 'Flag.Avail',
    manyZeros: 'Flag.NonZero',
    fewDifferent: 'Flag.Unique',
    skewed: 'Flag.SkewKurt',
  };
  const words = {
    minimum: 'Min',
    maximum: 'Max',
    mean: 'Mean',
    median: 'Median',
    deviation: 'Std',
    skewness: 'Skew',
    kurtosis: 'Kurt',
    available: 'N.Avail',
    nonZero: 'N.NonZero',
    unique: 'N.Unique',
    same: 'N.Same',
    availableShare: 'Frc.Avail',
    nonZeroShare: 'Frc.NonZero',
    uniqueShare: 'Frc.Unique',
    sameShare: 'Frc.Same',
  } as const;
  it.each([
    ['indicator_stats_raw', 'build/1_raw.csv'],
    ['indicator_stats_treated', 'build/5_treated.csv'],
  ])('%s', async (file, values) => {
    const rows = await read(values);
    const comparison = new Comparison(step);
    for (const row of await read(`checks/${file}.csv`)) {
      const made = indicatorStatistics(columnOf(rows, word(row, 'iCode')));
      for (const [name, theirs] of Object.entries(words)) {
        if (word(row, 'iCode') === rounded && name.startsWith('unique')) continue;
        const found = made[name as keyof typeof words];
        comparison.add(`${word(row, 'iCode')} ${name}`, found, toNumber(word(row, theirs)));
      }
      for (const [name, theirs] of Object.entries(flags)) {
        expect(made.flags[name as keyof typeof flags]).toBe(word(row, theirs) !== 'ok');
      }
    }
    expect(comparison.outcome).toEqual(allNear(49 * 15 - 2));
  });

  it.each<CorrelationKind>(['pearson', 'spearman', 'kendall'])('corr_normalised_%s', async (kind) => {
    const matrix = correlationMatrix(indicators, kind);
    const compared = codes.filter((code) => kind === 'pearson' || code !== rounded);
    const columns = compared.map((code) =>
      matrix.subarray(codes.indexOf(code) * codes.length).subarray(0, codes.length),
    );
    const wanted = await read(`checks/corr_normalised_${kind}.csv`);
    const comparison = new Comparison(steps);
    compared.forEach((code, at) => {
      const theirs = wanted.find((row) => word(row, 'iCode') === code) ?? new Map<string, string>();
      for (const other of compared) {
        const found = columns[at]?.[codes.indexOf(other)] ?? Number.NaN;
        comparison.add(`${code} ${other}`, found, toNumber(word(theirs, other)));
      }
    });
    expect(comparison.outcome).toEqual(allNear(compared.length ** 2));
    expect(compared.length).toBe(kind === 'pearson' ? 49 : 48);
  });

  it('corr_pillars', async () => {
    const pillars = hierarchy.nodes.flatMap(({ level }, at) => (level === 2 ? [at] : []));
    const matrix = correlationMatrix(pillars.map((at) => scores[at] as Float64Array));
    const names = pillars.map((at) => hierarchy.nodes[at]?.code);
    const comparison = new Comparison(steps);
    for (const row of await read('checks/corr_pillars.csv')) {
      const [i, j] = [names.indexOf(word(row, 'Var1')), names.indexOf(word(row, 'Var2'))];
      comparison.add(
        `${i} ${j}`,
        matrix[i * names.length + j] ?? Number.NaN,
        toNumber(word(row, 'Correlation')),
      );
    }
    expect(comparison.outcome).toEqual(allNear(64));
  });

  it('corr_indicator_vs_parent', async () => {
    const levels = ['', '', 'Pillar', 'Sub-index', 'Index'];
    const made = ancestorCorrelations(scores, hierarchy);
    const comparison = new Comparison(steps);
    for (const row of await read('checks/corr_indicator_vs_parent.csv')) {
      const found = made.find(
        ({ indicator, level }) => indicator === word(row, 'Var2') && levels[level] === word(row, 'Var1'),
      );
      comparison.add(word(row, 'Var2'), found?.correlation ?? Number.NaN, toNumber(word(row, 'Correlation')));
    }
    expect(comparison.outcome).toEqual(allNear(49 * 3));
    expect(made.length).toBe(49 * 3);
  });

  it('corr_flags_high_075 and corr_flags_low_m05', async () => {
    const leaves = { ...hierarchy, nodes: hierarchy.nodes.filter(({ level }) => level <= 2) };
    const made = correlationFlags(indicators, leaves, { high: 0.75, low: -0.5 });
    for (const [flag, file, count] of [
      ['high', 'corr_flags_high_075', 2],
      ['low', 'corr_flags_low_m05', 3],
    ] as const) {
      const wanted = await read(`checks/${file}.csv`);
      const comparison = new Comparison(steps);
      for (const row of wanted) {
        const pair = [word(row, 'Ind1'), word(row, 'Ind2')].toSorted().join();
        const found = made.find((one) => [one.first, one.second].toSorted().join() === pair);
        expect(found?.group).toBe(word(row, 'Group'));
        comparison.add(pair, found?.correlation ?? Number.NaN, toNumber(word(row, 'Corr')));
      }
      expect(comparison.outcome).toEqual(allNear(count));
      expect(made.filter((one) => one.flag === flag).length).toBe(count);
    }
  });

  it('corr_denominators_06', async () => {
    const made = denominatorCorrelations(raw, 0.6);
    const comparison = new Comparison(step);
    for (const row of await read('checks/corr_denominators_06.csv')) {
      const found = made.find(
        (one) => one.indicator === word(row, 'Ind') && one.denominator === word(row, 'Denom'),
      );
      comparison.add(word(row, 'Ind'), found?.correlation ?? Number.NaN, toNumber(word(row, 'Corr')));
    }
    expect(comparison.outcome).toEqual(allNear(12));
    expect(made.length).toBe(12);
  });

  it('cronbach_alpha', async () => {
    const made = groupAlphas(scores, hierarchy);
    const comparison = new Comparison(steps);
    for (const row of await read('checks/cronbach_alpha.csv')) {
      const found = made.find(({ group }) => group === word(row, 'Group'));
      expect(found?.level).toBe(Number(word(row, 'Level')));
      comparison.add(word(row, 'Group'), found?.alpha ?? Number.NaN, toNumber(word(row, 'alpha')));
    }
    expect(comparison.outcome).toEqual(allNear(10));
  });
});

describe('build, step 4', () => {
  it('4_screened and screening_summary', async () => {
    const imputed = tableOf(await read('build/3_imputed.csv'));
    const { rows, keep } = screen(imputed.columns, { threshold: 0.9, by: 'missing' });
    const kept = imputed.columns.map((column) => Float64Array.from(rows, (row) => column[row] as number));
    const screened = await read('build/4_screened.csv');
    expect(screened.map((row) => word(row, 'uCode'))).toEqual([...rows].map((row) => imputed.units[row]));
    expect(new Comparison(step).columns(kept, codes, screened).outcome).toEqual(allNear(51 * 49));
    const summary = await read('build/screening_summary.csv');
    const counts = availability(imputed.columns);
    const comparison = compareCounts(counts, summary);
    expect(comparison.outcome).toEqual(allNear(51 * 5));
    expect([...keep].map(Boolean)).toEqual(summary.map((row) => word(row, 'Included') === 'true'));
    const low = (by: 'missing' | 'zeros' | 'either') =>
      [...screen(imputed.columns, { threshold: 0.9, by }).keep].map((one) => one === 0);
    expect(low('missing')).toEqual(summary.map((row) => word(row, 'LowData') === 'true'));
  });
});
