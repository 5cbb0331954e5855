import { describe, expect, it } from 'vitest';
import { cohenKappa, fleissKappa, krippendorffAlpha, type Ratings } from './agreement.js';

const no = Number.NaN;

/** Rows are raters, as the literature prints them. */
function byRater(rows: readonly (readonly number[])[]): Ratings {
  const units = rows[0]?.length ?? 0;
  const grades = Float64Array.from({ length: units * rows.length }, (_, at) => {
    return rows[at % rows.length]?.[Math.floor(at / rows.length)] as number;
  });
  return { units, raters: rows.length, grades };
}

/** Both raters' grades from a table of counts. */
function fromCounts(counts: readonly (readonly number[])[]): [Float64Array, Float64Array] {
  const [first, second]: [number[], number[]] = [[], []];
  counts.forEach((row, one) => {
    row.forEach((count, other) => {
      for (let at = 0; at < count; at++) {
        first.push(one);
        second.push(other);
      }
    });
  });
  return [Float64Array.from(first), Float64Array.from(second)];
}

describe('Krippendorff’s alpha', () => {
  // Krippendorff, K. (2011). Computing Krippendorff’s Alpha-Reliability. University of Pennsylvania, examples A and D.
  const observers = byRater([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, no, no, no],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, no, 3],
    [no, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, no],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, no],
  ]);
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('is the published one for four observers with missing grades, %s', (metric, published) => {
    expect(krippendorffAlpha(observers, metric)).toBeCloseTo(published, 3);
  });

  it('is the published 0.095 for two observers and two grades', () => {
    const two = byRater([
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]);
    expect(krippendorffAlpha(two, 'nominal')).toBeCloseTo(0.095, 3);
  });

  it('is 1 at full agreement, and missing where nothing can disagree', () => {
    expect(
      krippendorffAlpha(
        byRater([
          [0, 1],
          [0, 1],
        ]),
        'interval',
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        byRater([
          [1, 1],
          [1, 1],
        ]),
        'nominal',
      ),
    ).toBeNaN();
    expect(
      krippendorffAlpha(
        byRater([
          [1, no],
          [no, 0],
        ]),
        'nominal',
      ),
    ).toBeNaN();
  });
});

describe('Cohen’s kappa', () => {
  it('is the published 0.68 of a hundred diagnoses', () => {
    // Fleiss, Levin, Paik (2003). Statistical Methods for Rates and Proportions, 3rd ed., table 18.1.
    const [first, second] = fromCounts([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);
    expect(cohenKappa(first, second)).toBeCloseTo(0.676, 3);
  });

  it('is the published 0.3449, weighted 0.5082, of two dermatologists', () => {
    // SAS/STAT User's Guide, The FREQ Procedure, Example "Cohen's kappa coefficient" (skin condition, 88 patients).
    const [first, second] = fromCounts([
      [10, 4, 1, 0],
      [5, 10, 12, 2],
      [2, 4, 12, 5],
      [0, 2, 6, 13],
    ]);
    expect(cohenKappa(first, second)).toBeCloseTo(0.3449, 4);
    expect(cohenKappa(first, second, 'linear')).toBeCloseTo(0.5082, 4);
  });

  it('weighs far disagreement more by squares, by hand', () => {
    // One of four units is two steps apart: Σw·o = 4; rows 2, 1, 1, columns 1, 1, 2: Σw·e = (2·1·1 + 2·2·4 + 1·1·1 + 1·2·1 + 1·1·4 + 1·1·1) ÷ 4.
    const first = Float64Array.of(0, 0, 1, 2);
    const second = Float64Array.of(0, 2, 1, 2);
    expect(cohenKappa(first, second, 'quadratic')).toBeCloseTo(1 - 4 / (26 / 4), 12);
  });

  it('leaves out what one of them did not grade, and is missing where both gave one grade', () => {
    expect(cohenKappa(Float64Array.of(0, 1, no), Float64Array.of(0, 1, 1))).toBe(1);
    expect(cohenKappa(Float64Array.of(1, 1), Float64Array.of(1, 1))).toBeNaN();
    expect(cohenKappa(Float64Array.of(no), Float64Array.of(1))).toBeNaN();
  });
});

describe('Fleiss’ kappa', () => {
  it('is the published 0.210 of fourteen raters and ten units', () => {
    // The worked example of the Wikipedia article “Fleiss' kappa”: P̄ = 0.378, P̄e = 0.213.
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const grades = counts.flatMap((row) =>
      row.flatMap((count, grade) => Array.from({ length: count }, () => grade)),
    );
    expect(fleissKappa({ units: 10, raters: 14, grades: Float64Array.from(grades) })).toBeCloseTo(0.21, 3);
  });

  it('is missing where units have different numbers of raters', () => {
    expect(
      fleissKappa(
        byRater([
          [0, 1],
          [0, no],
        ]),
      ),
    ).toBeNaN();
    expect(
      fleissKappa(
        byRater([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toBeNaN();
  });
});
