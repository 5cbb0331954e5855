import { describe, expect, it } from 'vitest';
import { runChain, usualChain } from '../../src/assess/composite/chain/index.js';
import { trendsOf } from '../../src/assess/composite/change/index.js';
import { compareVersions, rankScores, removeEach } from '../../src/assess/composite/compare/index.js';
import { strengthsOf, unitSummary } from '../../src/assess/composite/read/index.js';
import { readTables } from '../../src/assess/composite/tables/read-tables.js';
import type { AggregationRule, Chain, ChainRun, Values } from '../../src/assess/composite/types.js';
import {
  agreement,
  beyond,
  compareColumn,
  numbers,
  type PeerTable,
  peerTable,
  words,
} from './coinr-columns.js';

/** What is read off and compared between scored indices, against the R package COINr (README beside the tables). */

const data = await peerTable('input/asem_idata.csv');
const panel = await peerTable('input/asem_idata_panel.csv');
const meta = await peerTable('input/asem_imeta.csv');

const chain: Chain = {
  ...usualChain,
  denominate: true,
  impute: { method: 'group-mean', by: 'EurAsia_group' },
  treat: { ...usualChain.treat, method: 'winsor' },
};
const cells = ({ heading, rows }: PeerTable) => [heading, ...rows];

function runOf(given: Partial<Chain> = {}, table = data, described = meta): ChainRun {
  const read = readTables({ data: cells(table), meta: cells(described) });
  return runChain(read.table, read.hierarchy, { ...chain, ...given });
}

const main = runOf();
const rowOf = new Map(main.kept.units.map((unit, row) => [unit, row]));

/** Numbers of a column of ours in the order of a peer's rows. */
function inOrder(of: PeerTable, column: Values, rows: ReadonlyMap<string, number> = rowOf): Float64Array {
  return Float64Array.from(words(of, 'uCode'), (unit) => column[rows.get(unit) as number] as number);
}

describe('tables of results as COINr has them', () => {
  it.each([
    ['scores', null],
    ['ranks', null],
    ['groupranks_GDP_group', 'GDP_group'],
  ] as const)('%s', async (name, within) => {
    const table = await peerTable(`build/results_${name}.csv`);
    const results = rankScores(main, within === null ? {} : { within });
    const seen = agreement();
    for (const { code, scores, ranks } of results.nodes) {
      const ours = inOrder(table, name === 'scores' ? scores : ranks);
      compareColumn(seen, code, ours, numbers(table, code));
    }
    if (name === 'scores') {
      const index = results.nodes[0]?.ranks as Values;
      compareColumn(seen, 'Rank', inOrder(table, index), numbers(table, 'Rank'));
      expect(Array.from(results.order, (row) => results.units[row])).toEqual(words(table, 'uCode'));
    }
    expect(results.nodes.map(({ code }) => code)).toEqual(table.heading.slice(-results.nodes.length));
    expect(beyond(seen, name === 'scores' ? 1e-9 : 0)).toBe('');
    expect(seen.compared).toBe(51 * (name === 'scores' ? 12 : 11));
  });
});

describe('reports as COINr has them', () => {
  it('summary of units', async () => {
    const table = await peerTable('reports/unit_summary.csv');
    const seen = agreement();
    for (const unit of new Set(words(table, 'uCode'))) {
      const rows = table.rows.filter(([code]) => code === unit);
      const lines = unitSummary(main, { unit });
      expect(lines.map(({ code }) => code)).toEqual(rows.map(([, code]) => code));
      const part = { heading: table.heading, rows };
      const ours = (pick: 'score' | 'rank') => Float64Array.from(lines, (line) => line[pick]);
      compareColumn(seen, unit, ours('score'), numbers(part, 'Score'));
      compareColumn(seen, unit, ours('rank'), numbers(part, 'Rank'));
      expect(lines.every(({ of }) => of === 51)).toBe(true);
    }
    expect(seen.compared).toBe(5 * 11 * 2);
    expect(beyond(seen, 1e-9)).toBe('');
  });

  it('strengths and weaknesses, equal ranks in the order of its weights, the worst of all left out', async () => {
    const table = await peerTable('reports/strengths_weaknesses.csv');
    const codes = words(await peerTable('build/weights_effective.csv'), 'iCode');
    const code = meta.heading.indexOf('iCode');
    const place = (row: readonly string[]) => codes.indexOf(row[code] as string);
    const ordered = { ...meta, rows: meta.rows.toSorted((a, b) => place(a) - place(b)) };
    const run = runOf({}, data, ordered);
    const found = [...new Set(words(table, 'uCode'))].flatMap((unit) => {
      const { all } = strengthsOf(run, { unit, worst: false });
      return [
        ...all.strengths.map((one) => [unit, 'strength', one] as const),
        ...all.weaknesses.map((one) => [unit, 'weakness', one] as const),
      ];
    });
    expect(found.map(([unit, kind, { code }]) => `${unit} ${kind} ${code}`)).toEqual(
      table.rows.map(([unit, kind, code]) => `${unit} ${kind} ${code}`),
    );
    const seen = agreement();
    const ours = (pick: 'rank' | 'value') => Float64Array.from(found, ([, , one]) => one[pick]);
    compareColumn(seen, 'Rank', ours('rank'), numbers(table, 'Rank'));
    compareColumn(seen, 'Value', ours('value'), numbers(table, 'Value'));
    expect(seen.compared).toBe(5 * 10 * 2);
    expect(beyond(seen, 1e-9)).toBe('');
  });
});

describe('an index without one of its parts, as COINr has it', () => {
  it.each([
    [1, 49],
    [2, 8],
  ] as const)('level %d', async (level, count) => {
    const removals = removeEach(main, level);
    expect(removals.length).toBe(count);
    const seen = agreement();
    for (const part of ['scores', 'ranks'] as const) {
      const table = await peerTable(`sensitivity/remove_level${level}_${part}.csv`);
      for (const removal of removals) {
        compareColumn(seen, removal.code, inOrder(table, removal[part]), numbers(table, removal.code));
      }
    }
    const shifts = await peerTable(`sensitivity/remove_level${level}_mean_abs_rank_diff.csv`);
    const wanted = numbers(shifts, 'MeanAbsRankDiff');
    const ours = words(shifts, 'iCode').map(
      (code) => removals.find((removal) => removal.code === code)?.meanShift ?? 0,
    );
    compareColumn(seen, 'mean shift', Float64Array.from(ours), wanted);
    expect(seen.compared).toBe(count * 51 * 2 + count + 1);
    expect(beyond(seen, 1e-9)).toBe('');
  });
});

describe('versions of an index, as COINr compares them', () => {
  it('arithmetic against geometric mean', async () => {
    const rule = (name: 'amean' | 'gmean'): AggregationRule[] => [{ rule: name }];
    const version = (name: string, run: ChainRun) => ({
      name,
      units: run.kept.units,
      scores: run.scores.at(-1) as Values,
    });
    const geometric = runOf({
      normalise: { method: 'minmax', low: 1, high: 100, trim: 0 },
      aggregate: rule('gmean'),
    });
    const made = compareVersions([version('arithmetic', main), version('geometric', geometric)]);
    const rows = new Map(made.units.map((unit, row) => [unit, row]));
    const [first, second] = made.ranks as [Values, Values];
    const shift = made.shifts[1] as Values;
    const seen = agreement();
    const ranks = await peerTable('aggregation/compare_ranks_arithmetic_geometric.csv');
    compareColumn(seen, 'arithmetic', inOrder(ranks, first, rows), numbers(ranks, 'rank_arithmetic'));
    compareColumn(seen, 'geometric', inOrder(ranks, second, rows), numbers(ranks, 'rank_geometric'));
    const gained = shift.map((step) => 0 - step);
    compareColumn(seen, 'change', inOrder(ranks, gained, rows), numbers(ranks, 'change'));
    const table = await peerTable('aggregation/compare_coins_table.csv');
    compareColumn(seen, 'coin.1', inOrder(table, first, rows), numbers(table, 'coin.1'));
    compareColumn(seen, 'coin.2', inOrder(table, second, rows), numbers(table, 'coin.2'));
    compareColumn(seen, 'Diff', inOrder(table, gained, rows), numbers(table, 'Diff'));
    compareColumn(seen, 'Abs.diff', inOrder(table, shift.map(Math.abs), rows), numbers(table, 'Abs.diff'));
    expect(seen.compared).toBe(51 * 7);
    expect(beyond(seen, 0)).toBe('');
    const moved = Array.from(made.mostMoved, (unit) => Math.abs(shift[unit] as number));
    expect(moved).toEqual(Array.from(numbers(table, 'Abs.diff')));
  });
});

describe('trends of the panel, as COINr has them', () => {
  const run = runOf(
    {
      impute: { method: 'none' },
      screen: { threshold: 0.9, by: 'missing' },
      scaleScope: 'whole',
      denominate: false,
    },
    panel,
  );
  it.each([
    ['cagr', 'CAGR', 'compoundGrowth'],
    ['prc_change', 'prc_change', 'percentChange'],
  ] as const)('%s', async (file, name, pick) => {
    const table = await peerTable(`panel/trends_${file}_index.csv`);
    const trends = new Map(trendsOf(run, 'Index').map((trend) => [trend.unit, trend]));
    const units = words(table, 'uCode');
    expect([...trends.keys()].toSorted()).toEqual(units.toSorted());
    const seen = agreement();
    const ours = (key: typeof pick | 'availability' | 'first' | 'last') =>
      Float64Array.from(units, (unit) => trends.get(unit)?.[key] ?? Number.NaN);
    compareColumn(seen, name, ours(pick), numbers(table, name));
    compareColumn(seen, 'Avail', ours('availability'), numbers(table, 'Avail'));
    compareColumn(seen, 't_first', ours('first'), numbers(table, 't_first'));
    compareColumn(seen, 't_latest', ours('last'), numbers(table, 't_latest'));
    expect(seen.compared).toBe(46 * 4);
    expect(beyond(seen, 1e-8)).toBe('');
  });
});
