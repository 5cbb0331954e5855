import { describe, expect, it } from 'vitest';
import { applyScale, fitScale } from '../../src/assess/composite/normalise/index.js';
import type {
  Goalposts,
  IndicatorSpec,
  Normalisation,
  Scale,
  Stretch,
} from '../../src/assess/composite/types.js';
import {
  agreement,
  beyond,
  compareColumn,
  numbers,
  type PeerTable,
  peerTable,
  rowsBy,
  words,
} from './coinr-columns.js';

/** Normalisation against COINr. */

const treated = await peerTable('build/5_treated.csv');
const meta = await peerTable('input/asem_imeta.csv');
const posts = await peerTable('normalisation/goalposts_p10_p90_posts.csv');
const codes = treated.heading.slice(1);
const units = words(treated, 'uCode');
const whole: Stretch = { from: 0, to: units.length };

function specOf(code: string): IndicatorSpec {
  const row = rowsBy(meta, 'iCode').get(code) as number;
  const target = numbers(meta, 'Target')[row] as number;
  return {
    code,
    direction: words(meta, 'Direction')[row] === '-1' ? -1 : 1,
    goalposts: postsOf(code),
    target: Number.isNaN(target) ? null : target,
    denominator: null,
  };
}

function postsOf(code: string): Goalposts {
  const row = rowsBy(posts, 'iCode').get(code) as number;
  const number = (name: string) => numbers(posts, name)[row] as number;
  return {
    lower: number('goalpost_lower'),
    upper: number('goalpost_upper'),
    scale: number('goalpost_scale'),
    truncated: words(posts, 'goalpost_trunc2posts')[row] === 'true',
  };
}

const specs = codes.map(specOf);

/** One scale per indicator, learnt from a stretch and applied to it. */
function scales(from: PeerTable, how: Normalisation, stretch: Stretch = whole): Scale[] {
  const names = words(from, 'uCode');
  return specs.map((indicator) =>
    fitScale(numbers(from, indicator.code), how, { indicator, reference: null, stretch, units: names }),
  );
}

describe('normalisation as COINr does it', () => {
  const minmax = (low: number, high: number) => ({ method: 'minmax', low, high, trim: 0 }) as const;
  it.each([
    ['build/6_normalised.csv', minmax(0, 100)],
    ['normalisation/minmax_0_100.csv', minmax(0, 100)],
    ['normalisation/minmax_1_100.csv', minmax(1, 100)],
    ['normalisation/zscore_0_1.csv', { method: 'zscore', mean: 0, deviation: 1 }],
    ['normalisation/zscore_10_2.csv', { method: 'zscore', mean: 10, deviation: 2 }],
    ['normalisation/dist2max.csv', { method: 'distance-to-max' }],
    ['normalisation/dist2targ_imeta_Target.csv', { method: 'distance-to-target', capped: false }],
    ['normalisation/goalposts_p10_p90_0_100.csv', { method: 'goalposts' }],
  ] as const)('%s', async (file, how) => {
    const expected = await peerTable(file);
    const seen = agreement();
    scales(treated, how).forEach((scale, at) => {
      const code = codes[at] as string;
      compareColumn(seen, code, applyScale(scale, numbers(treated, code)), numbers(expected, code));
    });
    expect(beyond(seen, 1e-9)).toBe('');
    expect(seen.compared).toBe(51 * 49);
  });

  // Values of TolMin differ in R beyond the twelve digits of the table: there they are ties.
  it.each([
    ['normalisation/rank.csv', 'rank'],
    ['normalisation/borda.csv', 'borda'],
    ['normalisation/percentile_rank.csv', 'percentile'],
  ] as const)('%s', async (file, method) => {
    const expected = await peerTable(file);
    const seen = agreement();
    scales(treated, { method }).forEach((scale, at) => {
      const code = codes[at] as string;
      const found = applyScale(scale, numbers(treated, code));
      if (code === 'TolMin') expectTies(found, numbers(expected, code), method === 'percentile' ? 50 : 1);
      else compareColumn(seen, code, found, numbers(expected, code));
    });
    expect(beyond(seen, 1e-9)).toBe('');
    expect(seen.compared).toBe(51 * 48);
  });

  it.each([
    ['normalisation/dist2ref_first_unit.csv', false],
    ['normalisation/dist2ref_first_unit_capped.csv', true],
  ])(
    '%s; a reference unit that is the worst gives no score and not infinity (COINr)',
    async (file, capped) => {
      const expected = await peerTable(file);
      const seen = agreement();
      const empty: string[] = [];
      scales(treated, { method: 'distance-to-reference', unit: 'AUS', capped }).forEach((scale, at) => {
        const code = codes[at] as string;
        const wanted = words(expected, code);
        const found = applyScale(scale, numbers(treated, code));
        if (scale.kind === 'empty') {
          empty.push(`${code} ${scale.reason}`);
          expect(wanted.filter((cell) => !['', 'Inf', '-Inf', 'NaN', 'NA', '1'].includes(cell))).toEqual([]);
          expect(found.every(Number.isNaN)).toBe(true);
        } else compareColumn(seen, code, found, numbers(expected, code));
      });
      expect(empty).toEqual(['Bord', 'Elec', 'TIRcon', 'MatCon'].map((code) => `${code} reference-worst`));
      expect(beyond(seen, 1e-9)).toBe('');
      expect(seen.compared).toBe(51 * 45);
    },
  );
});

describe('a panel as COINr does it', async () => {
  const panel = await peerTable('panel/treated.csv');
  const times = numbers(panel, 'Time');
  const all: Stretch = { from: 0, to: times.length };
  const how = { method: 'minmax', low: 0, high: 100, trim: 0 } as const;

  it('over all years together', async () => {
    const expected = await peerTable('panel/normalised_global.csv');
    const seen = agreement();
    scales(panel, how, all).forEach((scale, at) => {
      const code = codes[at] as string;
      compareColumn(seen, code, applyScale(scale, numbers(panel, code)), numbers(expected, code));
    });
    expect(beyond(seen, 1e-9)).toBe('');
    expect(seen.compared).toBe(49 * times.length);
  });

  it('year by year: the pillars are weighted means of the scores', async () => {
    const expected = await peerTable('panel/aggregated_per_year.csv');
    const starts = [...times.keys()].filter((row) => row === 0 || times[row] !== times[row - 1]);
    const scored = codes.map((code) => {
      const values = numbers(panel, code);
      const into = new Float64Array(values.length);
      starts.forEach((from, at) => {
        const stretch = { from, to: starts[at + 1] ?? times.length };
        applyScale(scales(panel, how, stretch)[codes.indexOf(code)] as Scale, values, into, stretch);
      });
      return into;
    });
    const seen = agreement();
    const [parents, names, weights] = [words(meta, 'Parent'), words(meta, 'iCode'), numbers(meta, 'Weight')];
    const pillars = [...new Set(codes.map((code) => parents[names.indexOf(code)] as string))];
    for (const pillar of pillars) {
      const members = codes.filter((code) => parents[names.indexOf(code)] === pillar);
      const means = times.map((_, row) => {
        let [sum, weight] = [0, 0];
        for (const code of members) {
          const score = scored[codes.indexOf(code)]?.[row] as number;
          if (Number.isNaN(score)) continue;
          sum += score * (weights[names.indexOf(code)] as number);
          weight += weights[names.indexOf(code)] as number;
        }
        return sum / weight;
      });
      compareColumn(seen, pillar, means, numbers(expected, pillar));
    }
    expect(beyond(seen, 1e-8)).toBe('');
    expect(seen.compared).toBe(8 * times.length);
  });
});

/** Ranks of tied values may be told apart by the peer, within the places the tie takes. */
function expectTies(found: Float64Array, wanted: Float64Array, places: number): void {
  const sizes = new Map<number, number>();
  for (const one of found) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  wanted.forEach((rank, row) => {
    const above = rank - (found[row] as number);
    expect(above * places).toBeGreaterThanOrEqual(-1e-9);
    expect(above * places).toBeLessThan((sizes.get(found[row] as number) as number) - 0.5);
  });
}
