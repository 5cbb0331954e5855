import { describe, expect, it } from 'vitest';
import { transform, treat } from '../../src/assess/composite/treat/index.js';
import type { IndicatorSpec, Stretch, Transform, Treatment } from '../../src/assess/composite/types.js';
import { agreement, beyond, compareColumn, numbers, peerTable, rowsBy, words } from './coinr-columns.js';

/** Outlier treatment against COINr. */

const screened = await peerTable('build/4_screened.csv');
const codes = screened.heading.slice(1);
const usual: Treatment = {
  method: 'winsor',
  skew: 2,
  kurtosis: 3.5,
  points: 5,
  fallback: 'log',
  combined: false,
  forced: new Map(),
};
const specOf = (code: string): IndicatorSpec => ({
  code,
  direction: 1,
  goalposts: null,
  target: null,
  denominator: null,
});
const indicators = codes.map(specOf);
const columns = codes.map((code) => numbers(screened, code));
const whole: Stretch = { from: 0, to: screened.rows.length };
const run = (how: Treatment) => treat(columns, how, { indicators, stretches: [whole] });

const cases = [
  ['build/5_treated.csv', 'build/treatment_details.csv', usual],
  [
    'treatment/strict_skew1_kurt2.csv',
    'treatment/strict_skew1_kurt2_details.csv',
    { ...usual, skew: 1, kurtosis: 2 },
  ],
  ['treatment/winmax2_then_log_CT.csv', 'treatment/winmax2_then_log_CT_details.csv', { ...usual, points: 2 }],
  [
    'treatment/winmax2_then_log_CT_plus.csv',
    'treatment/winmax2_then_log_CT_plus_details.csv',
    { ...usual, points: 2, fallback: 'log-plus' },
  ],
  [
    'treatment/winmax2_then_log_CT_combined.csv',
    'treatment/winmax2_then_log_CT_combined_details.csv',
    { ...usual, points: 2, combined: true },
  ],
] as const satisfies readonly (readonly [string, string, Treatment])[];

describe('treatment as COINr does it', () => {
  it.each(cases)('%s', async (values, _details, how) => {
    const expected = await peerTable(values);
    const made = run(how).columns;
    const seen = agreement();
    codes.forEach((code, at) => compareColumn(seen, code, made[at]!, numbers(expected, code)));
    expect(beyond(seen, 1e-9)).toBe('');
    expect(seen.compared).toBe(51 * 49);
  });

  it.each(cases)('what was done for %s', async (_values, file, how) => {
    const details = await peerTable(file);
    const rows = rowsBy(details, 'iCode');
    const made = run(how).records;
    // The peer tells of winsorising also where a transform replaced it.
    const drawn = run({ ...how, fallback: null }).records;
    const seen = agreement();
    const text = (name: string, row: number) =>
      details.heading.includes(name) ? words(details, name)[row] : '';
    const number = (name: string, row: number) => {
      const cell = text(name, row);
      return Float64Array.of(cell === '' ? Number.NaN : Number(cell));
    };
    codes.forEach((code, at) => {
      const row = rows.get(code) as number;
      const record = made[at]!;
      const first = drawn[at]!;
      const compare = (name: string, found: number, isGiven = true) =>
        compareColumn(seen, `${code} ${name}`, Float64Array.of(isGiven ? found : NaN), number(name, row));
      const failed = record.outcome !== 'passed';
      const bent = record.transform !== null;
      compare('check_SkewKurt0.Skew', record.skewBefore);
      compare('check_SkewKurt0.Kurt', record.kurtosisBefore);
      compare('winsorise.nwin', first.points.length, failed);
      compare('check_SkewKurt1.Skew', first.skewAfter, failed);
      compare('check_SkewKurt1.Kurt', first.kurtosisAfter, failed);
      compare('check_SkewKurt2.Skew', record.skewAfter, bent);
      compare('check_SkewKurt2.Kurt', record.kurtosisAfter, bent);
      expect(`${code} ${text('check_SkewKurt0.Pass', row)}`).toBe(`${code} ${String(!failed)}`);
      expect(`${code} ${text('check_SkewKurt1.Pass', row)}`).toBe(
        `${code} ${failed ? String(first.outcome !== 'failed') : ''}`,
      );
      expect(`${code} ${text('check_SkewKurt2.Pass', row)}`).toBe(
        `${code} ${bent ? String(record.outcome !== 'failed') : ''}`,
      );
    });
    expect(beyond(seen, 1e-9)).toBe('');
    expect(seen.compared).toBe(7 * 49);
  });

  it('every treated point is recorded where COINr marks it', async () => {
    const marks = await peerTable('build/treatment_points.csv');
    const rows = rowsBy(marks, 'uCode');
    const units = words(screened, 'uCode');
    const found = run(usual).records.flatMap(({ column, points }) =>
      points.map(
        ({ row, before, after }) => `${codes[column]} ${units[row]} ${after < before ? 'winhi' : 'winlo'}`,
      ),
    );
    const wanted = codes.flatMap((code) => {
      const column = words(marks, code);
      return units.flatMap((unit) => {
        const mark = column[rows.get(unit) as number];
        return mark === '' ? [] : [`${code} ${unit} ${mark}`];
      });
    });
    expect(found.toSorted()).toEqual(wanted.toSorted());
    expect(wanted.length).toBe(35);
  });

  it('transforms of Services', async () => {
    const expected = await peerTable('treatment/transforms_of_Services.csv');
    const hows: readonly (readonly [string, Transform])[] = [
      ['log_CT', 'log'],
      ['log_CT_orig', 'log-original'],
      ['log_CT_plus', 'log-plus'],
      ['boxcox_0', { boxCox: 0 }],
      ['boxcox_05', { boxCox: 0.5 }],
      ['boxcox_m1', { boxCox: -1 }],
    ];
    const values = numbers(expected, 'x');
    const seen = agreement();
    for (const [name, how] of hows)
      compareColumn(seen, name, transform(values, how), numbers(expected, name));
    expect(beyond(seen, 1e-9)).toBe('');
    expect(seen.compared).toBe(51 * 6);
  });

  it('a panel, year by year', async () => {
    const raw = await peerTable('input/asem_idata_panel.csv');
    const expected = await peerTable('panel/treated.csv');
    const rows = rowsBy(raw, 'Time', 'uCode');
    const times = numbers(expected, 'Time');
    const from = [...times.keys()].filter((row) => row === 0 || times[row] !== times[row - 1]);
    const stretches = from.map((start, at) => ({ from: start, to: from[at + 1] ?? times.length }));
    const order = [...rowsBy(expected, 'Time', 'uCode').keys()].map((key) => rows.get(key) as number);
    const given = codes.map((code) => {
      const column = numbers(raw, code);
      return Float64Array.from(order, (row) => column[row] as number);
    });
    const made = treat(given, usual, { indicators, stretches });
    const seen = agreement();
    codes.forEach((code, at) => compareColumn(seen, code, made.columns[at]!, numbers(expected, code)));
    expect(beyond(seen, 1e-9)).toBe('');
    expect(seen.compared).toBe(49 * times.length);
    expect(stretches.length).toBe(5);
  });
});
