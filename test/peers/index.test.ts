import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ChainRun, runTables, type ScoreTablesOptions, scoreTables } from '../../src/assess/index.js';
import { readCsvRows } from '../../src/files/index.js';

/** The engine against results of the R package COINr (README beside the tables). */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference/coinr');

type Cells = readonly (readonly string[])[];

const kept = new Map<string, Promise<string[][]>>();

function table(path: string): Promise<string[][]> {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  const found = kept.get(file) ?? readCsvRows(file);
  kept.set(file, found);
  return found;
}

const treated = await table('build/5_treated.csv');
const meta = await table('input/asem_imeta.csv');
const weights = await table('aggregation/weights_unequal.csv');
const missing = await table('aggregation/missing_normalised_input.csv');

/** A column of a table by code of its rows. */
function columnOf(from: Cells, name: string): Map<string, string> {
  const at = from[0]?.indexOf(name) ?? -1;
  return new Map(from.slice(1).map((row) => [row[0] as string, row[at] as string]));
}

/** Replaces or adds columns of the meta table by iCode. */
function withColumns(columns: Readonly<Record<string, ReadonlyMap<string, string>>>): string[][] {
  const code = meta[0]?.indexOf('iCode') ?? -1;
  return meta.map((row, line) => {
    const cells = [...row];
    for (const [name, values] of Object.entries(columns)) {
      const found = meta[0]?.indexOf(name) ?? -1;
      const at = found < 0 ? meta[0]!.length + Object.keys(columns).indexOf(name) : found;
      cells[at] =
        line === 0 ? name : (values.get(row[code] as string) ?? (found < 0 ? '' : (row[at] as string)));
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}

async function compare(
  path: string,
  made: ReturnType<typeof scoreTables>,
  tolerance = 1e-8,
  without: string | null = null,
): Promise<number> {
  const expected = await table(path);
  const heading = expected[0] as string[];
  const differences: string[] = [];
  let compared = 0;
  for (const row of expected.slice(1)) {
    const unit = made.results.find((one) => one.unit === row[0]);
    if (!unit) throw new Error(`${row[0]} is missing in the result`);
    heading.forEach((name, at) => {
      if (at === 0 || name === without) return;
      const found = (name === 'Index_rank' ? unit.rank : unit.scores[name]) ?? null;
      const wanted = row[at] === '' ? null : Number(row[at]);
      if (!isNear(found, wanted, tolerance)) differences.push(`${row[0]} ${name}: ${found} for ${wanted}`);
      compared += 1;
    });
  }
  expect(differences).toEqual([]);
  return compared;
}

function isNear(found: number | null, wanted: number | null, tolerance: number): boolean {
  if (found === null || wanted === null) return found === wanted;
  return Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}

const run = (options: ScoreTablesOptions, data: Cells = treated, described: Cells = meta) =>
  scoreTables({ data, meta: described }, options);

describe('normalisation as COINr does it', () => {
  const cases: readonly (readonly [string, ScoreTablesOptions])[] = [
    ['minmax_0_100', { normalise: 'minmax' }],
    ['minmax_1_100', { normalise: 'minmax', range: [1, 100] }],
    ['zscore_0_1', { normalise: 'zscore' }],
    ['rank', { normalise: 'rank' }],
    ['percentile_rank', { normalise: 'percentile' }],
  ];
  it.each(cases)('%s', async (file, options) => {
    // TolMin has values that differ in R but not in the twelve digits of the table: there they are ties.
    const ranks = options.normalise === 'rank' || options.normalise === 'percentile';
    const left = ranks ? 'TolMin' : null;
    const compared = await compare(`normalisation/${file}.csv`, run(options), 1e-9, left);
    expect(compared).toBe(51 * (ranks ? 48 : 49));
  });

  it('goalposts, cut to the ends', async () => {
    const posts = await table('normalisation/goalposts_p10_p90_posts.csv');
    const names = ['Direction', 'goalpost_lower', 'goalpost_upper', 'goalpost_scale', 'goalpost_trunc2posts'];
    const described = withColumns(Object.fromEntries(names.map((name) => [name, columnOf(posts, name)])));
    const made = run({ normalise: 'goalposts' }, treated, described);
    expect(await compare('normalisation/goalposts_p10_p90_0_100.csv', made, 1e-9)).toBe(51 * 49);
  });
});

describe('aggregation as COINr does it', () => {
  const one: readonly [number, number] = [1, 100];
  const unequal = withColumns({
    Weight: new Map(weights.map(([a, , w]) => [a as string, w as string])),
  });
  const cases: readonly (readonly [string, ScoreTablesOptions, Cells])[] = [
    ['arithmetic_minmax_0_100', {}, meta],
    ['arithmetic_minmax_1_100', { range: one }, meta],
    ['geometric_minmax_1_100', { range: one, aggregate: 'gmean' }, meta],
    ['harmonic_minmax_1_100', { range: one, aggregate: 'hmean' }, meta],
    ['arith_arith_geometric_minmax_1_100', { range: one, aggregate: 'amean,amean,gmean' }, meta],
    ['arithmetic_unequal_weights', {}, unequal],
    ['geometric_unequal_weights_minmax_1_100', { range: one, aggregate: 'gmean' }, unequal],
  ];
  it.each(cases)('%s', async (file, options, described) => {
    expect(await compare(`aggregation/${file}.csv`, run(options, treated, described))).toBe(51 * 12);
  });

  const codes = (missing[0] as string[]).slice(1);
  const all = (value: string) => new Map(codes.map((code) => [code, value]));
  /** Scores that are normalised already: goalposts 0 and 100 on a scale of 100 leave them as they are. */
  const asTheyAre = withColumns({
    Direction: all('1'),
    goalpost_lower: all('0'),
    goalpost_upper: all('100'),
    goalpost_scale: all('100'),
  });
  it.each([
    ['missing_arithmetic_no_threshold', null],
    ['missing_arithmetic_threshold_080', 0.8],
  ] as const)('%s', async (file, minimumCoverage) => {
    const made = run({ normalise: 'goalposts', minimumCoverage }, missing, asTheyAre);
    expect(await compare(`aggregation/${file}.csv`, made)).toBe(51 * 12);
  });

  it('the whole chain, indicators and effective weights included', async () => {
    const made = run({});
    expect(await compare('build/7_aggregated.csv', made)).toBe(51 * 60);
    const effective = columnOf(await table('build/weights_effective.csv'), 'EffWeight');
    const far = made.weights.filter((one) => !isNear(one.effective, Number(effective.get(one.code)), 1e-9));
    expect(far).toEqual([]);
    expect(made.weights.length).toBe(60);
  });
});

describe('the chain from raw data as COINr runs it', () => {
  const chain: ScoreTablesOptions = {
    denominate: true,
    impute: 'group-mean:EurAsia_group',
    screen: '0.9',
    treat: 'winsor',
  };

  it('every step, from the raw table to the index', async () => {
    const raw = await table('input/asem_idata.csv');
    const { run } = runTables({ data: raw, meta }, chain);
    const steps: readonly (readonly [string, readonly Float64Array[]])[] = [
      ['1_raw', run.table.columns],
      ['2_denominated', run.denominated],
      ['3_imputed', run.kept.columns],
      ['4_screened', run.kept.columns],
      ['5_treated', run.treated],
      ['6_normalised', run.scores],
      ['7_aggregated', run.scores],
    ];
    let compared = 0;
    for (const [file, columns] of steps) compared += await compareColumns(`build/${file}.csv`, run, columns);
    expect(compared).toBe(51 * (49 * 6 + 60));
    const gaps = (await table('build/2_denominated.csv')).flat().filter((cell) => cell === '');
    expect(run.imputedPoints).toHaveLength(gaps.length);
  });

  it.each([
    ['aggregated_global', 'whole'],
    ['aggregated_per_year', 'each'],
  ])('a panel treated year by year: %s', async (file, scale) => {
    const panel = await table('input/asem_idata_panel.csv');
    const made = scoreTables({ data: panel, meta }, { treat: 'winsor', screen: '0.9', scale });
    const expected = await table(`panel/${file}.csv`);
    const heading = expected[0] as string[];
    const differences: string[] = [];
    for (const row of expected.slice(1)) {
      const unit = made.results.find((one) => one.unit === row[1] && String(one.time) === row[0]);
      heading.slice(2).forEach((code, at) => {
        const wanted = row[at + 2] === '' ? null : Number(row[at + 2]);
        const found = unit?.scores[code] ?? null;
        if (!isNear(found, wanted, 1e-8))
          differences.push(`${row[0]} ${row[1]} ${code}: ${found} for ${wanted}`);
      });
    }
    expect(differences.slice(0, 5)).toEqual([]);
    expect(expected.length).toBeGreaterThan(200);
  });
});

/** Compares columns of a run, by code of the indicator or node, with a table by unit. */
async function compareColumns(
  path: string,
  run: ChainRun,
  columns: readonly Float64Array[],
  tolerance = 1e-8,
): Promise<number> {
  const expected = await table(path);
  const heading = (expected[0] as string[]).slice(1);
  const differences: string[] = [];
  for (const row of expected.slice(1)) {
    const at = run.kept.units.indexOf(row[0] as string);
    heading.forEach((code, i) => {
      const node = run.hierarchy.nodes.findIndex((one) => one.code === code);
      const found = columns[node]?.[at] ?? Number.NaN;
      const wanted = row[i + 1] === '' ? Number.NaN : Number(row[i + 1]);
      const near = Number.isNaN(wanted) ? Number.isNaN(found) : isNear(found, wanted, tolerance);
      if (!near) differences.push(`${row[0]} ${code}: ${found} for ${wanted}`);
    });
  }
  expect(differences.slice(0, 5)).toEqual([]);
  return (expected.length - 1) * heading.length;
}

describe('the tree as COINr reads it', () => {
  const { run } = runTables({ data: treated, meta });
  const { nodes } = run.hierarchy;

  it('lineage: each indicator with all above it', async () => {
    const expected = (await table('build/lineage.csv')).slice(1);
    const above = (code: string): string[] => {
      const node = nodes.find((one) => one.code === code);
      const parent = nodes[node?.parent ?? -1];
      return parent ? [code, ...above(parent.code)] : [code];
    };
    expect(expected).toHaveLength(49);
    for (const row of expected) expect(above(row[0] as string)).toEqual(row);
  });

  it('weights as given', async () => {
    const expected = (await table('build/weights_original.csv')).slice(1);
    const given = new Map(nodes.map(({ code, level, weight }) => [code, [level, weight]]));
    expect(expected).toHaveLength(nodes.length);
    for (const [code, level, weight] of expected)
      expect(given.get(code as string)).toEqual([Number(level), Number(weight)]);
  });
});
